//! A text of the site with what rules on it need: its tree, its words with their places, where its links lead.
//!
//! Must not know any rule.

use std::collections::HashMap;

use crate::graph::{Graph, Link, Record, RecordIndex, Section, Text};
use crate::parse::front_matter;
use crate::parse::markdown::prose::{Prose, ReadLink};
use crate::parse::markdown::reading;
use crate::sources::{SourceId, Sources, Span};

/// A text: of a record, or of one of its sections.
pub(super) type Place = (RecordIndex, Option<usize>);

/// A text of the site.
pub(super) struct Page<'a> {
    /// The whole site.
    pub(super) graph: &'a Graph,
    /// The texts and files.
    pub(super) sources: &'a Sources,
    /// The record.
    pub(super) record: &'a Record,
    /// The section whose text it is.
    pub(super) section: Option<&'a Section>,
    /// The text, as pages are made of it.
    pub(super) text: &'a Text,
    /// The text, as it is read.
    pub(super) prose: Prose,
    links: HashMap<Span, &'a Link>,
}

/// Every text of a site.
pub(super) fn pages(graph: &Graph) -> Vec<Place> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        all.extend(record.text.is_some().then_some((index, None)));
        all.extend((0..record.sections.len()).map(|section| (index, Some(section))));
    }
    all
}

/// Where the body of a Markdown file begins.
pub(super) fn body_start(sources: &Sources, source: SourceId) -> usize {
    front_matter::split(sources.get(source).text()).body_start
}

impl<'a> Page<'a> {
    /// Reads the text at `place`.
    pub(super) fn read(graph: &'a Graph, sources: &'a Sources, (index, section): Place) -> Self {
        static NOTHING: std::sync::LazyLock<Text> = std::sync::LazyLock::new(|| Text {
            body: std::sync::Arc::default(),
            links: Vec::new(),
            embeds: Vec::new(),
            numbers: Vec::new(),
        });
        let record = graph.record(index);
        let section = section.and_then(|place| record.sections.get(place));
        let text = section.map(|section| &section.text).or(record.text.as_ref()).unwrap_or(&NOTHING);
        let source = section.map_or(record.source, |section| section.source);
        let start = body_start(sources, source);
        let body = sources.get(source).text().get(start..).unwrap_or("");
        let prose = reading::read(body, source, start);
        let links = text.body.links.iter().map(|link| link.span).zip(&text.links).collect();
        Self { graph, sources, record, section, text, prose, links }
    }

    /// Where a link leads.
    pub(super) fn target(&self, link: &ReadLink) -> Option<&'a Link> {
        self.links.get(&link.destination).copied()
    }

    /// What the page that a link leads to is called, where it is one of the author's.
    pub(super) fn title_of_target(&self, link: &ReadLink) -> Option<&'a str> {
        match self.target(link)? {
            Link::Record { record, section, .. } => {
                let record = self.graph.record(*record);
                let section = section.and_then(|place| record.sections.get(place));
                Some(section.map_or(&record.title, |section| &section.title))
            }
            _ => None,
        }
    }

    /// The words of a link's destination as they were written.
    pub(super) fn address(&self, link: &ReadLink) -> &'a str {
        self.sources.slice(link.destination)
    }
}

/// The words of a text as they are compared: in lower case, without what is no letter or digit around them.
pub(super) fn plain_words(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
