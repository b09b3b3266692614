//! Headings that say nothing (WCAG 2.2, criteria 1.3.1 and 2.4.6).
//!
//! Must not know levels.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::RunKind;

/// A heading without words.
pub(super) static EMPTY_HEADING: Rule = Rule {
    code: "empty-heading",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A heading without words is announced and says nothing (WCAG 2.2, criteria 1.3.1 and 2.4.6). It is left out of \
        the page. Write what the part below it is about, or take the marks away.",
    wrong: "##\n\nThe board meets in December.",
    right: "## Meetings\n\nThe board meets in December.",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for run in page.prose.runs.iter().filter(|run| run.kind == RunKind::Heading && !run.is_quoted) {
        let within = |place: crate::sources::Span| run.span.start <= place.start && place.end <= run.span.end;
        let has_picture = || page.prose.pictures.iter().any(|picture| within(picture.span));
        if run.words.text().trim().is_empty() && !has_picture() {
            let message = "This heading says nothing, so it is left out of the page.";
            let help = "Write what the part below it is about, or take the line out.";
            all.push(Diagnostic::new(&EMPTY_HEADING, run.span, message).help(help));
        }
    }
}
