//! Every anchor that a body has: of its headings, and of raw HTML in it.

use super::tree::{Block, Body, HtmlPiece, Inline};

/// The anchors of a body.
#[derive(Debug, Default)]
pub struct Ids<'a> {
    /// All of them, in the order in which they stand.
    pub ids: Vec<&'a str>,
    /// Its headings by text and anchor, in order.
    pub headings: Vec<(&'a str, &'a str)>,
}

/// Gathers the anchors of a body, its footnotes' among them.
pub fn ids_of(body: &Body) -> Ids<'_> {
    let mut found = Ids::default();
    blocks(&body.blocks, &mut found.ids, &mut found.headings);
    for footnote in &body.footnotes {
        blocks(&footnote.blocks, &mut found.ids, &mut found.headings);
    }
    found
}

fn blocks<'a>(list: &'a [Block], ids: &mut Vec<&'a str>, headings: &mut Vec<(&'a str, &'a str)>) {
    for block in list {
        match block {
            Block::Heading(heading) => {
                ids.push(&heading.id);
                headings.push((&heading.text, &heading.id));
                inlines(&heading.inlines, ids);
            }
            Block::Paragraph(paragraph) => inlines(&paragraph.inlines, ids),
            Block::Quote(inner) | Block::Alert(_, inner) => blocks(inner, ids, headings),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(&item.blocks, ids, headings)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&definition.term, ids);
                    definition.details.iter().for_each(|detail| blocks(detail, ids, headings));
                }
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten()).chain(&table.caption);
                cells.for_each(|cell| inlines(cell, ids));
            }
            Block::Html(pieces) => html(pieces, ids),
            Block::Code { .. } | Block::Rule | Block::Embed(_) => {}
        }
    }
}

fn inlines<'a>(list: &'a [Inline], ids: &mut Vec<&'a str>) {
    for inline in list {
        match inline {
            Inline::Html(pieces) => html(pieces, ids),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { inlines: inner, .. } => inlines(inner, ids),
            _ => {}
        }
    }
}

/// Takes the ids of raw HTML, which the parser has written anew as ` id="…"`.
fn html<'a>(pieces: &'a [HtmlPiece], ids: &mut Vec<&'a str>) {
    for piece in pieces {
        let HtmlPiece::Markup(markup) = piece else { continue };
        for rest in markup.split(" id=\"").skip(1) {
            if let Some((id, _)) = rest.split_once('"') {
                ids.push(id);
            }
        }
    }
}
