//! Decisions, meetings and consultations in the order of their dates, and what runs for how long.

mod drawn;
mod scale;
mod spans;

use jiff::civil::Date;

use crate::graph::address::Address;
use crate::graph::{Graph, RecordIndex};
use crate::model::event::{Event, EventType};
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::directory::Directory;
use crate::pages::directory::entry::Entry;
use crate::pages::overview::{TimelineEntry, TimelineView};
use crate::pages::paging::MOST_DATES;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::span::{Span, span, spans};
use crate::pages::{facts::text, wording};

/// Every dated event, the two ends of every consultation, and the periods of consultations, documents, priorities and
/// plans; `place` is what ids begin with. Of a long one, what comes next.
pub(super) fn timeline(site: &Site<'_>, from: &Address, caption: &str, place: &str) -> TimelineView {
    if let Some(next) = window(site) {
        let entries = entries(site, from, next.into_iter());
        return TimelineView { caption: caption.to_owned(), drawing: None, entries, periods: None };
    }
    let of_kind = |kind| site.of_kind(kind).into_iter().map(|(index, _)| index).collect();
    let spans = spans(site.graph, of_kind);
    TimelineView {
        caption: caption.to_owned(),
        drawing: drawn::drawing(site, &spans, caption, place),
        entries: entries(site, from, dated(site)),
        periods: spans::table(site, from, &spans),
    }
}

/// These dates, and for how long these records run.
pub(super) fn part(site: &Site<'_>, from: &Address, caption: &str, part: &[Entry]) -> TimelineView {
    let runs = part.iter().filter(|entry| matches!(entry, Entry::Runs(_))).filter_map(Entry::record);
    let spans: Vec<Span> = runs.filter_map(|index| span(index, site.graph.record(index))).collect();
    TimelineView {
        caption: caption.to_owned(),
        drawing: None,
        entries: entries(site, from, part.iter()),
        periods: spans::table(site, from, &spans),
    }
}

/// Whether the timetable is too long for one page.
pub(super) fn is_long(directory: &Directory) -> bool {
    directory.years.values().map(Vec::len).sum::<usize>() > MOST_DATES
}

/// What a part of a long timetable shows: the dates from the day on that the site shows, and where these are few, the latest
/// before; nothing where all fit on one page.
pub(super) fn window<'a>(site: &Site<'a>) -> Option<Vec<&'a Entry>> {
    if !is_long(site.directory) {
        return None;
    }
    let all: Vec<&Entry> = dated(site).collect();
    let next = all.partition_point(|entry| day_of(site.graph, entry) < Some(site.today));
    let start = next.min(all.len().saturating_sub(MOST_DATES));
    Some(all.into_iter().skip(start).take(MOST_DATES).collect())
}

/// The next dates after the day that the site shows, `most` of them.
pub(super) fn coming(site: &Site<'_>, from: &Address, most: usize) -> Vec<TimelineEntry> {
    let mut next: Vec<&Entry> = Vec::new();
    let day = |entry: &Entry| day_of(site.graph, entry);
    for entry in dated(site).filter(|entry| day(entry) > Some(site.today)) {
        // Dates on one day stand in the order of their titles in the language of the page, so all of them are needed.
        if next.len() >= most && next.last().map(|last| day(last)) != Some(day(entry)) {
            break;
        }
        next.push(entry);
    }
    let mut entries = entries(site, from, next.into_iter());
    entries.truncate(most);
    entries
}

/// Everything that has a day, in the order of the days.
fn dated<'a>(site: &Site<'a>) -> impl Iterator<Item = &'a Entry> {
    let directory = site.directory;
    directory.years.values().flatten().filter(|entry| !matches!(entry, Entry::Runs(_)))
}

/// The day of an event, or of an end of a consultation.
pub(super) fn day_of(graph: &Graph, entry: &Entry) -> Option<Date> {
    match (entry, &graph.record(entry.record()?).data) {
        (Entry::Record(_), Data::Event(event)) => Some(event.date.value),
        (Entry::Opens(_), Data::Consultation(data)) => Some(data.opens.value),
        (Entry::Closes(_), Data::Consultation(data)) => data.closes.map(|closes| closes.value),
        _ => None,
    }
}

