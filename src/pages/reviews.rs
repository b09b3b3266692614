//! What is due to be looked at again: by the day that a record names, by the time since its last change, and the facts of
//! other bodies' plans.

use jiff::civil::Date;

use crate::graph::address::Address;
use crate::graph::rules::standing::is_over;
use crate::graph::sort_key;
use crate::graph::{Record, verification};
use crate::model::date::{Length, Unit};
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::overview::ReviewsView;
use crate::pages::parts::{DateView, Part};
use crate::pages::site::Site;

/// What is due within this time is due soon.
const SOON: Length = Length { amount: 3, unit: Unit::Months };

/// Something to be looked at.
struct Review<'a> {
    record: &'a Record,
    /// By when; nothing where nobody wrote when it was last done, which makes it overdue.
    due: Option<Date>,
    /// Why it is due then.
    why: String,
}

/// The day on which somebody should look at a record again: the one it names, else one that follows from its last change.
/// What happened on a day does not go out of date, and nobody need look at what was replaced or taken back.
pub(super) fn review_due(site: &Site<'_>, record: &Record) -> Option<Date> {
    if is_over(record) {
        return None;
    }
    record.shared.review_due.map(|due| due.value).or_else(|| since_change(site, record).map(|(_, due)| due))
}

/// The day of a record's last change and the day on which it is therefore due, where it names none itself.
pub fn since_change(site: &Site<'_>, record: &Record) -> Option<(Date, Date)> {
    let after = site.graph.settings.review_after?.value;
    let passes = is_over(record) || matches!(record.data, Data::Event(_) | Data::Consultation(_));
    let day = last_change(site, record).filter(|_| !passes && record.shared.review_due.is_none())?;
    Some((day, after.after(day)))
}

/// When the file of a record, or of one of its sections, was last changed.
fn last_change(site: &Site<'_>, record: &Record) -> Option<Date> {
    let files = record.sections.iter().map(|section| section.source).chain([record.source]);
    files.filter_map(|source| site.history.get(&site.sources.get(source).path)).max()
}

/// The view: what is overdue first.
pub(super) fn reviews_due(site: &Site<'_>, from: &Address, caption: &str) -> ReviewsView {
    let mut all: Vec<Review<'_>> = site.graph.records().filter_map(|(_, record)| of_record(site, record)).collect();
    all.extend(verification::plans(site.graph).into_iter().map(|(record, verified)| of_plan(site, record, verified)));
    all.sort_by_cached_key(|review| (review.due, sort_key(&review.record.title)));
    let soon = SOON.after(site.today);
    let until = |day: Date| all.partition_point(|review| review.due.is_none_or(|due| due < day));
    let (overdue, rest) = all.split_at(until(site.today));
    let (soon, later) = rest.split_at(until(soon) - overdue.len());
    let counts = [("overdue", overdue.len().into()), ("soon", soon.len().into()), ("later", later.len().into())];
    let table = |name: &str, reviews: &[Review<'_>]| {
        let caption = site.tell(&format!("reviews-{name}"), &[("title", caption.into())]);
        table(site, from, caption, reviews)
    };
    ReviewsView {
        summary: site.tell("reviews-summary", &counts),
        tables: [table("overdue", overdue), table("soon", soon)].into_iter().flatten().collect(),
        later: table("later", later),
    }
}

fn of_record<'a>(site: &Site<'_>, record: &'a Record) -> Option<Review<'a>> {
    let due = review_due(site, record)?;
    let why = match last_change(site, record) {
        Some(day) if record.shared.review_due.is_none() => {
            site.tell("reviews-since-change", &[("day", (&site.lexicon.day(day)).into())])
        }
        _ => site.say("reviews-named"),
    };
    Some(Review { record, due: Some(due), why })
}

fn of_plan<'a>(site: &Site<'_>, record: &'a Record, verified: Option<Date>) -> Review<'a> {
    let why = match verified {
        Some(day) => site.tell("reviews-verified", &[("day", (&site.lexicon.day(day)).into())]),
        None => site.say("reviews-never-verified"),
    };
    Review { record, due: verified.map(|day| verification::every(site.graph).after(day)), why }
}

fn table(site: &Site<'_>, from: &Address, caption: String, reviews: &[Review<'_>]) -> Option<TableView> {
    let row = |review: &Review<'_>| {
        let href = Some(site.href(from, &review.record.address, None));
        let record = Part {
            text: review.record.title.clone(),
            href,
            language: site.other_language(review.record),
            tag: Some(site.label(review.record.id.kind)),
            ..Part::default()
        };
        let due = review.due.map_or_else(
            || text(site.say("reviews-no-day")),
            |due| Part { iso: Some(due.to_string()), ..text(site.lexicon.day(due)) },
        );
        let owner = owner(site, from, review.record).unwrap_or_else(|| text(site.say("reviews-no-owner")));
        RowView { cells: vec![vec![record], vec![due], vec![text(review.why.clone())], vec![owner]] }
    };
    let rows: Vec<RowView> = reviews.iter().map(row).collect();
    let columns = ["record", "due", "why", "owner"].map(|name| site.say(&format!("reviews-{name}"))).to_vec();
    (!rows.is_empty()).then_some(TableView { caption, columns, rows })
}

/// The body that answers for a record.
fn owner(site: &Site<'_>, from: &Address, record: &Record) -> Option<Part> {
    match &record.data {
        Data::Document(data) => data.owner.as_ref().map(|owner| site.to_target(from, owner)),
        Data::Priority(data) => data.owner.as_ref().map(|owner| site.to_target(from, owner)),
        Data::Plan(data) => data.owner.as_ref().map(|owner| site.to_target(from, owner)),
        Data::Board(data) => data.organisation.as_ref().map(|owner| site.to_target(from, owner)),
        Data::Group(data) => data.organisation.as_ref().map(|owner| site.to_target(from, owner)),
        _ => None,
    }
}

/// The day on which a record is due, as its page shows it.
pub(super) fn on_page(site: &Site<'_>, record: &Record) -> Option<DateView> {
    review_due(site, record).map(|due| DateView { iso: due.to_string(), text: site.lexicon.day(due) })
}
