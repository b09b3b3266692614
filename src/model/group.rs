//! Delivery groups, networks and teams: those who do the work between the meetings.

use super::date::PartialDate;
use super::field::{choices, fields};
use super::period::Period;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of group it is.
    pub enum GroupType {
        /// Co-ordinates the work on one subject.
        DeliveryGroup = "delivery-group";
        /// Connects organisations and people.
        Network = "network";
        /// People who work together every day.
        Team = "team";
    }
}

fields! {
    /// Money given for a purpose.
    pub struct Funding {
        /// How much, in whole pounds sterling.
        pub amount: Spanned<i64>,
        /// Who gives it.
        pub source: Option<Ref<(to::Organisation,)>>,
        /// Who receives it.
        pub recipient: Option<Ref<(to::Organisation, to::Group)>>,
        /// For which time.
        pub period: Option<Spanned<Period>>,
        /// What it is for.
        pub purpose: Option<String>,
    }
}

fields! {
    /// A group that does the work.
    pub struct Group {
        /// A shorter name or its initials.
        pub short_name: Option<Spanned<String>>,
        /// What sort of group it is.
        pub group_type as "type": Option<Spanned<GroupType>>,
        /// The organisation that it is a part of.
        pub organisation: Option<Ref<(to::Organisation,)>>,
        /// When it was set up.
        pub established: Option<Spanned<PartialDate>>,
        /// What it wants to reach, each in a sentence.
        pub aims: Vec<String>,
        /// The organisation that chairs it.
        pub chair: Option<Ref<(to::Organisation,)>>,
        /// The organisations that take part.
        pub members: Vec<Ref<(to::Organisation, to::Group)>>,
        /// The bodies that it reports to.
        pub reports_to: Vec<Ref<(to::Board, to::Group, to::Organisation)>>,
        /// The money it was given.
        pub funding: Vec<Spanned<Funding>>,
    }
}
