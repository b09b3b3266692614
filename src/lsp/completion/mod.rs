//! What could be typed at a place: names of kinds, records and their parts in references, files in links, fields and their words
//! in YAML.
//!
//! Must not know the protocol.

mod fields;
mod files;
mod offer;
mod references;

pub(super) use offer::{Offer, Sort, Typing};
pub(super) use references::parts;

use super::fields as declared;
use crate::parse::front_matter;
use crate::parse::markdown::cursor::destination;
use crate::parse::place::is_markdown;

/// The most that is offered at once: whoever looks for one of ten thousand records types on.
const MOST: usize = 300;

/// Of many offers those in which what was typed so far occurs, as far as anybody can look through them.
pub(super) fn likely(typing: &Typing<'_>, offers: Vec<Offer>) -> Vec<Offer> {
    if offers.len() <= MOST {
        return offers;
    }
    let text = typing.sources.get(typing.source).text();
    let typed = |offer: &Offer| text.get(offer.range.start..typing.offset).unwrap_or("").to_lowercase();
    let holds = |words: &str, typed: &str| words.to_lowercase().contains(typed);
    let is_likely = |offer: &Offer| {
        let typed = typed(offer);
        let name = typed.rsplit_once(':').map_or(typed.as_str(), |(_, name)| name);
        holds(&offer.words, &typed) || offer.detail.as_deref().is_some_and(|detail| holds(detail, name))
    };
    offers.into_iter().filter(is_likely).take(MOST).collect()
}

/// Everything that could be typed, the likeliest first.
pub(super) fn offers(typing: &Typing<'_>) -> Vec<Offer> {
    if let Some(found) = declared::at(typing.sources, typing.source, typing.offset) {
        return fields::offers(typing, &found);
    }
    let source = typing.sources.get(typing.source);
    if !is_markdown(&source.path) {
        return Vec::new();
    }
    let start = front_matter::split(source.text()).body_start;
    let Some(found) = destination(source.text(), start, typing.offset) else { return Vec::new() };
    let mut all = references::offers(typing, &found.range, &references::Wanted::of(&found));
    if !found.is_bare {
        all.extend(files::offers(typing, &found.range));
    }
    all
}
