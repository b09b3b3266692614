//! A priority with its links to plans.
//!
//! Must not know words.

use crate::graph::{Graph, Link, Manner, Record, RecordIndex};
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::record::{CrossLink, Data};

/// A link between a priority and a plan, seen from the priority.
pub(super) struct Pair<'a> {
    pub(super) plan: RecordIndex,
    pub(super) tier: Option<Tier>,
    pub(super) anchor: Option<&'a str>,
    pub(super) link: &'a CrossLink,
    /// Whether the priority carries the link, and not the plan.
    pub(super) outgoing: bool,
}

/// A priority with its links to plans.
pub(super) struct Line<'a> {
    pub(super) index: RecordIndex,
    pub(super) kind: PriorityType,
    pub(super) topics: Vec<(RecordIndex, &'a Record)>,
    pub(super) pairs: Vec<Pair<'a>>,
}

/// A priority with its links; nothing of what is no priority.
pub(super) fn line(graph: &Graph, index: RecordIndex) -> Option<Line<'_>> {
    let record = graph.record(index);
    let Data::Priority(priority) = &record.data else { return None };
    let outgoing = record.shared.links.iter().filter_map(|link| {
        let Some(Link::Record { record, anchor, .. }) = graph.link(&link.to) else { return None };
        let tier = tier_of(graph, *record)?;
        Some(Pair { plan: *record, tier, anchor: anchor.as_deref(), link, outgoing: true })
    });
    let incoming = graph.backlinks(index).iter().filter_map(|back| {
        let Manner::CrossLink(place) = back.manner else { return None };
        let tier = tier_of(graph, back.from)?;
        let link = graph.record(back.from).shared.links.get(place)?;
        Some(Pair { plan: back.from, tier, anchor: None, link, outgoing: false })
    });
    Some(Line {
        index,
        kind: priority.priority_type.map_or(PriorityType::Shared, |kind| kind.value),
        topics: priority.topics.iter().filter_map(|topic| graph.follow(topic)).collect(),
        pairs: outgoing.chain(incoming).collect(),
    })
}

/// The tier of a plan, where it has one; nothing of what is no plan.
#[expect(clippy::option_option, reason = "a plan without a tier is not the same as what is no plan")]
fn tier_of(graph: &Graph, index: RecordIndex) -> Option<Option<Tier>> {
    match &graph.record(index).data {
        Data::Plan(plan) => Some(plan.tier.map(|tier| tier.value)),
        _ => None,
    }
}
