//! What has to be known of a body, besides itself, to write it.
//!
//! Must not know how it is written.

use crate::parse::markdown::destination::{Destination, ParagraphNumber};
use crate::render::abbreviation::Abbreviations;
use crate::words::Lexicon;

/// What the graph knows of a body.
#[derive(Debug, Clone, Copy)]
pub struct Resolved<'a> {
    /// Where each of the body's links leads.
    pub destinations: &'a [Destination],
    /// The finished HTML of each of the body's embeds.
    pub embeds: &'a [String],
    /// The number of each of the body's blocks, none for those that are not numbered paragraphs; of a body that was prepared
    /// they are in it.
    pub paragraph_numbers: &'a [Option<ParagraphNumber>],
    /// The words of the theme in the language of the page.
    pub words: &'a Lexicon,
    /// The abbreviations to explain.
    pub abbreviations: &'a Abbreviations,
}
