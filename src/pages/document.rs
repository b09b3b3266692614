//! A document: its first page with the list of sections and decisions, and a page for each section.

use crate::graph::address::Address;
use crate::graph::{Record, RecordIndex, Section};
use crate::model::document::Document;
use crate::model::event::Outcome;
use crate::model::record::Data;
use crate::pages::content::Content;
use crate::pages::facts::Facts;
use crate::pages::outline::{blank, breadcrumbs, section_path};
use crate::pages::particulars::Particulars;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::status::status;
use crate::pages::view::Page;
use crate::pages::{body, found, timeline, wording};
use crate::sources::Spanned;

/// What the first page of a document has of its own.
pub(super) fn index(
    site: &Site<'_>,
    from: &Address,
    index: RecordIndex,
    record: &Record,
    data: &Document,
) -> Particulars {
    let original = site.original(index);
    let facts = Facts::new(site, from)
        .link("fact-owner", data.owner.as_ref())
        .link("fact-presented-to", data.presented_to.as_ref())
        .period("fact-period", data.period.as_ref())
        .date("fact-published", data.published)
        .parts("fact-approved-by", approvals(site, from, data))
        .link("fact-replaced-by", data.superseded_by.as_ref())
        .finish();
    let sections = record.sections.iter().map(|section| Part {
        note: section.summary.as_ref().map(|summary| summary.value.clone()),
        ..site.to_section(from, record, section)
    });
    let decisions = timeline::table(site, from, &site.say("title-decisions"), |event| {
        event.document.as_ref().and_then(|about| site.graph.follow(about)).is_some_and(|(about, _)| about == original)
    });
    let numbered_alone = data.numbered && record.sections.is_empty();
    let template = if numbered_alone { "report.html" } else { "document.html" };
    Particulars { template, facts, content: Content::Document { sections: sections.collect(), decisions } }
}

/// The decisions that approved a document: those that adopted it, for an approval for consultation is none.
fn approvals(site: &Site<'_>, from: &Address, data: &Document) -> Vec<Part> {
    let adopted = |record: &Record| match &record.data {
        Data::Event(event) => event.outcome.is_some_and(|outcome| outcome.value == Outcome::Adopted),
        _ => false,
    };
    let decisions = data.approvals.iter().filter_map(|approval| site.graph.follow(approval));
    decisions.filter(|(_, event)| adopted(event)).map(|(index, _)| site.to_record(from, index)).collect()
}

/// The page of a section of a document, by its place among the sections.
pub(super) fn section(site: &Site<'_>, index: RecordIndex, place: usize) -> Page {
    let record = site.graph.record(index);
    let section = &record.sections[place];
    let numbered = record.data.is_numbered();
    let site = &site.for_record(record);
    let from = &section.address;
    let to = |section: &Section| site.to_section(from, record, section);
    let neighbour = |place: Option<usize>| place.and_then(|place| record.sections.get(place)).map(to);
    let all = record.sections.iter().enumerate().map(|(other, section)| {
        let part = to(section);
        if other == place { Part { href: None, ..part } } else { part }
    });
    let mut view = blank(site, from, &section.title);
    view.caption = Some(record.title.clone());
    view.summary = section.summary.as_ref().map(|summary| summary.value.clone());
    view.breadcrumbs = breadcrumbs(site, from, record);
    let href = Some(site.href(from, &record.address, None));
    view.breadcrumbs.push(Part { text: record.title.clone(), href, ..Part::default() });
    view.section_path = section_path(site, &record.address, record);
    view.status = status(site, from, record);
    view.found_as = Some(found::found_as(record.id.kind.name(), &view));
    view.contents = body::contents(&section.text);
    view.content = Content::Section {
        sections: all.collect(),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(Some(place + 1)),
        numbered,
    };
    view.last_changed = site.history.get(&site.sources.get(section.source).path).map(|day| wording::day(site, day));
    let template = if numbered { "report.html" } else { "section.html" };
    Page {
        address: from.clone(),
        template,
        view,
        body: Some(body::body(site, from, &section.text)),
        origin: Some(Spanned::new((), section.span)),
    }
}
