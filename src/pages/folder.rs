//! What a folder holds: its pages and the folders below it, each with the words that stand for it.
//!
//! Must not know on which page this is shown.

use std::collections::BTreeSet;

use crate::graph::address::Address;
use crate::graph::in_words;
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::{Site, sort_key};
use crate::pages::wording;
use crate::parse::place::is_readme;

/// What lies beside a README, which is its folder's page: a forge lists it with the README. None where there is nothing.
pub(super) fn beside_readme(site: &Site<'_>, record: &Record) -> Vec<LinkGroup> {
    let path = &site.sources.get(record.source).path;
    let file = path.rsplit('/').next().unwrap_or(path);
    let is_index = record.address.as_str().rsplit('/').next() == Some("index");
    if !is_index || !is_readme(file) {
        return Vec::new();
    }
    let links = within(site, &record.address);
    let group = LinkGroup { title: site.say("title-folder"), anchor: "fm-folder".to_owned(), links };
    if group.links.is_empty() { Vec::new() } else { vec![group] }
}

/// The pages and folders right in the folder of the page at `address`, itself not among them.
pub(super) fn within(site: &Site<'_>, address: &Address) -> Vec<Part> {
    let folder = address.as_str().strip_suffix("index").unwrap_or("");
    let mut links: Vec<(i64, Part)> = Vec::new();
    let mut seen_folders = BTreeSet::new();
    for (index, record) in site.graph.records() {
        let Some(rest) = record.address.as_str().strip_prefix(folder) else { continue };
        if record.id.kind != Kind::Page || rest == "index" {
            continue;
        }
        match rest.split_once('/') {
            None => links.push((place_of(record), entry_itself(site, address, index))),
            Some((below, rest)) => {
                let own_page = rest == "index";
                if own_page {
                    links.push((place_of(record), entry_itself(site, address, index)));
                }
                seen_folders.insert((below.to_owned(), own_page));
            }
        }
    }
    for (below, _) in seen_folders.iter().filter(|(below, own)| !own && !seen_folders.contains(&(below.clone(), true)))
    {
        let target = Address::new(format!("{folder}{below}/index"));
        let href = Some(site.href(address, &target, None));
        links.push((i64::MAX, Part { text: in_words(below), href, ..Part::default() }));
    }
    links.sort_by_cached_key(|(place, part)| (*place, sort_key(&part.text)));
    links.into_iter().map(|(_, part)| part).collect()
}

/// The place among its neighbours that a page asks for; those that ask for none come last.
pub(super) fn place_of(record: &Record) -> i64 {
    match &record.data {
        Data::Page(page) => page.order.map_or(i64::MAX, |order| order.value),
        _ => i64::MAX,
    }
}

/// A link to a record, or to the one that says the same in the language of the page at hand, with what stands for it.
pub(super) fn entry(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    entry_itself(site, from, site.shown(index))
}

/// A link to a record with what stands for it: its summary, or how a page opens; and the day of an event, or
/// where the record stands in its life.
fn entry_itself(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    let record = site.graph.record(index);
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    let summary = summary.or_else(|| record.opening().filter(|_| record.id.kind == Kind::Page).map(str::to_owned));
    let tag = match &record.data {
        Data::Event(event) => Some(wording::day(site, event.date.value).text),
        data => data.status().map(|status| site.label(status)),
    };
    let note_language = site.other_language(record).filter(|_| summary.is_some());
    Part { note: summary, note_language, tag, ..site.to_itself(from, index) }
}
