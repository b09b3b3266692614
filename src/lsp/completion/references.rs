//! Names of kinds, records and their parts.

use std::ops::Range;

use super::offer::{Offer, Sort, Typing};
use crate::graph::furniture::{Furniture, View};
use crate::graph::{Graph, Record, RecordIndex, Text};
use crate::model::kind::Kind;
use crate::model::record::about;
use crate::model::reference::RecordId;
use crate::parse::markdown::cursor::Destination;
use crate::parse::reference;

/// Which references belong at a place.
pub(super) struct Wanted {
    /// The kinds; any where empty.
    pub(super) kinds: &'static [Kind],
    /// Whether a name alone will do, without its kind.
    pub(super) bare: bool,
    /// Whether views may be drawn there.
    pub(super) views: bool,
}

impl Wanted {
    /// Those of a link in running text.
    pub(super) fn of(destination: &Destination) -> Self {
        Self { kinds: &[], bare: false, views: !destination.is_bare }
    }
}

/// The names that could stand in these bytes.
pub(super) fn offers(typing: &Typing<'_>, range: &Range<usize>, wanted: &Wanted) -> Vec<Offer> {
    let Some(graph) = typing.graph else { return kinds(range, wanted) };
    let text = typing.sources.get(typing.source).text();
    let typed = text.get(range.start..typing.offset).unwrap_or("").trim_start_matches(['"', '\'']);
    if let Some((whole, _)) = typed.split_once('#') {
        return parts_of(typing, graph, range, whole, wanted);
    }
    let Some((word, _)) = typed.split_once(':') else {
        let of_kind = |record: &Record| wanted.kinds.is_empty() || wanted.kinds.contains(&record.id.kind);
        let names = graph.records().filter(|(_, record)| wanted.bare && of_kind(record));
        let is_one = wanted.kinds.len() == 1;
        let name = |record: &Record| if is_one { record.id.slug.clone() } else { record.id.to_string() };
        let mut all: Vec<Offer> = names.map(|(_, record)| offer(record, name(record), range)).collect();
        if !is_one {
            all.extend(kinds(range, wanted));
        }
        return all;
    };
    if word == "view" && wanted.views {
        let views = View::ALL.iter().filter(|view| graph.has(Furniture::View(**view)));
        return views.map(|view| Offer::new(format!("view:{}", view.name()), range, Sort::Record)).collect();
    }
    let Some(kind) = Kind::from_name(word).filter(|kind| wanted.kinds.is_empty() || wanted.kinds.contains(kind)) else {
        return kinds(range, wanted);
    };
    let records = graph.records().filter(|(_, record)| record.id.kind == kind);
    let mut all: Vec<Offer> = records.map(|(_, record)| offer(record, record.id.to_string(), range)).collect();
    if kind == Kind::Page {
        let pages = Furniture::all().filter(|page| graph.has(*page));
        all.extend(pages.map(|page| {
            Offer::new(format!("page:{}", page.name()), range, Sort::Record).detail("a page that the site makes")
        }));
    }
    all
}

fn kinds(range: &Range<usize>, wanted: &Wanted) -> Vec<Offer> {
    let is_wanted = |kind: &&Kind| wanted.kinds.is_empty() || wanted.kinds.contains(kind);
    let offer = |kind: &Kind| Offer::new(format!("{}:", kind.name()), range, Sort::Kind).about(about(*kind));
    let views = wanted.views.then(|| Offer::new("view:", range, Sort::Kind).about("A view over many records."));
    Kind::ALL.iter().filter(is_wanted).map(offer).chain(views).collect()
}

fn offer(record: &Record, words: String, range: &Range<usize>) -> Offer {
    let summary = record.shared.summary.as_ref().map_or("", |summary| summary.value.as_str());
    Offer::new(words, range, Sort::Record).detail(&record.title).about(summary)
}

/// The parts of a record, or of the page that is written here where nothing stands before the `#`.
fn parts_of(typing: &Typing<'_>, graph: &Graph, range: &Range<usize>, whole: &str, wanted: &Wanted) -> Vec<Offer> {
    let index = if whole.is_empty() {
        super::super::at::record(graph, typing.source, typing.offset).map(|(index, _)| index)
    } else {
        named(graph, whole, wanted.kinds)
    };
    index
        .map(|index| parts(graph.record(index)))
        .unwrap_or_default()
        .into_iter()
        .map(|(anchor, title)| Offer::new(format!("{whole}#{anchor}"), range, Sort::Part).detail(title))
        .collect()
}

/// The record of a name, with or without its kind.
fn named(graph: &Graph, name: &str, kinds: &[Kind]) -> Option<RecordIndex> {
    let reference = reference::parse(name).ok()?;
    let kinds =
        reference.kind.map_or_else(|| if kinds.is_empty() { Kind::ALL } else { kinds }.to_vec(), |kind| vec![kind]);
    kinds.into_iter().find_map(|kind| graph.find(&RecordId { kind, slug: reference.slug.clone() }))
}

/// Every part of a record with what it is called: items, sections, headings, numbered paragraphs.
pub(in crate::lsp) fn parts(record: &Record) -> Vec<(String, String)> {
    let items = record.data.items().iter().map(|item| (item.value.id.value.clone(), item.value.title.clone()));
    let sections = record.sections.iter().map(|section| (section.slug.clone(), section.title.clone()));
    let mut all: Vec<(String, String)> = items.chain(sections).collect();
    let texts = record.text.iter().chain(record.sections.iter().map(|section| &section.text));
    for text in texts {
        all.extend(parts_of_text(text));
    }
    all.dedup_by(|one, other| one.0 == other.0);
    all
}

/// The parts of a text: its headings, then its numbered paragraphs.
pub(super) fn parts_of_text(text: &Text) -> impl Iterator<Item = (String, String)> {
    let headings = text.body.outline.headings().map(|heading| (heading.id.to_owned(), heading.text.to_owned()));
    let numbers = text.numbers.iter().flatten();
    headings.chain(numbers.map(|number| (number.anchor.clone(), format!("paragraph {}", number.label))))
}
