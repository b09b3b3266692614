//! Cross-plan links both ways, and who else refers to a record.

use std::collections::BTreeMap;

use crate::graph::address::Address;
use crate::graph::{Backlink, Link, Manner, Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::{CrossLink, Data};
use crate::model::relation::Relation;
use crate::pages::content::ItemView;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::view::{CrossLinkView, CrossLinks};
use crate::parse::reference::canonical;

/// The links that a record carries, then those that lead to it, grouped by relation.
pub(super) fn cross_links(site: &Site<'_>, from: &Address, index: RecordIndex) -> Vec<CrossLinks> {
    let record = site.graph.record(index);
    let mut groups: BTreeMap<(Relation, bool), Vec<CrossLinkView>> = BTreeMap::new();
    for link in &record.shared.links {
        if let Some(target @ Link::Record { record: other, .. }) = site.graph.link(&link.to) {
            let note_language = site.other_language(record).filter(|_| link.note.is_some());
            let view = CrossLinkView { note_language, ..view(site, from, *other, target, link) };
            groups.entry((link.relation.value, false)).or_default().push(view);
        }
    }
    for back in site.graph.backlinks(index) {
        let Some(link) = carried(site, back) else { continue };
        let target = Link::Record { record: back.from, section: None, anchor: None };
        let view = view(site, from, back.from, &target, link);
        // A note is written on the record that carries the link.
        let note_language = site.other_language(site.graph.record(back.from)).filter(|_| view.note.is_some());
        let view = CrossLinkView { note_language, ..view };
        let inverse = link.relation.value != Relation::SameTopic;
        let group = groups.entry((link.relation.value, inverse)).or_default();
        // One record may support several aims of a plan; which, the list of its aims says.
        if !group.contains(&view) {
            group.push(view);
        }
    }
    let label = |relation: Relation, inverse: bool| {
        if inverse { site.label_as(relation, "inverse") } else { site.label(relation) }
    };
    groups
        .into_iter()
        .map(|((relation, inverse), links)| CrossLinks { relation: label(relation, inverse), links })
        .collect()
}

/// The cross-plan link behind a backlink.
fn carried<'a>(site: &Site<'a>, back: &Backlink) -> Option<&'a CrossLink> {
    match back.manner {
        Manner::CrossLink(place) => site.graph.record(back.from).shared.links.get(place),
        Manner::Field(_) | Manner::Text => None,
    }
}

fn view(site: &Site<'_>, from: &Address, other: RecordIndex, target: &Link, link: &CrossLink) -> CrossLinkView {
    let record = site.graph.record(other);
    let part = site.to_link(from, target).unwrap_or_default();
    let is_part = !matches!(target, Link::Record { anchor: None, section: None, .. }) && part.text != record.title;
    CrossLinkView {
        target: part,
        within: is_part.then(|| site.to_record(from, other)),
        kind: kind_in_words(site, record),
        note: link.note.clone(),
        note_language: None,
        illustrative: link.illustrative,
    }
}

/// `National plan`, `Priority`.
fn kind_in_words(site: &Site<'_>, record: &Record) -> String {
    match &record.data {
        Data::Plan(plan) => match plan.tier {
            Some(tier) => site.label_as(tier.value, "plan"),
            None => site.label(Kind::Plan),
        },
        _ => site.label(record.id.kind),
    }
}

/// Everything that refers to one of these records otherwise than by a cross-plan link, by kind. A translation is reached by
/// the switch of languages.
pub(super) fn linked_from(site: &Site<'_>, from: &Address, to: &[RecordIndex]) -> Vec<LinkGroup> {
    let mut by_kind: BTreeMap<Kind, Vec<(RecordIndex, Option<usize>)>> = BTreeMap::new();
    for back in to.iter().flat_map(|index| site.graph.backlinks(*index)) {
        let shown_elsewhere = matches!(back.manner, Manner::CrossLink(_) | Manner::Field("translation_of"));
        if !shown_elsewhere && !to.contains(&back.from) {
            by_kind.entry(site.graph.record(back.from).id.kind).or_default().push((back.from, back.section));
        }
    }
    by_kind
        .into_iter()
        .map(|(kind, mut sources)| {
            sources.sort_unstable();
            sources.dedup();
            sources.sort_by_key(|(index, section)| (site.graph.rank(*index), *section));
            let links = sources.into_iter().map(|source| to_source(site, from, source)).collect();
            LinkGroup { title: site.label_as(kind, "plural"), anchor: format!("fm-from-{}", kind.name()), links }
        })
        .collect()
}

fn to_source(site: &Site<'_>, from: &Address, (index, section): (RecordIndex, Option<usize>)) -> Part {
    let record = site.graph.record(index);
    match section.and_then(|place| record.sections.get(place)) {
        Some(section) => {
            Part { text: format!("{}: {}", record.title, section.title), ..site.to_section(from, record, section) }
        }
        None => site.to_record(from, index),
    }
}

/// The parts of a record that links can aim at, each with those that link to it by a cross-plan link.
pub(super) fn items(site: &Site<'_>, from: &Address, index: RecordIndex) -> Vec<ItemView> {
    let items = site.graph.record(index).data.items().iter().map(|item| &item.value);
    items
        .map(|item| {
            let anchor = canonical(&item.id.value);
            ItemView {
                title: item.title.clone(),
                href: item.url.as_ref().map(|url| url.value.0.clone()),
                note: item.note.clone(),
                language: site.other_language(site.graph.record(index)),
                linked_from: aiming_at(site, from, index, &anchor),
                anchor,
            }
        })
        .collect()
}

fn aiming_at(site: &Site<'_>, from: &Address, index: RecordIndex, part: &str) -> Vec<Part> {
    let backlinks = site.graph.backlinks(index).iter();
    backlinks
        .filter_map(|back| {
            let link = carried(site, back)?;
            let aims_here =
                matches!(site.graph.link(&link.to), Some(Link::Record { anchor: Some(anchor), .. }) if **anchor == *part);
            let tag = link.illustrative.then(|| site.say("illustrative"));
            aims_here.then(|| Part { tag, illustrative: link.illustrative, ..site.to_record(from, back.from) })
        })
        .collect()
}
