//! The footnotes of a body by label, as they come up: some referred to before they are defined, some never.
//!
//! Must not know in which order they are shown.

use std::collections::HashMap;
use std::ops::Range;

use super::tree::Block;

/// The footnotes of a body, each with a number for the time of reading.
#[derive(Default)]
pub(super) struct Definitions {
    numbers: HashMap<String, u32>,
    entries: Vec<Entry>,
}

/// What is known of one label.
#[derive(Default)]
pub(super) struct Entry {
    /// The label as first written; labels that differ in case alone are one.
    pub(super) label: String,
    /// Its text and where that stands.
    pub(super) definition: Option<(Vec<Block>, Range<usize>)>,
    /// Its number among the footnotes that are shown.
    pub(super) shown: Option<u32>,
    /// How many references to it are shown.
    pub(super) references: u32,
}

impl Definitions {
    /// The number of a label.
    pub(super) fn of(&mut self, label: &str) -> u32 {
        let next = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(label.to_lowercase()).or_insert(next);
        if number == next {
            self.entries.push(Entry { label: label.to_owned(), ..Entry::default() });
        }
        number
    }

    /// What is known of a label.
    pub(super) fn entry(&mut self, label: &str) -> Option<&mut Entry> {
        let number = self.of(label) as usize;
        self.entries.get_mut(number)
    }

    /// Every label in the order of its number.
    pub(super) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }
}
