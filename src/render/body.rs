//! The tree of a body as HTML: valid, without styles or scripts, each block on a line of its own. First all that follows from
//! the tree alone, then what the site knows of it, so that the first can be done as soon as the text is read.
//!
//! Must not know where links lead or what embeds show; both are handed in.

mod blocks;
mod filling;
mod footnotes;
mod inlines;
mod resolved;
mod table;
mod writer;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use resolved::Resolved;

use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::ParagraphNumber;
use crate::parse::markdown::prepared::{Number, Prepared};
use crate::parse::markdown::tree::Block;
use writer::Writer;

/// Writes a body.
pub fn html(body: &Body, resolved: &Resolved<'_>) -> String {
    match &body.prepared {
        Some(prepared) => filling::fill(prepared, resolved),
        None => filling::fill(&prepare(body, resolved.paragraph_numbers), resolved),
    }
}

/// Writes what follows from the tree alone, and the numbers of its paragraphs.
pub fn prepare(body: &Body, paragraph_numbers: &[Option<ParagraphNumber>]) -> Prepared {
    let mut writer = Writer::new(body);
    let mut in_numbered = false;
    for (at, block) in body.blocks.iter().enumerate() {
        if in_numbered && !belongs_to_paragraph(block) {
            writer.raw("</div></div>\n");
            in_numbered = false;
        }
        let number = paragraph_numbers.get(at).and_then(Option::as_ref);
        if let (Some(number), Block::Paragraph(_)) = (number, block) {
            begin_numbered(&mut writer, number);
            in_numbered = true;
        }
        blocks::write_block(&mut writer, block);
    }
    if in_numbered {
        writer.raw("</div></div>\n");
    }
    footnotes::write(&mut writer, &body.footnotes);
    writer.finish()
}

fn begin_numbered(writer: &mut Writer<'_>, number: &ParagraphNumber) {
    writer.raw("<div class=\"numbered\"");
    writer.attribute("id", &number.anchor);
    writer.raw("><a class=\"number\"");
    writer.attribute("href", &format!("#{}", number.anchor));
    writer.labelled("text-paragraph", Some(Number::Label(number.label.as_str().into())));
    writer.raw(">");
    writer.escaped(&number.label);
    writer.raw("</a><div class=\"numbered-body\">\n");
}

/// Whether a block after a numbered paragraph is part of it. Raw HTML is not, for it may begin or end what spans several
/// paragraphs.
fn belongs_to_paragraph(block: &Block) -> bool {
    match block {
        Block::Quote(_) | Block::Code { .. } | Block::List { .. } | Block::Definitions(_) | Block::Table(_) => true,
        Block::Paragraph(_) | Block::Heading(_) | Block::Alert(..) | Block::Rule | Block::Html(_) | Block::Embed(_) => {
            false
        }
    }
}
