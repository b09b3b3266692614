//! Acts and regulations that the work rests on, section by section.

use super::field::{Url, choices, fields};
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of law it is.
    pub enum LegislationType {
        /// An Act of Parliament.
        Act = "act", "Act of Parliament";
        /// A statutory instrument.
        StatutoryInstrument = "statutory-instrument", "Statutory instrument";
    }
}

fields! {
    /// A section of an Act or a regulation of an instrument.
    pub struct LawSection {
        /// The anchor: `legislation:slug#id` leads to it.
        pub id: Spanned<String>,
        /// Its number and heading.
        pub title: String,
        /// Where it stands on the web.
        pub url: Option<Spanned<Url>>,
        /// What it says, in plain words.
        pub note: Option<String>,
    }
}

fields! {
    /// An Act or an instrument.
    pub struct Legislation {
        /// A shorter name.
        pub short_name: Option<Spanned<String>>,
        /// What sort of law it is.
        pub legislation_type as "type": Option<Spanned<LegislationType>>,
        /// How it is cited: `1998 c. 37`, `SI 2007/1830`.
        pub citation: Option<String>,
        /// The year it was made.
        pub year: Option<Spanned<i64>>,
        /// Where it can be read.
        pub url: Option<Spanned<Url>>,
        /// Its parts, each of which links can aim at.
        pub sections: Vec<Spanned<LawSection>>,
        /// The law that it changes.
        pub amends: Vec<Ref<(to::Legislation,)>>,
    }
}
