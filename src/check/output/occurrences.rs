//! Where each full address of the web stands in the sources, in one reading of all of them.
//!
//! Must not know what an address is for.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::sources::{SourceId, Sources, Span};

/// Signs that may stand at the end of an address and may as well follow it.
const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '}', '*', '_', '|', '\\', '`'];

/// Most signs at the end of an address that are taken away from it.
const MOST_CLOSING: usize = 6;

/// Longest address that is looked for, in bytes.
const LONGEST_BYTES: usize = 2048;

/// The places of each address.
#[derive(Debug, Default)]
pub(super) struct Occurrences<'a> {
    places: FxHashMap<&'a str, Vec<Span>>,
}

impl<'a> Occurrences<'a> {
    /// Reads every source that makes a part of the site: the content, the settings, and these templates.
    pub(super) fn new(sources: &'a Sources, templates: &[SourceId]) -> Self {
        let ids: Vec<SourceId> = sources.content.iter().chain(&sources.settings).chain(templates).copied().collect();
        let found: Vec<Vec<(&str, Span)>> = ids.par_iter().map(|id| in_text(sources.get(*id).text(), *id)).collect();
        let mut places: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
        for (address, span) in found.into_iter().flatten() {
            let known = places.entry(address).or_default();
            if known.last() != Some(&span) {
                known.push(span);
            }
        }
        Self { places }
    }

    /// Every place at which an address stands.
    pub(super) fn of(&self, address: &str) -> &[Span] {
        self.places.get(address.trim()).map_or(&[], Vec::as_slice)
    }
}

/// The addresses in a text. Where one ends is not sure, so that each is taken at every length that it may have.
fn in_text(text: &str, id: SourceId) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    for colon in memchr::memmem::find_iter(text.as_bytes(), b"://") {
        let before = &text[..colon];
        let word = before.len() - before.bytes().rev().take(6).take_while(u8::is_ascii_alphabetic).count();
        let scheme = &before[word..];
        if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            continue;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
        let rest = &text[word..text.floor_char_boundary(word + LONGEST_BYTES)];
        let mut address = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let mut take = |address: &'_ str| {
            let end = word + address.len();
            found.push((&text[word..end], Span::new(id, word..end)));
        };
        // `[text](address)` and `(address)`: the first bracket that closes what no bracket of it opened.
        if let Some(end) = closing_bracket(address) {
            take(&address[..end]);
        }
        take(address);
        for _ in 0..MOST_CLOSING {
            let Some(shorter) = address.strip_suffix(CLOSING) else { break };
            address = shorter;
            take(address);
        }
    }
    found
}

fn closing_bracket(address: &str) -> Option<usize> {
    let mut open = 0_u32;
    address.bytes().position(|byte| {
        open += u32::from(byte == b'(');
        let closes = byte == b')' && open == 0;
        open -= u32::from(byte == b')' && open > 0);
        closes
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Source;

    #[test]
    fn addresses_are_found_at_every_length_they_may_have() {
        let mut sources = Sources::default();
        let text = "url: https://a.b/c\n[x](https://a.b/d(e)), see https://a.b/f. <HTTP://a.b/g> \"https://a.b/h\"";
        let id = sources.add(Source::new("content/x.md", text));
        sources.content.push(id);
        let occurrences = Occurrences::new(&sources, &[]);
        for address in ["https://a.b/c", "https://a.b/d(e)", "https://a.b/f", "HTTP://a.b/g", "https://a.b/h"] {
            let [span] = occurrences.of(address) else { panic!("{address}: {:?}", occurrences.of(address)) };
            assert_eq!(sources.slice(*span), address);
        }
        assert!(occurrences.of("https://a.b/").is_empty());
    }
}
