//! The plan rules: facts of records that must agree with each other. One file a rule.
//!
//! Must not know HTML.

mod approved_without_decision;
mod first_number_without_numbers;
mod superseded_without_successor;

use super::Graph;
use crate::diagnostic::{Diagnostic, Rule};

/// Every plan rule.
pub(super) static RULES: [&Rule; 3] = [
    &approved_without_decision::APPROVED_WITHOUT_DECISION,
    &first_number_without_numbers::FIRST_NUMBER_WITHOUT_NUMBERS,
    &superseded_without_successor::SUPERSEDED_WITHOUT_SUCCESSOR,
];

/// What the plan rules find as of `today`.
pub fn check(graph: &Graph, _today: jiff::civil::Date) -> Vec<Diagnostic> {
    let mut all = approved_without_decision::check(graph);
    all.extend(first_number_without_numbers::check(graph));
    all.extend(superseded_without_successor::check(graph));
    all
}
