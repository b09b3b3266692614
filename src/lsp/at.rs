//! What stands at a place of a source: a reference, or the record that is written there.
//!
//! Must not know the protocol.

use crate::graph::{Graph, Link, RecordIndex};
use crate::inventory::{Referring, referring_in};
use crate::sources::{SourceId, Span};

/// The reference that holds an offset of a source; of several within each other the shortest.
pub(super) fn reference(graph: &Graph, source: SourceId, offset: usize) -> Option<Referring<'_>> {
    let holds = |span: Span| span.source == source && span.range().start <= offset && offset <= span.range().end;
    referring_in(graph, source)
        .into_iter()
        .filter(|found| holds(found.span))
        .min_by_key(|found| found.span.end - found.span.start)
}

/// The record, and the section of it, whose fields or text hold an offset of a source.
pub(super) fn record(graph: &Graph, source: SourceId, offset: usize) -> Option<(RecordIndex, Option<usize>)> {
    let holds =
        |extent: Span| extent.source == source && extent.range().start <= offset && offset <= extent.range().end;
    for (index, record) in graph.records() {
        if let Some(place) = record.sections.iter().position(|section| holds(section.extent)) {
            return Some((index, Some(place)));
        }
        if holds(record.extent) {
            return Some((index, None));
        }
    }
    None
}

/// What a place leads to: where a reference leads, else the record that is written there.
pub(super) fn target(graph: &Graph, source: SourceId, offset: usize) -> Option<Link> {
    let written =
        || record(graph, source, offset).map(|(record, section)| Link::Record { record, section, anchor: None });
    let Some(found) = reference(graph, source, offset) else { return written() };
    match found.to {
        // A part of the same page.
        Link::Here(anchor) => {
            let (record, section) = found.from?;
            Some(Link::Record { record, section, anchor: Some(anchor.into()) })
        }
        Link::Nowhere(_) => None,
        link => Some(link),
    }
}
