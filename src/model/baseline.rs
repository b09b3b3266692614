//! The list of findings that a check lets be for a time.

use super::date::CalendarDate;
use super::field::fields;
use crate::sources::Spanned;

fields! {
    /// A finding that a check lets be until a day.
    pub struct BaselineEntry {
        /// The code of the finding, such as `dead-link`.
        pub code: Spanned<String>,
        /// The file that it stands in, relative to the folder of the site.
        pub file: Option<String>,
        /// The line that it stands in, for people.
        pub line: Option<String>,
        /// What tells it from all others; made by `folkmoot check --write-baseline`.
        pub fingerprint: Spanned<String>,
        /// Why it is let be.
        pub reason: Option<String>,
        /// Who will see to it.
        pub owner: Option<String>,
        /// The last day on which it is let be.
        pub until: Option<Spanned<CalendarDate>>,
    }
}

fields! {
    /// Findings that a check lets be for a time, so that a site with many can be checked from today and mended in turn.
    pub struct Baseline {
        /// Each of them.
        pub accepted: Vec<BaselineEntry>,
    }
}
