//! What holds of every text: reading never panics, spans lie in the text, anchors are unique, levels are those of a page.

use std::collections::HashSet;

use proptest::prelude::*;

use super::body::Body;
use super::soup::soup;
use super::tree::{Block, Inline, LinkId};
use super::walk::{self, Node};
use super::{ParseOptions, parse};
use crate::diagnostic::{Checked, Place};
use crate::sources::{SourceId, Span};

const OFFSET: usize = 7;

fn read(text: &str) -> Checked<Body> {
    parse(text, SourceId(0), OFFSET, &ParseOptions { title_given: None, reserved_ids: &["main"] })
}

/// Every span of what was read.
fn spans(checked: &mut Checked<Body>) -> Vec<Span> {
    let place = |place: &Place| match place {
        Place::Span(span) => Some(*span),
        Place::File { .. } => None,
    };
    let found = checked.diagnostics.iter().flat_map(|found| {
        std::iter::once(&found.place).chain(found.related.iter().map(|related| &related.place)).filter_map(place)
    });
    let body = &checked.value;
    let written = body.links.iter().map(|link| link.span).chain(body.embeds.iter().map(|embed| embed.span));
    let mut spans: Vec<Span> = found.chain(written).collect();
    visit(&mut checked.value, &mut |node| match node {
        Node::Block(Block::Paragraph(paragraph)) => spans.push(paragraph.span),
        Node::Block(Block::Heading(heading)) => spans.push(heading.span),
        Node::Block(Block::Table(table)) => spans.push(table.span),
        _ => {}
    });
    spans
}

fn visit(body: &mut Body, visit: &mut dyn FnMut(Node<'_>)) {
    walk::blocks(&mut body.blocks, visit);
    body.footnotes.iter_mut().for_each(|footnote| walk::blocks(&mut footnote.blocks, visit));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text(text in soup()) {
        let mut checked = read(&text);
        for span in spans(&mut checked) {
            let range = span.range();
            prop_assert!(range.start >= OFFSET, "{span:?}");
            prop_assert!(text.get(range.start - OFFSET..range.end - OFFSET).is_some(), "{span:?} {text:?}");
        }
    }

    #[test]
    fn anchors_are_unique_and_levels_those_of_a_page(text in soup()) {
        let mut body = read(&text).value;
        let mut ids = HashSet::new();
        let mut faults = Vec::new();
        visit(&mut body, &mut |node| {
            if let Node::Block(Block::Heading(heading)) = node
                && (!ids.insert(heading.id.clone()) || heading.id == "main" || !(2..=6).contains(&heading.level))
            {
                faults.push((heading.level, heading.id.clone()));
            }
        });
        prop_assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn what_the_tree_refers_to_is_there(text in soup()) {
        let mut body = read(&text).value;
        let (links, embeds, footnotes) = (body.links.len(), body.embeds.len(), body.footnotes.len());
        let is_there = |LinkId(link): LinkId| (link as usize) < links;
        let mut faults = 0;
        visit(&mut body, &mut |node| {
            let holds = match node {
                Node::Inline(Inline::Link { link, .. } | Inline::Image { link, .. }) => is_there(*link),
                Node::Inline(Inline::FootnoteReference { footnote, occurrence }) => {
                    (*footnote as usize) < footnotes && *occurrence > 0
                }
                Node::Block(Block::Embed(embed)) => (embed.0 as usize) < embeds,
                _ => true,
            };
            faults += u32::from(!holds);
        });
        prop_assert_eq!(faults, 0);
    }

    #[test]
    fn reading_twice_gives_the_same(text in soup()) {
        prop_assert_eq!(read(&text).value, read(&text).value);
    }
}
