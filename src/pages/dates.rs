//! What falls on a day: meetings and decisions, the two ends of consultations, ends of periods and of terms, reviews. No
//! person is named.
//!
//! Must not know how a calendar is written.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::graph::address::Address;
use crate::graph::rules::standing::is_over;
use crate::graph::{Record, RecordIndex};
use crate::model::board::Seat;
use crate::model::consultation::Consultation;
use crate::model::record::Data;
use crate::pages::ends::{Ends, announced_ends};
use crate::pages::site::Site;
use crate::sources::Spanned;

/// Something that falls on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DatedView {
    /// The day.
    pub day: Date,
    /// What it goes by from build to build, whatever its day and title: `event/cabinet-2019-12-17`.
    pub id: String,
    /// What happens.
    pub title: String,
    /// What stands for the record.
    pub summary: Option<String>,
    /// The page that says more.
    pub page: Address,
    /// The language of its title and summary, where it is not that of the site.
    pub language: Option<String>,
    /// When its record was last changed, where that is known.
    pub last_changed: Option<Date>,
}

/// Everything that falls on a day, in the order of the days.
pub(super) fn dates(site: &Site<'_>) -> Vec<DatedView> {
    let ends = announced_ends(site.graph);
    let mut dates: Vec<DatedView> =
        first_written(site).flat_map(|(index, record)| of_record(site, index, record, &ends)).collect();
    dates.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    dates
}

/// Every record that translates no other, for what a translation says is the same.
fn first_written<'a>(site: &Site<'a>) -> impl Iterator<Item = (RecordIndex, &'a Record)> {
    let graph = site.graph;
    graph.records().filter(|(index, _)| graph.translated(*index).is_none())
}

fn of_record(site: &Site<'_>, index: RecordIndex, record: &Record, ends: &Ends) -> Vec<DatedView> {
    let mut dates = match &record.data {
        Data::Event(event) => vec![dated(site, record, event.date.value, "", record.title.clone())],
        Data::Consultation(data) => consultation(site, index, record, data, ends),
        Data::Board(board) => terms(site, record, &board.seats),
        _ => Vec::new(),
    };
    // Nobody waits for what was replaced or taken back.
    if is_over(record) {
        return dates;
    }
    dates.extend(period_end(site, record));
    let due = record.shared.review_due;
    dates.extend(due.map(|due| dated(site, record, due.value, "/review-due", titled(site, record, "date-review-due"))));
    dates
}

fn dated(site: &Site<'_>, record: &Record, day: Date, what: &str, title: String) -> DatedView {
    DatedView {
        day,
        id: format!("{}/{}{what}", record.id.kind.name(), record.id.slug),
        title,
        summary: record.shared.summary.as_ref().map(|summary| summary.value.clone()),
        page: record.address.clone(),
        language: site.other_language(record),
        last_changed: site.history.get(&site.sources.get(record.source).path),
    }
}

fn titled(site: &Site<'_>, record: &Record, message: &str) -> String {
    site.for_record(record).tell(message, &[("title", (&record.title).into())])
}

/// The two ends of a consultation, without one that an event announces.
fn consultation(
    site: &Site<'_>,
    index: RecordIndex,
    record: &Record,
    data: &Consultation,
    ends: &Ends,
) -> Vec<DatedView> {
    let both = [(Some(data.opens), "/opens", "date-opens"), (data.closes, "/closes", "date-closes")];
    both.into_iter()
        .filter_map(|(day, what, message)| Some((day?.value, what, message)))
        .filter(|(day, ..)| !ends.announce(site.graph, index, data, *day))
        .map(|(day, what, message)| dated(site, record, day, what, titled(site, record, message)))
        .collect()
}

fn period_end(site: &Site<'_>, record: &Record) -> Option<DatedView> {
    let last = record.data.period()?.value.until?.value.last_day();
    Some(dated(site, record, last, "/period-ends", titled(site, record, "date-period-ends")))
}

/// The ends of terms on a board, each told by its organisation and office. Of seats that nothing tells apart, one is told
/// for each day.
fn terms(site: &Site<'_>, record: &Record, seats: &[Spanned<Seat>]) -> Vec<DatedView> {
    let mut told: BTreeMap<(String, &str, Date), DatedView> = BTreeMap::new();
    let words = site.for_record(record);
    for seat in seats.iter().map(|seat| &seat.value).filter(|seat| !seat.vacant) {
        let Some(until) = seat.until.map(|until| until.value.last_day()) else { continue };
        let organisation = seat.organisation.as_ref().and_then(|organisation| site.graph.follow(organisation));
        let organisation = organisation.map(|(_, organisation)| organisation);
        let office = seat.office.clone().unwrap_or_else(|| words.label(seat.role.value));
        let name =
            organisation.map_or_else(|| office.clone(), |organisation| format!("{}, {office}", organisation.title));
        let title = words.tell("date-term-ends", &[("board", (&record.title).into()), ("seat", (&name).into())]);
        let slug = organisation.map_or("", |organisation| organisation.id.slug.as_str());
        let office = seat.office.as_deref().unwrap_or_default();
        let what = format!("/term-ends/{slug}/{}/{office}/{until}", seat.role.value.name());
        told.insert((name, slug, until), dated(site, record, until, &what, title));
    }
    told.into_values().collect()
}
