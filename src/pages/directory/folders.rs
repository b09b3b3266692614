//! The pages and folders right in each folder.

use std::collections::{BTreeMap, HashMap};

use crate::graph::address::Address;
use crate::graph::sort_key;
use crate::graph::{Graph, in_words};
use crate::model::kind::Kind;
use crate::pages::directory::entry::Entry;
use crate::pages::order::place_of;

/// A key by which the entries of a folder stand in order.
type Key = (i64, (String, String));

/// What lies right in each folder that holds pages, by the path that its pages begin with: `guides/`, nothing for the root.
/// The page of the folder itself is left out.
pub(super) fn folders(graph: &Graph) -> HashMap<String, Vec<Entry>> {
    let mut found: HashMap<&str, Vec<(Key, Entry)>> = HashMap::new();
    // Whether each folder in a folder has a page of its own.
    let mut below: HashMap<&str, BTreeMap<&str, bool>> = HashMap::new();
    for (index, record) in graph.records().filter(|(_, record)| record.id.kind == Kind::Page) {
        let path = record.address.as_str();
        let ends = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
        for (folder, rest) in ends.map(|end| path.split_at(end)).filter(|(_, rest)| *rest != "index") {
            let (is_right_in, lower) = match rest.split_once('/') {
                None => (true, None),
                Some((lower, rest)) => (rest == "index", Some((lower, rest == "index"))),
            };
            if is_right_in {
                let key = (place_of(record), sort_key(&record.title));
                found.entry(folder).or_default().push((key, Entry::Record(index)));
            }
            if let Some((lower, has_page)) = lower {
                *below.entry(folder).or_default().entry(lower).or_default() |= has_page;
            }
        }
    }
    for (folder, lower) in below {
        for name in lower.into_iter().filter(|(_, has_page)| !has_page).map(|(name, _)| name) {
            let list = Entry::Folder(Address::new(format!("{folder}{name}/index")));
            found.entry(folder).or_default().push(((i64::MAX, sort_key(&in_words(name))), list));
        }
    }
    let sorted = |mut entries: Vec<(Key, Entry)>| -> Vec<Entry> {
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.into_iter().map(|(_, entry)| entry).collect()
    };
    found.into_iter().map(|(folder, entries)| (folder.to_owned(), sorted(entries))).collect()
}
