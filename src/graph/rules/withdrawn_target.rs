//! Links do not lead to what was taken back.

use super::outgoing::outgoing;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::status::Status;

/// A link to what was taken back.
pub(super) static WITHDRAWN_TARGET: Rule = Rule {
    code: "withdrawn-target",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A link leads to a plan, document or priority that is no longer in force and that nothing replaced. Take the \
                  link out, or accept the finding where readers are to see what was withdrawn.",
    wrong: "[the plan](plan:plan-2014)   # which says `status: withdrawn`",
    right: "the plan",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for place in outgoing(graph) {
        let target = graph.record(place.to);
        if target.data.status() != Some(Status::Withdrawn) {
            continue;
        }
        let message =
            format!("“{}” has been withdrawn, so this leads readers to what no longer applies.", target.title);
        let help = "Take the link out, or lead it to what applies now.";
        let finding = Diagnostic::new(&WITHDRAWN_TARGET, place.span, message).help(help);
        all.push(finding.related(target.span, "This is what has been withdrawn."));
    }
    all
}
