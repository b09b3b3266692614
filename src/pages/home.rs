//! What the home page shows first: consultations that are open, what is coming, and, where no text of the site's own says
//! it, what comes first and who decides.
//!
//! Must not know the text of the page.

use crate::graph::address::Address;
use crate::graph::furniture::{Furniture, View};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::content::{Call, Content};
use crate::pages::folder::entry;
use crate::pages::overview::TimelineEntry;
use crate::pages::parts::{DateView, LinkGroup};
use crate::pages::site::Site;
use crate::pages::{consultation, timeline};

/// Most dates that are shown of those to come.
const MOST_DATES: usize = 4;
/// Most records of a kind that are shown before its index is enough.
const MOST_RECORDS: usize = 12;
/// The kinds whose records stand on a home page without a text of its own.
const FIRST: [Kind; 3] = [Kind::Priority, Kind::Document, Kind::Board];

/// What a home page has of its own, before these groups of links.
pub(super) fn content(site: &Site<'_>, from: &Address, groups: Vec<LinkGroup>) -> Content {
    let timetable = Furniture::View(View::Timeline);
    Content::Home {
        calls: calls(site, from),
        coming: coming(site, from),
        timetable: site.graph.has(timetable).then(|| site.to_furniture(from, timetable)),
        groups,
    }
}

/// The records of the kinds that the public asks for first, each kind under its heading.
pub(super) fn first(site: &Site<'_>, from: &Address) -> Vec<LinkGroup> {
    let group = |kind: Kind| {
        let records = site.of_kind(kind);
        let shown = !records.is_empty() && records.len() <= MOST_RECORDS && site.graph.has(Furniture::Index(kind));
        let links = || records.iter().map(|(index, _)| entry(site, from, *index)).collect();
        shown.then(|| LinkGroup {
            title: site.to_furniture(from, Furniture::Index(kind)).text,
            anchor: format!("fm-{}", kind.name()),
            links: links(),
        })
    };
    FIRST.into_iter().filter_map(group).collect()
}

/// The consultations that are open on the day that the site shows.
fn calls(site: &Site<'_>, from: &Address) -> Vec<Call> {
    let open = site.of_kind(Kind::Consultation).into_iter().filter_map(|(index, record)| match &record.data {
        Data::Consultation(data) if consultation::is_open(site, data) => Some((index, &**data)),
        _ => None,
    });
    open.map(|(index, data)| Call {
        consultation: site.to_record(from, index),
        closes: data.closes.map(|day| DateView { iso: day.value.to_string(), text: site.lexicon.day(day.value) }),
        respond: consultation::respond(site, from, index, data),
    })
    .collect()
}

/// The next dates.
fn coming(site: &Site<'_>, from: &Address) -> Vec<TimelineEntry> {
    timeline::coming(site, from, MOST_DATES)
}
