//! Consultations and events: what was asked, what was decided, when.

use crate::graph::address::Address;
use crate::graph::{Record, RecordIndex};
use crate::model::consultation::Consultation;
use crate::model::event::Event;
use crate::model::record::Data;
use crate::pages::content::Content;
use crate::pages::facts::{Facts, text};
use crate::pages::particulars::Particulars;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::view::StatusView;
use crate::pages::wording;

fn lists(lists: Vec<LinkGroup>) -> Content {
    Content::Record { tables: Vec::new(), items: Vec::new(), items_title: String::new(), lists }
}

/// An event's facts.
pub(super) fn event(site: &Site<'_>, from: &Address, data: &Event) -> Particulars {
    let planned = (data.date.value > site.today).then(|| site.say("event-to-come"));
    let facts = Facts::new(site, from)
        .day("fact-date", Some(data.date))
        .text("fact-state", planned)
        .link("fact-body", data.body.as_ref())
        .link("fact-about", data.document.as_ref())
        .text("fact-outcome", data.outcome.map(|outcome| site.label(outcome.value)))
        .url("fact-reported-at", data.url.as_ref())
        .finish();
    Particulars { template: "event.html", facts, content: lists(Vec::new()) }
}

/// A consultation's facts, methods and consultees.
pub(super) fn consultation(site: &Site<'_>, from: &Address, data: &Consultation) -> Particulars {
    let facts = Facts::new(site, from)
        .link("fact-on", data.document.as_ref())
        .day("fact-opens", Some(data.opens))
        .day("fact-closes", data.closes)
        .text("fact-stated-length", data.stated_length.map(|length| wording::length(site, length.value)))
        .with_addresses("fact-how-to-respond", data.how_to_respond.as_ref())
        .url("fact-respond-at", data.url.as_ref())
        .text("fact-responses", data.responses.map(|responses| responses.value.to_string()))
        .quoted("fact-outcome", data.outcome.as_ref())
        .finish();
    let group = |title: &str, anchor: &str, links: Vec<Part>| LinkGroup {
        title: site.say(title),
        anchor: anchor.to_owned(),
        links,
    };
    let mut groups = vec![
        group("title-methods", "fm-methods", data.methods.iter().map(|method| site.quoted(method)).collect()),
        group(
            "title-consultees",
            "fm-consultees",
            data.consultees.iter().map(|body| site.to_target(from, body)).collect(),
        ),
    ];
    groups.retain(|group| !group.links.is_empty());
    Particulars { template: "consultation.html", facts, content: lists(groups) }
}

/// The consultation on a record: of several, the one that is open, else the next, else the last.
pub(super) fn nearest<'a>(site: &Site<'a>, record: &Record) -> Option<(RecordIndex, &'a Consultation)> {
    let own = site.graph.find(&record.id).map(|index| site.original(index));
    let on_it = site.graph.records().filter_map(|(index, other)| match &other.data {
        Data::Consultation(data) => {
            let (about, _) = site.graph.follow(data.document.as_ref()?)?;
            (Some(about) == own).then_some((index, &**data))
        }
        _ => None,
    });
    let nearness = |data: &Consultation| match state(site, data) {
        State::Open => (0, jiff::civil::Date::MIN, std::cmp::Reverse(data.opens.value)),
        State::ToCome => (1, data.opens.value, std::cmp::Reverse(data.opens.value)),
        State::Closed => {
            (2, jiff::civil::Date::MIN, std::cmp::Reverse(data.closes.map_or(data.opens.value, |day| day.value)))
        }
    };
    on_it.min_by_key(|(_, data)| nearness(data))
}

/// Whether a consultation is open, and until when: a link to it.
pub(super) fn standing(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Consultation) -> Part {
    let on = |message, date| site.tell(message, &[("day", (&wording::day(site, date).text).into())]);
    let text = match (state(site, data), data.closes) {
        (State::ToCome, _) => on("consultation-opens-on", data.opens.value),
        (State::Closed, Some(closes)) => on("consultation-closed-on", closes.value),
        (State::Open, Some(closes)) => on("consultation-open-until", closes.value),
        (_, None) => return site.to_record(from, index),
    };
    // The words are those of the page, whatever language the consultation is in.
    Part { text, language: None, ..site.to_record(from, index) }
}

/// The banner on a consultation's own page: `Open until 11 November 2019`.
pub(super) fn banner(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Consultation) -> StatusView {
    let closes = data.closes.map(|day| day.value);
    let (name, label, message, day) = match state(site, data) {
        State::Open => ("consultation", "consultation-open", "consultation-until", closes),
        State::ToCome => ("draft", "consultation-to-come", "consultation-opens-on", Some(data.opens.value)),
        State::Closed => ("closed", "consultation-closed", "consultation-on", closes),
    };
    let detail = day.map(|day| text(site.tell(message, &[("day", (&wording::day(site, day).text).into())])));
    let action = respond(site, from, index, data).filter(|_| data.url.is_some());
    StatusView { name, label: site.say(label), detail: detail.into_iter().collect(), action }
}

/// Whether people can respond on the day that the site shows.
pub(super) fn is_open(site: &Site<'_>, data: &Consultation) -> bool {
    matches!(state(site, data), State::Open) && (data.closes.is_some() || data.outcome.is_none())
}

/// The way to respond to a consultation that is open and says one: nobody is asked for views that nobody takes.
pub(super) fn respond(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Consultation) -> Option<Part> {
    let text = site.say("call-respond");
    if !is_open(site, data) {
        return None;
    }
    if let Some(url) = &data.url {
        return Some(Part { text, href: Some(url.value.0.clone()), ..Part::default() });
    }
    data.how_to_respond.as_ref().map(|_| Part { text, language: None, ..site.to_record(from, index) })
}

fn state(site: &Site<'_>, data: &Consultation) -> State {
    if data.closes.is_some_and(|closes| closes.value < site.today) {
        State::Closed
    } else if site.today < data.opens.value {
        State::ToCome
    } else {
        State::Open
    }
}

/// Where a consultation stands on the day that the site shows.
enum State {
    Open,
    ToCome,
    Closed,
}
