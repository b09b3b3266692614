//! What a page is made from.

use crate::graph::{Record, Section};

/// What a page is made from.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Source<'a> {
    /// The record.
    pub(in crate::pages) record: &'a Record,
    /// The section of it that the page shows.
    pub(in crate::pages) section: Option<&'a Section>,
}
