//! Every page by the first letter of its title.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::graph::sort_key;
use crate::graph::{Graph, Record, RecordIndex};
use crate::model::kind::Kind;
use crate::pages::directory::entry::Entry;
use crate::pages::told_apart::told_apart;

/// A page with the key by which it stands in order.
type Keyed = ((String, String), RecordIndex);

/// Pages that share their title with another.
pub(super) fn namesakes(graph: &Graph) -> HashSet<RecordIndex> {
    let pages = || graph.records().filter(|(_, record)| record.id.kind == Kind::Page);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, record) in pages() {
        *counts.entry(record.title.as_str()).or_default() += 1;
    }
    let is_shared = |record: &Record| counts.get(record.title.as_str()) > Some(&1);
    pages().filter(|(_, record)| is_shared(record)).map(|(index, _)| index).collect()
}

/// Every page by the first letter of its title; those that begin with none come first.
pub(super) fn letters(graph: &Graph, namesakes: &HashSet<RecordIndex>) -> Vec<(Option<String>, Vec<Entry>)> {
    let mut letters: BTreeMap<Option<String>, Vec<Keyed>> = BTreeMap::new();
    for (index, record) in graph.records() {
        let first = sort_key(&record.title).0.chars().find(|c| c.is_alphanumeric());
        let letter = match first {
            Some(c) if c.is_alphabetic() => Some(c.to_uppercase().collect()),
            _ => None,
        };
        let text = if namesakes.contains(&index) { told_apart(record) } else { None };
        letters.entry(letter).or_default().push((sort_key(text.as_deref().unwrap_or(&record.title)), index));
    }
    let sorted = |mut pages: Vec<Keyed>| {
        pages.sort_by(|(one, _), (other, _)| one.cmp(other));
        pages.into_iter().map(|(_, index)| Entry::Record(index)).collect()
    };
    letters.into_iter().map(|(letter, pages)| (letter, sorted(pages))).collect()
}
