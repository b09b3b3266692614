//! A record as a line of a list: what it is, where it stands, who answers for it, where it is shown and written.
//!
//! Must not know how the list is written down.

use serde::Serialize;

use crate::export::dates;
use crate::graph::{Graph, Record, is_draft, sort_key};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::model::settings::UrlStyle;
use crate::model::status::Status;
use crate::model::target::{Ref, Target};
use crate::sources::Sources;

/// The version of the shape of a list in JSON: it goes up when a field changes its meaning. Fields may be added.
const VERSION: u32 = 1;

/// A list of records, as programs read it.
#[derive(Debug, Serialize)]
pub struct RecordList<'a> {
    /// The version of the shape: 1.
    version: u32,
    /// Every record, by kind and title.
    records: &'a [RecordLine],
    /// How many records could not be read well enough to be listed.
    left_out: usize,
}

impl<'a> RecordList<'a> {
    /// A list of these lines; `left_out` is how many records are not among them because they could not be read.
    pub fn new(records: &'a [RecordLine], left_out: usize) -> Self {
        Self { version: VERSION, records, left_out }
    }
}

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordLine {
    /// The name by which others refer to it: `priority:knife-crime`.
    pub id: String,
    /// Its kind: `priority`.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it stands in its life: `consultation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// Whether it is a draft, which is not published.
    pub draft: bool,
    /// Its dates by name, as in the data beside its page: `from`, `until`, `date`, `opens`, `published`, …
    #[serde(serialize_with = "as_map")]
    pub dates: Vec<(&'static str, String)>,
    /// The body that answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Answerable>,
    /// The path of its page below the root of the site.
    pub path: String,
    /// The file that it is written in, relative to the folder of the site.
    pub file: String,
    /// The line there, from 1.
    pub line: usize,
}

/// A body that answers for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answerable {
    /// Its name, as it is referred to; as it was written, where there is no such record.
    pub id: String,
    /// What it is called; nothing where there is no such record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl RecordLine {
    /// From when to when it holds: a period, the days of a consultation, the day of an event, or since when there is such a
    /// thing at all. As written: `2019`, `2019-11`, `2019-11-06`.
    pub fn span(&self) -> (Option<&str>, Option<&str>) {
        let date = |names: &[&str]| {
            let found = names.iter().find_map(|name| self.dates.iter().find(|(known, _)| known == name));
            found.map(|(_, date)| date.as_str())
        };
        let until = date(&["until", "closes", "date"]);
        let from = date(&["from", "opens", "date"]);
        // When a plan was published says nothing of a period whose end alone is known.
        (from.or_else(|| until.map_or_else(|| date(&["published", "established", "year"]), |_| None)), until)
    }
}

impl RecordLine {
    /// Whether it is said from when it holds, and not until when.
    pub fn is_open(&self) -> bool {
        let has = |names: [&str; 2]| self.dates.iter().any(|(name, _)| names.contains(name));
        has(["from", "opens"]) && !has(["until", "closes"])
    }
}

/// The records of a kind, or of all, by kind and title.
pub fn lines(graph: &Graph, sources: &Sources, kind: Option<Kind>) -> Vec<RecordLine> {
    let style = graph.settings.urls.map_or(UrlStyle::Files, |style| style.value);
    let wanted =
        graph.records().map(|(_, record)| record).filter(|record| kind.is_none_or(|kind| record.id.kind == kind));
    let mut wanted: Vec<&Record> = wanted.collect();
    wanted.sort_by_cached_key(|record| (record.id.kind, sort_key(&record.title), record.id.slug.clone()));
    wanted.into_iter().map(|record| line(graph, sources, style, record)).collect()
}

fn line(graph: &Graph, sources: &Sources, style: UrlStyle, record: &Record) -> RecordLine {
    RecordLine {
        id: record.id.to_string(),
        kind: record.id.kind.name(),
        title: record.title.clone(),
        status: record.data.status().map(Status::name),
        draft: is_draft(Some(&record.shared), Some(&record.data)),
        dates: dates(&record.data),
        owner: owner(graph, &record.data),
        path: record.address.from_root(style),
        file: sources.get(record.source).path.clone(),
        line: sources.start(record.span).line,
    }
}

/// Who answers for a record: its owner; of a board or group the organisation that it is a part of; of an event the body that
/// meets or decides.
fn owner(graph: &Graph, data: &Data) -> Option<Answerable> {
    match data {
        Data::Document(document) => named(graph, document.owner.as_ref()),
        Data::Priority(priority) => named(graph, priority.owner.as_ref()),
        Data::Plan(plan) => named(graph, plan.owner.as_ref()),
        Data::Board(board) => named(graph, board.organisation.as_ref()),
        Data::Group(group) => named(graph, group.organisation.as_ref()),
        Data::Event(event) => named(graph, event.body.as_ref()),
        _ => None,
    }
}

fn named<T: Target>(graph: &Graph, reference: Option<&Ref<T>>) -> Option<Answerable> {
    let reference = reference?;
    let found = graph.follow(reference).map(|(_, record)| record);
    Some(Answerable {
        id: found.map_or_else(|| reference.reference.to_string(), |record| record.id.to_string()),
        title: found.map(|record| record.title.clone()),
    })
}

fn as_map<S: serde::Serializer>(pairs: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
