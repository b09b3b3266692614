//! Fills in the gaps of a prepared body: where links lead, what embeds show, what the theme says, what abbreviations mean.
//!
//! Must not know blocks or inlines.

use std::borrow::Cow;

use super::resolved::Resolved;
use crate::parse::markdown::destination::Destination;
use crate::parse::markdown::escape::{push_attribute, push_escaped, unescaped};
use crate::parse::markdown::gaps::{Filling, Message, Number};
use crate::parse::markdown::prepared::Prepared;
use crate::parse::markdown::tree::LinkId;
use crate::render::abbreviation::Explainer;

/// How much is put into a gap of usual length.
const USUAL_FILLING_BYTES: usize = 96;

/// What the rest of the tag of an image begins with.
const ALTERNATIVE: &str = " alt=\"";

/// The end of a link.
const LINK_END: &str = "</a>";

/// The body with its gaps filled in.
pub(super) fn fill(prepared: &Prepared, resolved: &Resolved<'_>) -> String {
    let html = prepared.html.text();
    let room = html.len() + prepared.gaps.count() * USUAL_FILLING_BYTES;
    let mut filler = Filler { prepared, html: &html, resolved, out: String::with_capacity(room), at: 0 };
    if resolved.abbreviations.is_empty() {
        for gap in prepared.gaps.iter() {
            filler.copy(gap.at);
            filler.gap(gap.filling);
        }
    } else {
        filler.explain();
    }
    filler.copy(html.len());
    filler.out
}

struct Filler<'a> {
    prepared: &'a Prepared,
    html: &'a str,
    resolved: &'a Resolved<'a>,
    out: String,
    /// How far the prepared HTML is written.
    at: usize,
}

impl<'a> Filler<'a> {
    /// Copies as far as `end`.
    fn copy(&mut self, end: usize) {
        self.out.push_str(self.ahead(self.at, end));
        self.at = end;
    }

    fn ahead(&self, start: usize, end: usize) -> &'a str {
        self.html.get(start..end).unwrap_or("")
    }

    /// Leaves out what comes next.
    fn skip(&mut self, length: usize) {
        self.at += length;
    }

    /// Fills in what stands between and within running text.
    fn explain(&mut self) {
        let mut explainer = Explainer::new(self.resolved.abbreviations);
        let mut gaps = self.prepared.gaps.iter().peekable();
        for (start, end) in self.prepared.running.iter() {
            while let Some(gap) = gaps.next_if(|gap| gap.at <= start) {
                self.copy(gap.at);
                self.gap(gap.filling);
            }
            self.copy(start);
            let written = self.ahead(start, end);
            let said = if written.contains('&') { unescaped(written).into() } else { Cow::Borrowed(written) };
            explainer.write(&mut self.out, &said);
            self.at = end;
        }
        for gap in gaps {
            self.copy(gap.at);
            self.gap(gap.filling);
        }
    }

    fn gap(&mut self, filling: Filling) {
        match filling {
            Filling::LinkStart { link, rest } => match self.destination(link) {
                Some(Destination::To { href, language, .. }) => self.start_link(href, None, language.as_deref()),
                _ => self.skip(rest),
            },
            Filling::LinkEnd { link } => {
                if !matches!(self.destination(link), Some(Destination::To { .. })) {
                    self.at += LINK_END.len();
                }
            }
            Filling::Autolink { link, rest } => self.autolink(link, rest),
            Filling::Image { link, rest, alternative } => {
                if let Some(Destination::To { href, .. }) = self.destination(link) {
                    self.out.push_str("<img");
                    push_attribute(&mut self.out, "src", href);
                } else {
                    let start = self.at + ALTERNATIVE.len();
                    self.out.push_str(self.ahead(start, start + alternative));
                    self.skip(rest);
                }
            }
            Filling::Address(link) => match self.destination(link) {
                Some(Destination::To { href, .. }) => push_escaped(&mut self.out, href),
                _ => self.without_address(),
            },
            Filling::Embed(embed) => {
                if let Some(html) = self.resolved.embeds.get(embed.0 as usize) {
                    self.out.push_str(html);
                    self.end_line();
                }
            }
            Filling::Phrase(message, number) => {
                let said = self.said(message, number);
                push_escaped(&mut self.out, &said);
            }
            Filling::LineEnd => self.end_line(),
        }
    }

    /// Where a link leads; nothing where the graph has said nothing of it.
    fn destination(&self, link: LinkId) -> Option<&'a Destination> {
        self.resolved.destinations.get(link.0 as usize)
    }

    /// Begins the tag of a link; `language` is that of what it leads to, `text_language` that of its text, where it is not the
    /// page's (WCAG 3.1.2).
    fn start_link(&mut self, href: &str, text_language: Option<&str>, language: Option<&str>) {
        self.out.push_str("<a");
        push_attribute(&mut self.out, "href", href);
        for (name, language) in [("lang", text_language), ("hreflang", language)] {
            if let Some(language) = language {
                push_attribute(&mut self.out, name, language);
            }
        }
    }

    fn autolink(&mut self, link: LinkId, rest: usize) {
        match self.destination(link) {
            Some(Destination::To { href, title, language }) => {
                self.start_link(href, language.as_deref(), language.as_deref());
                self.copy(self.at + rest);
                push_escaped(&mut self.out, title);
                self.out.push_str(LINK_END);
            }
            Some(Destination::Nowhere { text }) => {
                push_escaped(&mut self.out, text);
                self.skip(rest);
            }
            None => self.skip(rest),
        }
    }

    /// Takes back the attribute of raw HTML that was begun, and leaves out its end.
    fn without_address(&mut self) {
        if let Some(kept) = self.out.strip_suffix(" href=\"") {
            self.out.truncate(kept.len());
            return self.skip_what_is("\"");
        }
        let start = self.out.rfind("<img").unwrap_or(self.out.len());
        let image = self.out.split_off(start);
        let alternative = image.split_once(ALTERNATIVE).and_then(|(_, after)| after.split_once('"'));
        self.out.push_str(alternative.map_or("", |(text, _)| text));
        self.skip_what_is("\">");
    }

    fn skip_what_is(&mut self, text: &str) {
        if self.ahead(self.at, self.at + text.len()) == text {
            self.at += text.len();
        }
    }

    fn said(&self, message: Message, number: Number) -> String {
        let (words, message) = (self.resolved.words, name(message));
        let label = match number {
            Number::None => return words.say(message),
            Number::Count(count) => return words.tell(message, &[("number", i64::from(count).into())]),
            Number::Name(number, 0 | 1) => Cow::Owned(number.to_string()),
            Number::Name(number, which) => Cow::Owned(format!("{number}-{which}")),
            Number::Label(place) => {
                Cow::Borrowed(self.prepared.labels.get(place as usize).map_or("", |label| &**label))
            }
        };
        words.tell(message, &[("number", (&*label).into())])
    }

    fn end_line(&mut self) {
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}

/// The name of a message among the words of the theme.
fn name(message: Message) -> &'static str {
    match message {
        Message::Footnote => "text-footnote",
        Message::FootnoteBack => "text-footnote-back",
        Message::Footnotes => "text-footnotes",
        Message::Paragraph => "text-paragraph",
        Message::Table => "text-table",
        Message::TableNumber => "text-table-number",
        Message::Done => "text-done",
        Message::ToDo => "text-to-do",
        Message::Warning => "text-warning",
    }
}
