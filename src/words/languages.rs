//! The words of a theme in every language that it has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lexicon::{ENGLISH, Lexicon};

/// The words of a theme, by language.
#[derive(Debug, Clone)]
pub struct Words {
    pub(super) lexicons: BTreeMap<String, Arc<Lexicon>>,
    /// The language of the site, whose words stand in for languages that have none.
    pub(super) site: String,
}

impl Words {
    /// The words for a language by its tag (BCP 47): those of `cy-GB`, else of `cy`, else of the site's language, else
    /// English.
    pub fn lexicon(&self, tag: &str) -> &Arc<Lexicon> {
        let known = self.own(tag).or_else(|| self.own(&self.site)).or_else(|| self.lexicons.get(ENGLISH));
        known.unwrap_or_else(|| Lexicon::empty())
    }

    /// Whether the theme has words of its own for this language.
    pub fn has(&self, tag: &str) -> bool {
        self.own(tag).is_some()
    }

    /// Every language that there are words for, with them.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Lexicon>> {
        self.lexicons.values()
    }

    fn own(&self, tag: &str) -> Option<&Arc<Lexicon>> {
        let tag = tag.to_ascii_lowercase();
        let mut shorter = tag.as_str();
        loop {
            if let Some(lexicon) = self.lexicons.get(shorter) {
                return Some(lexicon);
            }
            shorter = shorter.rsplit_once('-')?.0;
        }
    }
}
