//! The parts of a record's data: dates, areas, items, measures, seats, sections, numbered paragraphs.

use serde::Serialize;

use super::place::{last_changed, path};
use crate::graph::{Record, Text};
use crate::model::board::Seat;
use crate::model::field::Number;
use crate::model::item::Item;
use crate::model::organisation::Area;
use crate::model::period::Period;
use crate::model::priority::Measure;
use crate::model::record::Data;
use crate::model::word::FixedWord;
use crate::pages::Site;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::Block;
use crate::parse::reference::canonical;
use crate::sources::Spanned;

/// An area that a body covers.
#[derive(Serialize)]
pub(super) struct AreaData<'a> {
    /// Its name.
    name: &'a str,
    /// Its code of the Office for National Statistics.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
}

/// A part that links can aim at.
#[derive(Serialize)]
pub(super) struct ItemData<'a> {
    /// Its anchor on the page.
    anchor: String,
    /// What it is called.
    title: &'a str,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// Where it stands on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// A measure, its figures as they were written.
#[derive(Serialize)]
pub(super) struct MeasureData<'a> {
    /// What is measured.
    title: &'a str,
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// The figure to start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'a str>,
    /// The figure to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
    /// The newest figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<&'a str>,
    /// The beginning of the time within which the target is to be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// Its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

/// A seat on a board.
#[derive(Serialize)]
pub(super) struct SeatData<'a> {
    /// The organisation that fills it, as others refer to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    /// What it does on the board: `chair`.
    role: &'static str,
    /// The office that comes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<&'a str>,
    /// The name of its holder: only while the term runs and the name may be public.
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<&'a str>,
    /// When the term began.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// `true` while nobody fills it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    vacant: bool,
}

/// A section of a document.
#[derive(Serialize)]
pub(super) struct SectionData<'a> {
    /// Its name within the document.
    slug: &'a str,
    /// Its heading.
    title: &'a str,
    /// What stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// The path of its page.
    path: String,
    /// Its numbered paragraphs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<ParagraphData<'a>>,
    /// The day of its last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_changed: Option<String>,
}

/// A numbered paragraph.
#[derive(Serialize)]
pub(super) struct ParagraphData<'a> {
    /// Its number, as it is shown.
    number: &'a str,
    /// Its anchor on the page.
    anchor: &'a str,
    /// Its text, without its links.
    text: String,
}

pub(super) fn areas(areas: &[Area]) -> Vec<AreaData<'_>> {
    areas.iter().map(|area| AreaData { name: &area.name, code: text(area.code.as_ref()) }).collect()
}

pub(super) fn items(items: &[Spanned<Item>]) -> Vec<ItemData<'_>> {
    let data = |item: &'_ Spanned<Item>| canonical(&item.value.id.value);
    items
        .iter()
        .map(|item| ItemData {
            anchor: data(item),
            title: &item.value.title,
            note: item.value.note.as_deref(),
            url: item.value.url.as_ref().map(|url| url.value.0.as_str()),
        })
        .collect()
}

pub(super) fn measures(measures: &[Spanned<Measure>]) -> Vec<MeasureData<'_>> {
    fn figure(number: Option<&Spanned<Number>>) -> Option<&str> {
        number.map(|number| number.value.0.as_str())
    }
    let ends = |measure: &Measure| measure.period.as_ref().map(|period| ends(&period.value)).unwrap_or_default();
    measures
        .iter()
        .map(|measure| &measure.value)
        .map(|measure| MeasureData {
            title: &measure.title,
            unit: measure.unit.as_deref(),
            baseline: figure(measure.baseline.as_ref()),
            target: figure(measure.target.as_ref()),
            latest: figure(measure.latest.as_ref()),
            from: ends(measure).0,
            until: ends(measure).1,
            source: measure.source.as_deref(),
        })
        .collect()
}

pub(super) fn seats<'a>(site: &Site<'a>, seats: &'a [Spanned<Seat>]) -> Vec<SeatData<'a>> {
    let data = |seat: &'a Seat| {
        let organisation = seat.organisation.as_ref().and_then(|organisation| site.graph.follow(organisation));
        SeatData {
            organisation: organisation.map(|(_, organisation)| organisation.id.to_string()),
            role: seat.role.value.name(),
            office: seat.office.as_deref(),
            holder: public_name(site, seat),
            from: seat.from.map(|day| day.value.to_string()),
            until: seat.until.map(|day| day.value.to_string()),
            vacant: seat.vacant,
        }
    };
    seats.iter().map(|seat| data(&seat.value)).collect()
}

/// The holder's name, while it may be shown and the term runs on the day of the build too: data travel without the line that
/// says which day they show.
fn public_name<'a>(site: &Site<'_>, seat: &'a Seat) -> Option<&'a str> {
    let name = seat.public_name(site.today, site.clock)?;
    seat.public_name(site.today.max(site.clock), site.clock).map(|_| name)
}

