//! Fills in the gaps of a prepared body: where links lead, what embeds show, what the theme says, what abbreviations mean.
//!
//! Must not know blocks or inlines.

use std::borrow::Cow;

use super::resolved::Resolved;
use crate::parse::markdown::destination::Destination;
use crate::parse::markdown::escape::{push_escaped, unescaped};
use crate::parse::markdown::prepared::{Filling, Number, Phrase, Prepared};
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
    let room = prepared.html.len() + prepared.gaps.len() * USUAL_FILLING_BYTES;
    let mut filler = Filler { prepared, resolved, out: String::with_capacity(room), at: 0 };
    if resolved.abbreviations.is_empty() {
        for gap in &prepared.gaps {
            filler.copy(gap.at as usize);
            filler.gap(gap.filling);
        }
    } else {
        filler.explain();
    }
    filler.copy(prepared.html.len());
    filler.out
}

struct Filler<'a> {
    prepared: &'a Prepared,
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
        self.prepared.html.get(start..end).unwrap_or("")
    }

    /// Leaves out what comes next.
    fn skip(&mut self, length: u32) {
        self.at += length as usize;
    }

    /// Fills in what stands between and within running text.
    fn explain(&mut self) {
        let mut explainer = Explainer::new(self.resolved.abbreviations);
        let mut gaps = self.prepared.gaps.iter().peekable();
        for (start, end) in self.prepared.running.iter() {
            while let Some(gap) = gaps.next_if(|gap| gap.at as usize <= start) {
                self.copy(gap.at as usize);
                self.gap(gap.filling);
            }
            self.copy(start);
            let written = self.ahead(start, end);
            let said = if written.contains('&') { unescaped(written).into() } else { Cow::Borrowed(written) };
            explainer.write(&mut self.out, &said);
            self.at = end;
        }
        for gap in gaps {
            self.copy(gap.at as usize);
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
                    self.attribute("src", href);
                } else {
                    let start = self.at + ALTERNATIVE.len();
                    self.out.push_str(self.ahead(start, start + alternative as usize));
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
            Filling::Phrase(place) => {
                if let Some(phrase) = self.prepared.phrases.get(place as usize) {
                    let said = self.said(phrase);
                    push_escaped(&mut self.out, &said);
                }
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
        self.attribute("href", href);
        for (name, language) in [("lang", text_language), ("hreflang", language)] {
            if let Some(language) = language {
                self.attribute(name, language);
            }
        }
    }

    fn autolink(&mut self, link: LinkId, rest: u32) {
        match self.destination(link) {
            Some(Destination::To { href, title, language }) => {
                self.start_link(href, language.as_deref(), language.as_deref());
                self.copy(self.at + rest as usize);
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

    fn said(&self, phrase: &Phrase) -> String {
        let words = self.resolved.words;
        match &phrase.number {
            None => words.say(phrase.message),
            Some(Number::Count(number)) => words.tell(phrase.message, &[("number", i64::from(*number).into())]),
            Some(Number::Label(label)) => words.tell(phrase.message, &[("number", (&**label).into())]),
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        for piece in [" ", name, "=\""] {
            self.out.push_str(piece);
        }
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    fn end_line(&mut self) {
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}
