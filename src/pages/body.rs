//! A text on its page: where each link leads from there, what each embed shows, which headings make the contents.

use std::sync::Arc;

use crate::graph::address::Address;
use crate::graph::{Embed, Link, RecordIndex, Text};
use crate::model::record::Data;
use crate::pages::content::EmbedView;
use crate::pages::lists::whole::whole;
use crate::pages::members;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::view::{BodyView, ContentsEntry};
use crate::pages::views::overview;
use crate::parse::markdown::destination::Destination;

/// Fewest headings that make a list of contents worth its room.
const FEWEST_HEADINGS: usize = 3;

/// Makes a text ready to be written on the page at `from`.
pub(super) fn body(site: &Site<'_>, from: &Address, text: &Text) -> BodyView {
    let destination = |link: &Link| match (site.destination(from, link), link) {
        (Some((title, href)), _) => {
            let language = site.language_of_target(link);
            Destination::To { href, title: autolink_text(site, link, title), language }
        }
        (None, Link::Nowhere(written)) => Destination::Nowhere { text: written.to_string() },
        (None, _) => Destination::Nowhere { text: String::new() },
    };
    let destinations = text.links.iter().map(destination).collect();
    let embeds = text
        .embeds
        .iter()
        .zip(&text.body.embeds)
        .enumerate()
        .map(|(number, (embed, written))| show(site, from, *embed, &written.caption, number + 1))
        .collect();
    BodyView { tree: Arc::clone(&text.body), destinations, numbers: text.numbers.clone(), embeds }
}

/// The text of `<kind:slug>`: the title; of a term, the term as it stands in a sentence.
fn autolink_text(site: &Site<'_>, link: &Link, title: String) -> String {
    match link {
        Link::Record { record, anchor: None, .. } => match &site.graph.record(*record).data {
            Data::Term(term) => term.abbreviation.as_ref().map_or(title, |short| short.value.clone()),
            _ => title,
        },
        _ => title,
    }
}

/// The embed of this number in its text.
fn show(site: &Site<'_>, from: &Address, embed: Embed, caption: &str, number: usize) -> EmbedView {
    match embed {
        Embed::Nothing => EmbedView::Nothing,
        Embed::View(view) => {
            let own = site.label(view);
            let caption = if caption.is_empty() { &own } else { caption };
            let overview = overview(site, from, view, caption, &format!("fm-embed-{number}"));
            EmbedView::Overview { overview, whole: whole(site, from, view).map(Box::new) }
        }
        Embed::Record(index) => show_record(site, from, index, caption),
    }
}

fn show_record(site: &Site<'_>, from: &Address, index: RecordIndex, caption: &str) -> EmbedView {
    let record = site.graph.record(index);
    let caption = if caption.is_empty() { site.called(index) } else { caption }.to_owned();
    let site = &site.for_facts(record);
    match &record.data {
        Data::Board(board) if !board.seats.is_empty() => {
            EmbedView::Tables { tables: vec![members::seats(site, from, board, caption)] }
        }
        data if !data.items().is_empty() => {
            let items = data.items().iter().map(|item| (&item.value.id.value, &item.value.title));
            EmbedView::List { caption, links: parts(site, from, index, items) }
        }
        Data::Document(_) if !record.sections.is_empty() => {
            let links = record.sections.iter().map(|section| Part {
                note: section.summary.as_ref().map(|summary| summary.value.clone()),
                note_language: site.other_language(record),
                ..site.to_section(from, record, section)
            });
            EmbedView::List { caption, links: links.collect() }
        }
        _ => {
            let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
            EmbedView::Card {
                record: Part {
                    note: summary,
                    note_language: site.other_language(record),
                    ..site.to_record(from, index)
                },
                kind: site.label(record.id.kind),
            }
        }
    }
}

fn parts<'a>(
    site: &Site<'_>,
    from: &Address,
    index: RecordIndex,
    items: impl Iterator<Item = (&'a String, &'a String)>,
) -> Vec<Part> {
    let record = site.graph.record(index);
    items
        .map(|(id, title)| Part {
            text: title.clone(),
            href: Some(site.href(from, &record.address, Some(id))),
            language: site.other_language(record),
            ..Part::default()
        })
        .collect()
}

/// The headings of a text, where it has enough of them.
pub(super) fn contents(text: &Text) -> Vec<ContentsEntry> {
    worth_their_room(headings(text))
}

/// These, where they are enough to make a list of contents.
pub(super) fn worth_their_room(entries: Vec<ContentsEntry>) -> Vec<ContentsEntry> {
    let count: usize = entries.iter().map(|entry| 1 + entry.entries.len()).sum();
    if count >= FEWEST_HEADINGS { entries } else { Vec::new() }
}

/// The headings of a text, those of level 3 below those of level 2.
pub(super) fn headings(text: &Text) -> Vec<ContentsEntry> {
    let mut entries: Vec<ContentsEntry> = Vec::new();
    for heading in text.body.outline.top_headings() {
        let entry =
            ContentsEntry { title: heading.text.to_owned(), anchor: heading.id.to_owned(), entries: Vec::new() };
        match (heading.level, entries.last_mut()) {
            (2, _) | (3, None) => entries.push(entry),
            (3, Some(above)) => above.entries.push(entry),
            _ => {}
        }
    }
    entries
}