pub(super) fn sections<'a>(site: &Site<'a>, record: &'a Record) -> Vec<SectionData<'a>> {
    let sections = record.sections.iter();
    sections
        .map(|section| SectionData {
            slug: &section.slug,
            title: &section.title,
            summary: text(section.summary.as_ref()),
            path: path(site, &section.address),
            paragraphs: paragraphs(&section.text),
            last_changed: last_changed(site, section.source),
        })
        .collect()
}

pub(super) fn paragraphs(text: &Text) -> Vec<ParagraphData<'_>> {
    let numbered = text.numbers.iter().zip(&text.body.blocks).filter_map(|(number, block)| match (number, block) {
        (Some(number), Block::Paragraph(paragraph)) => Some((number, paragraph)),
        _ => None,
    });
    numbered
        .map(|(number, paragraph)| ParagraphData {
            number: &number.label,
            anchor: &number.anchor,
            text: plain_text(&paragraph.inlines, &text.body.links),
        })
        .collect()
}

/// The dates of a record by their names.
pub fn dates(data: &Data) -> Vec<(&'static str, String)> {
    let (from, until) = data.period().map(|period| ends(&period.value)).unwrap_or_default();
    let mut dates = vec![("from", from), ("until", until)];
    match data {
        Data::Event(data) => dates.push(("date", Some(data.date.value.to_string()))),
        Data::Consultation(data) => {
            dates.push(("opens", Some(data.opens.value.to_string())));
            dates.push(("closes", data.closes.map(|day| day.value.to_string())));
        }
        Data::Document(data) => dates.push(("published", data.published.map(|day| day.value.to_string()))),
        Data::Plan(data) => {
            dates.push(("published", data.published.map(|day| day.value.to_string())));
            dates.push(("last_verified", data.last_verified.map(|day| day.value.to_string())));
        }
        Data::Board(data) => dates.push(("established", data.established.map(|day| day.value.to_string()))),
        Data::Group(data) => dates.push(("established", data.established.map(|day| day.value.to_string()))),
        Data::Legislation(data) => dates.push(("year", data.year.map(|year| format!("{:04}", year.value)))),
        Data::Organisation(_) | Data::Priority(_) | Data::Topic(_) | Data::Term(_) | Data::Page(_) => {}
    }
    dates.into_iter().filter_map(|(name, date)| Some((name, date?))).collect()
}

/// What sort of its kind a record is.
pub(super) fn sort(data: &Data) -> Option<&'static str> {
    fn word<T: FixedWord>(word: Option<Spanned<T>>) -> Option<&'static str> {
        word.map(|word| word.value.written())
    }
    match data {
        Data::Document(data) => word(data.document_type),
        Data::Organisation(data) => word(data.organisation_type),
        Data::Board(data) => word(data.board_type),
        Data::Group(data) => word(data.group_type),
        Data::Priority(data) => word(data.priority_type),
        Data::Plan(data) => word(data.tier),
        Data::Legislation(data) => word(data.legislation_type),
        Data::Event(data) => word(data.event_type),
        Data::Consultation(_) | Data::Topic(_) | Data::Term(_) | Data::Page(_) => None,
    }
}

pub(super) fn short_name(data: &Data) -> Option<&str> {
    let name = match data {
        Data::Organisation(data) => data.short_name.as_ref(),
        Data::Board(data) => data.short_name.as_ref(),
        Data::Group(data) => data.short_name.as_ref(),
        Data::Plan(data) => data.short_name.as_ref(),
        Data::Legislation(data) => data.short_name.as_ref(),
        Data::Term(data) => data.abbreviation.as_ref(),
        _ => None,
    };
    text(name)
}

pub(super) fn meaning(data: &Data) -> Option<&str> {
    if let Data::Term(term) = data { term.meaning.as_deref() } else { None }
}

pub(super) fn elsewhere(data: &Data) -> Option<&str> {
    let url = match data {
        Data::Organisation(data) => data.website.as_ref(),
        Data::Plan(data) => data.url.as_ref(),
        Data::Legislation(data) => data.url.as_ref(),
        Data::Event(data) => data.url.as_ref(),
        Data::Consultation(data) => data.url.as_ref(),
        _ => None,
    };
    url.map(|url| url.value.0.as_str())
}

pub(super) fn outcome(data: &Data) -> Option<String> {
    match data {
        Data::Event(data) => data.outcome.map(|outcome| outcome.value.name().to_owned()),
        Data::Consultation(data) => data.outcome.clone(),
        _ => None,
    }
}

fn ends(period: &Period) -> (Option<String>, Option<String>) {
    (period.from.map(|day| day.value.to_string()), period.until.map(|day| day.value.to_string()))
}

fn text(text: Option<&Spanned<String>>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}
