//! What stands for a page in the list of a folder or a kind.
//!
//! Must not know on which page this is shown.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::wording;

/// A link to a record, or to the one that says the same in the language of the page at hand, with what stands for it.
pub(super) fn entry(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    entry_itself(site, from, site.shown(index))
}

/// A link to a record with what stands for it: its summary, or how a page opens; and the day of an event, or
/// where the record stands in its life.
pub(super) fn entry_itself(site: &Site<'_>, from: &Address, index: RecordIndex) -> Part {
    let record = site.graph.record(index);
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    let summary = summary.or_else(|| record.opening().filter(|_| record.id.kind == Kind::Page).map(str::to_owned));
    let tag = match &record.data {
        Data::Event(event) => Some(wording::day(site, event.date.value).text),
        data => data.status().map(|status| site.label(status)),
    };
    let note_language = site.other_language(record).filter(|_| summary.is_some());
    Part { note: summary, note_language, tag, ..site.to_itself(from, index) }
}
