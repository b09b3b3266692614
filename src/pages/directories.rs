//! What lists of many pages hold, for the page at hand: the records of a kind, every page by its letter, every page by its
//! place.
//!
//! Must not know on which page this is shown.

use std::collections::{BTreeMap, HashMap};

use crate::graph::Record;
use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::model::board::BoardType;
use crate::model::document::DocumentType;
use crate::model::group::GroupType;
use crate::model::kind::Kind;
use crate::model::legislation::LegislationType;
use crate::model::organisation::OrganisationType;
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::record::Data;
use crate::pages::folder::entry;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::{Site, sort_key};
use crate::pages::translations::subject;

/// The records of a kind, in groups where the kind has types.
pub(super) fn by_type(site: &Site<'_>, from: &Address, kind: Kind) -> Vec<LinkGroup> {
    let mut groups: BTreeMap<(usize, String), Vec<Part>> = BTreeMap::new();
    for (index, record) in site.of_kind(kind) {
        groups.entry(group_of(site, record)).or_default().push(entry(site, from, index));
    }
    let groups = groups.into_iter().enumerate();
    groups.map(|(place, ((_, title), links))| LinkGroup { title, anchor: format!("fm-group-{place}"), links }).collect()
}

/// The group that a record belongs to in its kind's index: its place among the groups, and its heading.
fn group_of(site: &Site<'_>, record: &Record) -> (usize, String) {
    let others = || (usize::MAX, site.say("title-others"));
    let of = |place: Option<usize>, label: Option<String>| place.zip(label).unwrap_or_else(others);
    macro_rules! by_type {
        ($given:expr, $all:expr) => {{
            let given = $given.map(|given| given.value);
            of(
                given.and_then(|given| $all.iter().position(|known| *known == given)),
                given.map(|given| site.label(given)),
            )
        }};
    }
    match &record.data {
        Data::Document(data) => by_type!(data.document_type, DocumentType::ALL),
        Data::Organisation(data) => by_type!(data.organisation_type, OrganisationType::ALL),
        Data::Board(data) => by_type!(data.board_type, BoardType::ALL),
        Data::Group(data) => by_type!(data.group_type, GroupType::ALL),
        Data::Plan(data) => by_type!(data.tier, Tier::ALL),
        Data::Legislation(data) => by_type!(data.legislation_type, LegislationType::ALL),
        Data::Priority(data) => {
            let sort = data.priority_type.map_or(PriorityType::Shared, |sort| sort.value);
            let place = PriorityType::ALL.iter().position(|known| *known == sort);
            of(place, Some(site.label_as(sort, "plural")))
        }
        _ => (0, String::new()),
    }
}

/// Every page by the first letter of its title.
pub(super) fn by_letter(site: &Site<'_>, from: &Address) -> Vec<LinkGroup> {
    let mut letters: BTreeMap<Option<String>, Vec<Part>> = BTreeMap::new();
    let namesakes = namesakes(site);
    for (index, record) in site.graph.records() {
        let first = sort_key(&record.title).0.chars().find(|c| c.is_alphanumeric());
        let letter = match first {
            Some(c) if c.is_alphabetic() => Some(c.to_uppercase().collect()),
            _ => None,
        };
        let part = told_apart(site.to_itself(from, index), record, &namesakes);
        let kind = site.graph.record(subject(site, index)).id.kind;
        let part = Part { tag: Some(site.label(kind)), ..part };
        letters.entry(letter).or_default().push(part);
    }
    letters
        .into_iter()
        .map(|(letter, mut links)| {
            links.sort_by_cached_key(|part| sort_key(&part.text));
            let anchor = format!("fm-{}", letter.as_deref().map_or_else(|| "0-to-9".to_owned(), str::to_lowercase));
            LinkGroup { title: letter.unwrap_or_else(|| site.say("title-digits")), anchor, links }
        })
        .collect()
}

/// How many pages have each title.
fn namesakes<'a>(site: &Site<'a>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for (_, record) in site.graph.records().filter(|(_, record)| record.id.kind == Kind::Page) {
        *counts.entry(record.title.as_str()).or_default() += 1;
    }
    counts
}

/// A link to a page that has namesakes says the folder too, for nobody could tell one "Changelog" from another.
fn told_apart(part: Part, record: &Record, namesakes: &HashMap<&str, usize>) -> Part {
    let path = record.address.as_str();
    let path = path.strip_suffix("/index").unwrap_or(path);
    match path.rsplit_once('/') {
        Some((folder, _)) if record.id.kind == Kind::Page && namesakes.get(record.title.as_str()) > Some(&1) => {
            let folder = if record.address.as_str().ends_with("/index") { path } else { folder };
            Part { text: format!("{} ({folder})", part.text), ..part }
        }
        _ => part,
    }
}

/// Every page by where it belongs.
pub(super) fn by_place(site: &Site<'_>, from: &Address) -> Vec<LinkGroup> {
    let mut groups = Vec::new();
    let namesakes = namesakes(site);
    for kind in Kind::ALL {
        let mut links = Vec::new();
        for (index, record) in site.all_of_kind(*kind) {
            links.push(told_apart(site.to_itself(from, index), record, &namesakes));
            links.extend(record.sections.iter().map(|section| Part {
                text: format!("{}: {}", record.title, section.title),
                ..site.to_section(from, record, section)
            }));
        }
        if !links.is_empty() {
            groups.push(LinkGroup {
                title: site.label_as(*kind, "plural"),
                anchor: format!("fm-{}", kind.name()),
                links,
            });
        }
    }
    let mut overviews: Vec<Part> = View::ALL
        .iter()
        .filter(|view| site.graph.has(Furniture::View(**view)))
        .map(|view| site.to_furniture(from, Furniture::View(*view)))
        .collect();
    overviews.extend(indexes(site, from));
    overviews.extend(
        [Furnishing::Search, Furnishing::AToZ, Furnishing::Accessibility]
            .map(Furniture::Furnishing)
            .into_iter()
            .filter(|page| site.graph.has(*page))
            .map(|page| site.to_furniture(from, page)),
    );
    overviews.sort_by_cached_key(|part| sort_key(&part.text));
    groups.push(LinkGroup { title: site.say("title-overviews"), anchor: "fm-overviews".to_owned(), links: overviews });
    groups
}

/// Links to the index of every kind that has records.
pub(super) fn indexes(site: &Site<'_>, from: &Address) -> Vec<Part> {
    let made = Furniture::all().filter(|page| matches!(page, Furniture::Index(_)) && site.graph.has(*page));
    made.map(|page| site.to_furniture(from, page)).collect()
}
