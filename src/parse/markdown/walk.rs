//! Visits every block and every inline of a body in the order of reading. Its recursion is as deep as the tree, which
//! [`super::build`] bounds.
//!
//! Must not know what the visits are for.

use super::tree::{Block, Heading, Inline};

/// What is visited.
pub(super) enum Node<'a> {
    /// A block, before what it holds.
    Block(&'a mut Block),
    /// An inline, before what it holds.
    Inline(&'a mut Inline),
}

/// Visits `blocks` and all they hold.
pub(super) fn blocks(nodes: &mut [Block], visit: &mut dyn FnMut(Node<'_>)) {
    for block in nodes {
        visit(Node::Block(block));
        match block {
            Block::Paragraph(paragraph) => inlines(&mut paragraph.inlines, visit),
            Block::Heading(heading) => inlines(&mut heading.inlines, visit),
            Block::Quote(inner) | Block::Alert(_, inner) => blocks(inner, visit),
            Block::List { items, .. } => items.iter_mut().for_each(|item| blocks(&mut item.blocks, visit)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&mut definition.term, visit);
                    definition.details.iter_mut().for_each(|details| blocks(details, visit));
                }
            }
            Block::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                table.caption.iter_mut().chain(cells).for_each(|cell| inlines(cell, visit));
            }
            Block::Code { .. } | Block::Rule | Block::Html(_) | Block::Embed(_) => {}
        }
    }
}

/// Visits every heading among `blocks` and in what they hold.
pub(super) fn headings(nodes: &mut [Block], visit: &mut dyn FnMut(&mut Heading)) {
    for block in nodes {
        match block {
            Block::Heading(heading) => visit(heading),
            Block::Quote(inner) | Block::Alert(_, inner) => headings(inner, visit),
            Block::List { items, .. } => items.iter_mut().for_each(|item| headings(&mut item.blocks, visit)),
            Block::Definitions(definitions) => {
                definitions
                    .iter_mut()
                    .flat_map(|definition| &mut definition.details)
                    .for_each(|details| headings(details, visit));
            }
            _ => {}
        }
    }
}

fn inlines(nodes: &mut [Inline], visit: &mut dyn FnMut(Node<'_>)) {
    for inline in nodes {
        visit(Node::Inline(inline));
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { inlines: inner, .. } => inlines(inner, visit),
            _ => {}
        }
    }
}
