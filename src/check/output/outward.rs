//! Every address out of the site, once, with every place that it comes from.
//!
//! Must not know what is wrong.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::files::FileId;
use super::links::Followed;
use super::occurrences::Occurrences;
use super::trace::Tracer;
use crate::diagnostic::Place;
use crate::graph::{Link, Text};
use crate::pages::Site;
use crate::sources::Span;

/// An address out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outward {
    /// The address as the page has it, character references undone: `https://www.example.org/plan#aims`.
    pub url: String,
    /// Every place that it comes from: in the sources where that is known, else in the pages that are made.
    pub places: Vec<Place>,
}

/// Puts together what leads out of the site.
pub(super) fn outward(followed: &[(FileId, Followed<'_>)], tracer: &mut Tracer<'_>) -> Vec<Outward> {
    let mut first: BTreeMap<&str, (FileId, u32)> = BTreeMap::new();
    for (file, followed) in followed {
        for (url, at) in &followed.outward {
            first.entry(url).or_insert((*file, *at));
        }
    }
    let of_texts = of_texts(tracer.site);
    let occurrences = tracer.occurrences;
    first
        .into_iter()
        .map(|(url, (file, at))| {
            let spans = places(url, &of_texts, occurrences);
            let mut places: Vec<Place> = spans.into_iter().map(Place::Span).collect();
            if places.is_empty() {
                places.push(tracer.at(file, at));
            }
            Outward { url: url.to_owned(), places }
        })
        .collect()
}

/// Where an address stands in the sources: as a link of a text, or anywhere else.
fn places(url: &str, of_texts: &FxHashMap<&str, Vec<Span>>, occurrences: &Occurrences<'_>) -> Vec<Span> {
    let mut spans = of_texts.get(url).cloned().unwrap_or_default();
    spans.sort_unstable();
    let is_known = |found: &Span, spans: &[Span]| {
        let before = spans.partition_point(|span| (span.source, span.start) <= (found.source, found.start));
        before.checked_sub(1).is_some_and(|at| spans[at].source == found.source && found.end <= spans[at].end)
    };
    let others: Vec<Span> = occurrences.of(url).iter().filter(|found| !is_known(found, &spans)).copied().collect();
    spans.extend(others);
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// The links of every text that lead out of the site, by address.
fn of_texts<'a>(site: &Site<'a>) -> FxHashMap<&'a str, Vec<Span>> {
    let mut found: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
    let mut take = |text: &'a Text| {
        for (link, written) in text.links.iter().zip(&text.body.links) {
            if let Link::External(address) = link {
                found.entry(address.trim()).or_default().push(written.span);
            }
        }
    };
    for (_, record) in site.graph.records() {
        record.text.iter().for_each(&mut take);
        record.sections.iter().map(|section| &section.text).for_each(&mut take);
    }
    found
}
