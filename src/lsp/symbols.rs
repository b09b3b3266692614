//! The records of a site by name, and what stands in a file, for whoever looks for them.
//!
//! Must not know the protocol.

use crate::diagnostic::Wanted;
use crate::graph::{Graph, Record};
use crate::sources::{SourceId, Span};

/// The most records that are offered at once.
const MOST: usize = 100;

/// How alike a name must be, from 0 to 1, before it is found by another.
const ALIKE: f64 = 0.70;

/// The records whose title or name holds what is asked for, or is nearly that; all where nothing is.
pub(super) fn named<'a>(graph: &'a Graph, asked: &str) -> Vec<&'a Record> {
    let lower = asked.trim().to_lowercase();
    let wanted = Wanted::new(&lower);
    let score = |record: &Record| {
        let (title, name) = (record.title.to_lowercase(), record.id.to_string());
        match () {
            () if title.starts_with(&lower) || record.id.slug.starts_with(&lower) => 3.0,
            () if title.contains(&lower) || name.contains(&lower) => 2.0,
            () => wanted.likeness(&title).max(wanted.likeness(&record.id.slug)),
        }
    };
    let mut found: Vec<(f64, &Record)> =
        graph.records().map(|(_, record)| (score(record), record)).filter(|(score, _)| *score >= ALIKE).collect();
    found.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.title.cmp(&b.title)));
    found.into_iter().take(MOST).map(|(_, record)| record).collect()
}

/// What stands in a file: its records, or the section that it is, each with its title, its name and all that belongs to it.
pub(super) fn in_file(graph: &Graph, source: SourceId) -> Vec<(String, String, Span)> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        if record.source == source {
            all.push((record.title.clone(), record.id.to_string(), record.extent));
        }
        for section in record.sections.iter().filter(|section| section.source == source) {
            all.push((section.title.clone(), format!("{}#{}", record.id, section.slug), section.extent));
        }
    }
    all.sort_by_key(|(_, _, extent)| extent.start);
    all
}
