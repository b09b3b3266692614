//! What the boards do in which month of the year: a table in the order of the months, and the year drawn as a bar.

use crate::graph::address::Address;
use crate::graph::{Record, RecordIndex};
use crate::model::board::{CycleStep, MonthName};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::drawing::{Drawing, Shape, line, lines};
use crate::pages::facts::text;
use crate::pages::lettering::{LINE, SIZE, wrap};
use crate::pages::overview::CycleView;
use crate::pages::parts::{Part, noted};
use crate::pages::site::Site;

/// The room for the name of a board.
const NAMES: i32 = 240;
/// The room for a month.
const MONTH: i32 = 52;
/// The room above the first board, for the names of the months.
const HEAD: i32 = 36;
/// The room around the text of a row.
const PADDING: i32 = 12;
/// The radius of the mark of a step.
const RADIUS: i32 = 7;

/// A board with its year.
type Year<'a> = (RecordIndex, &'a Record, &'a [CycleStep]);

/// The years of all boards; `place` is what ids begin with.
pub(super) fn planning_cycle(site: &Site<'_>, from: &Address, caption: &str, place: &str) -> CycleView {
    let boards = site.of_kind(Kind::Board);
    let years: Vec<Year<'_>> = boards.into_iter().filter_map(|(index, record)| year(index, record)).collect();
    view(site, from, &years, caption, place)
}

/// The year of one board; nothing where it has none.
pub(super) fn of_board(site: &Site<'_>, from: &Address, index: RecordIndex, place: &str) -> Option<CycleView> {
    let year = year(index, site.graph.record(index))?;
    Some(view(site, from, &[year], &site.say("cycle-of-board"), place))
}

fn year(index: RecordIndex, record: &Record) -> Option<Year<'_>> {
    match &record.data {
        Data::Board(board) if !board.planning_cycle.is_empty() => Some((index, record, &board.planning_cycle)),
        _ => None,
    }
}

fn view(site: &Site<'_>, from: &Address, years: &[Year<'_>], caption: &str, place: &str) -> CycleView {
    let drawing = (!years.is_empty()).then(|| drawing(site, years, caption, place));
    CycleView { drawing, table: table(site, from, years, caption) }
}

/// The month that the site shows.
fn this_month(site: &Site<'_>) -> Option<MonthName> {
    let number = usize::try_from(site.today.month()).ok()?;
    MonthName::ALL.get(number.checked_sub(1)?).copied()
}

/// A row for each step, by month and then by board; on the page of one board without its name.
fn table(site: &Site<'_>, from: &Address, years: &[Year<'_>], caption: &str) -> TableView {
    let own_page = years.iter().any(|(index, ..)| site.is_about(from, *index));
    let mut rows = Vec::new();
    for month in MonthName::ALL {
        for (index, record, steps) in years {
            let site = &site.for_facts(record);
            for step in steps.iter().filter(|step| step.month.value == *month) {
                let now = (this_month(site) == Some(*month)).then(|| site.say("cycle-this-month"));
                let mut cells = vec![
                    vec![Part { tag: now, ..text(site.label(*month)) }],
                    vec![noted(site.quoted(&step.step), step.note.as_ref())],
                ];
                if !own_page {
                    cells.push(vec![site.to_record(from, *index)]);
                }
                rows.push(RowView { cells });
            }
        }
    }
    let mut columns = vec![site.say("cycle-month"), site.say("cycle-step")];
    columns.extend((!own_page).then(|| site.say("cycle-board")));
    TableView { caption: caption.to_owned(), columns, rows }
}

/// The months side by side, a row for each board, a mark in each month with a step, and their number where there are several.
fn drawing(site: &Site<'_>, years: &[Year<'_>], caption: &str, place: &str) -> Drawing {
    let left = |month: usize| NAMES + i32::try_from(month).unwrap_or(0) * MONTH;
    let mut shapes = Vec::new();
    for (number, month) in MonthName::ALL.iter().enumerate() {
        let class = if this_month(site) == Some(*month) { "strong" } else { "quiet" };
        let text = site.say(&format!("cycle-month-{}", number + 1));
        shapes.push(Shape::Text { x: left(number) + MONTH / 2, y: SIZE + 4, anchor: "middle", text, class });
    }
    shapes.push(line(&[(0, HEAD), (left(12), HEAD)], "line"));
    let mut y = HEAD;
    for (index, _, steps) in years {
        let name = wrap(site.called(*index), NAMES - PADDING);
        let height = i32::try_from(name.len()).unwrap_or(1) * LINE + 2 * PADDING;
        shapes.extend(lines(0, y + PADDING + SIZE - 1, &name, ""));
        for (number, month) in MonthName::ALL.iter().enumerate() {
            let count = steps.iter().filter(|step| step.month.value == *month).count();
            let (x, middle) = (left(number) + MONTH / 2, y + height / 2);
            if count > 0 {
                shapes.push(Shape::Circle { x, y: middle, radius: RADIUS, class: "full" });
            }
            if count > 1 {
                let text = count.to_string();
                shapes.push(Shape::Text { x: x + RADIUS + 3, y: middle + 6, anchor: "start", text, class: "" });
            }
        }
        y += height;
        shapes.push(line(&[(0, y), (left(12), y)], "thin"));
    }
    if let Some(now) = MonthName::ALL.iter().position(|month| this_month(site) == Some(*month)) {
        let (x, width) = (left(now), MONTH);
        shapes.push(Shape::Box { x, y: 1, width, height: y - 1, round: 0, class: "dashed" });
    }
    Drawing::new(place.to_owned(), (caption.to_owned(), site.say("cycle-drawing")), (left(12) + 4, y + 4), shapes)
}
