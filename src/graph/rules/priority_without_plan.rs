//! A priority is tied to the plans of other bodies.

use super::standing::is_in_use;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Manner, Record, RecordIndex};
use crate::model::document::DocumentType;
use crate::model::kind::Kind;
use crate::model::record::Data;

/// A priority that stands alone.
pub(super) static PRIORITY_WITHOUT_PLAN: Rule = Rule {
    code: "priority-without-plan",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "No cross-plan link ties this priority to a plan, in either direction, so that its row in the table of how \
                  the plans line up is empty. Where no plan deals with the subject, accept the finding with that reason. \
                  Nothing is asked of a site without any plan.",
    wrong: "title: Cybercrime",
    right: "title: Cybercrime\nlinks:\n  - to: plan:police-and-crime-plan\n    relation: supports",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    if graph.records().all(|(_, record)| record.id.kind != Kind::Plan) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        if record.id.kind == Kind::Priority && is_in_use(record) && !is_tied(graph, index, record) {
            let message = format!("No link ties “{}” to a plan.", record.title);
            let help = "Add under `links:` a plan that deals with the same subject and what the one does for the other, such \
                        as `- {to: plan:its-name, relation: supports}`; if there is none, \
                        `accept: [{code: priority-without-plan, reason: …}]`.";
            all.push(Diagnostic::new(&PRIORITY_WITHOUT_PLAN, record.span, message).help(help));
        }
    }
    all
}

fn is_tied(graph: &Graph, index: RecordIndex, record: &Record) -> bool {
    let leads_to_plan =
        |link: &crate::model::record::CrossLink| graph.follow(&link.to).is_none_or(|(_, to)| is_plan(to));
    record.shared.links.iter().any(leads_to_plan)
        || graph
            .backlinks(index)
            .iter()
            .any(|back| matches!(back.manner, Manner::CrossLink(_)) && is_plan(graph.record(back.from)))
}

/// Another body's plan, or a document of this site that is one.
fn is_plan(record: &Record) -> bool {
    match &record.data {
        Data::Plan(_) => true,
        Data::Document(document) => document.document_type.is_some_and(|kind| kind.value == DocumentType::Plan),
        _ => false,
    }
}
