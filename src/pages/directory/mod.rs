//! The records of a site in every order that lists show them in, worked out once for all lists of all languages.
//!
//! Must not know words, addresses of lists, or on how many pages a list is.

pub(super) mod entry;
mod folders;
mod letters;
mod years;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::graph::address::Address;
use crate::graph::{Graph, RecordIndex};
use crate::model::kind::Kind;
use crate::pages::alignment::choices::Choices;
use crate::pages::directory::entry::Entry;
use crate::pages::order::type_of;

/// The records of a site in every order that lists show them in.
#[derive(Debug)]
pub struct Directory {
    kinds: HashMap<Kind, Vec<RecordIndex>>,
    indexes: HashMap<Kind, Vec<Entry>>,
    /// Every page by the first letter of its title; those that begin with none come first.
    pub(super) letters: Vec<(Option<String>, Vec<Entry>)>,
    /// Pages of one title, which nobody could tell apart without their folders.
    pub(super) namesakes: HashSet<RecordIndex>,
    /// Every page by its kind, each document followed by its sections; kinds without records are not there.
    pub(super) places: Vec<(Kind, Vec<Entry>)>,
    folders: HashMap<String, Vec<Entry>>,
    /// What is dated, and what runs for a time, by its year.
    pub(super) years: BTreeMap<i16, Vec<Entry>>,
    /// What the priorities and their links can be narrowed by.
    pub(super) choices: Choices,
}

impl Directory {
    /// The orders of all records.
    pub fn new(graph: &Graph) -> Self {
        let mut kinds: HashMap<Kind, Vec<RecordIndex>> = HashMap::new();
        for (index, record) in graph.records() {
            kinds.entry(record.id.kind).or_default().push(index);
        }
        for indexes in kinds.values_mut() {
            indexes.sort_by_key(|index| graph.rank(*index));
        }
        let indexes: HashMap<Kind, Vec<Entry>> =
            kinds.iter().map(|(kind, records)| (*kind, of_index(graph, records))).collect();
        let namesakes = letters::namesakes(graph);
        let of_kind = |kind: &Kind| Some((*kind, with_sections(graph, kinds.get(kind)?)));
        let priorities = indexes.get(&Kind::Priority).map_or(&[][..], Vec::as_slice);
        Self {
            letters: letters::letters(graph, &namesakes),
            places: Kind::ALL.iter().filter_map(of_kind).collect(),
            folders: folders::folders(graph),
            years: years::years(graph, &kinds),
            choices: Choices::new(graph, priorities.iter().filter_map(Entry::record)),
            kinds,
            indexes,
            namesakes,
        }
    }

    /// The records of a kind in every language, in the order of their titles; events in the order of their days.
    pub(super) fn of_kind(&self, kind: Kind) -> &[RecordIndex] {
        self.kinds.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The records of a kind as its index has them, by their types. What translates another is no second one.
    pub(super) fn index(&self, kind: Kind) -> &[Entry] {
        self.indexes.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The pages and folders right in the folder whose page is at this address, that page not among them.
    pub(super) fn within(&self, address: &Address) -> &[Entry] {
        let folder = address.as_str().strip_suffix("index").unwrap_or("");
        self.folders.get(folder).map_or(&[], Vec::as_slice)
    }
}

fn of_index(graph: &Graph, records: &[RecordIndex]) -> Vec<Entry> {
    let mut first_written: Vec<RecordIndex> =
        records.iter().copied().filter(|index| graph.translated(*index).is_none()).collect();
    first_written.sort_by_cached_key(|index| type_of(&graph.record(*index).data).0);
    first_written.into_iter().map(Entry::Record).collect()
}

fn with_sections(graph: &Graph, records: &[RecordIndex]) -> Vec<Entry> {
    let of_record = |index: &RecordIndex| {
        let sections = 0..graph.record(*index).sections.len();
        let index = *index;
        std::iter::once(Entry::Record(index)).chain(sections.map(move |place| Entry::Section(index, place)))
    };
    records.iter().flat_map(of_record).collect()
}
