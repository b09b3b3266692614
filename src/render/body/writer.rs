//! What the writing of a body shares: the HTML so far, with its gaps.
//!
//! Must not know blocks or inlines.

use crate::parse::markdown::body::Body;
use crate::parse::markdown::escape::push_escaped;
use crate::parse::markdown::prepared::{Filling, Gap, Number, Phrase, Prepared, Runs};
use crate::parse::markdown::tree::HtmlPiece;

/// How much most bodies come to, so that few have to move while they grow.
const USUAL_BYTES: usize = 16 * 1024;

/// A body being written.
pub(super) struct Writer<'a> {
    /// What is written.
    pub(super) body: &'a Body,
    /// How many tables without caption there were.
    pub(super) unnamed_tables: u32,
    out: String,
    gaps: Vec<Gap>,
    phrases: Vec<Phrase>,
    running: Runs,
    /// Where the last running text ended.
    running_end: usize,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub(super) fn new(body: &'a Body) -> Self {
        Self {
            body,
            unnamed_tables: 0,
            out: String::with_capacity(USUAL_BYTES),
            gaps: Vec::new(),
            phrases: Vec::new(),
            running: Runs::default(),
            running_end: 0,
        }
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Prepared {
        self.running.fit();
        Prepared {
            html: self.out.as_str().into(),
            gaps: self.gaps.into(),
            phrases: self.phrases.into(),
            running: self.running,
        }
    }

    /// Writes markup as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes text, escaped.
    pub(super) fn escaped(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// Writes running text, escaped, in which abbreviations are explained.
    pub(super) fn running(&mut self, text: &str) {
        let start = self.out.len();
        push_escaped(&mut self.out, text);
        if self.out.len() > start {
            self.running_end = self.running.push(self.running_end, start, self.out.len());
        }
    }

    /// Writes ` name="value"`, the value escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        for piece in [" ", name, "=\""] {
            self.out.push_str(piece);
        }
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    /// Writes an `aria-label` with a message of the theme.
    pub(super) fn labelled(&mut self, message: &'static str, number: Option<Number>) {
        self.out.push_str(" aria-label=\"");
        self.said(message, number);
        self.out.push('"');
    }

    /// Writes a message of the theme.
    pub(super) fn said(&mut self, message: &'static str, number: Option<Number>) {
        self.gap(Filling::Phrase(short(self.phrases.len())));
        self.phrases.push(Phrase { message, number });
    }

    /// Leaves a gap here.
    pub(super) fn gap(&mut self, filling: Filling) {
        self.gap_at(short(self.out.len()), filling);
    }

    /// Leaves a gap at a place after all others.
    pub(super) fn gap_at(&mut self, at: u32, filling: Filling) {
        self.gaps.push(Gap { at, filling });
    }

    /// Where what `write` writes begins, and how long it is.
    pub(super) fn written(&mut self, write: impl FnOnce(&mut Self)) -> (u32, u32) {
        let start = self.out.len();
        write(self);
        (short(start), short(self.out.len() - start))
    }

    /// Writes raw HTML, its addresses left open.
    pub(super) fn pieces(&mut self, pieces: &[HtmlPiece]) {
        for piece in pieces {
            match piece {
                HtmlPiece::Markup(markup) => self.out.push_str(markup),
                HtmlPiece::Address(link) => self.gap(Filling::Address(*link)),
            }
        }
    }
}

/// A place or length in a text. No text has more than 4 GiB: `load` sees to that.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
