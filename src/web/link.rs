//! A link out of the site: what is written, and where.
//!
//! Must not know what comes of it.

use crate::diagnostic::Place;

/// An address out of the site.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// As the site has it.
    pub url: &'a str,
    /// Where it stands.
    pub places: &'a [Place],
}

/// An address that can be asked about, and the part of the page that it names.
pub(super) struct Linked<'a> {
    pub(super) link: Link<'a>,
    pub(super) fragment: Option<String>,
}
