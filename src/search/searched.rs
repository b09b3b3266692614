//! A page as the search gets it.
//!
//! Must not know how an index is made.

/// A page that the search finds.
#[derive(Debug, Clone, Copy)]
pub struct Searched<'a> {
    /// What follows the site's root in links to it.
    pub path: &'a str,
    /// Its language, without a region: `en`.
    pub language: &'a str,
    /// What is written of it, in UTF-8.
    pub html: &'a [u8],
}
