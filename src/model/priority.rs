//! What the partnership wants to change, and the emerging threats it answers to.

use super::field::{Number, choices, fields};
use super::period::Period;
use super::status::Status;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of priority it is.
    pub enum PriorityType {
        /// Agreed between the partners.
        Shared = "shared";
        /// A threat that is growing and needs a common answer.
        EmergingThreat = "emerging-threat";
    }
}

fields! {
    /// How anyone can tell whether a priority is being met.
    pub struct Measure {
        /// What is measured.
        pub title: String,
        /// The unit, such as `%` or `offences per 1,000 residents`.
        pub unit: Option<String>,
        /// The figure to start from.
        pub baseline: Option<Spanned<Number>>,
        /// The figure to reach.
        pub target: Option<Spanned<Number>>,
        /// The newest figure.
        pub latest: Option<Spanned<Number>>,
        /// The time within which the target is to be reached.
        pub period: Option<Spanned<Period>>,
        /// Where the figures come from.
        pub source: Option<String>,
    }
}

fields! {
    /// What the partnership wants to change.
    pub struct Priority {
        /// What sort of priority it is; without it, a shared priority.
        pub priority_type as "type": Option<Spanned<PriorityType>>,
        /// The topics that it belongs to.
        pub topics: Vec<Ref<(to::Topic,)>>,
        /// The body that answers for it.
        pub owner: Option<Ref<(to::Board, to::Organisation, to::Group)>>,
        /// The group that leads the work.
        pub lead_group: Option<Ref<(to::Group, to::Board)>>,
        /// How anyone can tell whether it is being met.
        pub measures: Vec<Spanned<Measure>>,
        /// The time that it covers.
        pub period: Option<Spanned<Period>>,
        /// Where it stands in its life.
        pub status: Option<Spanned<Status>>,
        /// The priority that took its place.
        pub superseded_by: Option<Ref<(to::Priority,)>>,
    }
}
