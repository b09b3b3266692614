//! A first number says something only where paragraphs are numbered.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::record::Data;

/// A first number that numbers nothing.
pub(super) static FIRST_NUMBER_WITHOUT_NUMBERS: Rule = Rule {
    code: "first-number-without-numbers",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "`first_number` says with which number the paragraphs begin, but the document does not ask for its \
                  paragraphs to be numbered, so it changes nothing.",
    wrong: "first_number: 19",
    right: "numbered: true\nfirst_number: 19",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Document(document) = &record.data else { continue };
        if document.numbered {
            continue;
        }
        let own = document.first_number.map(|number| number.span);
        let sections = record.sections.iter().filter_map(|section| section.first_number.map(|number| number.span));
        all.extend(own.into_iter().chain(sections).map(|span| {
            let message = format!("The paragraphs of “{}” are not numbered, so this number is not used.", record.title);
            let help = "Add `numbered: true` to the document's `index.md`, or take the line out.";
            Diagnostic::new(&FIRST_NUMBER_WITHOUT_NUMBERS, span, message).help(help)
        }));
    }
    all
}
