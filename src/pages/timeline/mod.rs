//! Decisions, meetings and consultations in the order of their dates, and what runs for how long.

mod drawn;
mod scale;
mod spans;

use jiff::civil::Date;

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::event::{Event, EventType};
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::dates::announced_ends;
use crate::pages::overview::{TimelineEntry, TimelineView};
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::timeline::spans::spans;
use crate::pages::{facts::text, wording};

/// Every dated event, the two ends of every consultation, and the periods of consultations, documents, priorities and
/// plans; `place` is what ids begin with.
pub(super) fn timeline(site: &Site<'_>, from: &Address, caption: &str, place: &str) -> TimelineView {
    let spans = spans(site);
    TimelineView {
        caption: caption.to_owned(),
        drawing: drawn::drawing(site, &spans, caption, place),
        entries: entries(site, from),
        periods: spans::table(site, from, &spans),
    }
}

/// Every dated event and the two ends of every consultation, in the order of their dates.
pub(super) fn entries(site: &Site<'_>, from: &Address) -> Vec<TimelineEntry> {
    let ends = announced_ends(site);
    let mut dated: Vec<(Date, TimelineEntry)> = Vec::new();
    for (index, record) in site.graph.records() {
        match &record.data {
            Data::Event(event) => dated.push((event.date.value, entry(site, from, index, event))),
            Data::Consultation(consultation) => {
                let end = |date, message| (date, consultation_end(site, from, index, date, message));
                let is_announced = |day| ends.announce(site, index, consultation, day);
                let opens = consultation.opens.value;
                if !is_announced(opens) {
                    dated.push(end(opens, "timeline-opens"));
                }
                if let Some(closes) = consultation.closes.map(|closes| closes.value).filter(|day| !is_announced(*day)) {
                    dated.push(end(closes, "timeline-closes"));
                }
            }
            _ => {}
        }
    }
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
