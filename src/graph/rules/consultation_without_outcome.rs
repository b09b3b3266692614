//! A consultation that is over says what came of it.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::{Length, Unit, day_in_words};
use crate::model::record::Data;

/// Views were asked, and then nothing.
pub(super) static CONSULTATION_WITHOUT_OUTCOME: Rule = Rule {
    code: "consultation-without-outcome",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A consultation closed more than twelve weeks ago, and the site says neither how many answers came in nor what \
                  came of them. Twelve weeks is the time within which the government's Consultation Principles of 2018 ask for \
                  a response.",
    wrong: "opens: 2019-01-07\ncloses: 2019-03-04   # and today is in November",
    right: "opens: 2019-01-07\ncloses: 2019-03-04\nresponses: 41\noutcome: Most of those who answered agreed.",
};

/// How long after its last day an outcome is expected.
const WITHIN: Length = Length { amount: 12, unit: Unit::Weeks };

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Consultation(consultation) = &record.data else { continue };
        let Some(closes) = consultation.closes.filter(|closes| WITHIN.after(closes.value) < today) else { continue };
        if consultation.outcome.is_some() || consultation.responses.is_some() {
            continue;
        }
        let on = day_in_words(closes.value);
        let message =
            format!("“{}” closed on {on}, more than {WITHIN} ago, but nothing says what came of it.", record.title);
        let help =
            "Add `outcome:` with what came of it in a sentence or two, and `responses:` with how many answers came in.";
        all.push(Diagnostic::new(&CONSULTATION_WITHOUT_OUTCOME, closes.span, message).help(help));
    }
    all
}
