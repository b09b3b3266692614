//! Running text: the paragraphs, cells and terms of a body, in the order of reading, each with the place that it stands in.
//! Headings are no running text.
//!
//! Must not know what is looked for.

use crate::parse::markdown::body::Body;
use crate::parse::markdown::tree::{Block, Inline};
use crate::sources::Span;

/// A run of text.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    /// What it says.
    pub(super) inlines: &'a [Inline],
    /// The paragraph or the table that it stands in; unknown of the term of a definition.
    pub(super) within: Option<Span>,
    /// Whether it is the term of a definition, which the text below explains.
    pub(super) is_defined: bool,
}

/// Every run of a body.
pub(super) fn runs(body: &Body) -> Vec<Run<'_>> {
    let mut all = Vec::new();
    of_blocks(&body.blocks, &mut all);
    for footnote in &body.footnotes {
        of_blocks(&footnote.blocks, &mut all);
    }
    all
}

/// Its recursion is as deep as the tree, which the parser bounds.
fn of_blocks<'a>(blocks: &'a [Block], all: &mut Vec<Run<'a>>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                all.push(Run { inlines: &paragraph.inlines, within: Some(paragraph.span), is_defined: false });
            }
            Block::Quote(inner) | Block::Alert(_, inner) => of_blocks(inner, all),
            Block::List { items, .. } => items.iter().for_each(|item| of_blocks(&item.blocks, all)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    all.push(Run { inlines: &definition.term, within: None, is_defined: true });
                    definition.details.iter().for_each(|details| of_blocks(details, all));
                }
            }
            Block::Table(table) => {
                let cells = table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten());
                all.extend(cells.map(|cell| Run { inlines: cell, within: Some(table.span), is_defined: false }));
            }
            Block::Heading(_) | Block::Code { .. } | Block::Rule | Block::Html(_) | Block::Embed(_) => {}
        }
    }
}
