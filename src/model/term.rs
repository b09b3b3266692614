//! Terms and abbreviations, explained once for the whole site.

use super::field::fields;
use super::target::{Ref, to};
use crate::sources::Spanned;

fields! {
    /// A term or an abbreviation. Its title is the term in full.
    pub struct Term {
        /// The short form, marked up where it first stands on a page.
        pub abbreviation: Option<Spanned<String>>,
        /// What it means, in plain words.
        pub meaning: Option<String>,
        /// The record that says more.
        pub see: Option<Ref<to::Anything>>,
    }
}
