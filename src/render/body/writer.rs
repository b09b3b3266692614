//! What the writing of a body shares: the HTML so far, with its gaps.
//!
//! Must not know blocks or inlines.

use crate::parse::markdown::body::Body;
use crate::parse::markdown::escape::{push_attribute, push_escaped};
use crate::parse::markdown::gaps::{Filling, Gap, Message, Number};
use crate::parse::markdown::prepared::{Html, Prepared};
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
    labels: Vec<Box<str>>,
    prepared: Prepared,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub(super) fn new(body: &'a Body) -> Self {
        let (out, prepared) = (String::with_capacity(USUAL_BYTES), Prepared::default());
        Self { body, unnamed_tables: 0, out, labels: Vec::new(), prepared }
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Prepared {
        self.prepared.running.fit();
        self.prepared.gaps.fit();
        Prepared { html: Html::Plain(self.out.as_str().into()), labels: self.labels.into(), ..self.prepared }
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
            self.prepared.running.push(start, self.out.len());
        }
    }

    /// Writes ` name="value"`, the value escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        push_attribute(&mut self.out, name, value);
    }

    /// Writes an `aria-label` with a message of the theme.
    pub(super) fn labelled(&mut self, message: Message, number: Number) {
        self.out.push_str(" aria-label=\"");
        self.gap(Filling::Phrase(message, number));
        self.out.push('"');
    }

    /// Writes a message of the theme.
    pub(super) fn said(&mut self, message: Message) {
        self.gap(Filling::Phrase(message, Number::None));
    }

    /// A label for a message, where it is no plain number.
    pub(super) fn label(&mut self, label: &str) -> Number {
        self.labels.push(label.into());
        Number::Label(u32::try_from(self.labels.len() - 1).unwrap_or(u32::MAX))
    }

    /// Leaves a gap here.
    pub(super) fn gap(&mut self, filling: Filling) {
        self.gap_at(self.out.len(), filling);
    }

    /// Leaves a gap at a place after all others.
    pub(super) fn gap_at(&mut self, at: usize, filling: Filling) {
        self.prepared.gaps.push(Gap { at, filling });
    }

    /// Where what `write` writes begins, and how long it is.
    pub(super) fn written(&mut self, write: impl FnOnce(&mut Self)) -> (usize, usize) {
        let start = self.out.len();
        write(self);
        (start, self.out.len() - start)
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
