//! Captions of tables: a paragraph right before or after a table that begins with `Table:`.
//!
//! Must not know the text around.

use super::tree::{Block, Inline, Paragraph};

/// What a caption begins with.
const MARK: &str = "Table:";

/// Gives each table among these blocks the caption that stands beside it. One before the table goes first.
pub(super) fn with_captions(blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return blocks;
    }
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        match (&mut block, kept.last_mut()) {
            (Block::Table(table), Some(Block::Paragraph(before))) if is_caption(before) => {
                table.caption = Some(caption(before));
                kept.pop();
            }
            (Block::Paragraph(after), Some(Block::Table(table))) if table.caption.is_none() && is_caption(after) => {
                table.caption = Some(caption(after));
                continue;
            }
            _ => {}
        }
        kept.push(block);
    }
    kept
}

fn is_caption(paragraph: &Paragraph) -> bool {
    matches!(paragraph.inlines.first(), Some(Inline::Text(text)) if text.starts_with(MARK))
}

fn caption(paragraph: &mut Paragraph) -> Vec<Inline> {
    let mut inlines = std::mem::take(&mut paragraph.inlines);
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        *text = text.strip_prefix(MARK).unwrap_or(text).trim_start().to_owned();
        if text.is_empty() {
            inlines.remove(0);
        }
    }
    inlines
}
