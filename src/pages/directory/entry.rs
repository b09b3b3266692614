//! What a list shows in one of its places.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::kind::Kind;

/// What a list shows in one of its places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Entry {
    /// A record; on the timetable, an event.
    Record(RecordIndex),
    /// A section of a document, by its place.
    Section(RecordIndex, usize),
    /// A folder without a page of its own, by the address of its list.
    Folder(Address),
    /// The index of a kind.
    Index(Kind),
    /// The day on which a consultation opens.
    Opens(RecordIndex),
    /// The last day of a consultation.
    Closes(RecordIndex),
    /// The time for which a record runs.
    Runs(RecordIndex),
}

impl Entry {
    /// The record that it is about, where it is about one.
    pub(crate) fn record(&self) -> Option<RecordIndex> {
        match self {
            Self::Record(index)
            | Self::Section(index, _)
            | Self::Opens(index)
            | Self::Closes(index)
            | Self::Runs(index) => Some(*index),
            Self::Folder(_) | Self::Index(_) => None,
        }
    }
}
