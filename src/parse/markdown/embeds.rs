//! Embeds: `![caption](kind:slug)` alone in its paragraph.
//!
//! Must not know which kinds and views there are.

use super::ledger::Ledger;
use super::links::is_of_the_web;
use super::tree::{Block, Inline, Paragraph, WrittenEmbed};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::sources::Span;

/// An embed among other words.
pub static EMBED_NOT_ALONE: Rule = Rule {
    code: "embed-not-alone",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "An embed stands in the middle of something else. `![Members](board:lscsb)` draws a whole block, \
                  such as the table of a board's members, and a block cannot stand within a line of text, a heading \
                  or the cell of a table. Put it in a paragraph of its own, with an empty line before and after. To \
                  mention a record within a line, leave out the exclamation mark: `[the members](board:lscsb)`.",
    wrong: "These are the members: ![Members](board:lscsb)",
    right: "These are the members:\n\n![Members](board:lscsb)",
};

/// Whether an image with this destination is an embed: `word:…` that is no address of the web or the like of one.
pub(super) fn is_embed(destination: &str) -> bool {
    destination.split_once(':').is_some_and(|(word, rest)| {
        word.len() >= 2
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'))
            && !is_of_the_web(word)
            && !rest.starts_with("//")
            && !word.eq_ignore_ascii_case("data")
    })
}

/// A paragraph, or the embed that stands alone in it; nothing where there is nothing in it.
pub(super) fn paragraph(
    mut inlines: Vec<Inline>,
    embed: Option<WrittenEmbed>,
    span: Span,
    ledger: &mut Ledger<'_>,
) -> Option<Block> {
    let blank = inlines.iter().all(says_nothing);
    match embed {
        Some(embed) if blank => return Some(Block::Embed(ledger.embed(embed))),
        Some(embed) => inlines.insert(0, among_words(embed, ledger)),
        None if blank => return None,
        None => {}
    }
    Some(Block::Paragraph(Paragraph { inlines, span }))
}

/// What becomes of an embed that does not stand alone: its caption.
pub(super) fn among_words(embed: WrittenEmbed, ledger: &mut Ledger<'_>) -> Inline {
    let WrittenEmbed { destination, caption, span } = embed;
    let message =
        format!("`{destination}` is embedded in the middle of something else; an embed stands alone in its paragraph.");
    let help = format!("Leave an empty line before and after `![{caption}]({destination})`.");
    ledger.report(Diagnostic::new(&EMBED_NOT_ALONE, span, message).help(help));
    Inline::Text(caption)
}

/// Whether an inline shows nothing.
pub(super) fn says_nothing(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Html(pieces) => pieces.is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    }
}
