//! The drawing of the timeline: a row for each sort of event with a mark for each day, a row with a bar for all that runs
//! for a time, and the day that the site shows across them.

use jiff::civil::Date;

use crate::model::event::EventType;
use crate::model::record::Data;
use crate::pages::drawing::{Drawing, Shape, arrow_head, line, lines};
use crate::pages::lettering::{LINE, SIZE, width, wrap};
use crate::pages::site::Site;
use crate::pages::span::Span;
use crate::pages::timeline::scale::{Mark, Scale};

/// The room for the name of a row.
const NAMES: i32 = 256;
/// The room between names and scale.
const GAP: i32 = 16;
/// The length of the scale.
const LENGTH: i32 = 560;
/// The room on the right of the scale.
const RIGHT: i32 = 24;
/// The room above the first row, for the day and the marks of the scale.
const HEAD: i32 = 56;
/// The room around the text of a row.
const PADDING: i32 = 12;
/// The radius of the mark of an event.
const RADIUS: i32 = 6;
/// The distance between two marks that would touch, and between two rows of them.
const APART: i32 = 16;
/// The height of a bar.
const BAR: i32 = 12;
/// The most rows of marks of one sort of event. Where more would touch, they lie on each other in the last.
const MOST_MARKS: usize = 12;
/// The most rows that a reader finds the way among; of more there are the list and the table alone.
const MOST_ROWS: usize = 200;

/// The days of one sort of event.
struct Lane {
    name: String,
    days: Vec<Date>,
}

/// The drawing; nothing where it would show fewer than two days, or more than a reader could follow.
pub(super) fn drawing(site: &Site<'_>, spans: &[Span], caption: &str, place: &str) -> Option<Drawing> {
    let lanes = lanes(site);
    let ends = spans.iter().flat_map(|span| [span.first_day(), span.last_day()]).flatten();
    let days: Vec<Date> = lanes.iter().flat_map(|lane| lane.days.iter().copied()).chain(ends).collect();
    if days.len() < 2 || spans.len() > MOST_ROWS {
        return None;
    }
    let scale = Scale::new(&days, NAMES + GAP, LENGTH)?;
    let mut rows = Vec::new();
    let mut y = HEAD;
    for lane in &lanes {
        y = events(site, lane, scale, y, &mut rows);
    }
    for span in spans {
        y = bar(site, *span, scale, y, &mut rows);
    }
    let mut shapes = ground(site, scale, y);
    shapes.extend(rows);
    let (first, last) = scale.years();
    let years = [("first", first.to_string()), ("last", last.to_string())];
    let years: Vec<_> = years.iter().map(|(name, year)| (*name, year.into())).collect();
    let about = site.tell("timeline-drawing", &years);
    Some(Drawing::new(place.to_owned(), (caption.to_owned(), about), (NAMES + GAP + LENGTH + RIGHT, y), shapes))
}

/// The events of each sort that there are, in the order of their days.
fn lanes(site: &Site<'_>) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for sort in EventType::ALL {
        let mut days: Vec<Date> = site
            .graph
            .records()
            .filter_map(|(_, record)| match &record.data {
                Data::Event(event) => {
                    let own = event.event_type.map_or(EventType::Other, |sort| sort.value);
                    (own == *sort).then_some(event.date.value)
                }
                _ => None,
            })
            .collect();
        days.sort_unstable();
        if !days.is_empty() {
            lanes.push(Lane { name: site.label(*sort), days });
        }
    }
    lanes
}

/// What lies below the rows: a line at the beginning of each year or month, and the day that the site shows.
fn ground(site: &Site<'_>, scale: Scale, bottom: i32) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (x, mark) in scale.marks() {
        let written = match mark {
            Mark::Year(year) => year.to_string(),
            Mark::Month(month) => site.say(&format!("cycle-month-{month}")),
        };
        shapes.push(line(&[(x, HEAD - SIZE - 4), (x, bottom)], "thin"));
        shapes.push(Shape::Text { x: x + 4, y: HEAD - SIZE + 8, anchor: "start", text: written, class: "quiet" });
    }
    if scale.covers(site.today) {
        let x = scale.at(site.today);
        let text = site.lexicon.day(site.today);
        let fits = x + width(&text) <= scale.end() + RIGHT;
        let anchor = if fits { "start" } else { "end" };
        shapes.push(line(&[(x, SIZE + 6), (x, bottom)], "dashed"));
        shapes.push(Shape::Text { x, y: SIZE, anchor, text, class: "strong" });
    }
    shapes
}

/// Draws the marks of a lane from `top`; where the next row begins. Marks that would touch stand below each other.
fn events(site: &Site<'_>, lane: &Lane, scale: Scale, top: i32, shapes: &mut Vec<Shape>) -> i32 {
    let mut last_in_row: Vec<i32> = Vec::new();
    let first = top + PADDING + LINE / 2;
    for day in &lane.days {
        let x = scale.at(*day);
        let free = last_in_row.iter().position(|last| last + APART <= x);
        let row = free.unwrap_or_else(|| last_in_row.len().min(MOST_MARKS - 1));
        match last_in_row.get_mut(row) {
            Some(last) => *last = x,
            None => last_in_row.push(x),
        }
        let y = first + i32::try_from(row).unwrap_or(0) * APART;
        let class = if *day > site.today { "hollow" } else { "full" };
        shapes.push(Shape::Circle { x, y, radius: RADIUS, class });
    }
    let marks = i32::try_from(last_in_row.len()).unwrap_or(1) * APART;
    named(&lane.name, scale, top, marks, shapes)
}

/// Draws a bar from `top`; where the next row begins. An end that nobody gave is an arrow.
fn bar(site: &Site<'_>, span: Span, scale: Scale, top: i32, shapes: &mut Vec<Shape>) -> i32 {
    let y = top + PADDING + LINE / 2;
    let left = span.first_day().map_or(scale.start(), |day| scale.at(day));
    let right = span.last_day().map_or(scale.end(), |day| scale.at(day)).max(left + 2);
    let to_come = span.first_day().is_some_and(|day| day > site.today);
    let class = if to_come { "hollow" } else { "full" };
    shapes.push(Shape::Box { x: left, y: y - BAR / 2, width: right - left, height: BAR, round: 0, class });
    if span.from.is_none() {
        shapes.push(arrow_head((left - 12, y), true, "full"));
    }
    if span.until.is_none() {
        shapes.push(arrow_head((right + 12, y), false, "full"));
    }
    named(site.called(span.index), scale, top, BAR, shapes)
}

/// Writes the name of a row whose marks need so much room, and rules it off; where the next row begins.
fn named(name: &str, scale: Scale, top: i32, marks: i32, shapes: &mut Vec<Shape>) -> i32 {
    let name = wrap(name, NAMES);
    let rows = i32::try_from(name.len()).unwrap_or(1);
    let bottom = top + 2 * PADDING + (rows * LINE).max(marks + 4);
    shapes.extend(lines(0, top + PADDING + SIZE - 1, &name, ""));
    shapes.push(line(&[(0, bottom), (scale.end(), bottom)], "thin"));
    bottom
}
