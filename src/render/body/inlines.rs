//! Runs of text as HTML.
//!
//! Must not know blocks.

use super::writer::Writer;
use crate::parse::markdown::prepared::{Filling, Number};
use crate::parse::markdown::tree::{HtmlPiece, Inline, LinkId};

/// Where a run of text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// In running text, where abbreviations are explained.
    Text,
    /// In a heading, a link, or raw HTML.
    Plain,
}

/// Writes a run.
pub(super) fn write(writer: &mut Writer<'_>, inlines: &[Inline], run: Run) {
    // Text between raw tags is raw HTML's: it may already say what an abbreviation means.
    let mut raw_open = 0_u32;
    for inline in inlines {
        let run = if raw_open == 0 { run } else { Run::Plain };
        match inline {
            Inline::Text(text) if run == Run::Text => writer.running(text),
            Inline::Text(text) => writer.escaped(text),
            Inline::Code(code) => {
                writer.raw("<code>");
                writer.escaped(code);
                writer.raw("</code>");
            }
            Inline::Emphasis(inner) => within(writer, "em", inner, run),
            Inline::Strong(inner) => within(writer, "strong", inner, run),
            Inline::Strikethrough(inner) => within(writer, "s", inner, run),
            Inline::Link { link, title, inlines } => write_link(writer, *link, title.as_deref(), inlines),
            Inline::Image { link, alternative, title } => image(writer, *link, alternative, title.as_deref()),
            Inline::Html(pieces) => {
                raw_open = open_after(pieces, raw_open);
                writer.pieces(pieces);
            }
            Inline::SoftBreak => writer.raw("\n"),
            Inline::HardBreak => writer.raw("<br>\n"),
            Inline::FootnoteReference { footnote, occurrence } => reference(writer, *footnote, *occurrence),
        }
    }
}

fn within(writer: &mut Writer<'_>, tag: &str, inlines: &[Inline], run: Run) {
    for piece in ["<", tag, ">"] {
        writer.raw(piece);
    }
    write(writer, inlines, run);
    for piece in ["</", tag, ">"] {
        writer.raw(piece);
    }
}

/// How many raw elements are open after `pieces`, of which each `</` ends one and each `<` begins one, but `<br>`, `<wbr>`
/// and `<img>`, which have no end.
fn open_after(pieces: &[HtmlPiece], open: u32) -> u32 {
    let mut open = open;
    for piece in pieces {
        let HtmlPiece::Markup(markup) = piece else { continue };
        for tag in markup.split('<').skip(1) {
            let name = tag.split([' ', '>']).next().unwrap_or("");
            if name.starts_with('/') {
                open = open.saturating_sub(1);
            } else if !matches!(name, "br" | "wbr" | "img" | "hr" | "col") {
                open += 1;
            }
        }
    }
    open
}

fn write_link(writer: &mut Writer<'_>, link: LinkId, title: Option<&str>, inlines: &[Inline]) {
    let rest = |writer: &mut Writer<'_>| {
        if let Some(title) = title {
            writer.attribute("title", title);
        }
        writer.raw(">");
    };
    if inlines.is_empty() {
        let (at, rest) = writer.written(rest);
        return writer.gap_at(at, Filling::Autolink { link, rest });
    }
    let (at, rest) = writer.written(rest);
    writer.gap_at(at, Filling::LinkStart { link, rest });
    write(writer, inlines, Run::Plain);
    writer.gap(Filling::LinkEnd { link });
    writer.raw("</a>");
}

fn image(writer: &mut Writer<'_>, link: LinkId, alternative: &str, title: Option<&str>) {
    let mut length = 0;
    let rest = |writer: &mut Writer<'_>| {
        writer.raw(" alt=\"");
        (_, length) = writer.written(|writer| writer.escaped(alternative));
        writer.raw("\"");
        if let Some(title) = title {
            writer.attribute("title", title);
        }
        writer.raw(" loading=\"lazy\" decoding=\"async\">");
    };
    let (at, rest) = writer.written(rest);
    writer.gap_at(at, Filling::Image { link, rest, alternative: length });
}

fn reference(writer: &mut Writer<'_>, footnote: u32, occurrence: u32) {
    let number = footnote + 1;
    writer.raw("<sup class=\"footnote-ref\"><a");
    writer.attribute("id", &reference_id(number, occurrence));
    writer.attribute("href", &format!("#fn-{number}"));
    writer.labelled("text-footnote", Some(Number::Label(number.to_string().into())));
    writer.raw(&format!(">{number}</a></sup>"));
}

/// The id of a reference to a footnote: `fnref-1`, the second time `fnref-1-2`.
pub(super) fn reference_id(number: u32, occurrence: u32) -> String {
    if occurrence < 2 { format!("fnref-{number}") } else { format!("fnref-{number}-{occurrence}") }
}
