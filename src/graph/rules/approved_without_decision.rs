//! A document of the site that says it is approved names the decision that adopted it.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::event::Outcome;
use crate::model::record::Data;
use crate::model::status::Status;

/// Approved, but by nobody.
pub(super) static APPROVED_WITHOUT_DECISION: Rule = Rule {
    code: "approved-without-decision",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A document that is approved was approved by a body on a day. Its `approvals` name that event, and the event \
                  has a `body` and the outcome `adopted`; a draft that was approved for consultation is not yet approved.",
    wrong: "status: approved",
    right: "status: approved\napprovals: [council-february-2020]",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        let Data::Document(document) = &record.data else { continue };
        let Some(status) = document.status.filter(|status| status.value == Status::Approved) else { continue };
        let decisions = document.approvals.iter().filter_map(|approval| graph.follow(approval));
        let adopted = decisions.into_iter().any(|(_, event)| match &event.data {
            Data::Event(event) => {
                let about = event.document.as_ref().and_then(|about| graph.follow(about)).map(|(about, _)| about);
                let adopted = event.outcome.is_some_and(|outcome| outcome.value == Outcome::Adopted);
                adopted && event.body.is_some() && about.is_none_or(|about| about == index)
            }
            _ => false,
        });
        if !adopted {
            let message =
                format!("“{}” is said to be approved, but no decision that adopted it is named.", record.title);
            let help = "Name the event under `approvals:`; it needs a `body` and the `outcome: adopted`, and must be about this document.";
            all.push(Diagnostic::new(&APPROVED_WITHOUT_DECISION, status.span, message).help(help));
        }
    }
    all
}
