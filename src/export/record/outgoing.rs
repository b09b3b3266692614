//! The records that a record names, and those that name it.

use serde::Serialize;

use super::place::path;
use crate::graph::{Graph, Link, Manner, RecordIndex};
use crate::model::record::{CrossLink, Data};
use crate::pages::Site;

/// A record that is named.
#[derive(Serialize)]
pub(super) struct Target<'a> {
    /// The name by which others refer to it; with `#` and the part where a part is meant.
    id: String,
    /// What it is called.
    title: &'a str,
    /// The path of its page.
    path: String,
}

/// A record that a field names.
#[derive(Serialize)]
pub(super) struct ReferenceData<'a> {
    /// The field.
    pub(super) field: &'static str,
    /// The record.
    pub(super) to: Target<'a>,
}

/// A cross-plan link.
#[derive(Serialize)]
pub(super) struct LinkData<'a> {
    /// `out` where this record carries the link, `in` where the other does.
    direction: &'static str,
    /// What the record that carries the link does for, or takes from, the other: `supports`.
    relation: &'static str,
    /// The other record.
    target: Target<'a>,
    /// The part of this record that a link from another aims at.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    /// What the two have in common.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// `true` where no source states the link.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    illustrative: bool,
}

/// The records that the fields of each record name.
#[derive(Debug)]
pub(super) struct Outgoing(Vec<Vec<(&'static str, RecordIndex)>>);

impl Outgoing {
    /// Turns round what the graph knows of each target.
    pub(super) fn new(graph: &Graph) -> Self {
        let mut outgoing = vec![Vec::new(); graph.records().count()];
        for (target, _) in graph.records() {
            for back in graph.backlinks(target) {
                let Manner::Field(field) = back.manner else { continue };
                let list = outgoing.get_mut(back.from.0);
                if let Some(list) = list.filter(|_| !is_of_seat(graph, back.from, field, target)) {
                    list.push((field, target));
                }
            }
        }
        for list in &mut outgoing {
            list.sort_unstable();
        }
        Self(outgoing)
    }

    /// Those of one record: the field, and the record that it names.
    pub(super) fn of(&self, index: RecordIndex) -> &[(&'static str, RecordIndex)] {
        self.0.get(index.0).map_or(&[], Vec::as_slice)
    }
}

/// Whether it is a seat of a board that names an organisation, which the seat itself says.
fn is_of_seat(graph: &Graph, from: RecordIndex, field: &str, target: RecordIndex) -> bool {
    let Data::Board(board) = &graph.record(from).data else { return false };
    let own = board.organisation.as_ref().and_then(|own| graph.follow(own)).map(|(index, _)| index);
    field == "organisation" && own != Some(target)
}

/// A record as others name it.
pub(super) fn target<'a>(site: &Site<'a>, index: RecordIndex) -> Target<'a> {
    let record = site.graph.record(index);
    Target { id: record.id.to_string(), title: &record.title, path: path(site, &record.address) }
}

/// The cross-plan links that a record carries, then those that lead to it.
pub(super) fn links<'a>(site: &Site<'a>, index: RecordIndex) -> Vec<LinkData<'a>> {
    let graph = site.graph;
    let own = graph.record(index).shared.links.iter().filter_map(|link| {
        let Link::Record { record, section, anchor } = graph.link(&link.to)? else { return None };
        let mut to = target(site, *record);
        if let Some(section) = section.and_then(|place| graph.record(*record).sections.get(place)) {
            to.path = path(site, &section.address);
        }
        if let Some(anchor) = anchor {
            to.id = format!("{}#{anchor}", to.id);
            to.path = format!("{}#{}", to.path, crate::graph::address::encode(anchor));
        }
        Some(data("out", link, to, None))
    });
    let incoming = graph.backlinks(index).iter().filter_map(|back| {
        let Manner::CrossLink(place) = back.manner else { return None };
        let link = graph.record(back.from).shared.links.get(place)?;
        let part = match graph.link(&link.to) {
            Some(Link::Record { anchor, .. }) => anchor.as_deref(),
            _ => None,
        };
        Some(data("in", link, target(site, back.from), part))
    });
    own.chain(incoming).collect()
}

fn data<'a>(direction: &'static str, link: &'a CrossLink, target: Target<'a>, part: Option<&'a str>) -> LinkData<'a> {
    let relation = link.relation.value.name();
    LinkData { direction, relation, target, part, note: link.note.as_deref(), illustrative: link.illustrative }
}
