//! Tables as HTML: a frame that scrolls, by keyboard too (WCAG 2.1.1), around the table.
//!
//! Must not know blocks.

use super::inlines::{self, Run};
use super::writer::Writer;
use crate::parse::markdown::prepared::Number;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::{Alignment, Inline, Table};

/// Writes a table.
pub(super) fn write(writer: &mut Writer<'_>, table: &Table) {
    writer.raw("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
    write_label(writer, table);
    writer.raw("><table>\n");
    if let Some(caption) = &table.caption {
        writer.raw("<caption>");
        inlines::write(writer, caption, Run::Plain);
        writer.raw("</caption>\n");
    }
    if table.head.iter().any(|cell| !cell.is_empty()) {
        writer.raw("<thead>\n<tr>");
        for (column, cell) in table.head.iter().enumerate() {
            // A header cell without text would head its column with nothing (WCAG 1.3.1).
            let (name, scope) = if cell.is_empty() { ("td", "") } else { ("th", " scope=\"col\"") };
            write_cell(writer, name, scope, alignment(table, column), cell, Run::Plain);
        }
        writer.raw("</tr>\n</thead>\n");
    }
    if !table.rows.is_empty() {
        writer.raw("<tbody>\n");
        for row in &table.rows {
            writer.raw("<tr>");
            for (column, cell) in row.iter().enumerate() {
                write_cell(writer, "td", "", alignment(table, column), cell, Run::Text);
            }
            writer.raw("</tr>\n");
        }
        writer.raw("</tbody>\n");
    }
    writer.raw("</table></div>\n");
}

/// What the frame is called. It is a group and no region, for regions of a page would have to be told apart by name, and a
/// caption may come twice.
fn write_label(writer: &mut Writer<'_>, table: &Table) {
    let caption = table.caption.as_ref().map(|caption| plain_text(caption, &writer.body.links));
    if let Some(caption) = caption.filter(|caption| !caption.trim().is_empty()) {
        return writer.attribute("aria-label", &caption);
    }
    writer.unnamed_tables += 1;
    match writer.unnamed_tables {
        1 => writer.labelled("text-table", None),
        number => writer.labelled("text-table-number", Some(Number::Count(number))),
    }
}

fn alignment(table: &Table, column: usize) -> &'static str {
    match table.alignments.get(column) {
        Some(Alignment::Left) => " class=\"align-left\"",
        Some(Alignment::Centre) => " class=\"align-centre\"",
        Some(Alignment::Right) => " class=\"align-right\"",
        Some(Alignment::Default) | None => "",
    }
}

fn write_cell(writer: &mut Writer<'_>, name: &str, scope: &str, alignment: &str, cell: &[Inline], run: Run) {
    for piece in ["<", name, scope, alignment, ">"] {
        writer.raw(piece);
    }
    inlines::write(writer, cell, run);
    for piece in ["</", name, ">"] {
        writer.raw(piece);
    }
}
