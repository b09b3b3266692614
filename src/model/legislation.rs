//! Acts and regulations that the work rests on, section by section.

use super::field::{Url, choices, fields};
use super::item::Item;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of law it is.
    pub enum LegislationType {
        /// An Act of Parliament.
        Act = "act", "Act of Parliament";
        /// A statutory instrument.
        StatutoryInstrument = "statutory-instrument";
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
        pub sections: Vec<Spanned<Item>>,
        /// The law that it changes.
        pub amends: Vec<Ref<(to::Legislation,)>>,
    }
}
