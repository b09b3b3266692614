//! Who sits on which board: seats first, names only where they are public; which seats are vacant, which terms end soon.

use jiff::civil::Date;

use crate::graph::address::Address;
use crate::graph::sort_key;
use crate::graph::{Record, RecordIndex};
use crate::model::board::{Board, Seat, SeatRole};
use crate::model::date::{Length, Unit};
use crate::model::kind::Kind;
use crate::model::period::Period;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::overview::MembersView;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::wording;

/// How far ahead the end of a term is told.
const AHEAD: Length = Length { amount: 6, unit: Unit::Months };
/// The boards that a table of organisations and boards has columns for: with one it says nothing new, with more nobody can
/// read it.
const COMPARED_BOARDS: std::ops::RangeInclusive<usize> = 2..=6;

/// A seat with its board.
type Seated<'a> = (RecordIndex, &'a Seat);

/// What needs an answer, then a table of seats for every board that has some, then organisations held against boards.
pub(super) fn members(site: &Site<'_>, from: &Address) -> MembersView {
    let boards: Vec<(RecordIndex, &Record, &Board)> = site
        .of_kind(Kind::Board)
        .into_iter()
        .filter_map(|(index, record)| match &record.data {
            Data::Board(board) if !board.seats.is_empty() => Some((index, record, &**board)),
            _ => None,
        })
        .collect();
    let seats: Vec<Seated<'_>> =
        boards.iter().flat_map(|(index, _, board)| board.seats.iter().map(|seat| (*index, &seat.value))).collect();
    let soon = AHEAD.after(site.today);
    let vacant: Vec<Seated<'_>> = seats.iter().copied().filter(|(_, seat)| seat.vacant).collect();
    let ends = |seat: &Seat| !seat.vacant && last_day(seat).is_some_and(|day| day <= soon);
    let mut ending: Vec<Seated<'_>> = seats.iter().copied().filter(|(_, seat)| ends(seat)).collect();
    ending.sort_by_key(|(_, seat)| last_day(seat));
    let mut tables = Vec::new();
    tables.extend(told(site, from, "members-vacant-seats", &vacant));
    tables.extend(told(site, from, "members-ending-terms", &ending));
    tables.extend(boards.iter().map(|(index, record, board)| {
        self::seats(&site.for_facts(record), from, board, site.called(*index).to_owned())
    }));
    let columns: Vec<RecordIndex> = boards.iter().map(|(index, ..)| *index).collect();
    if COMPARED_BOARDS.contains(&columns.len()) {
        tables.extend(compared(site, from, &columns, &seats));
    }
    MembersView { summary: summary(site, (boards.len(), &seats), vacant.len(), (ending.len(), soon)), tables }
}

fn last_day(seat: &Seat) -> Option<Date> {
    seat.until.map(|until| until.value.last_day())
}

/// How many seats there are, how many of them are vacant, how many terms end; nothing on terms where no seat has one.
fn summary(
    site: &Site<'_>,
    (boards, seats): (usize, &[Seated<'_>]),
    vacant: usize,
    (ending, soon): (usize, Date),
) -> Vec<String> {
    let mut summary = Vec::new();
    summary.push(site.tell("members-seats", &[("seats", seats.len().into()), ("boards", boards.into())]));
    summary.push(site.tell("members-vacant", &[("count", vacant.into())]));
    if seats.iter().any(|(_, seat)| seat.until.is_some()) {
        let day = site.lexicon.day(soon);
        summary.push(site.tell("members-ending", &[("count", ending.into()), ("day", (&day).into())]));
    }
    summary
}

/// Seats that need an answer, with their boards; nothing where there are none.
fn told(site: &Site<'_>, from: &Address, caption: &str, seats: &[Seated<'_>]) -> Option<TableView> {
    let with_terms = seats.iter().any(|(_, seat)| seat.until.is_some());
    let row = |(board, seat): &Seated<'_>| {
        let organisation = seat.organisation.iter().map(|organisation| site.to_target(from, organisation)).collect();
        let mut cells = vec![
            vec![site.to_record(from, *board)],
            organisation,
            vec![office(&site.for_facts(site.graph.record(*board)), seat)],
        ];
        if with_terms {
            cells.push(term(site, seat));
        }
        RowView { cells }
    };
    let mut columns = vec!["members-board", "members-organisation", "members-seat"];
    columns.extend(with_terms.then_some("members-term"));
    let columns = columns.into_iter().map(|name| site.say(name)).collect();
    let rows: Vec<RowView> = seats.iter().map(row).collect();
    (!rows.is_empty()).then(|| TableView { caption: site.say(caption), columns, rows })
}

