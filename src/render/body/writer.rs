//! What the writing of a body shares: the text so far, what is known of its links, and what has been said already.
//!
//! Must not know blocks or inlines.

use super::resolved::Resolved;
use crate::parse::markdown::destination::Destination;
use crate::parse::markdown::escape::push_escaped;
use crate::parse::markdown::tree::{Body, HtmlPiece, LinkId};
use crate::render::abbreviation::Explainer;

/// How much most bodies come to, so that few have to move while they grow.
const USUAL_BYTES: usize = 16 * 1024;

/// A body being written.
pub(super) struct Writer<'a> {
    /// The HTML so far.
    pub(super) out: String,
    /// What is written.
    pub(super) body: &'a Body,
    /// Where its links lead, and what else is known of it.
    pub(super) resolved: &'a Resolved<'a>,
    /// Explains abbreviations.
    pub(super) explainer: Explainer<'a>,
    /// How many tables without caption there were.
    pub(super) unnamed_tables: u32,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub(super) fn new(body: &'a Body, resolved: &'a Resolved<'a>) -> Self {
        let explainer = Explainer::new(resolved.abbreviations);
        Self { out: String::with_capacity(USUAL_BYTES), body, resolved, explainer, unnamed_tables: 0 }
    }

    /// Writes markup as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes a message of the theme.
    pub(super) fn said(&mut self, message: &str) {
        let text = self.resolved.words.say(message);
        self.escaped(&text);
    }

    /// Writes text, escaped.
    pub(super) fn escaped(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// Writes ` name="value"`, the value escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    /// Where a link leads; nothing where the graph has said nothing of it.
    pub(super) fn destination(&self, link: LinkId) -> Option<&'a Destination> {
        self.resolved.destinations.get(link.0 as usize)
    }

    /// Writes raw HTML with its addresses filled in. A link that leads nowhere loses its address and an image gives way to
    /// its text, for which [`crate::parse::markdown`] writes the address of an image as its last attribute.
    pub(super) fn pieces(&mut self, pieces: &[HtmlPiece]) {
        let mut skipped = "";
        for piece in pieces {
            match piece {
                HtmlPiece::Markup(markup) => {
                    self.out.push_str(markup.strip_prefix(skipped).unwrap_or(markup));
                    skipped = "";
                }
                HtmlPiece::Address(link) => match self.destination(*link) {
                    Some(Destination::To { href, .. }) => push_escaped(&mut self.out, href),
                    _ => skipped = self.without_address(),
                },
            }
        }
    }

    /// Takes back the attribute that was begun, and gives what has to be left out of what follows.
    fn without_address(&mut self) -> &'static str {
        if let Some(kept) = self.out.strip_suffix(" href=\"") {
            self.out.truncate(kept.len());
            return "\"";
        }
        let start = self.out.rfind("<img").unwrap_or(self.out.len());
        let image = self.out.split_off(start);
        let alternative = image.split_once(" alt=\"").and_then(|(_, after)| after.split_once('"'));
        self.out.push_str(alternative.map_or("", |(text, _)| text));
        "\">"
    }
}
