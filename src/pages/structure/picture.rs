//! The bodies of a site and who of them reports to whom.
//!
//! Must not know how it is shown.

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
    let place_of = |index: RecordIndex| indexes.iter().position(|other| *other == index);
    let mut reports = Vec::new();
    for (place, index) in indexes.iter().enumerate() {
        let targets = reports_to(&site.graph.record(*index).data).iter().filter_map(|to| site.graph.follow(to));
        reports.extend(targets.filter_map(|(to, _)| Some((place, place_of(to)?))));
    }
    reports.sort_unstable();
    reports.dedup();
    Picture { bodies: indexes.iter().map(|index| Body::new(site, *index)).collect(), reports }
}

/// Whom a body reports to, as it was written.
pub(super) fn reports_to(data: &Data) -> &Reports {
    match data {
        Data::Board(board) => &board.reports_to,
        Data::Group(group) => &group.reports_to,
        _ => &[],
    }
}
