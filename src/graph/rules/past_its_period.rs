//! What is past its period says so.

use jiff::civil::Date;

use super::standing::is_over;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::day_in_words;

/// A plan for a time that is over.
pub(super) static PAST_ITS_PERIOD: Rule = Rule {
    code: "past-its-period",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The last day of the period of a plan, document or priority has passed, but it is shown as if it still \
                  applied. If another took its place, its status is `superseded`; if none did, `withdrawn`; if it was \
                  extended, its period has a new end. A period until 2021 ends on 31 December 2021.",
    wrong: "period:\n  from: 2016\n  until: 2018   # and today is in 2019\nstatus: current",
    right: "period:\n  from: 2016\n  until: 2018\nstatus: superseded\nsuperseded_by: plan-2019",
};

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records().filter(|(_, record)| !is_over(record)) {
        let until = record.data.period().and_then(|period| period.value.until);
        let Some(until) = until.filter(|until| until.value.last_day() < today) else { continue };
        let ended = day_in_words(until.value.last_day());
        let message = format!("The period of “{}” ended on {ended}.", record.title);
        let successor = graph.successor(index).map(|next| graph.record(next));
        let help = match successor {
            Some(next) => format!("Write `status: superseded`; “{}” took its place.", next.title),
            None => {
                "If another took its place, write `status: superseded` and name that one under `superseded_by:`; if \
                     none did, `status: withdrawn`; if it still applies, the new end of its period. Where the whole site \
                     shows a past state, write its day under `as_of:` in the settings; where this alone is shown as it was, \
                     `accept: [{code: past-its-period, reason: …}]`."
                    .to_owned()
            }
        };
        all.push(Diagnostic::new(&PAST_ITS_PERIOD, until.span, message).help(help));
    }
    all
}
