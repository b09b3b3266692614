//! Reads raw HTML into [`super::prose::Prose`]: its links, its pictures, and which of its elements are open around words.
//!
//! Must not know what is allowed; what is left out of the page is read all the same.

use super::fragment::Fragment;
use super::prose::Picture;
use super::reading::{Raw, Reader};
use super::tokens::{Start, Token, tokens};

/// How many raw elements are followed in each other; what lies deeper is read as if it lay at this level.
const MAX_RAW: usize = 48;

impl Reader<'_> {
    /// Reads a piece of raw HTML.
    pub(super) fn raw(&mut self, fragment: &Fragment) {
        for token in tokens(&fragment.html) {
            match token {
                Token::Start(start) => self.raw_start(&start, fragment),
                Token::End(name, range) => {
                    if name == "a" && self.link.as_ref().is_some_and(|link| link.link_type.is_none()) {
                        let place = fragment.range(range);
                        if let Some(link) = &mut self.link
                            && self.run.is_none()
                            && !link.text.trim().is_empty()
                        {
                            link.label = Some(link.start..place.start);
                        }
                        self.close_link(place.end);
                    }
                    if let Some(at) = self.raw.iter().rposition(|raw| raw.name == name) {
                        self.raw.truncate(at);
                    }
                }
                Token::Text(text) => {
                    self.prose.has_raw_words |= !text.trim().is_empty();
                    if let Some(link) = &mut self.link {
                        link.text.push_str(&text);
                        link.has_plain |= !text.trim().is_empty();
                    }
                }
                Token::Unfinished(_) => {}
            }
        }
    }

    fn raw_start(&mut self, start: &Start, fragment: &Fragment) {
        let range = fragment.range(start.range.clone());
        let value = |name: &str| start.attributes.iter().find(|attribute| attribute.name == name);
        match start.name.as_str() {
            "a" if self.link.is_none() => {
                if let Some(href) = value("href") {
                    let place = fragment.range(href.range.clone());
                    let begins = if self.run.is_some() { range.start } else { range.end };
                    self.open_link(None, &href.value, Some(place), begins);
                }
            }
            "img" => {
                let alternative = value("alt").map(|alt| alt.value.clone());
                let words = value("alt").map(|alt| self.span(fragment.range(alt.range.clone())));
                let address = value("src").map(|src| src.value.clone()).unwrap_or_default();
                let (span, in_link) = (self.span(range.clone()), self.link.is_some());
                self.picture(Picture { alternative, words, address, span, is_raw: true, in_link }, range);
            }
            "br" => {
                if let Some(link) = &mut self.link {
                    link.text.push(' ');
                }
            }
            "hr" | "wbr" | "input" | "source" => {}
            _ if start.self_closing || self.raw.len() >= MAX_RAW => {}
            name => {
                let name = name.to_owned();
                self.raw.push(Raw { name, has_language: value("lang").is_some() });
            }
        }
    }
}
