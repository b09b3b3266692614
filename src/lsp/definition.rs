//! Where what a link leads to is written: a record, a section, a heading, a numbered paragraph, an item of a plan.
//!
//! Must not know the protocol.

use crate::graph::{Graph, Link, RecordIndex};
use crate::parse::draft::part_ids;
use crate::parse::front_matter;
use crate::parse::markdown::tree::Block;
use crate::parse::markdown::{self, ParseOptions};
use crate::parse::reference::canonical;
use crate::sources::{SourceId, Sources, Span};

/// What is written somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// In a text of the site.
    At(Span),
    /// It is a file of the site by itself, by its name.
    File(String),
}

/// Where a link's target is written; nothing of pages that the site makes, and of the web.
pub(super) fn written(graph: &Graph, sources: &Sources, link: &Link) -> Option<Written> {
    match link {
        Link::Record { record, section, anchor } => {
            let whole =
                section.map_or_else(|| graph.record(*record).span, |place| graph.record(*record).sections[place].span);
            let part = anchor.as_deref().and_then(|anchor| part(graph, sources, (*record, *section), anchor));
            Some(Written::At(part.unwrap_or(whole)))
        }
        Link::File { path, .. } => {
            let names = sources.assets.keys();
            names.into_iter().find(|name| sources.within_content(name) == path).cloned().map(Written::File)
        }
        Link::Furniture(_) | Link::Folder(_) | Link::External(_) | Link::Here(_) | Link::Nowhere(_) => None,
    }
}

/// Where a part of a page is written.
fn part(
    graph: &Graph,
    sources: &Sources,
    (index, section): (RecordIndex, Option<usize>),
    anchor: &str,
) -> Option<Span> {
    let record = graph.record(index);
    let items = record.data.items().iter().filter(|_| section.is_none());
    if let Some(item) = items.into_iter().find(|item| canonical(&item.value.id.value) == anchor) {
        return Some(item.value.id.span);
    }
    let section = section.and_then(|place| record.sections.get(place));
    let (text, source) =
        section.map_or((record.text.as_ref(), record.source), |section| (Some(&section.text), section.source));
    let title = match section {
        Some(section) => Some(section.title.as_str()).filter(|_| section.span.end > 0),
        None => record.shared.title.as_ref().map(|title| title.value.as_str()),
    };
    let ids = if section.is_none() { part_ids(&record.data) } else { Vec::new() };
    let blocks = blocks(sources, source, title, &ids);
    let numbered =
        text?.numbers.iter().position(|number| number.as_ref().is_some_and(|number| number.anchor == anchor));
    numbered.and_then(|place| blocks.get(place)).and_then(span_of).or_else(|| heading(&blocks, anchor))
}

/// The blocks of a text; what is kept of it with the site has no places of its parts.
fn blocks(sources: &Sources, source: SourceId, title_given: Option<&str>, ids: &[String]) -> Vec<Block> {
    let text = sources.get(source).text();
    let start = front_matter::split(text).body_start;
    let reserved_ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let options = ParseOptions { title_given, reserved_ids: &reserved_ids };
    markdown::parse(&text[start..], source, start, &options).value.blocks
}

fn span_of(block: &Block) -> Option<Span> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph.span),
        Block::Heading(heading) => Some(heading.span),
        Block::Table(table) => Some(table.span),
        Block::Quote(inner) | Block::Alert(_, inner) => inner.iter().find_map(span_of),
        Block::List { items, .. } => items.iter().flat_map(|item| &item.blocks).find_map(span_of),
        _ => None,
    }
}

/// The heading of an anchor.
fn heading(blocks: &[Block], anchor: &str) -> Option<Span> {
    blocks.iter().find_map(|block| match block {
        Block::Heading(found) => (found.id == anchor).then_some(found.span),
        Block::Quote(inner) | Block::Alert(_, inner) => heading(inner, anchor),
        Block::List { items, .. } => items.iter().find_map(|item| heading(&item.blocks, anchor)),
        _ => None,
    })
}
