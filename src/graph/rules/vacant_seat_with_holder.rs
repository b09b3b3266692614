//! A seat is either vacant or held.

use super::seats::seats;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;

/// A seat that nobody holds, and who holds it.
pub(super) static VACANT_SEAT_WITH_HOLDER: Rule = Rule {
    code: "vacant-seat-with-holder",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A seat is said to be vacant and a person is named as its holder. Only one of the two can be true.",
    wrong: "vacant: true\nholder:\n  name: A. Smith\n  public_because: elected",
    right: "holder:\n  name: A. Smith\n  public_because: elected",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (record, seat) in seats(graph).filter(|(_, seat)| seat.value.vacant) {
        let Some(holder) = &seat.value.holder else { continue };
        let name = &holder.value.name;
        let message =
            format!("This seat of “{}” is said to be vacant, but {name} is named as its holder.", record.title);
        let help = "Take out `vacant: true`, or `holder:` with all that stands below it.";
        all.push(Diagnostic::new(&VACANT_SEAT_WITH_HOLDER, holder.span, message).help(help));
    }
    all
}
