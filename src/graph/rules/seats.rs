//! The seats of all boards, and what to call one.

use crate::graph::{Graph, Record};
use crate::model::board::{Board, Seat};
use crate::model::record::Data;
use crate::sources::Spanned;

/// Every board.
pub(super) fn boards(graph: &Graph) -> impl Iterator<Item = (&Record, &Board)> {
    graph.records().filter_map(|(_, record)| match &record.data {
        Data::Board(board) => Some((record, &**board)),
        _ => None,
    })
}

/// Every seat, with its board.
pub(super) fn seats(graph: &Graph) -> impl Iterator<Item = (&Record, &Spanned<Seat>)> {
    boards(graph).flat_map(|(record, board)| board.seats.iter().map(move |seat| (record, seat)))
}

/// What to call a seat in a sentence: by its office, by its organisation, by its role.
pub(super) fn called(graph: &Graph, seat: &Seat) -> String {
    let role = seat.role.value.name().to_owned();
    let organisation = seat.organisation.as_ref().and_then(|organisation| graph.follow(organisation));
    match (&seat.office, organisation) {
        (Some(office), Some((_, organisation))) => format!("{role} “{office}” of “{}”", organisation.title),
        (Some(office), None) => format!("{role} “{office}”"),
        (None, Some((_, organisation))) => format!("{role} from “{}”", organisation.title),
        (None, None) => role,
    }
}
