//! The bodies of a site and who of them reports to whom.
//!
//! Must not know how it is shown.

use std::collections::HashMap;

use crate::graph::{Manner, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::model::target::{Ref, to};
use crate::pages::site::Site;

/// What may be reported to.
pub(super) type Reports = [Ref<(to::Board, to::Group, to::Organisation)>];

/// A body in the picture.
pub(super) struct Body {
    pub(super) index: RecordIndex,
    pub(super) title: String,
    /// What sort of body it is, in words.
    pub(super) sort: Option<String>,
    pub(super) kind: Kind,
}

/// Bodies and who of them reports to whom, by their places among the bodies.
pub(super) struct Picture {
    pub(super) bodies: Vec<Body>,
    /// The one who reports, then the one who is reported to.
    pub(super) reports: Vec<(usize, usize)>,
}

impl Body {
    pub(super) fn new(site: &Site<'_>, index: RecordIndex) -> Self {
        let record = site.graph.record(index);
        let sort = match &record.data {
            Data::Board(board) => board.board_type.map(|sort| site.label(sort.value)),
            Data::Group(group) => group.group_type.map(|sort| site.label(sort.value)),
            Data::Organisation(body) => body.organisation_type.map(|sort| site.label(sort.value)),
            _ => None,
        };
        Self { index, title: site.called(index).to_owned(), sort, kind: record.id.kind }
    }
}

/// Boards, then groups, then the organisations that one of them reports to.
pub(super) fn picture(site: &Site<'_>) -> Picture {
    let mut indexes: Vec<RecordIndex> =
        site.of_kind(Kind::Board).into_iter().chain(site.of_kind(Kind::Group)).map(|(index, _)| index).collect();
    let is_reported_to = |index: RecordIndex| {
        site.graph.backlinks(index).iter().any(|back| matches!(back.manner, Manner::Field("reports_to")))
    };
    let organisations = site.of_kind(Kind::Organisation).into_iter().map(|(index, _)| index);
    indexes.extend(organisations.filter(|index| is_reported_to(*index)));
    let mut reports = Vec::new();
    for index in &indexes {
        let targets = reports_to(&site.graph.record(*index).data).iter().filter_map(|to| site.graph.follow(to));
        reports.extend(targets.map(|(to, _)| (*index, to)));
    }
    Picture::new(site, &indexes, &reports)
}

/// A body with those it reports to and those who report to it, in the order of the whole picture.
pub(super) fn near(site: &Site<'_>, own: RecordIndex) -> Picture {
    let graph = site.graph;
    let above = reports_to(&graph.record(own).data).iter().filter_map(|to| graph.follow(to)).map(|(to, _)| (own, to));
    let backlinks = graph.backlinks(own).iter();
    let below =
        backlinks.filter(|back| matches!(back.manner, Manner::Field("reports_to"))).map(|back| (back.from, own));
    let reports: Vec<(RecordIndex, RecordIndex)> = above.chain(below).collect();
    let mut indexes: Vec<RecordIndex> = reports.iter().flat_map(|(from, to)| [*from, *to]).collect();
    indexes.retain(|index| rank(graph.record(*index).id.kind).is_some());
    indexes.sort_by_cached_key(|index| {
        let record = graph.record(*index);
        (rank(record.id.kind), site.graph.rank(*index), *index)
    });
    indexes.dedup();
    Picture::new(site, &indexes, &reports)
}

/// Where the bodies of a kind stand in the picture; nothing for what is no body.
fn rank(kind: Kind) -> Option<u8> {
    match kind {
        Kind::Board => Some(0),
        Kind::Group => Some(1),
        Kind::Organisation => Some(2),
        _ => None,
    }
}

impl Picture {
    /// These bodies with the reports between them.
    fn new(site: &Site<'_>, indexes: &[RecordIndex], reports: &[(RecordIndex, RecordIndex)]) -> Self {
        let places: HashMap<RecordIndex, usize> =
            indexes.iter().enumerate().map(|(place, index)| (*index, place)).collect();
        let place_of = |index: &RecordIndex| places.get(index).copied();
        let mut reports: Vec<(usize, usize)> =
            reports.iter().filter_map(|(from, to)| Some((place_of(from)?, place_of(to)?))).collect();
        reports.sort_unstable();
        reports.dedup();
        Self { bodies: indexes.iter().map(|index| Body::new(site, *index)).collect(), reports }
    }
}

/// Whom a body reports to, as it was written.
pub(super) fn reports_to(data: &Data) -> &Reports {
    match data {
        Data::Board(board) => &board.reports_to,
        Data::Group(group) => &group.reports_to,
        _ => &[],
    }
}
