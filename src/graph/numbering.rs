//! Numbers of paragraphs: throughout a document, each with an anchor that stays.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::ParagraphNumber;
use crate::parse::markdown::tree::Block;
use crate::sources::Span;

/// A number that stands twice in a document.
pub(super) static REPEATED_PARAGRAPH_NUMBER: Rule = Rule {
    code: "repeated-paragraph-number",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "Two paragraphs of a document have the same number, so that nobody can cite either. Correct the \
                  `first_number` of the section. Where the published document really repeats a number, accept the \
                  finding with the reason; the second paragraph keeps its number and gets an anchor of its own, such \
                  as `#p19-2`.",
    wrong: "first_number: 19",
    right: "first_number: 19\naccept:\n  - code: repeated-paragraph-number\n    reason: The printed report repeats 19 and 20.",
};

/// Gives numbers to the paragraphs of one document, section by section.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    next: i64,
    first_places: HashMap<i64, (Span, u32)>,
}

impl Numbering {
    /// Begins at `first`.
    pub(super) fn new(first: i64) -> Self {
        Self { next: first, first_places: HashMap::new() }
    }

    /// Numbers the paragraphs that stand by themselves in `body`; what stands under a paragraph belongs to it.
    /// `first_number` starts anew.
    pub(super) fn number(
        &mut self,
        body: &Body,
        first_number: Option<i64>,
        all: &mut Vec<Diagnostic>,
    ) -> Vec<Option<ParagraphNumber>> {
        self.next = first_number.unwrap_or(self.next);
        body.blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => Some(self.take(paragraph.span, all)),
                _ => None,
            })
            .collect()
    }

    fn take(&mut self, span: Span, all: &mut Vec<Diagnostic>) -> ParagraphNumber {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        let (first, times) = self.first_places.entry(number).or_insert((span, 0));
        *times += 1;
        if *times == 1 {
            return ParagraphNumber { label: number.to_string(), anchor: format!("p{number}") };
        }
        let begin = Span { end: span.start, ..span };
        let message = format!("The number {number} already stands before another paragraph of this document.");
        all.push(
            Diagnostic::new(&REPEATED_PARAGRAPH_NUMBER, begin, message)
                .help("Correct `first_number` of this section, or accept the finding with the reason under `accept`.")
                .related(Span { end: first.start, ..*first }, "It stands here first."),
        );
        ParagraphNumber { label: number.to_string(), anchor: format!("p{number}-{times}") }
    }
}
