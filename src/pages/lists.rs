//! Pages that are lists of other pages: the index of each kind, the list of a folder, A to Z, the site map.

use std::collections::{BTreeMap, HashMap};

use crate::graph::Record;
use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::graph::in_words;
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::content::Content;
use crate::pages::folder::{entry, within};
use crate::pages::outline::{blank, folders_above, home};
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::record::page;
use crate::pages::site::{Site, sort_key};
use crate::pages::view::Page;

/// The index of a kind: its records, in groups where the kind has types. A page of the site at the same address gives it
/// title and text.
pub(super) fn kind_index(site: &Site<'_>, kind: Kind) -> Page {
    let furniture = Furniture::Index(kind);
    let address = furniture.address();
    let own = site.graph.records().find(|(_, record)| record.address == address);
    let mut index = if let Some((own, _)) = own {
        page(site, own)
    } else {
        let mut view = blank(site, &address, furniture.title());
        view.breadcrumbs = vec![home(site, &address)];
        Page { address: address.clone(), template: "index.html", view, body: None, origin: None }
    };
    let mut groups: BTreeMap<(usize, &'static str), Vec<Part>> = BTreeMap::new();
    for (record_index, record) in site.of_kind(kind) {
        groups.entry(group_of(record)).or_default().push(entry(site, &address, record_index, record));
    }
    let groups = groups
        .into_iter()
        .enumerate()
        .map(|(place, ((_, title), links))| LinkGroup {
            title: title.to_owned(),
            anchor: format!("fm-group-{place}"),
            links,
        })
        .collect();
    index.template = "index.html";
    index.view.section_path = Some(address.from_root(site.style));
    index.view.content = Content::Index { groups };
    index
}

/// The group that a record belongs to in its kind's index: its place among the groups, and its heading.
fn group_of(record: &Record) -> (usize, &'static str) {
    fn of<T: Copy + PartialEq>(
        value: Option<crate::sources::Spanned<T>>,
        all: &[T],
        label: impl Fn(T) -> &'static str,
    ) -> (usize, &'static str) {
        value.map_or((usize::MAX, "Others"), |value| {
            (all.iter().position(|known| *known == value.value).unwrap_or(0), label(value.value))
        })
    }
    use crate::model::{board, document, group, legislation, organisation, plan, priority};
    match &record.data {
        Data::Document(data) => of(data.document_type, document::DocumentType::ALL, document::DocumentType::label),
        Data::Organisation(data) => {
            of(data.organisation_type, organisation::OrganisationType::ALL, organisation::OrganisationType::label)
        }
        Data::Board(data) => of(data.board_type, board::BoardType::ALL, board::BoardType::label),
        Data::Group(data) => of(data.group_type, group::GroupType::ALL, group::GroupType::label),
        Data::Priority(data) => {
            let kind = data.priority_type.map_or(priority::PriorityType::Shared, |kind| kind.value);
            match kind {
                priority::PriorityType::Shared => (0, "Shared priorities"),
                priority::PriorityType::EmergingThreat => (1, "Emerging threats"),
            }
        }
        Data::Plan(data) => of(data.tier, plan::Tier::ALL, plan::Tier::label),
        Data::Legislation(data) => {
            of(data.legislation_type, legislation::LegislationType::ALL, legislation::LegislationType::label)
        }
        _ => (0, ""),
    }
}

/// The list of a folder without a page of its own.
pub(super) fn folder(site: &Site<'_>, address: &Address) -> Page {
    let folder = address.as_str().strip_suffix("index").unwrap_or("");
    let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let title = if name.is_empty() { site.graph.settings.title.value.clone() } else { in_words(name) };
    let mut view = blank(site, address, &title);
    if !name.is_empty() {
        view.breadcrumbs = vec![home(site, address)];
        view.breadcrumbs.extend(folders_above(site, address));
    }
    let mut links = within(site, address);
    if name.is_empty() {
        links.extend(indexes(site, address));
        links.sort_by_cached_key(|part| sort_key(&part.text));
    }
    let groups = vec![LinkGroup { title: String::new(), anchor: "fm-group-0".to_owned(), links }];
    view.content = Content::Index { groups };
    let template = if name.is_empty() { "home.html" } else { "index.html" };
    Page { address: address.clone(), template, view, body: None, origin: None }
}

/// Links to the index of every kind that has records.
fn indexes(site: &Site<'_>, from: &Address) -> Vec<Part> {
    let made = Furniture::all().filter(|page| matches!(page, Furniture::Index(_)) && site.graph.has(*page));
    made.map(|page| site.to_furniture(from, page)).collect()
}

/// Every page by the first letter of its title.
pub(super) fn a_to_z(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::AToZ);
    let address = furniture.address();
    let mut letters: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    let namesakes = namesakes(site);
    for (index, record) in site.graph.records() {
        let first = sort_key(&record.title).0.chars().find(|c| c.is_alphanumeric());
        let letter = match first {
            Some(c) if c.is_alphabetic() => c.to_uppercase().collect(),
            _ => "0 to 9".to_owned(),
        };
        let part = told_apart(site.to_record(&address, index), record, &namesakes);
        let part = Part { tag: Some(record.id.kind.label().to_owned()), ..part };
        letters.entry(letter).or_default().push(part);
    }
    let groups = letters
        .into_iter()
        .map(|(letter, mut links)| {
            links.sort_by_cached_key(|part| sort_key(&part.text));
            let anchor = format!("fm-{}", letter.to_lowercase().replace(' ', "-"));
            LinkGroup { title: letter, anchor, links }
        })
        .collect();
    furnishing(site, furniture, "a-to-z.html", Content::Index { groups })
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
pub(super) fn site_map(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::SiteMap);
    let address = furniture.address();
    let mut groups = Vec::new();
    let namesakes = namesakes(site);
    for kind in Kind::ALL {
        let mut links = Vec::new();
        for (index, record) in site.of_kind(*kind) {
            links.push(told_apart(site.to_record(&address, index), record, &namesakes));
            links.extend(record.sections.iter().map(|section| Part {
                text: format!("{}: {}", record.title, section.title),
                href: Some(site.href(&address, &section.address, None)),
                ..Part::default()
            }));
        }
        if !links.is_empty() {
            groups.push(LinkGroup { title: kind.plural().to_owned(), anchor: format!("fm-{}", kind.name()), links });
        }
    }
    let mut overviews: Vec<Part> = View::ALL
        .iter()
        .filter(|view| site.graph.has(Furniture::View(**view)))
        .map(|view| site.to_furniture(&address, Furniture::View(*view)))
        .collect();
    overviews.extend(indexes(site, &address));
    overviews.extend(
        [Furnishing::AToZ, Furnishing::Accessibility]
            .map(|page| site.to_furniture(&address, Furniture::Furnishing(page))),
    );
    groups.push(LinkGroup { title: "Overviews".to_owned(), anchor: "fm-overviews".to_owned(), links: overviews });
    furnishing(site, furniture, "site-map.html", Content::Index { groups })
}

/// A page of the site's furniture.
pub(super) fn furnishing(site: &Site<'_>, furniture: Furniture, template: &'static str, content: Content) -> Page {
    let address = furniture.address();
    let mut view = blank(site, &address, furniture.title());
    view.breadcrumbs = vec![home(site, &address)];
    view.content = content;
    Page { address, template, view, body: None, origin: None }
}
