//! A document that is drafted, approved and replaced says where it stands in that life.

use super::outgoing::fields_about;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Record, RecordIndex};
use crate::model::document::{Document, DocumentType};
use crate::model::kind::Kind;
use crate::model::record::Data;

/// A document of which nobody can tell whether it applies.
pub(super) static DOCUMENT_WITHOUT_STATUS: Rule = Rule {
    code: "document-without-status",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A strategy, agreement, plan or policy is drafted, consulted on, approved and one day replaced, and readers \
                  need to know whether it applies. The same holds of any document with a period, approvals or a \
                  consultation. Reports, minutes, assessments and terms of reference may do without.",
    wrong: "title: Community Safety Strategy\ntype: strategy",
    right: "title: Community Safety Strategy\ntype: strategy\nstatus: current",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        let Data::Document(document) = &record.data else { continue };
        if document.status.is_none() && has_a_life(graph, index, document) {
            all.push(fault(record));
        }
    }
    all
}

fn has_a_life(graph: &Graph, index: RecordIndex, document: &Document) -> bool {
    match document.document_type.map(|kind| kind.value) {
        Some(DocumentType::Strategy | DocumentType::Agreement | DocumentType::Plan | DocumentType::Policy) => true,
        Some(DocumentType::Other) | None => {
            document.period.is_some()
                || !document.approvals.is_empty()
                || fields_about(graph, index).any(|other| other.id.kind == Kind::Consultation)
        }
        Some(_) => false,
    }
}

fn fault(record: &Record) -> Diagnostic {
    let message = format!("Nothing says whether “{}” is a draft, out for consultation or in force.", record.title);
    let help =
        "Add `status:` with one of these: `draft`, `consultation`, `approved`, `current`, `superseded`, `withdrawn`.";
    Diagnostic::new(&DOCUMENT_WITHOUT_STATUS, record.span, message).help(help)
}
