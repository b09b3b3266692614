//! What a page is made from.

use crate::graph::{Record, Section};

/// What a page is made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// The record.
    pub(super) record: &'a Record,
    /// The section of it that the page shows.
    pub(super) section: Option<&'a Section>,
}
