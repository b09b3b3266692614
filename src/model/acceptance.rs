//! Findings that an author accepts where they stand.

use super::date::CalendarDate;
use super::field::fields;
use crate::sources::Spanned;

fields! {
    /// A finding that is accepted where it stands.
    pub struct Acceptance {
        /// The code of the finding, such as `repeated-paragraph-number`.
        pub code: Spanned<String>,
        /// Why it is right as it is.
        pub reason: String,
        /// The last day on which it is accepted; without it, for good.
        pub until: Option<Spanned<CalendarDate>>,
    }
}
