//! What piles up while a body is read: links, embeds, anchors, footnotes and findings, and how a range of the text becomes a
//! span of the source.
//!
//! Must not know blocks.

use std::collections::HashMap;
use std::ops::Range;

use super::anchors::Anchors;
use super::definitions::Definitions;
use super::tree::{EmbedId, LinkId, LinkUse, WrittenEmbed, WrittenLink};
use crate::diagnostic::Diagnostic;
use crate::sources::{SourceId, Span};

/// What has been found so far.
pub(super) struct Ledger<'a> {
    text: &'a str,
    source: SourceId,
    offset: usize,
    /// Every link so far.
    pub(super) links: Vec<WrittenLink>,
    /// Every embed so far.
    pub(super) embeds: Vec<WrittenEmbed>,
    /// Every finding so far.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Findings that are told once however often they come: their first place among the findings, and how often.
    repeated: HashMap<String, (usize, usize)>,
    /// Every id that is taken.
    pub(super) anchors: Anchors,
    /// Every footnote, by label.
    pub(super) footnotes: Definitions,
}

impl<'a> Ledger<'a> {
    /// An empty ledger for `text`, which begins at byte `offset` of `source`.
    pub(super) fn new(text: &'a str, source: SourceId, offset: usize, reserved_ids: &[&str]) -> Self {
        Self {
            text,
            source,
            offset,
            links: Vec::new(),
            embeds: Vec::new(),
            diagnostics: Vec::new(),
            repeated: HashMap::new(),
            anchors: Anchors::new(reserved_ids),
            footnotes: Definitions::default(),
        }
    }

    /// The Markdown text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The text a range covers; empty where it is no range of the text.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or("")
    }

    /// The span of a range of the text, drawn out to whole characters.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = boundary_before(self.text, range.start);
        let mut end = range.end.clamp(start, self.text.len().max(start));
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        Span::new(self.source, self.offset + start..self.offset + end)
    }

    /// The span of a range without the line ends and spaces after it.
    pub(super) fn trimmed_span(&self, range: Range<usize>) -> Span {
        let length_bytes = self.slice(range.clone()).trim_end().len();
        if length_bytes == 0 { self.span(range) } else { self.span(range.start..range.start + length_bytes) }
    }

    /// Where `words` stand last within a span, as they stand after a heading in `{#words}`.
    pub(super) fn within(&self, span: Span, words: &str) -> Option<Span> {
        let from = (span.start as usize).checked_sub(self.offset)?;
        let to = (span.end as usize).checked_sub(self.offset)?;
        let at = from + self.text.get(from..to)?.rfind(words)?;
        Some(self.span(at..at + words.len()))
    }

    /// Enters a link.
    pub(super) fn link(&mut self, destination: &str, range: Range<usize>, usage: LinkUse) -> LinkId {
        let id = LinkId(u32::try_from(self.links.len()).unwrap_or(u32::MAX));
        let span = self.span(range);
        self.links.push(WrittenLink { destination: as_browsers_read(destination), span, usage });
        id
    }

    /// Enters an embed.
    pub(super) fn embed(&mut self, embed: WrittenEmbed) -> EmbedId {
        let id = EmbedId(u32::try_from(self.embeds.len()).unwrap_or(u32::MAX));
        self.embeds.push(embed);
        id
    }

    /// Enters a finding that is told at its first place only, with how often it comes again.
    pub(super) fn report_once(&mut self, diagnostic: Diagnostic) {
        let at = self.diagnostics.len();
        if let Some((_, count)) = self.repeated.get_mut(&diagnostic.message) {
            *count += 1;
        } else {
            self.repeated.insert(diagnostic.message.clone(), (at, 1));
            self.report(diagnostic);
        }
    }

    /// Every finding.
    pub(super) fn findings(&mut self) -> Vec<Diagnostic> {
        for (at, count) in self.repeated.values() {
            let times = match count {
                1 => continue,
                2 => "once more".to_owned(),
                _ => format!("{} more times", count - 1),
            };
            if let Some(finding) = self.diagnostics.get_mut(*at) {
                finding.message = format!("{} The same comes {times} in this file.", finding.message);
            }
        }
        std::mem::take(&mut self.diagnostics)
    }

    /// Enters a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

fn boundary_before(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// An address as the URL standard reads it (URL 4.4): without spaces and controls around it, and without tabs and line ends
/// anywhere. Else `java` + line end + `script:` would look like no scheme at all.
pub(super) fn as_browsers_read(destination: &str) -> String {
    destination.trim_matches(|c| c <= ' ').replace(['\t', '\n', '\r'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_drawn_out_to_whole_characters() {
        let ledger = Ledger::new("aéb", SourceId(0), 10, &[]);
        assert_eq!(ledger.span(2..2).range(), 11..13);
        assert_eq!(ledger.span(1..2).range(), 11..13);
        assert_eq!(ledger.span(3..99).range(), 13..14);
        assert_eq!(ledger.trimmed_span(0..3).range(), 10..13);
    }
}
