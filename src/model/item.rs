//! Parts of a plan or a law that links can aim at.

use super::field::{Url, fields};
use crate::sources::Spanned;

fields! {
    /// A part that links can aim at: an aim of a plan, a section of an Act, a regulation of an instrument.
    pub struct Item {
        /// The anchor: `plan:slug#id` or `legislation:slug#id` leads to it.
        pub id: Spanned<String>,
        /// What it is called: the name of an aim, the number and heading of a section.
        pub title: String,
        /// Where it stands on the web.
        pub url: Option<Spanned<Url>>,
        /// What it says, in plain words.
        pub note: Option<String>,
    }
}
