//! What a frame comes to when it ends, and where that goes.
//!
//! Must not know events.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::embeds::{self, is_embed, says_nothing};
use super::fragment::Fragment;
use super::frame::{Frame, Kind, fitted};
use super::ledger::{Ledger, as_browsers_read};
use super::text::heading_text;
use super::tree::{Block, Definition, Heading, HtmlPiece, Inline, Item, LinkUse, Table, WrittenEmbed};
use super::{footnotes, html, links};

/// A link or image that has ended.
struct Target {
    link_type: LinkType,
    destination: String,
    title: Option<String>,
    /// The whole of it.
    range: Range<usize>,
    /// Its destination.
    place: Range<usize>,
}

/// Ends `frame`, which stood at `range` in `around`.
pub(super) fn finish(mut frame: Frame, range: Range<usize>, around: &mut Frame, ledger: &mut Ledger<'_>) {
    match std::mem::replace(&mut frame.kind, Kind::Paragraph) {
        Kind::Paragraph => {
            if let Some(block) = frame.take_paragraph(Some(range), ledger) {
                around.push_block(block);
            }
        }
        Kind::Heading { level, id, classes } => {
            let span = ledger.trimmed_span(range);
            let inlines = frame.take_inlines();
            let text = heading_text(&inlines, &ledger.links);
            if !inlines.iter().all(says_nothing) {
                around.push_block(Block::Heading(Heading { level, id, classes, inlines, text, span }));
            }
        }
        Kind::Html(fragment) => raw_html(&fragment, around, ledger),
        Kind::Code { language, text } => around.push_block(Block::Code { language, text }),
        Kind::Emphasis => around.push_inline(Inline::Emphasis(frame.take_inlines()), range),
        Kind::Strong => around.push_inline(Inline::Strong(frame.take_inlines()), range),
        Kind::Strikethrough => around.push_inline(Inline::Strikethrough(frame.take_inlines()), range),
        Kind::Link { link_type, destination, title } => {
            let place = links::destination(ledger.text(), &range, frame.content_end, link_type);
            link(frame, Target { link_type, destination, title, range, place }, around, ledger);
        }
        Kind::Image { link_type, destination, title, alternative } => {
            let place = links::destination(ledger.text(), &range, frame.content_end, link_type);
            image(alternative, Target { link_type, destination, title, range, place }, around, ledger);
        }
        container => finish_container(frame, container, range, around, ledger),
    }
}

fn finish_container(mut frame: Frame, kind: Kind, range: Range<usize>, around: &mut Frame, ledger: &mut Ledger<'_>) {
    match (kind, &mut around.kind) {
        (Kind::Row { is_head, cells }, Kind::Table { head, rows, .. }) => {
            if is_head {
                *head = fitted(cells);
            } else {
                rows.push(fitted(cells));
            }
        }
        (Kind::Cell, Kind::Row { cells, .. }) => cells.push(frame.take_inlines()),
        (Kind::Term, Kind::Definitions(definitions)) => {
            definitions.push(Definition { term: frame.take_inlines(), details: Vec::new() });
        }
        (Kind::Details, Kind::Definitions(definitions)) => {
            let blocks = blocks_of(frame, Kind::Details, ledger).1;
            match definitions.last_mut() {
                Some(definition) => definition.details.push(blocks),
                None => definitions.push(Definition { term: Vec::new(), details: vec![blocks] }),
            }
        }
        (item @ Kind::Item { .. }, Kind::List { items, .. }) => {
            let (kind, blocks) = blocks_of(frame, item, ledger);
            if let Kind::Item { done, tight } = kind {
                items.push(Item { done, blocks, tight });
            }
        }
        (Kind::Quote(alert), _) => {
            let blocks = blocks_of(frame, Kind::Quote(alert), ledger).1;
            around.push_block(match alert {
                Some(alert) => Block::Alert(alert, blocks),
                None => Block::Quote(blocks),
            });
        }
        (Kind::Footnote(label), _) => {
            let blocks = blocks_of(frame, Kind::Details, ledger).1;
            footnotes::define(&label, blocks, range, ledger);
        }
        (Kind::List { start, items }, _) => around.push_block(Block::List { start, items: fitted(items) }),
        (Kind::Definitions(definitions), _) => around.push_block(Block::Definitions(definitions)),
        (Kind::Table { alignments, head, rows }, _) => {
            let (rows, span) = (fitted(rows), ledger.trimmed_span(range));
            around.push_block(Block::Table(Table { caption: None, alignments, head, rows, span }));
        }
        _ => {}
    }
}

/// The blocks of a frame of this kind, and the kind as it is after the last of them.
fn blocks_of(mut frame: Frame, kind: Kind, ledger: &mut Ledger<'_>) -> (Kind, Vec<Block>) {
    frame.kind = kind;
    let blocks = frame.take_blocks(ledger);
    (frame.kind, blocks)
}

fn raw_html(fragment: &Fragment, around: &mut Frame, ledger: &mut Ledger<'_>) {
    let pieces = html::block(fragment, &mut around.block_tags, ledger);
    let blank = |piece: &HtmlPiece| matches!(piece, HtmlPiece::Markup(markup) if markup.trim().is_empty());
    if !pieces.iter().all(blank) {
        around.blocks.push(Block::Html(pieces));
    }
}

fn link(mut frame: Frame, target: Target, around: &mut Frame, ledger: &mut Ledger<'_>) {
    let Target { link_type, destination, title, range, place } = target;
    let mut inlines = frame.take_inlines();
    let scheme = destination.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_reference = link_type == LinkType::Autolink && !links::is_of_the_web(scheme);
    if is_reference {
        inlines.clear();
    }
    let usage = if is_reference { LinkUse::Autolink } else { LinkUse::Text };
    let destination = if link_type == LinkType::Email { format!("mailto:{destination}") } else { destination };
    let link = ledger.link(&destination, place, usage);
    around.push_inline(Inline::Link { link, title, inlines }, range);
}

fn image(alternative: String, target: Target, around: &mut Frame, ledger: &mut Ledger<'_>) {
    let Target { destination, title, range, place, .. } = target;
    let destination = as_browsers_read(&destination);
    if !is_embed(&destination) {
        let link = ledger.link(&destination, place, LinkUse::Image);
        around.push_inline(Inline::Image { link, alternative, title }, range);
        return;
    }
    let embed = WrittenEmbed { destination, caption: alternative, span: ledger.span(place) };
    let may_stand_alone = around.holds_blocks() || matches!(around.kind, Kind::Paragraph);
    if may_stand_alone && around.embed.is_none() && around.inlines.iter().all(says_nothing) {
        around.widen(range);
        around.embed = Some(Box::new(embed));
    } else {
        let caption = embeds::among_words(embed, ledger);
        around.push_inline(caption, range);
    }
}
