//! What stands for each entry of a list.
//!
//! Must not know on which page of how many.

use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::graph::{RecordIndex, in_words};
use crate::pages::directory::entry::Entry;
use crate::pages::folder::{entry, entry_itself};
use crate::pages::order::type_of;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::told_apart::told_apart;
use crate::pages::translations::subject;

/// Links that need no heading.
pub(super) fn untitled(links: Vec<Part>) -> LinkGroup {
    LinkGroup { title: String::new(), anchor: "fm-group-0".to_owned(), links }
}

/// How many pages a link leads to, in words.
pub(super) fn count(site: &Site<'_>, pages: usize) -> String {
    site.tell("list-pages-count", &[("count", i64::try_from(pages).unwrap_or(i64::MAX).into())])
}

/// A link in the list of a folder.
pub(super) fn in_folder(site: &Site<'_>, from: &Address, of: &Entry) -> Part {
    match of {
        Entry::Folder(list) => {
            let path = list.as_str().trim_end_matches("/index");
            let text = in_words(path.rsplit('/').next().unwrap_or(path));
            Part { text, href: Some(site.href(from, list, None)), ..Part::default() }
        }
        Entry::Index(kind) => site.to_furniture(from, Furniture::Index(*kind)),
        _ => of.record().map_or_else(Part::default, |index| entry_itself(site, from, index)),
    }
}

/// A link in the A to Z, which says what kind of page it leads to.
pub(super) fn by_letter(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    let kind = site.graph.record(subject(site, index)).id.kind;
    Part { tag: Some(site.label(kind)), ..itself(site, from, index) }
}

/// A link in the site map.
pub(super) fn by_place(site: &Site<'_>, from: &Address, of: &Entry) -> Part {
    let Some(index) = of.record() else { return Part::default() };
    let record = site.graph.record(index);
    let section = if let Entry::Section(_, place) = of { record.sections.get(*place) } else { None };
    match section {
        Some(section) => {
            Part { text: format!("{}: {}", record.title, section.title), ..site.to_section(from, record, section) }
        }
        None => itself(site, from, index),
    }
}

/// A link to a page in a list of all pages, with its folder where others are called the same.
fn itself(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    let part = site.to_itself(from, index);
    let is_shared = site.directory.namesakes.contains(&index);
    match told_apart(site.graph.record(index)).filter(|_| is_shared) {
        Some(text) => Part { text, ..part },
        None => part,
    }
}

/// The links of an index, in groups where the kind has types. A group is known by its place in the whole index, so that its
/// anchor is the same on every page that has some of it.
pub(super) fn by_type(site: &Site<'_>, from: &Address, whole: &[Entry], part: &[Entry]) -> Vec<LinkGroup> {
    let place_at = |of: &Entry| of.record().map(|index| type_of(&site.graph.record(index).data).0);
    let groups = part.chunk_by(|one, other| place_at(one) == place_at(other));
    let group = |entries: &[Entry]| {
        let (place, message) = type_of(&site.graph.record(entries.first()?.record()?).data);
        let links = entries.iter().filter_map(Entry::record).map(|index| entry(site, from, index)).collect();
        let title = message.map_or_else(String::new, |message| site.say(&message));
        let mut before = &whole[..whole.partition_point(|other| place_at(other) < Some(place))];
        let mut groups_before = 0;
        while let Some(last) = before.last() {
            before = &before[..before.partition_point(|other| place_at(other) < place_at(last))];
            groups_before += 1;
        }
        Some(LinkGroup { title, anchor: format!("fm-group-{groups_before}"), links })
    };
    groups.filter_map(group).collect()
}
