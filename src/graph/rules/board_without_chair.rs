//! A board that brings partners together says who chairs it.

use super::seats::boards;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::board::{BoardType, SeatRole};

/// Seats, but nobody to lead them.
pub(super) static BOARD_WITHOUT_CHAIR: Rule = Rule {
    code: "board-without-chair",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A board whose seats are listed has one that leads it, so that readers know who answers for the board. While \
                  nobody holds the chair, its seat says `vacant: true`. Of committees and full councils, whose members are \
                  councillors and stand elsewhere, no chair is asked.",
    wrong: "seats:\n  - role: member\n    organisation: county-council",
    right: "seats:\n  - role: chair\n    organisation: county-council",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (record, board) in boards(graph) {
        let of_councillors =
            board.board_type.is_some_and(|kind| matches!(kind.value, BoardType::Committee | BoardType::FullCouncil));
        let has_chair = board.seats.iter().any(|seat| seat.value.role.value == SeatRole::Chair);
        if board.seats.is_empty() || of_councillors || has_chair {
            continue;
        }
        let message = format!("The seats of “{}” are listed, but none of them is the chair.", record.title);
        let help = "Write `role: chair` at the seat that leads the board, or add that seat; while nobody holds it, \
                    with `vacant: true`. Where no source says who leads it, accept the finding with that reason under `accept`.";
        all.push(Diagnostic::new(&BOARD_WITHOUT_CHAIR, record.span, message).help(help));
    }
    all
}
