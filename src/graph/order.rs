//! The order in which readers expect records: events by day, all else by title.

use jiff::civil::Date;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Graph, Record, RecordIndex};
use crate::model::record::Data;

/// The place of each record in the order of all; records of one day and title share theirs.
pub(super) fn ranks(records: &[Record]) -> Vec<u32> {
    let keys: Vec<_> = records.par_iter().map(key).collect();
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.par_sort_unstable_by(|one, other| keys[*one].cmp(&keys[*other]));
    let mut ranks = vec![0; records.len()];
    let mut rank = 0;
    for (place, index) in order.iter().enumerate() {
        rank += u32::from(place > 0 && keys[order[place - 1]] != keys[*index]);
        ranks[*index] = rank;
    }
    ranks
}

fn key(record: &Record) -> (Option<Date>, (String, String)) {
    let day = match &record.data {
        Data::Event(event) => Some(event.date.value),
        _ => None,
    };
    (day, sort_key(&record.title))
}

/// A key by which titles stand in the order that readers expect: without case and marks.
pub(crate) fn sort_key(title: &str) -> (String, String) {
    if title.is_ascii() {
        return (title.to_ascii_lowercase(), title.to_owned());
    }
    let plain = title.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    (plain.to_lowercase(), title.to_owned())
}

impl Graph {
    /// The place of a record in lists of several, in the order that readers expect; records of one day and title share theirs.
    pub fn rank(&self, index: RecordIndex) -> u32 {
        self.ranks.get(index.place()).copied().unwrap_or(u32::MAX)
    }
}
