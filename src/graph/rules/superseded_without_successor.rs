//! What is superseded names what took its place.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::record::Data;
use crate::model::status::Status;

/// Superseded by nothing.
pub(super) static SUPERSEDED_WITHOUT_SUCCESSOR: Rule = Rule {
    code: "superseded-without-successor",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "What is superseded was replaced by something, and readers want to be led there. Where nothing took its \
                  place, the status is `withdrawn`.",
    wrong: "status: superseded",
    right: "status: superseded\nsuperseded_by: strategy-2022-2026",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        let status = match &record.data {
            Data::Document(document) => document.status,
            Data::Plan(plan) => plan.status,
            Data::Priority(priority) => priority.status,
            _ => None,
        };
        let Some(status) = status.filter(|status| status.value == Status::Superseded) else { continue };
        if graph.successor(index).is_none() {
            let message = format!("“{}” is superseded, but nothing says by what.", record.title);
            let help = "Add `superseded_by:` with the name of what took its place, or write `status: withdrawn`.";
            all.push(Diagnostic::new(&SUPERSEDED_WITHOUT_SUCCESSOR, status.span, message).help(help));
        }
    }
    all
}
