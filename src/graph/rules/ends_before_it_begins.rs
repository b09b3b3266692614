//! What lasts ends after it begins: terms, periods, consultations.

use super::seats::seats;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::PartialDate;
use crate::model::period::Period;
use crate::model::record::Data;
use crate::sources::Spanned;

/// An end before the beginning.
pub(super) static ENDS_BEFORE_IT_BEGINS: Rule = Rule {
    code: "ends-before-it-begins",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The end of a term, a period or a consultation lies before its beginning. Most often the two dates were \
                  exchanged, or one has the wrong year.",
    wrong: "period:\n  from: 2021\n  until: 2019",
    right: "period:\n  from: 2019\n  until: 2021",
};

/// A beginning, an end, and what it is of.
type Ends = (Spanned<PartialDate>, Spanned<PartialDate>, &'static str);

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = seats(graph)
        .filter_map(|(_, seat)| Some((seat.value.from?, seat.value.until?, "term")))
        .filter_map(fault)
        .collect();
    for (_, record) in graph.records() {
        all.extend(record.data.period().and_then(|period| ends(period, "period")).and_then(fault));
        match &record.data {
            Data::Priority(priority) => {
                let periods = priority.measures.iter().filter_map(|measure| measure.value.period.as_ref());
                all.extend(periods.filter_map(|period| ends(period, "measure")).filter_map(fault));
            }
            Data::Group(group) => {
                let periods = group.funding.iter().filter_map(|funding| funding.value.period.as_ref());
                all.extend(periods.filter_map(|period| ends(period, "funding")).filter_map(fault));
            }
            Data::Consultation(consultation) => {
                let closes = consultation.closes.map(|closes| closes.map(PartialDate::Day));
                let opens = consultation.opens.map(PartialDate::Day);
                all.extend(closes.and_then(|closes| fault((opens, closes, "consultation"))));
            }
            _ => {}
        }
    }
    all
}

fn ends(period: &Spanned<Period>, what: &'static str) -> Option<Ends> {
    Some((period.value.from?, period.value.until?, what))
}

fn fault((from, until, what): Ends) -> Option<Diagnostic> {
    (until.value.last_day() < from.value.first_day()).then(|| {
        let (begins, ends) = (when(from.value), when(until.value));
        let message = format!("The {what} ends {ends}, before it begins {begins}.");
        Diagnostic::new(&ENDS_BEFORE_IT_BEGINS, until.span, message)
            .help("Correct one of the two dates; perhaps they were exchanged.")
            .related(from.span, "It begins here.")
    })
}

/// `in 2019`, `in November 2019`, `on 6 November 2019`.
fn when(date: PartialDate) -> String {
    let preposition = if matches!(date, PartialDate::Day(_)) { "on" } else { "in" };
    format!("{preposition} {}", date.in_words())
}
