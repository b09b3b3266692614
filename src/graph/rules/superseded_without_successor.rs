//! What is superseded names what took its place.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::graph::{Graph, Manner, RecordIndex};
use crate::model::record::Data;
use crate::model::relation::Relation;
use crate::model::status::Status;
use crate::sources::Spanned;

/// Superseded by nothing.
pub(super) static SUPERSEDED_WITHOUT_SUCCESSOR: Rule = Rule {
    code: "superseded-without-successor",
    severity: Severity::Warning,
    explanation: "What is superseded was replaced by something, and readers want to be led there. Where nothing took its \
                  place, the status is `withdrawn`.",
    wrong: "status: superseded",
    right: "status: superseded\nsuperseded_by: strategy-2022-2026",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        let (status, named): (Option<Spanned<Status>>, bool) = match &record.data {
            Data::Document(document) => (document.status, document.superseded_by.is_some()),
            Data::Plan(plan) => (plan.status, plan.superseded_by.is_some()),
            Data::Priority(priority) => (priority.status, priority.superseded_by.is_some()),
            _ => continue,
        };
        let Some(status) = status.filter(|status| status.value == Status::Superseded) else { continue };
        if !named && !is_replaced(graph, index) {
            let message = format!("“{}” is superseded, but nothing says by what.", record.title);
            let help = "Add `superseded_by:` with the name of what took its place, or write `status: withdrawn`.";
            all.push(Diagnostic::new(&SUPERSEDED_WITHOUT_SUCCESSOR, status.span, message).help(help));
        }
    }
    all
}

/// Whether another record says that it took this one's place.
fn is_replaced(graph: &Graph, index: RecordIndex) -> bool {
    graph.backlinks(index).iter().any(|back| match back.manner {
        Manner::Field(field) => field == "supersedes",
        Manner::CrossLink(place) => {
            let link = graph.record(back.from).shared.links.get(place);
            link.is_some_and(|link| link.relation.value == Relation::Replaces)
        }
        Manner::Text => false,
    })
}
