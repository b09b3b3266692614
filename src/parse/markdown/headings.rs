//! Which heading is the title, and the levels and anchors of the others.
//!
//! Must not know events of Markdown.

use super::anchors::slug;
use super::ledger::Ledger;
use super::text::has_picture;
use super::tree::{Block, Footnote, Heading, Inline, Paragraph};
use super::walk::{self, Node};
use super::{anchors, raw_heading};

/// Takes the heading that serves as the title out of `blocks`, and gives what it says; nothing where a title is `given`.
pub(super) fn take_title(blocks: &mut Vec<Block>, given: Option<&str>) -> Option<String> {
    if let Some(given) = given {
        let first = blocks.first().and_then(first_level);
        if first.is_some_and(|text| slug(&text) == slug(given)) {
            remove(blocks, 0);
        }
        return None;
    }
    let found = blocks.iter().enumerate().find_map(|(at, block)| Some((at, first_level(block)?)));
    if let Some((at, text)) = found {
        remove(blocks, at);
        return Some(text);
    }
    let within = blocks.iter_mut().find_map(|block| match block {
        Block::Html(pieces) => raw_heading::take_first_level(pieces).and_then(|text| said(&text)),
        _ => None,
    });
    if within.is_some() {
        return within;
    }
    let (at, level, text) = blocks.iter().enumerate().find_map(|(at, block)| match block {
        Block::Heading(heading) => Some((at, heading.level, said(&heading.text)?)),
        _ => None,
    })?;
    let is_as_high = |block: &Block| matches!(block, Block::Heading(heading) if heading.level <= level);
    if blocks[at + 1..].iter().any(is_as_high) {
        // One of several: it is called after its own part of the page.
        return None;
    }
    if at == 0 {
        remove(blocks, 0);
    }
    Some(text)
}

/// Takes out the heading at `at`, which has become the title. Its pictures, such as badges, stay.
fn remove(blocks: &mut Vec<Block>, at: usize) {
    let Block::Heading(heading) = blocks.remove(at) else { return };
    let pictures = heading.inlines.into_iter().filter(|inline| has_picture(std::slice::from_ref(inline)));
    let apart = pictures.flat_map(|picture| [Inline::SoftBreak, picture]).skip(1);
    let inlines: Vec<Inline> = apart.collect();
    if !inlines.is_empty() {
        blocks.insert(at, Block::Paragraph(Paragraph { inlines, span: heading.span }));
    }
}

/// What a heading of level 1 says, if `block` is one that says something.
fn first_level(block: &Block) -> Option<String> {
    match block {
        Block::Heading(heading) if heading.level == 1 => said(&heading.text),
        Block::Html(pieces) => said(&raw_heading::lone_first_level(pieces)?),
        _ => None,
    }
}

fn said(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// Makes every heading one level lower where one of level 1 is left.
pub(super) fn settle_levels(blocks: &mut [Block], footnotes: &mut [Footnote]) {
    let mut found = false;
    each(blocks, footnotes, &mut |node| {
        found |= match node {
            Node::Block(Block::Heading(heading)) => heading.level <= 1,
            Node::Block(Block::Html(pieces)) | Node::Inline(Inline::Html(pieces)) => {
                raw_heading::has_first_level(pieces)
            }
            _ => false,
        };
    });
    if !found {
        return;
    }
    each(blocks, footnotes, &mut |node| match node {
        Node::Block(Block::Heading(heading)) => heading.level = (heading.level + 1).min(6),
        Node::Block(Block::Html(pieces)) | Node::Inline(Inline::Html(pieces)) => raw_heading::lower(pieces),
        _ => {}
    });
}

/// Gives every heading its anchor. Those that are written come first, so that no other heading takes them.
pub(super) fn settle_ids(blocks: &mut [Block], footnotes: &mut [Footnote], ledger: &mut Ledger<'_>) {
    let mut settled = Vec::new();
    each_heading(blocks, footnotes, &mut |heading| {
        let written = anchors::written(&heading.id);
        let claimed = written.as_ref().map(|id| {
            let span = ledger.within(heading.span, &heading.id).unwrap_or(heading.span);
            ledger.anchors.claim(id, span)
        });
        settled.push(matches!(claimed, Some(None)));
        if let Some(Some(diagnostic)) = claimed {
            ledger.report(diagnostic);
        }
        heading.id = written.unwrap_or_default();
    });
    let mut settled = settled.into_iter();
    each_heading(blocks, footnotes, &mut |heading| {
        if settled.next() == Some(false) {
            let wish = if heading.id.is_empty() { slug(&heading.text) } else { std::mem::take(&mut heading.id) };
            heading.id = ledger.anchors.unique(&wish, heading.span);
        }
    });
}

fn each_heading(blocks: &mut [Block], footnotes: &mut [Footnote], visit: &mut dyn FnMut(&mut Heading)) {
    walk::headings(blocks, visit);
    for footnote in footnotes {
        walk::headings(&mut footnote.blocks, visit);
    }
}

fn each(blocks: &mut [Block], footnotes: &mut [Footnote], visit: &mut dyn FnMut(Node<'_>)) {
    walk::blocks(blocks, visit);
    for footnote in footnotes {
        walk::blocks(&mut footnote.blocks, visit);
    }
}
