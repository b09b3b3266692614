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
