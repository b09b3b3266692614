//! A decision whose day has passed says what was decided.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::day_in_words;
use crate::model::event::EventType;
use crate::model::record::Data;

/// A decision still shown as one to come.
pub(super) static DECISION_WITHOUT_OUTCOME: Rule = Rule {
    code: "decision-without-outcome",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The day of a decision has passed, but the event has no `outcome`. While it is to come the outcome is left \
                  out; afterwards readers want to know what was decided, or that it was deferred.",
    wrong: "type: decision\ndate: 2018-12-17   # and today is later",
    right: "type: decision\ndate: 2018-12-17\noutcome: adopted",
};

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Event(event) = &record.data else { continue };
        let is_decision = event.event_type.is_some_and(|kind| kind.value == EventType::Decision);
        if !is_decision || event.outcome.is_some() || event.date.value >= today {
            continue;
        }
        let on = day_in_words(event.date.value);
        let message = format!("The decision “{}” was due on {on}, but nothing says what was decided.", record.title);
        let help = "Add `outcome:` with one of these: `approved-for-consultation`, `considered`, `adopted`, `deferred`; or \
                    correct the date.";
        all.push(Diagnostic::new(&DECISION_WITHOUT_OUTCOME, event.date.span, message).help(help));
    }
    all
}
