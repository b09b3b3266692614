//! The list of footnotes below a body, with links back to each mark.
//!
//! Must not know how a mark is written, only its id.

use super::blocks;
use super::inlines::{self, Run, reference_id};
use super::writer::Writer;
use crate::parse::markdown::prepared::Number;
use crate::parse::markdown::tree::{Block, Footnote};

/// Writes the footnotes, if there are any.
pub(super) fn write(writer: &mut Writer<'_>, footnotes: &[Footnote]) {
    if footnotes.is_empty() {
        return;
    }
    writer.raw("<section class=\"footnotes\" aria-labelledby=\"footnotes-heading\">\n");
    writer.raw("<h2 class=\"visually-hidden\" id=\"footnotes-heading\">");
    writer.said("text-footnotes", None);
    writer.raw("</h2>\n<ol>\n");
    for (number, footnote) in (1..).zip(footnotes) {
        writer.raw(&format!("<li id=\"fn-{number}\">\n"));
        write_footnote(writer, number, footnote);
        writer.raw("</li>\n");
    }
    writer.raw("</ol>\n</section>\n");
}

/// The links back stand at the end of the last paragraph, or in one of their own.
fn write_footnote(writer: &mut Writer<'_>, number: u32, footnote: &Footnote) {
    if let Some((Block::Paragraph(last), before)) = footnote.blocks.split_last() {
        blocks::write(writer, before);
        writer.raw("<p>");
        inlines::write(writer, &last.inlines, Run::Text);
        writer.raw(" ");
    } else {
        blocks::write(writer, &footnote.blocks);
        writer.raw("<p>");
    }
    for occurrence in 1..=footnote.references {
        let label = if occurrence == 1 { number.to_string() } else { format!("{number}-{occurrence}") };
        let separator = if occurrence == 1 { "" } else { " " };
        let id = reference_id(number, occurrence);
        writer.raw(&format!("{separator}<a"));
        writer.attribute("href", &format!("#{id}"));
        writer.raw(" class=\"backlink\"");
        writer.labelled("text-footnote-back", Some(Number::Label(label.into())));
        writer.raw(">↩</a>");
    }
    writer.raw("</p>\n");
}
