//! What a kind of record adds to the page that every record has.

use crate::pages::content::Content;
use crate::pages::view::Fact;

/// What is particular to a kind.
pub(super) struct Particulars {
    pub(super) template: &'static str,
    pub(super) facts: Vec<Fact>,
    pub(super) content: Content,
}
