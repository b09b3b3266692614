//! Records and sections that go by another name, and what a reference to one of them is then.
//!
//! Must not know which files have moved.

use super::names;
use crate::graph::{Graph, Link};
use crate::model::reference::RecordId;

/// What goes by another name: from which to which.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    /// The records.
    pub(super) records: Vec<(RecordId, RecordId)>,
    /// The sections: the document as it was called, the slug of the section, its new slug.
    pub(super) sections: Vec<(RecordId, String, String)>,
}

impl Renamed {
    /// What is to stand in place of a reference as written, which leads to `to`; nothing where it may stay.
    pub(super) fn reference(&self, graph: &Graph, to: &Link, written: &str) -> Option<String> {
        let Link::Record { record, section, anchor } = to else { return None };
        let record = graph.record(*record);
        let slug = section.and_then(|place| record.sections.get(place)).map(|section| section.slug.as_str());
        let is_it = |(of, old, _): &&(RecordId, String, String)| *of == record.id && Some(old.as_str()) == slug;
        let part = self.sections.iter().find(|section| anchor.is_none() && is_it(section));
        let with_part = part.and_then(|(_, old, new)| names::with_part(written, old, new));
        let Some((old, new)) = self.records.iter().find(|(old, _)| *old == record.id) else { return with_part };
        let mut others = graph.records().map(|(_, other)| &other.id);
        let needs_kind = others.any(|other| other.kind != new.kind && other.slug == new.slug);
        names::renamed(with_part.as_deref().unwrap_or(written), old, new, needs_kind).or(with_part)
    }
}
