//! Markdown becomes a tree of ours: titles, anchors, footnotes and raw HTML put in order, every link in one list, and every
//! fault told at its place.
//!
//! Must not know where a link leads, nor how the tree is written as HTML.

mod allow_list;
mod anchors;
pub mod body;
mod build;
mod closing;
pub mod cursor;
mod definitions;
pub mod destination;
mod embeds;
pub mod escape;
mod first_words;
mod footnotes;
mod fragment;
mod frame;
pub mod gaps;
mod headings;
mod html;
mod labels;
mod ledger;
pub mod link_definitions;
mod links;
pub mod locate;
mod nesting;
mod numbers;
mod opening;
pub mod outline;
pub mod prepared;
pub mod prose;
mod raw_heading;
mod raw_reading;
pub mod reading;
mod runs;
mod tables;
pub mod text;
mod tokens;
pub mod tree;
mod unlinked;
mod walk;

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod soup;
#[cfg(test)]
mod tests;

pub use anchors::{DUPLICATE_ANCHOR, forge_slug, slug};
pub use build::{NESTING_TOO_DEEP, options};
pub use embeds::EMBED_NOT_ALONE;
pub use footnotes::UNUSED_FOOTNOTE;
pub use html::{HTML_DROPPED, UNKNOWN_LANGUAGE};
pub use labels::{UNDEFINED_FOOTNOTE, UNDEFINED_LABEL, UNUSED_LABEL};
pub use unlinked::BROKEN_LINK_FORM;

use body::Body;

use crate::diagnostic::{Checked, Rule};
use crate::fingerprint::of_value;
use crate::sources::SourceId;
use ledger::Ledger;
use outline::Outline;

/// Everything an author can get wrong in a Markdown body as such.
pub static RULES: [&Rule; 10] = [
    &DUPLICATE_ANCHOR,
    &BROKEN_LINK_FORM,
    &EMBED_NOT_ALONE,
    &HTML_DROPPED,
    &NESTING_TOO_DEEP,
    &UNDEFINED_FOOTNOTE,
    &UNDEFINED_LABEL,
    &UNKNOWN_LANGUAGE,
    &UNUSED_FOOTNOTE,
    &UNUSED_LABEL,
];

/// What is known of a body before it is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParseOptions<'a> {
    /// The title from the front matter; without one the body's own first heading serves.
    pub title_given: Option<&'a str>,
    /// Ids of the page around the body, which its headings must not take.
    pub reserved_ids: &'a [&'a str],
}

/// Reads a Markdown body. `text` is what follows the front matter and `offset` its first byte in `source`; every span is
/// one of `source`. Never fails: what it could not take as written is told in the diagnostics.
///
/// The title, unless the front matter gives one, is the first heading of level 1, else the first heading of all where no
/// other of its level or above follows, as those are parts of a page that is called by its file. The title's heading is
/// taken out of the blocks when it is of level 1 or stands first of all; pictures in it stay. Headings of level 1 that are
/// left make every heading one level lower, for the page's title is its only `h1`.
pub fn parse(text: &str, source: SourceId, offset: usize, options: &ParseOptions<'_>) -> Checked<Body> {
    let mut ledger = Ledger::new(text, source, offset, options.reserved_ids);
    let mut blocks = build::blocks(text, &mut ledger);
    let title = headings::take_title(&mut blocks, options.title_given);
    let mut footnotes = footnotes::number(&mut blocks, &mut ledger);
    headings::settle_levels(&mut blocks, &mut footnotes);
    headings::settle_ids(&mut blocks, &mut footnotes, &mut ledger);
    let mut diagnostics = ledger.findings();
    diagnostics.extend(unlinked::findings(&blocks, text, source, offset));
    let print = of_value(&(text, options.title_given, options.reserved_ids));
    let outline = Outline::of(&blocks, &footnotes, &ledger.links);
    let (links, embeds) = (ledger.links.into(), ledger.embeds.into());
    let body = Body { print, title, outline, links, embeds, blocks, footnotes, prepared: None };
    Checked { value: body, diagnostics }
}
