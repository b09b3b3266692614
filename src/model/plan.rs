//! Plans of other bodies, which the partnership's priorities are held against.

use super::date::{CalendarDate, PartialDate};
use super::field::{Url, choices, fields};
use super::item::Item;
use super::period::Period;
use super::status::Status;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// The level of government that a plan belongs to.
    pub enum Tier {
        /// Of the government.
        National = "national";
        /// Of the area of a police force.
        Force = "force", "police force area";
        /// Of a county.
        County = "county";
        /// Of a district or a partnership of districts.
        District = "district";
    }
}

fields! {
    /// A plan of another body.
    pub struct Plan {
        /// A shorter name or its initials.
        pub short_name: Option<Spanned<String>>,
        /// The body whose plan it is.
        pub owner: Option<Ref<(to::Organisation, to::Board)>>,
        /// The level of government that it belongs to.
        pub tier: Option<Spanned<Tier>>,
        /// When it was published.
        pub published: Option<Spanned<PartialDate>>,
        /// The time that it covers.
        pub period: Option<Spanned<Period>>,
        /// Where it stands in its life.
        pub status: Option<Spanned<Status>>,
        /// Where it can be read.
        pub url: Option<Spanned<Url>>,
        /// The day on which somebody last checked these facts.
        pub last_verified: Option<Spanned<CalendarDate>>,
        /// Its parts, each of which links can aim at.
        pub items: Vec<Spanned<Item>>,
        /// The plans whose place it took.
        pub supersedes: Vec<Ref<(to::Plan,)>>,
        /// The plan that took its place.
        pub superseded_by: Option<Ref<(to::Plan,)>>,
    }
}