/// The seats of one board, the chair first.
pub(super) fn seats(site: &Site<'_>, from: &Address, board: &Board, caption: String) -> TableView {
    let mut seats: Vec<&Seat> = board.seats.iter().map(|seat| &seat.value).collect();
    seats.sort_by_key(|seat| seat.role.value);
    let with_terms = seats.iter().any(|seat| seat.from.is_some() || seat.until.is_some());
    let mut columns = vec!["members-organisation", "members-seat", "members-role"];
    columns.extend(with_terms.then_some("members-term"));
    let columns = columns.into_iter().map(|name| site.say(name)).collect();
    let rows = seats.into_iter().map(|seat| row(site, from, seat, with_terms)).collect();
    TableView { caption, columns, rows }
}

fn row(site: &Site<'_>, from: &Address, seat: &Seat, with_terms: bool) -> RowView {
    let organisation = seat.organisation.as_ref().map(|organisation| site.to_target(from, organisation));
    let mut holder = office(site, seat);
    if seat.vacant {
        holder.tag = Some(site.say("members-seat-vacant"));
    }
    let name = seat.public_name(site.today, site.clock).map(str::to_owned);
    let said: Vec<String> = name.into_iter().chain(seat.note.clone()).collect();
    holder.note = (!said.is_empty()).then(|| said.join(". "));
    holder.note_language = seat.note.as_ref().and_then(|note| site.quoted(note).language);
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

/// The office of a seat, or its role where it has none.
fn office(site: &Site<'_>, seat: &Seat) -> Part {
    seat.office.as_ref().map_or_else(|| text(site.label(seat.role.value)), |office| site.quoted(office))
}

/// The term of a seat, and whether it is over or soon will be.
fn term(site: &Site<'_>, seat: &Seat) -> Vec<Part> {
    let tag = match last_day(seat) {
        Some(day) if day < site.today => Some("members-term-ended"),
        Some(day) if day <= AHEAD.after(site.today) => Some("members-term-ends-soon"),
        _ => None,
    };
    let period = wording::period(site, &Period { from: seat.from, until: seat.until });
    period.map(|period| Part { tag: tag.map(|tag| site.say(tag)), ..text(period) }).into_iter().collect()
}

/// A row for each organisation with seats on several boards, a column for each board: what seats it has there.
fn compared(site: &Site<'_>, from: &Address, boards: &[RecordIndex], seats: &[Seated<'_>]) -> Option<TableView> {
    let organisation = |seat: &Seat| seat.organisation.as_ref().and_then(|of| site.graph.follow(of));
    let mut organisations: Vec<(RecordIndex, &Record)> =
        seats.iter().filter_map(|(_, seat)| organisation(seat)).collect();
    organisations.sort_by_cached_key(|(index, record)| (sort_key(&record.title), *index));
    organisations.dedup_by_key(|(index, _)| *index);
    let roles_on = |index: RecordIndex, board: RecordIndex| {
        let own =
            seats.iter().filter(|(of, seat)| *of == board && organisation(seat).is_some_and(|(own, _)| own == index));
        let mut roles: Vec<SeatRole> = own.map(|(_, seat)| seat.role.value).collect();
        roles.sort_unstable();
        roles
    };
    let mut rows = Vec::new();
    for (index, _) in organisations {
        let by_board: Vec<Vec<SeatRole>> = boards.iter().map(|board| roles_on(index, *board)).collect();
        if by_board.iter().filter(|roles| !roles.is_empty()).count() > 1 {
            let cells = by_board.iter().map(|roles| in_words(site, roles));
            rows.push(RowView { cells: std::iter::once(vec![site.to_record(from, index)]).chain(cells).collect() });
        }
    }
    let mut columns = vec![site.say("members-organisation")];
    columns.extend(boards.iter().map(|board| site.called(*board).to_owned()));
    (!rows.is_empty()).then(|| TableView { caption: site.say("members-compared"), columns, rows })
}

/// The roles of an organisation on a board, in order.
fn in_words(site: &Site<'_>, roles: &[SeatRole]) -> Vec<Part> {
    if roles.is_empty() {
        return vec![text(site.say("members-no-seat"))];
    }
    let of_one_role = |same: &[SeatRole]| {
        let role = site.label(same[0]);
        let several = site.tell("members-several", &[("count", same.len().into()), ("role", (&role).into())]);
        text(if same.len() == 1 { role } else { several })
    };
    roles.chunk_by(|one, other| one == other).map(of_one_role).collect()
}
