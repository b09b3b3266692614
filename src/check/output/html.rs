//! Reads a page as a browser would: every address, every id, and how it is built. What lies in a comment or a `<template>`
//! is no part of the page; what lies in `<noscript>` is, for the site works without scripts.
//!
//! Must not know where an address leads.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, ForwardingEmitter, Span, Tokenizer};

use super::css;
use super::document::{Document, Id, Inline, InlineKind, Written, small};
use super::elements;
use super::names::{Attribute, Tag};
use super::open::{Open, Value};

/// The reading of a page.
struct Reading<'a> {
    text: &'a str,
    /// What was read.
    document: Document<'a>,
    /// The start tag that is being read.
    open: Open<'a>,
    /// Whether the attribute being read matters.
    is_wanted: bool,
    templates: u32,
    /// How many drawings are open: they have titles and styles of their own.
    drawings: u32,
    /// The element whose text comes next, of those whose text matters.
    inside: Option<Tag>,
}

/// Reads the text of a page, or of a drawing in SVG.
pub(super) fn read(text: &str) -> Document<'_> {
    let mut reading = Reading {
        text,
        document: Document::default(),
        open: Open::default(),
        is_wanted: false,
        templates: 0,
        drawings: 0,
        inside: None,
    };
    let mut start = 0;
    // html5gum takes what follows some tags for plain text where a browser does not: there it begins anew.
    while let Some(next) = read_from(&mut reading, start) {
        start = next;
    }
    reading.document
}

/// Reads on from `start`; gives where to begin anew, unless the end is reached.
fn read_from(reading: &mut Reading<'_>, start: usize) -> Option<usize> {
    let rest = &reading.text[start..];
    let mut inner = CallbackEmitter::new(Events { reading, start });
    inner.naively_switch_states(true);
    let again = Tokenizer::new_with_emitter(rest, Quick(inner)).next();
    again.map(|place| place.unwrap_or_else(|never| match never {}))
}

/// Hands what html5gum reads from `start` on to the reading.
struct Events<'r, 'a> {
    reading: &'r mut Reading<'a>,
    start: usize,
}

impl Callback<usize, usize> for Events<'_, '_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<usize> {
        self.reading.take(&event, self.start + span.start..self.start + span.end)
    }
}

/// Leaves out what no link needs and most of the time would go into: the errors of HTML, which are looked for letter by
/// letter, comments, and text outside titles and styles.
struct Quick<'r, 'a>(CallbackEmitter<Events<'r, 'a>, usize, usize>);

impl ForwardingEmitter for Quick<'_, '_> {
    type Token = usize;

    fn inner(&mut self) -> &mut impl Emitter<Token = usize> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _error: Error) {}

    fn emit_string(&mut self, text: &[u8]) {
        if self.0.callback_mut().reading.inside.is_some() {
            self.0.emit_string(text);
        }
    }

    fn push_comment(&mut self, _text: &[u8]) {}
}

impl<'a> Reading<'a> {
    /// Takes what comes next; gives a place where html5gum has to begin anew.
    fn take(&mut self, event: &CallbackEvent<'_>, range: Range<usize>) -> Option<usize> {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.open.tag = Tag::of(name);
                self.open.range = range;
                self.open.values.clear();
                self.open.in_drawing = self.drawings > 0;
                self.inside = None;
            }
            CallbackEvent::AttributeName { name } => {
                let attribute = Attribute::of(name).filter(|_| self.templates == 0);
                self.is_wanted = attribute.is_some();
                if let Some(attribute) = attribute {
                    self.open.values.push(Value { attribute, text: Cow::Borrowed(""), range });
                }
            }
            CallbackEvent::AttributeValue { value } if self.is_wanted => {
                let text = self.slice(value, &range);
                if let Some(last) = self.open.values.last_mut() {
                    last.text = text;
                    last.range = range;
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.open.range.end = range.end;
                return self.start_tag(self_closing);
            }
            CallbackEvent::EndTag { name } => self.end_tag(Tag::of(name)),
            CallbackEvent::String { value } => self.characters(value, range),
            _ => {}
        }
        None
    }

    /// What was read, borrowed from the text where it stands there letter by letter.
    fn slice(&self, value: &[u8], range: &Range<usize>) -> Cow<'a, str> {
        match self.text.get(range.clone()) {
            Some(text) if text.as_bytes() == value => Cow::Borrowed(text),
            _ => Cow::Owned(String::from_utf8_lossy(value).into_owned()),
        }
    }

    fn start_tag(&mut self, self_closing: bool) -> Option<usize> {
        if self.open.tag == Tag::Template {
            self.templates += 1;
        }
        if self.templates == 0 {
            self.ids();
            elements::take(&self.open, &mut self.document);
            self.styles_and_handlers();
        }
        let again = Some(self.open.range.end);
        match self.open.tag {
            Tag::Svg if !self_closing => self.drawings += 1,
            Tag::NoScript => return again,
            Tag::Script | Tag::Style | Tag::Title if self.drawings > 0 && self_closing => return again,
            Tag::Style | Tag::Title if self.templates == 0 => self.inside = Some(self.open.tag),
            _ => {}
        }
        None
    }

    fn end_tag(&mut self, tag: Tag) {
        self.inside = None;
        match tag {
            Tag::Template => self.templates = self.templates.saturating_sub(1),
            Tag::Svg => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
    }

    fn characters(&mut self, value: &[u8], range: Range<usize>) {
        match self.inside {
            Some(Tag::Title) => {
                let has_text = value.iter().any(|byte| !byte.is_ascii_whitespace());
                if let Some((_, given)) = self.document.shape.titles.last_mut().filter(|_| self.drawings == 0) {
                    *given |= has_text;
                }
            }
            Some(Tag::Style) => {
                let css = self.slice(value, &range);
                self.style(css, &range);
            }
            _ => {}
        }
    }

    fn ids(&mut self) {
        let is_anchor = self.open.tag == Tag::A;
        // Of two attributes of one name a browser takes the first.
        let id = self.open.value(Attribute::Id);
        let name = self.open.value(Attribute::Name).filter(|_| is_anchor);
        for value in [id, name].into_iter().flatten().filter(|value| !value.text.is_empty()) {
            let at = small(value.range.clone()).start;
            let by_name = value.attribute == Attribute::Name;
            self.document.ids.push(Id { name: value.text.clone(), at, by_name });
        }
    }

    fn styles_and_handlers(&mut self) {
        for at in 0..self.open.values.len() {
            let Value { attribute, range, .. } = &self.open.values[at];
            let kind = match attribute {
                Attribute::Style => InlineKind::StyleAttribute,
                Attribute::Handler => InlineKind::Handler,
                _ => continue,
            };
            let range = range.clone();
            self.document.inline.push(Inline { kind, range: small(range.clone()) });
            if kind == InlineKind::StyleAttribute {
                let css = std::mem::take(&mut self.open.values[at].text);
                self.style(css, &range);
            }
        }
    }

    /// The addresses of a style that stands in the page.
    fn style(&mut self, css: Cow<'a, str>, range: &Range<usize>) {
        match css {
            Cow::Borrowed(css) => {
                for found in css::addresses(css) {
                    let within = range.start + found.range.start..range.start + found.range.end;
                    self.document.addresses.push(Written { text: found.text, range: small(within), role: found.role });
                }
            }
            // References in it shift its letters: the whole of it is the place.
            Cow::Owned(css) => {
                for found in css::addresses(&css) {
                    let text = Cow::Owned(found.text.into_owned());
                    self.document.addresses.push(Written { text, range: small(range.clone()), role: found.role });
                }
            }
        }
    }
}
