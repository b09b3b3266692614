//! Who sits on a board has a term that still runs.

use jiff::civil::Date;

use super::seats::{called, seats};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::day_in_words;

/// A term that is over.
pub(super) static SEAT_TERM_ENDED: Rule = Rule {
    code: "seat-term-ended",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The last day of a seat's term has passed, but the board's page still shows the seat as if it were filled. \
                  Write the new end of the term, or who holds the seat now, or that it is vacant.",
    wrong: "until: 2018-05   # and today is in 2019",
    right: "until: 2023-05",
};

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (record, seat) in seats(graph) {
        let Some(until) = seat.value.until.filter(|until| until.value.last_day() < today) else { continue };
        if seat.value.vacant {
            continue;
        }
        let who = called(graph, &seat.value);
        let ended = day_in_words(until.value.last_day());
        let message = format!("The term of the {who} on “{}” ended on {ended}.", record.title);
        let help = "If the term was renewed, write its new end; if not, write who holds the seat now, or `vacant: true` \
                    in place of the holder.";
        all.push(Diagnostic::new(&SEAT_TERM_ENDED, until.span, message).help(help));
    }
    all
}
