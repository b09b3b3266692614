//! Spans of time that plans and funding run for.

use super::date::PartialDate;
use super::field::fields;
use crate::sources::Spanned;

fields! {
    /// A span of time, either end of which may be open.
    pub struct Period {
        /// Its beginning.
        pub from: Option<Spanned<PartialDate>>,
        /// Its end.
        pub until: Option<Spanned<PartialDate>>,
    }
}
