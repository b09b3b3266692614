//! A Markdown body as it is kept: its outline, its links, and its tree or the HTML that was made of that.
//!
//! Must not know where a link leads.

use std::hash::{Hash, Hasher};

use super::outline::Outline;
use super::prepared::Prepared;
use super::tree::{Block, Footnote, WrittenEmbed, WrittenLink};
use crate::fingerprint::Fingerprint;

/// The body of a record, page or section.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The fingerprint of all that it was read from. Two bodies are the same where theirs are: what is read follows from it.
    pub print: Fingerprint,
    /// The heading that serves as the title of the page, taken out of the blocks; see [`super::parse`].
    pub title: Option<String>,
    /// What other pages show of it, and links can aim at.
    pub outline: Outline,
    /// Every place that leads somewhere: links, images, `href` and `src` of raw HTML.
    pub links: Box<[WrittenLink]>,
    /// Every embed.
    pub embeds: Box<[WrittenEmbed]>,
    /// The blocks in order; none once the body is prepared.
    pub blocks: Vec<Block>,
    /// Footnotes that are referred to, in the order of first reference; none once the body is prepared.
    pub footnotes: Vec<Footnote>,
    /// The body as HTML, once that stands for its blocks and footnotes.
    pub prepared: Option<Box<Prepared>>,
}

impl Body {
    /// Lets `prepared` stand for the blocks and footnotes, which take several times as much room.
    pub fn keep_prepared(&mut self, prepared: Prepared) {
        (self.blocks, self.footnotes) = (Vec::new(), Vec::new());
        self.prepared = Some(Box::new(prepared));
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.print == other.print
    }
}

impl Eq for Body {}

impl Hash for Body {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.print.hash(state);
    }
}
