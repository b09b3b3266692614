//! Bold lines that serve as headings (WCAG 2.2, criterion 1.3.1).
//!
//! Must not know levels.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::{Run, RunKind};

/// A bold line in the place of a heading.
pub(super) static FAKE_HEADING: Rule = Rule {
    code: "bold-line-as-heading",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A bold line over a text looks like a heading and is none: it is missing from the list of headings by which many \
        people find their way, and no link can lead to it (WCAG 2.2, criterion 1.3.1). Make it a heading with `##` or as many \
        marks as its level needs.",
    wrong: "**Who sits on the board**\n\nThe board has twelve members.",
    right: "## Who sits on the board\n\nThe board has twelve members.",
};

/// Longest line that is taken for a heading, in characters: longer ones are sentences that are stressed.
const LONGEST_CHARACTERS: usize = 60;

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for pair in page.prose.runs.windows(2) {
        let [run, next] = pair else { continue };
        // What opens nothing is no heading: a line at the end, or right above the next heading.
        if is_like_heading(run) && next.kind != RunKind::Heading && !next.is_quoted && !is_like_heading(next) {
            let message = "This bold line looks like a heading, but is none.";
            let help = format!("Write `## {}`, with as many `#` as its level needs.", run.words.text().trim());
            all.push(Diagnostic::new(&FAKE_HEADING, run.span, message).help(help));
        }
    }
}

fn is_like_heading(run: &Run) -> bool {
    let text = run.words.text().trim();
    let of_words = run.words.without(|manner| manner.is_link || manner.is_code);
    let ends = ['.', '!', '?', ';', ',', '…', ')', '”', '|'];
    run.kind == RunKind::Paragraph
        && run.is_strong
        && !run.is_quoted
        && !run.is_listed
        // A line of two parts, such as “Target: two weeks”, says something of its own.
        && !text.contains(['\n', ':'])
        && text.chars().count() <= LONGEST_CHARACTERS
        && !text.ends_with(ends)
        && of_words.chars().filter(|c| c.is_alphabetic()).count() >= 3
}
