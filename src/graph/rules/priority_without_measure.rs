//! A priority says how anyone can tell whether it is met.

use super::standing::is_in_use;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::priority::PriorityType;
use crate::model::record::Data;

/// A priority of which nobody can tell whether it is met.
pub(super) static PRIORITY_WITHOUT_MEASURE: Rule = Rule {
    code: "priority-without-measure",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A shared priority without a measure cannot be seen to succeed or fail. A measure needs a `title` alone; \
                  where none has been published, accept the finding with that reason and invent nothing. Of an emerging \
                  threat, which is watched, no measure is asked, nor of a priority that says nothing yet but its name.",
    wrong: "title: Reducing re-offending\nowner: board:safer-communities",
    right: "title: Reducing re-offending\nowner: board:safer-communities\nmeasures:\n  - title: People convicted again \
            within a year\n    unit: \"%\"",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Priority(priority) = &record.data else { continue };
        let is_threat = priority.priority_type.is_some_and(|kind| kind.value == PriorityType::EmergingThreat);
        let is_worked_out = priority.owner.is_some()
            || priority.lead_group.is_some()
            || priority.period.is_some()
            || priority.status.is_some();
        if priority.measures.is_empty() && is_worked_out && !is_threat && is_in_use(record) {
            let message = format!("Nothing says how anyone can tell whether “{}” succeeds.", record.title);
            let help = "Add `measures:` with `- title:` and what is counted; if none has been published, \
                        `accept: [{code: priority-without-measure, reason: …}]`.";
            all.push(Diagnostic::new(&PRIORITY_WITHOUT_MEASURE, record.span, message).help(help));
        }
    }
    all
}
