//! The data of each record, as JSON beside its page (`priorities/knife-crime.json` beside `priorities/knife-crime.html`),
//! and the list of all, `records.json`. Their shape is that of the structs below: a field that says nothing is left out,
//! fields may be added, and `version` goes up when one changes its meaning. Fixed words are those of the sources, the same
//! in every language; dates are written `2019`, `2019-11` or `2019-11-06`; paths are below the root of the site and
//! percent-encoded.

mod outgoing;
mod parts;
mod place;

pub use parts::dates;

use serde::Serialize;

use crate::export::record::outgoing::{LinkData, Outgoing, ReferenceData, Target, links, target};
use crate::export::record::parts::{
    AreaData, ItemData, MeasureData, ParagraphData, SeatData, SectionData, areas, items, measures, paragraphs, seats,
    sections,
};
use crate::export::record::place::{last_changed, path};
use crate::graph::address::encode;
use crate::graph::{Record, RecordIndex};
use crate::model::record::Data;
use crate::output::Bytes;
use crate::pages::Site;
use crate::pages::head::data_file;

/// The version of the shape.
const VERSION: u32 = 1;

/// The data of one record.
#[derive(Serialize)]
struct RecordData<'a> {
    /// The version of the shape: 1.
    version: u32,
    /// Its kind: `priority`.
    kind: &'static str,
    /// The name by which others refer to it: `priority:knife-crime`.
    id: String,
    /// What it is called.
    title: &'a str,
    /// A shorter name or its initials.
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    /// What stands for it, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// What it means, of a term.
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<&'a str>,
    /// What sort of its kind it is: `emerging-threat`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    sort: Option<&'static str>,
    /// The language of its text.
    language: &'a str,
    /// The path of its page.
    path: String,
    /// The full address of its page, where the site's is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// Where it can be read elsewhere: a law, a plan, the website of a body.
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<&'a str>,
    /// Where it stands in its life: `consultation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// What was decided, of an event: `adopted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    /// Its dates, by name: `date`, `opens`, `closes`, `from`, `until`, `published`, `established`, `year`,
    /// `last_verified`.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    dates: Vec<(&'static str, String)>,
    /// The body that answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Target<'a>>,
    /// The records that its other fields name, by the field: `lead_group`, `topics`, `body`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<ReferenceData<'a>>,
    /// Its cross-plan links, and those that lead to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkData<'a>>,
    /// The areas it covers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    areas: Vec<AreaData<'a>>,
    /// Its parts that links can aim at: aims of a plan, sections of an Act.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemData<'a>>,
    /// Its measures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<MeasureData<'a>>,
    /// Who sits on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    seats: Vec<SeatData<'a>>,
    /// The numbered paragraphs of its own text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<ParagraphData<'a>>,
    /// The sections of a document, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sections: Vec<SectionData<'a>>,
    /// The day of its last change, as version control tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_changed: Option<String>,
    /// The day on which somebody should look at it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_due: Option<String>,
}

/// The list of all records.
#[derive(Serialize)]
struct RecordList<'a> {
    /// The version of the shape: 1.
    version: u32,
    /// What the site is called.
    title: &'a str,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    /// Its language.
    language: &'a str,
    /// The day that it shows, where it shows a past state.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    /// Every record, by kind and name.
    records: Vec<RecordEntry<'a>>,
}

/// A record in the list.
#[derive(Serialize)]
struct RecordEntry<'a> {
    /// Its kind.
    kind: &'static str,
    /// The name by which others refer to it.
    id: String,
    /// What it is called.
    title: &'a str,
    /// What stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// Where it stands in its life.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// The path of its page.
    path: String,
    /// The path of its data.
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    /// The day of its last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_changed: Option<String>,
}

/// The data of the records.
#[derive(Debug)]
pub struct RecordFiles<'a> {
    site: Site<'a>,
    outgoing: Outgoing,
    /// The path of each file, with the record whose data it holds.
    pub paths: Vec<(String, RecordIndex)>,
}

impl<'a> RecordFiles<'a> {
    /// The files that there are.
    pub fn new(site: &Site<'a>) -> Self {
        let records = site.graph.records();
        let paths = records.filter_map(|(index, record)| Some((data_file(site, record)?, index))).collect();
        Self { site: *site, outgoing: Outgoing::new(site.graph), paths }
    }

    /// The file of a record.
    pub fn file(&self, index: RecordIndex) -> Bytes {
        super::json(&data(&self.site, index, self.site.graph.record(index), &self.outgoing))
    }
}

/// The list of all records; nothing where there are none.
pub fn record_list(site: &Site<'_>) -> Option<Bytes> {
    let settings = &site.graph.settings;
    let list = RecordList {
        version: VERSION,
        title: &settings.title.value,
        organisation: settings.organisation.as_deref(),
        language: settings.language(),
        as_of: settings.as_of.map(|day| day.value.to_string()),
        records: site.graph.records().map(|(_, record)| entry(site, record)).collect(),
    };
    (!list.records.is_empty()).then(|| super::json(&list))
}

fn entry<'a>(site: &Site<'a>, record: &'a Record) -> RecordEntry<'a> {
    RecordEntry {
        kind: record.id.kind.name(),
        id: record.id.to_string(),
        title: &record.title,
        summary: summary(record),
        status: record.data.status().map(crate::model::status::Status::name),
        path: path(site, &record.address),
        data: data_file(site, record).map(|path| encode(&path)),
        last_changed: last_changed(site, record.source),
    }
}

fn data<'a>(site: &Site<'a>, index: RecordIndex, record: &'a Record, outgoing: &Outgoing) -> RecordData<'a> {
    let language = record.shared.language.as_ref().map(|language| language.value.as_str());
    let fields = outgoing.of(index);
    let owner = fields.iter().find(|(field, _)| *field == "owner");
    let others = fields.iter().filter(|(field, _)| *field != "owner");
    let (areas, seats, measures) = match &record.data {
        Data::Board(board) => (areas(&board.areas), seats(site, &board.seats), Vec::new()),
        Data::Organisation(data) => (areas(&data.areas), Vec::new(), Vec::new()),
        Data::Priority(data) => (Vec::new(), Vec::new(), measures(&data.measures)),
        _ => (Vec::new(), Vec::new(), Vec::new()),
    };
    RecordData {
        version: VERSION,
        kind: record.id.kind.name(),
        id: record.id.to_string(),
        title: &record.title,
        short_name: parts::short_name(&record.data),
        summary: summary(record),
        meaning: parts::meaning(&record.data),
        sort: parts::sort(&record.data),
        language: language.unwrap_or_else(|| site.graph.settings.language()),
        path: path(site, &record.address),
        url: site.full_address(&record.address),
        elsewhere: parts::elsewhere(&record.data),
        status: record.data.status().map(crate::model::status::Status::name),
        outcome: parts::outcome(&record.data),
        dates: parts::dates(&record.data),
        owner: owner.map(|(_, owner)| target(site, *owner)),
        references: others.map(|(field, to)| ReferenceData { field, to: target(site, *to) }).collect(),
        links: links(site, index),
        areas,
        items: items(record.data.items()),
        measures,
        seats,
        paragraphs: record.text.as_ref().map(paragraphs).unwrap_or_default(),
        sections: sections(site, record),
        last_changed: last_changed(site, record.source),
        review_due: record.shared.review_due.map(|due| due.value.to_string()),
    }
}

fn summary(record: &Record) -> Option<&str> {
    record.shared.summary.as_ref().map(|summary| summary.value.as_str())
}

fn as_map<S: serde::Serializer>(pairs: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
