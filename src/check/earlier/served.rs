//! A page of this build, as its list of addresses and as what is drawn.

use crate::export::PageAddress;
use crate::pages::view::Page;

/// A page that is served now.
#[derive(Clone, Copy)]
pub(super) struct Served<'a> {
    /// What is served of it.
    pub(super) entry: &'a PageAddress,
    /// What it is drawn from.
    pub(super) page: &'a Page,
}
