//! Blocks as HTML, each ending with a line end.
//!
//! Must not know numbered paragraphs or footnotes.

use super::inlines::{self, Run};
use super::table;
use super::writer::Writer;
use crate::parse::markdown::gaps::{Filling, Message};
use crate::parse::markdown::tree::{AlertKind, Block, Definition, Heading, Item};

/// Writes blocks in order.
pub(super) fn write(writer: &mut Writer<'_>, blocks: &[Block]) {
    for block in blocks {
        write_block(writer, block);
    }
}

/// Writes one block.
pub(super) fn write_block(writer: &mut Writer<'_>, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => {
            writer.raw("<p>");
            inlines::write(writer, &paragraph.inlines, Run::Text);
            writer.raw("</p>\n");
        }
        Block::Heading(heading) => write_heading(writer, heading),
        Block::Quote(inner) => {
            writer.raw("<blockquote>\n");
            write(writer, inner);
            writer.raw("</blockquote>\n");
        }
        Block::Alert(kind, inner) => write_alert(writer, *kind, inner),
        Block::Code { language, text } => write_code(writer, language.as_deref(), text),
        Block::List { start, items } => write_list(writer, *start, items),
        Block::Definitions(definitions) => write_definitions(writer, definitions),
        Block::Table(table) => table::write(writer, table),
        Block::Rule => writer.raw("<hr>\n"),
        Block::Html(pieces) => {
            writer.pieces(pieces);
            writer.gap(Filling::LineEnd);
        }
        Block::Embed(embed) => writer.gap(Filling::Embed(*embed)),
    }
}

fn write_heading(writer: &mut Writer<'_>, heading: &Heading) {
    let name = match heading.level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    };
    writer.raw("<");
    writer.raw(name);
    writer.attribute("id", &heading.id);
    if !heading.classes.is_empty() {
        writer.attribute("class", &heading.classes.join(" "));
    }
    writer.raw(">");
    inlines::write(writer, &heading.inlines, Run::Plain);
    for piece in ["</", name, ">\n"] {
        writer.raw(piece);
    }
}

fn write_alert(writer: &mut Writer<'_>, kind: AlertKind, blocks: &[Block]) {
    match kind {
        AlertKind::Inset => writer.raw("<div class=\"inset-text\">\n"),
        AlertKind::Warning => {
            writer.raw("<div class=\"warning-text\" role=\"note\">\n<p class=\"warning-text__label\">");
            writer.said(Message::Warning);
            writer.raw("</p>\n");
        }
    }
    write(writer, blocks);
    writer.raw("</div>\n");
}

fn write_code(writer: &mut Writer<'_>, language: Option<&str>, text: &str) {
    // A block that scrolls can be reached by keyboard (WCAG 2.1.1).
    writer.raw("<pre tabindex=\"0\"><code");
    if let Some(language) = language {
        writer.attribute("class", &format!("language-{language}"));
    }
    writer.raw(">");
    writer.escaped(text);
    writer.raw("</code></pre>\n");
}

fn write_list(writer: &mut Writer<'_>, start: Option<u64>, items: &[Item]) {
    let name = if start.is_some() { "ol" } else { "ul" };
    writer.raw("<");
    writer.raw(name);
    if let Some(start) = start.filter(|start| *start != 1) {
        writer.attribute("start", &start.to_string());
    }
    writer.raw(">\n");
    for item in items {
        match item.done {
            None => writer.raw("<li>"),
            Some(true) => write_task(writer, "task task-done", Message::Done),
            Some(false) => write_task(writer, "task", Message::ToDo),
        }
        write_bare(writer, &item.blocks, item.tight);
        writer.raw("</li>\n");
    }
    for piece in ["</", name, ">\n"] {
        writer.raw(piece);
    }
}

/// Begins an item that is a task, with the word for its state.
fn write_task(writer: &mut Writer<'_>, class: &str, message: Message) {
    writer.raw(&format!("<li class=\"{class}\"><span class=\"visually-hidden\">"));
    writer.said(message);
    writer.raw(" </span>");
}

/// Writes the blocks of an item, its paragraphs without `<p>` where it is tight.
fn write_bare(writer: &mut Writer<'_>, blocks: &[Block], tight: bool) {
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(paragraph) if tight => {
                inlines::write(writer, &paragraph.inlines, Run::Text);
                if at + 1 < blocks.len() {
                    writer.raw("\n");
                }
            }
            _ => {
                if at == 0 {
                    writer.raw("\n");
                }
                write_block(writer, block);
            }
        }
    }
}

fn write_definitions(writer: &mut Writer<'_>, definitions: &[Definition]) {
    writer.raw("<dl>\n");
    for definition in definitions {
        writer.raw("<dt>");
        inlines::write(writer, &definition.term, Run::Text);
        writer.raw("</dt>\n");
        for details in &definition.details {
            writer.raw("<dd>");
            write_bare(writer, details, details.len() == 1);
            writer.raw("</dd>\n");
        }
    }
    writer.raw("</dl>\n");
}
