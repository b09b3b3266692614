//! A paragraph that is cited by its number has that number.

mod citation;

use std::collections::{BTreeSet, HashMap};

use super::runs::runs;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Link, Record, RecordIndex, Text};
use crate::model::record::Data;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::{Inline, LinkId};
use crate::sources::{Sources, Span};
use citation::{Citation, citations, may_cite};

/// A number that no paragraph has, or another than the one that the link leads to.
pub(super) static WRONG_PARAGRAPH_NUMBER: Rule = Rule {
    code: "wrong-paragraph-number",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The text cites a paragraph of a numbered document by a number that none of its paragraphs has, or says one \
                  number and leads to another. Looked at are links such as `[paragraph 12](document:report#p12)`, “paragraph \
                  12 of the” before a link to such a document, and “paragraph 12 above”, “below” or “of this report” within \
                  one.",
    wrong: "[paragraph 12](document:report#p13)",
    right: "[paragraph 12](document:report#p12)",
};

/// The numbers of the paragraphs of each numbered document.
type Numbers = HashMap<RecordIndex, BTreeSet<i64>>;

pub(super) fn check(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let numbered = graph.records().filter(|(_, record)| matches!(&record.data, Data::Document(data) if data.numbered));
    let asked = Asked { graph, sources, numbers: numbered.map(|(index, record)| (index, numbers(record))).collect() };
    let mut all = Vec::new();
    if asked.numbers.is_empty() {
        return all;
    }
    for (index, record) in graph.records() {
        let texts = record.text.iter().chain(record.sections.iter().map(|section| &section.text));
        for text in texts {
            for run in runs(&text.body) {
                // Most text cites nothing, which shows at a glance.
                let Some(within) = run.within.filter(|within| may_cite(sources.slice(*within))) else { continue };
                asked.in_links(text, run.inlines, &mut all);
                all.extend(asked.inside(index, record, within, run.inlines));
            }
        }
    }
    all
}

/// What citations are held against.
struct Asked<'a> {
    graph: &'a Graph,
    sources: &'a Sources,
    numbers: Numbers,
}

/// The numbers of a document's paragraphs.
fn numbers(record: &Record) -> BTreeSet<i64> {
    let texts = record.text.iter().chain(record.sections.iter().map(|section| &section.text));
    texts.flat_map(|text| text.numbers.iter().flatten()).filter_map(|number| number.label.parse().ok()).collect()
}

impl Asked<'_> {
    /// Citations that are the text of a link to a document, or stand right before one.
    fn in_links(&self, text: &Text, inlines: &[Inline], all: &mut Vec<Diagnostic>) {
        for (place, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.in_links(text, inner, all);
                }
                Inline::Link { link, inlines: inner, .. } => {
                    let said = plain_text(inner, &text.body.links);
                    let before = place.checked_sub(1).and_then(|before| inlines.get(before));
                    let leading = match before {
                        Some(Inline::Text(before)) => {
                            citations(before).into_iter().find(Citation::leads_to_what_follows)
                        }
                        _ => None,
                    };
                    match &citations(&said)[..] {
                        [one] if !one.is_of_another() => all.extend(self.fault(text, *link, one)),
                        [] => all.extend(leading.and_then(|citation| self.fault(text, *link, &citation))),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    fn fault(&self, text: &Text, link: LinkId, citation: &Citation) -> Option<Diagnostic> {
        let written = text.body.links.get(link.0 as usize)?;
        let Link::Record { record, anchor, .. } = text.links.get(link.0 as usize)? else { return None };
        let document = self.graph.record(*record);
        let numbers = self.numbers.get(record)?;
        let place = citation::before(self.sources, written.span, citation).unwrap_or(written.span);
        let missing = missing(document, numbers, citation, place);
        // `#p19-2` is the second of two paragraphs of one number.
        let number = |anchor: &str| anchor.strip_prefix('p')?.split('-').next()?.parse::<i64>().ok();
        let leads_to = anchor.as_deref().and_then(number).filter(|number| numbers.contains(number));
        match leads_to {
            Some(to) if !citation.covers(to) => {
                let said = citation.first;
                let message = format!("The text says paragraph {said}, but the link leads to paragraph {to}.");
                let help = format!("Write `#p{said}` in the link, or {to} in the text.");
                let mismatch = Diagnostic::new(&WRONG_PARAGRAPH_NUMBER, place, message).help(help);
                missing.or(Some(mismatch.related(written.span, "The link leads here.")))
            }
            _ => missing,
        }
    }

    /// Citations of a numbered document within itself, in text that is no link.
    fn inside(&self, index: RecordIndex, record: &Record, within: Span, inlines: &[Inline]) -> Vec<Diagnostic> {
        let Some(numbers) = self.numbers.get(&index) else { return Vec::new() };
        let said: String = inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.as_str(),
                Inline::SoftBreak | Inline::HardBreak => " ",
                _ => "\u{fffc}",
            })
            .collect();
        let own = citations(&said).into_iter().filter(Citation::is_of_this_document);
        let places = citation::inside(self.sources, within);
        own.filter_map(|citation| {
            missing(record, numbers, &citation, places.get(&citation.first).copied().unwrap_or(within))
        })
        .collect()
    }
}

/// The finding where a cited number is none of the document's.
fn missing(document: &Record, numbers: &BTreeSet<i64>, citation: &Citation, place: Span) -> Option<Diagnostic> {
    let (first, last) = (numbers.first()?, numbers.last()?);
    let missing =
        [Some(citation.first), citation.last].into_iter().flatten().find(|number| !numbers.contains(number))?;
    let message = format!("“{}” has no paragraph {missing}.", document.title);
    let help = format!("Its paragraphs are numbered from {first} to {last}.");
    Some(Diagnostic::new(&WRONG_PARAGRAPH_NUMBER, place, message).help(help))
}
