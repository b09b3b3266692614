//! A body as HTML, with gaps where something goes that only the whole site knows: where a link leads, what an embed shows,
//! what the theme says. A page is then drawn from a text that lies in one piece, and the tree need not be kept for it.
//!
//! Must not know how it is written or filled in.

use std::borrow::Cow;

use super::gaps::Gaps;
use super::runs::Runs;
use crate::sources::packed::Packed;

/// A body as HTML, but for its gaps.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// What is written whatever the site says.
    pub html: Html,
    /// What goes between, in the order in which it stands.
    pub gaps: Gaps,
    /// The labels in what the theme says, where they are no plain numbers.
    pub labels: Box<[Box<str>]>,
    /// Where running text stands in `html`, in which abbreviations are explained.
    pub running: Runs,
}

/// What is written whatever the site says, packed where memory is short.
#[derive(Debug, Clone)]
pub enum Html {
    /// As it stands.
    Plain(Box<str>),
    /// Packed.
    Packed(Packed),
}

impl Default for Html {
    fn default() -> Self {
        Self::Plain(Box::default())
    }
}

impl Html {
    /// As it stands.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Packed(packed) => Cow::Owned(packed.text()),
        }
    }
}

impl Prepared {
    /// Packs what is long.
    pub fn pack(&mut self) {
        if let Html::Plain(text) = &self.html {
            self.html = Html::Packed(Packed::new(text));
        }
    }
}
