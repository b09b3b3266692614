//! What is due for review has been looked at.

use jiff::civil::Date;

use super::standing::is_over;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::day_in_words;

/// A review that nobody has done.
pub(crate) static REVIEW_OVERDUE: Rule = Rule {
    code: "review-overdue",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The day on which somebody should look at this record again has passed: its `review_due`, or the day that \
                  follows from its last change by `review_after` in the settings. Whoever has looked at it writes the next \
                  day under `review_due`.",
    wrong: "review_due: 2019-04-01   # and today is later",
    right: "review_due: 2020-04-01",
};

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let due = graph.records().filter(|(_, record)| !is_over(record)).filter_map(|(_, record)| {
        let due = record.shared.review_due.filter(|due| due.value < today)?;
        let message = format!("The review of “{}” was due on {}.", record.title, day_in_words(due.value));
        let help = "Look through it, correct what has changed, and write under `review_due` when to look again.";
        Some(Diagnostic::new(&REVIEW_OVERDUE, due.span, message).help(help))
    });
    due.collect()
}
