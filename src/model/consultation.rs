//! Consultations: what was asked of whom, for how long, and what came of it.

use super::date::{CalendarDate, Length};
use super::field::{Url, fields};
use super::target::{Ref, to};
use crate::sources::Spanned;

fields! {
    /// A consultation on a document.
    pub struct Consultation {
        /// The document that views are asked on.
        pub document: Option<Ref<(to::Document, to::Plan)>>,
        /// The first day.
        pub opens: Spanned<CalendarDate>,
        /// The last day.
        pub closes: Option<Spanned<CalendarDate>>,
        /// How long it is said to last, such as `8 weeks`.
        pub stated_length: Option<Spanned<Length>>,
        /// How views are gathered, each in a few words.
        pub methods: Vec<String>,
        /// How to take part, in a sentence or two.
        pub how_to_respond: Option<String>,
        /// Where to take part on the web.
        pub url: Option<Spanned<Url>>,
        /// Who is asked.
        pub consultees: Vec<Ref<(to::Organisation, to::Board, to::Group)>>,
        /// How many answers came in.
        pub responses: Option<Spanned<i64>>,
        /// What came of it, in a sentence or two.
        pub outcome: Option<String>,
    }
}
