//! Footnotes in the order in which they are first referred to.
//!
//! Must not know how they are written, in Markdown or HTML.

use std::ops::Range;

use super::definitions::Entry;
use super::ledger::Ledger;
use super::tree::{Block, Footnote, Inline};
use super::walk::{self, Node};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};

/// A footnote that nothing refers to.
pub static UNUSED_FOOTNOTE: Rule = Rule {
    code: "unused-footnote",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "A footnote has no mark in the text, or stands a second time, and is not shown. A footnote has two \
                  parts: a mark in the text, `[^source]`, and its own line, `[^source]: Census 2021`. Without a mark \
                  no reader could come to it; of two footnotes with the same name only the first is shown. Put its \
                  mark where it belongs, or delete it.",
    wrong: "The city grew.\n\n[^census]: Census 2021.",
    right: "The city grew.[^census]\n\n[^census]: Census 2021.",
};

/// Enters a footnote that was read.
pub(super) fn define(label: &str, blocks: Vec<Block>, range: Range<usize>, ledger: &mut Ledger<'_>) {
    match ledger.footnotes.entry(label) {
        Some(entry) if entry.definition.is_none() => entry.definition = Some((blocks, range)),
        _ => report(label, "is defined a second time and not shown", range, ledger),
    }
}

/// Numbers the references in the order of reading, first in `blocks`, then in the footnotes themselves, and gives the
/// footnotes in that order.
pub(super) fn number(blocks: &mut [Block], ledger: &mut Ledger<'_>) -> Vec<Footnote> {
    let mut entries = std::mem::take(&mut ledger.footnotes).into_entries();
    if entries.is_empty() {
        return Vec::new();
    }
    let mut order = Vec::new();
    number_references(blocks, &mut entries, &mut order);
    let mut texts = Vec::new();
    while let Some(entry) = order.get(texts.len()).and_then(|at: &usize| entries.get_mut(*at)) {
        let (mut text, _) = entry.definition.take().unwrap_or_default();
        number_references(&mut text, &mut entries, &mut order);
        texts.push(text);
    }
    for entry in &entries {
        if let Some((_, range)) = &entry.definition {
            report(&entry.label, "is never referred to and not shown", range.clone(), ledger);
        }
    }
    let footnote = |(at, blocks): (usize, Vec<Block>)| {
        let entry = entries.get_mut(at).map(std::mem::take).unwrap_or_default();
        Footnote { label: entry.label, blocks, references: entry.references }
    };
    order.into_iter().zip(texts).map(footnote).collect()
}

fn number_references(blocks: &mut [Block], entries: &mut [Entry], order: &mut Vec<usize>) {
    walk::blocks(blocks, &mut |node| {
        let Node::Inline(inline) = node else { return };
        let Inline::FootnoteReference { footnote, occurrence } = inline else { return };
        let at = *footnote as usize;
        let Some(entry) = entries.get_mut(at) else { return };
        if entry.shown.is_none() && entry.definition.is_some() {
            entry.shown = u32::try_from(order.len()).ok();
            order.push(at);
        }
        if let Some(shown) = entry.shown {
            entry.references += 1;
            *footnote = shown;
            *occurrence = entry.references;
        } else {
            *inline = Inline::Text(format!("[^{}]", entry.label));
        }
    });
}

fn report(label: &str, fault: &str, range: Range<usize>, ledger: &mut Ledger<'_>) {
    let mark_bytes = "[^]:".len() + label.len();
    let span = ledger.span(range.start..range.end.min(range.start + mark_bytes));
    let diagnostic = Diagnostic::new(&UNUSED_FOOTNOTE, span, format!("The footnote `{label}` {fault}."))
        .help(format!("Put `[^{label}]` where the footnote belongs, or delete it."));
    ledger.report(diagnostic);
}
