//! What can be mended with one click: where one thing was most likely meant, that is written in place of the words at fault.
//!
//! Must not know the protocol.

use std::ops::Range;

use super::quotes;
use crate::diagnostic::{Diagnostic, Place};
use crate::sources::{SourceId, Sources, Span};

/// A mend.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mend {
    /// The code of what it mends.
    pub(super) code: &'static str,
    /// The words at fault.
    pub(super) span: Span,
    /// What is to stand there.
    pub(super) words: String,
}

/// The mends of what is wrong with some bytes of a source.
pub(super) fn mends(findings: &[Diagnostic], sources: &Sources, source: SourceId, bytes: &Range<usize>) -> Vec<Mend> {
    let mend = |finding: &Diagnostic| {
        let Place::Span(span) = finding.place else { return None };
        let touches = span.source == source && span.range().start <= bytes.end && bytes.start <= span.range().end;
        let written = sources.slice(span);
        // Where the whole link is at fault, its destination stands elsewhere.
        let is_whole_link = written.starts_with(['[', '!']);
        let words = finding.instead.clone().filter(|words| touches && !is_whole_link && words != written)?;
        let quote = quotes::around(written);
        let words = quote.map_or_else(|| words.clone(), |quote| format!("{quote}{words}{quote}"));
        Some(Mend { code: finding.rule.code, span, words })
    };
    findings.iter().filter_map(mend).collect()
}
