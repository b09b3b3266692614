//! A board has one chair at a time.

use jiff::civil::Date;

use super::seats::{boards, called};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::board::{Seat, SeatRole};

/// Two who lead at once.
pub(super) static TWO_CHAIRS: Rule = Rule {
    code: "two-chairs",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "Two seats of a board are its chair on the same day, so that readers cannot tell who leads it. Most often one \
                  followed the other and the first term was never ended. Where two people share the chair, accept the finding \
                  with that reason.",
    wrong: "- role: chair\n  organisation: county-council\n- role: chair\n  organisation: police",
    right: "- role: chair\n  organisation: county-council\n- role: vice-chair\n  organisation: police",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (record, board) in boards(graph) {
        let chairs: Vec<&Seat> =
            board.seats.iter().map(|seat| &seat.value).filter(|seat| seat.role.value == SeatRole::Chair).collect();
        for (place, seat) in chairs.iter().enumerate() {
            let Some(first) = chairs[..place].iter().find(|other| at_once(other, seat)) else { continue };
            let (one, other) = (called(graph, first), called(graph, seat));
            let message = format!("“{}” has two chairs at once: the {one} and the {other}.", record.title);
            let help = "Write `role: vice-chair` at one of the two, or `until:` at the one whose term has ended; if they \
                        share the chair, `accept: [{code: two-chairs, reason: …}]` on the board.";
            let finding = Diagnostic::new(&TWO_CHAIRS, seat.role.span, message).help(help);
            all.push(finding.related(first.role.span, "The other chair stands here."));
        }
    }
    all
}

/// Whether the two terms have more than a day in common. Of a date that is known to the month or year only, the handover
/// may lie anywhere in it, so that such terms overlap only where they must.
fn at_once(one: &Seat, other: &Seat) -> bool {
    let surely_from = |seat: &Seat| seat.from.map_or(Date::MIN, |from| from.value.last_day());
    let surely_until = |seat: &Seat| seat.until.map_or(Date::MAX, |until| until.value.first_day());
    surely_from(one).max(surely_from(other)) < surely_until(one).min(surely_until(other))
}
