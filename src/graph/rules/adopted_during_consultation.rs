//! A document is adopted when the consultation on it is over.

use super::consultation_dates_differ::consultations;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::day_in_words;
use crate::model::event::Outcome;
use crate::model::record::Data;

/// Adopted while views were still asked.
pub(super) static ADOPTED_DURING_CONSULTATION: Rule = Rule {
    code: "adopted-during-consultation",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A document was adopted before the consultation on it closed, so that the decision could not take account of \
                  all the answers. Either a date is wrong, or the decision was of another sort, such as `considered`.",
    wrong: "date: 2019-10-30\noutcome: adopted   # the consultation closes on 11 November 2019",
    right: "date: 2019-12-17\noutcome: adopted",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Event(event) = &record.data else { continue };
        let adopted = event.outcome.is_some_and(|outcome| outcome.value == Outcome::Adopted);
        let about = event.document.as_ref().filter(|_| adopted).and_then(|about| graph.follow(about));
        let Some((index, document)) = about else { continue };
        let day = event.date;
        for consultation in consultations(graph, index) {
            let Some(closes) = consultation.closes else { continue };
            if consultation.opens.value <= day.value && day.value < closes.value {
                let (on, until) = (day_in_words(day.value), day_in_words(closes.value));
                let message = format!(
                    "“{}” was adopted on {on}, while the consultation on it ran until {until}.",
                    document.title
                );
                let help = "Correct the date that is wrong, or the `outcome:`; a draft before consultation is \
                            `approved-for-consultation`.";
                let finding = Diagnostic::new(&ADOPTED_DURING_CONSULTATION, day.span, message).help(help);
                all.push(finding.related(closes.span, "The consultation closes on the day that stands here."));
            }
        }
    }
    all
}
