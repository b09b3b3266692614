//! Who sits on which board: seats first, names only where they are public.

use crate::graph::address::Address;
use crate::model::board::{Board, Seat};
use crate::model::kind::Kind;
use crate::model::period::Period;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::wording;

/// A table of seats for every board that has some.
pub(super) fn tables(site: &Site<'_>, from: &Address) -> Vec<TableView> {
    let boards = site.of_kind(Kind::Board);
    boards
        .into_iter()
        .filter_map(|(_, record)| match &record.data {
            Data::Board(board) if !board.seats.is_empty() => Some(seats(site, from, board, record.title.clone())),
            _ => None,
        })
        .collect()
}

/// The seats of one board, the chair first.
pub(super) fn seats(site: &Site<'_>, from: &Address, board: &Board, caption: String) -> TableView {
    let mut seats: Vec<&Seat> = board.seats.iter().map(|seat| &seat.value).collect();
    seats.sort_by_key(|seat| seat.role.value);
    let with_terms = seats.iter().any(|seat| seat.from.is_some() || seat.until.is_some());
    let mut columns = vec!["Organisation".to_owned(), "Seat".to_owned(), "Role".to_owned()];
    if with_terms {
        columns.push("Term".to_owned());
    }
    let rows = seats.into_iter().map(|seat| row(site, from, seat, with_terms)).collect();
    TableView { caption, columns, rows }
}

fn row(site: &Site<'_>, from: &Address, seat: &Seat, with_terms: bool) -> RowView {
    let organisation = seat.organisation.as_ref().map(|organisation| site.to_target(from, organisation));
    let office = seat.office.clone();
    let mut holder = text(office.unwrap_or_else(|| site.label(seat.role.value)));
    if seat.vacant {
        holder.tag = Some("Vacant".to_owned());
    }
    let said: Vec<String> = name_of_holder(site, seat).into_iter().chain(seat.note.clone()).collect();
    holder.note = (!said.is_empty()).then(|| said.join(". "));
    let role = vec![text(site.label(seat.role.value))];
    // The organisation names the row, since offices such as “chair of the partnership” come more than once.
    let mut cells = match organisation {
        Some(organisation) => vec![vec![organisation], vec![holder], role],
        None => vec![vec![holder], Vec::new(), role],
    };
    if with_terms {
        cells.push(term(site, seat));
    }
    RowView { cells }
}

/// The holder's name, as long as it may be shown.
fn name_of_holder(site: &Site<'_>, seat: &Seat) -> Option<String> {
    seat.public_name(site.today, site.clock).map(str::to_owned)
}

fn term(site: &Site<'_>, seat: &Seat) -> Vec<Part> {
    wording::period(site, &Period { from: seat.from, until: seat.until }).map(text).into_iter().collect()
}
