//! Records and sections that go by another name, and what a reference to one of them is then.
//!
//! Must not know which files have moved.

use super::names::{self, Bare};
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
    /// What is to stand in place of a reference as written, which leads to `to`; nothing where it may stay. `bare`: what a name
    /// without its kind is there.
    pub(super) fn reference(&self, graph: &Graph, to: &Link, written: &str, bare: Bare) -> Option<String> {
        let Link::Record { record, section, anchor } = to else { return None };
        let record = graph.record(*record);
        let slug = section.and_then(|place| record.sections.get(place)).map(|section| section.slug.as_str());
        let is_it = |(of, old, _): &&(RecordId, String, String)| *of == record.id && Some(old.as_str()) == slug;
        let part = self.sections.iter().find(|section| anchor.is_none() && is_it(section));
        let with_part = part.and_then(|(_, old, new)| names::with_part(written, old, new));
        let Some((old, new)) = self.records.iter().find(|(old, _)| *old == record.id) else { return with_part };
        names::renamed(with_part.as_deref().unwrap_or(written), old, new, bare).or(with_part)
    }

    /// The same of the destination of a definition, of which nobody knows where it leads: only a reference with its kind can be
    /// meant.
    pub(super) fn destination(&self, written: &str) -> Option<String> {
        let of_section = self.sections.iter().find_map(|(document, old, new)| {
            let whole = document.to_string();
            written.starts_with(&format!("{whole}#")).then(|| names::with_part(written, old, new)).flatten()
        });
        let written = of_section.as_deref().unwrap_or(written);
        let renamed = self.records.iter().find_map(|(old, new)| names::renamed(written, old, new, Bare::IsPath));
        renamed.or(of_section)
    }
}