/// Those of these that have a day, in the order of their days and then of their titles.
fn entries<'a>(site: &Site<'_>, from: &Address, these: impl Iterator<Item = &'a Entry>) -> Vec<TimelineEntry> {
    let drawn = these.filter_map(|entry| {
        let (index, date) = (entry.record()?, day_of(site.graph, entry)?);
        let view = match (entry, &site.graph.record(index).data) {
            (Entry::Opens(_), _) => consultation_end(site, from, index, date, "timeline-opens"),
            (Entry::Closes(_), _) => consultation_end(site, from, index, date, "timeline-closes"),
            (_, Data::Event(event)) => self::entry(site, from, index, event),
            _ => return None,
        };
        Some((date, view))
    });
    let mut dated: Vec<(Date, TimelineEntry)> = drawn.collect();
    dated.sort_by(|a, b| (a.0, &a.1.event.text).cmp(&(b.0, &b.1.event.text)));
    dated.into_iter().map(|(_, entry)| entry).collect()
}

fn entry(site: &Site<'_>, from: &Address, index: RecordIndex, event: &Event) -> TimelineEntry {
    TimelineEntry {
        date: wording::day(site, event.date.value),
        event: site.to_record(from, index),
        kind: site.label(event.event_type.map_or(EventType::Other, |kind| kind.value)),
        body: event.body.as_ref().map(|body| site.to_target(from, body)),
        about: event.document.as_ref().map(|document| site.to_target(from, document)),
        outcome: event.outcome.map(|outcome| site.label(outcome.value)),
        planned: event.date.value > site.today,
    }
}

fn consultation_end(site: &Site<'_>, from: &Address, index: RecordIndex, date: Date, message: &str) -> TimelineEntry {
    let part = site.to_record(from, index);
    let text = site.tell(message, &[("title", (&part.text).into())]);
    TimelineEntry {
        date: wording::day(site, date),
        event: Part { text, ..part },
        kind: site.label(EventType::Consultation),
        body: None,
        about: None,
        outcome: None,
        planned: date > site.today,
    }
}

/// The events that `concerns` picks, as a table in the order of their dates; nothing where there are none. Columns that
/// would be empty are left out, and so is the body on its own page.
pub(super) fn table(
    site: &Site<'_>,
    from: &Address,
    caption: &str,
    concerns: impl Fn(&Event) -> bool,
) -> Option<TableView> {
    let mut events: Vec<(&Event, RecordIndex)> = site
        .graph
        .records()
        .filter_map(|(index, record)| match &record.data {
            Data::Event(event) if concerns(event) => Some((&**event, index)),
            _ => None,
        })
        .collect();
    events.sort_by_key(|(event, index)| (event.date.value, *index));
    let result = |event: &Event| {
        let outcome = event.outcome.map(|outcome| site.label(outcome.value));
        outcome.or_else(|| (event.date.value > site.today).then(|| site.say("planned")))
    };
    let body_of = |event: &Event| event.body.as_ref().and_then(|body| site.graph.follow(body)).map(|(index, _)| index);
    let own_page = |index| site.is_about(from, index);
    let with_body = events.iter().any(|(event, _)| body_of(event).is_some_and(|body| !own_page(body)));
    let with_result = events.iter().any(|(event, _)| result(event).is_some());
    let mut columns = vec![site.say("timeline-date"), site.say("timeline-event")];
    columns.extend(with_body.then(|| site.say("timeline-body")));
    columns.extend(with_result.then(|| site.say("timeline-outcome")));
    let row = |(event, index): (&Event, RecordIndex)| {
        let mut cells =
            vec![vec![wording::date_part(wording::day(site, event.date.value))], vec![site.to_record(from, index)]];
        cells.extend(with_body.then(|| event.body.iter().map(|body| site.to_target(from, body)).collect()));
        cells.extend(with_result.then(|| result(event).map(text).into_iter().collect()));
        RowView { cells }
    };
    let rows: Vec<RowView> = events.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| TableView { caption: caption.to_owned(), columns, rows })
}
