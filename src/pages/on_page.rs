//! The contents of a page: the headings of its text, and of what stands on it besides.
//!
//! Must not know how they are drawn; the anchors are those that the templates give.

use crate::graph::Text;
use crate::pages::body::{headings, worth_their_room};
use crate::pages::content::Content;
use crate::pages::parts::LinkGroup;
use crate::pages::site::Site;
use crate::pages::view::{ContentsEntry, PageView};

/// Fewest links of a list whose groups are worth a list of their own.
const LONG_LIST: usize = 15;

/// Every heading of a page that has this text and shows this; none where there are few.
pub(super) fn contents(site: &Site<'_>, view: &PageView, text: Option<&Text>) -> Vec<ContentsEntry> {
    let mut all = text.map(headings).unwrap_or_default();
    let mut add = |title: &str, anchor: &str| {
        all.push(ContentsEntry { title: title.to_owned(), anchor: anchor.to_owned(), entries: Vec::new() });
    };
    let add_groups = |groups: &[LinkGroup], add: &mut dyn FnMut(&str, &str)| {
        for group in groups.iter().filter(|group| !group.title.is_empty() && !group.links.is_empty()) {
            add(&group.title, &group.anchor);
        }
    };
    match &view.content {
        Content::Document { sections, decisions } => {
            if !sections.is_empty() {
                add(&site.say("document-contents"), "fm-sections");
            }
            if let Some(table) = decisions {
                add(&table.caption, "fm-table-1");
            }
        }
        Content::Record { tables, items, items_title, lists } => {
            for (place, table) in tables.iter().enumerate() {
                add(&table.caption, &format!("fm-table-{}", place + 1));
            }
            for section in &view.overviews {
                add(&section.title, &section.anchor);
            }
            if !items.is_empty() {
                add(items_title, "fm-items");
            }
            add_groups(lists, &mut add);
        }
        Content::Index { groups } if links(groups) >= LONG_LIST => add_groups(groups, &mut add),
        _ => {}
    }
    if !view.cross_links.is_empty() {
        add(&site.say("cross-links"), "fm-cross-links");
    }
    if !view.linked_from.is_empty() {
        add(&site.say("linked-from"), "fm-linked-from");
    }
    worth_their_room(all)
}

fn links(groups: &[LinkGroup]) -> usize {
    groups.iter().map(|group| group.links.len()).sum()
}
