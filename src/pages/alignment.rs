//! How the priorities line up with the plans of every tier: one table for each sort of priority, a column for each tier.

use crate::graph::address::Address;
use crate::graph::{Link, Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::record::{CrossLink, Data};
use crate::pages::content::{RowView, TableView};
use crate::pages::parts::Part;
use crate::pages::site::Site;

/// The tables; `caption` stands over the first where there is only one sort of priority.
pub(super) fn tables(site: &Site<'_>, from: &Address, caption: &str) -> Vec<TableView> {
    let priorities = site.of_kind(Kind::Priority);
    let of_type = |wanted: PriorityType| {
        priorities
            .iter()
            .filter(move |(_, record)| match &record.data {
                Data::Priority(priority) => {
                    priority.priority_type.map_or(PriorityType::Shared, |kind| kind.value) == wanted
                }
                _ => false,
            })
            .copied()
            .collect::<Vec<_>>()
    };
    let titled = |kind: PriorityType| match kind {
        PriorityType::Shared => "Shared priorities",
        PriorityType::EmergingThreat => "Emerging threats",
    };
    let caption = if caption.is_empty() { "How the plans line up" } else { caption };
    PriorityType::ALL
        .iter()
        .filter_map(|kind| {
            let records = of_type(*kind);
            (!records.is_empty())
                .then(|| table(site, from, format!("{caption}: {}", titled(*kind).to_lowercase()), &records))
        })
        .collect()
}

fn table(site: &Site<'_>, from: &Address, caption: String, priorities: &[(RecordIndex, &Record)]) -> TableView {
    let mut columns = vec![site.label(Kind::Priority)];
    columns.extend(Tier::ALL.iter().map(|tier| site.label(*tier)));
    let rows = priorities
        .iter()
        .map(|(index, record)| {
            let mut cells = vec![vec![site.to_record(from, *index)]];
            cells.extend(Tier::ALL.iter().map(|tier| plans_of(site, from, *index, record, *tier)));
            RowView { cells }
        })
        .collect();
    TableView { caption, columns, rows }
}

/// The plans of a tier that a priority links to, or that link to it.
fn plans_of(site: &Site<'_>, from: &Address, index: RecordIndex, priority: &Record, tier: Tier) -> Vec<Part> {
    let tier_of = |record: &Record| match &record.data {
        Data::Plan(plan) => plan.tier.map(|tier| tier.value),
        _ => None,
    };
    let outgoing = priority.shared.links.iter().filter_map(|link| {
        let Some(Link::Record { record, anchor, .. }) = site.graph.link(&link.to) else { return None };
        let target = site.graph.record(*record);
        (tier_of(target) == Some(tier)).then(|| {
            part(site, from, *record, anchor.as_deref(), link, site.label_as(link.relation.value, "by-priority"))
        })
    });
    let incoming = site.graph.backlinks(index).iter().filter_map(|back| {
        let crate::graph::Manner::CrossLink(place) = back.manner else { return None };
        let source = site.graph.record(back.from);
        let link = source.shared.links.get(place)?;
        (tier_of(source) == Some(tier))
            .then(|| part(site, from, back.from, None, link, site.label_as(link.relation.value, "by-plan")))
    });
    outgoing.chain(incoming).collect()
}

fn part(
    site: &Site<'_>,
    from: &Address,
    plan: RecordIndex,
    anchor: Option<&str>,
    link: &CrossLink,
    relation: String,
) -> Part {
    let record = site.graph.record(plan);
    let mut text = record.title.clone();
    let target = Link::Record { record: plan, section: None, anchor: anchor.map(str::to_owned) };
    let (title, href) = site.destination(from, &target).unwrap_or_default();
    if title != text {
        text = format!("{text}: {title}");
    }
    Part {
        text,
        href: Some(href),
        tag: link.illustrative.then(|| site.say("illustrative")),
        illustrative: link.illustrative,
        note: Some(relation),
        ..Part::default()
    }
}
