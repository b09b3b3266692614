//! Ordinary pages.

use super::field::fields;
use crate::sources::Spanned;

fields! {
    /// An ordinary page: a title, a summary and a body.
    pub struct Page {
        /// Its place among its neighbours in lists; those with a number come first, in order.
        pub order: Option<Spanned<i64>>,
    }
}
