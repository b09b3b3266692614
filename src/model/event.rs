//! What happens on a day: decisions, meetings, publications.

use super::date::CalendarDate;
use super::field::{choices, fields};
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of event it is.
    pub enum EventType {
        /// A body decides.
        Decision = "decision";
        /// A body meets.
        Meeting = "meeting";
        /// A document is published.
        Publication = "publication";
        /// A consultation opens or closes.
        Consultation = "consultation";
        /// Something must be done by then.
        Deadline = "deadline";
        /// Any other.
        Other = "other";
    }
}

choices! {
    /// What a body decided.
    pub enum Outcome {
        /// To be published for comment.
        ApprovedForConsultation = "approved-for-consultation";
        /// Discussed, with comments.
        Considered = "considered";
        /// Approved. Only this counts as approval.
        Adopted = "adopted";
        /// Put off.
        Deferred = "deferred";
    }
}

fields! {
    /// Something that happens on a day.
    pub struct Event {
        /// The day.
        pub date: Spanned<CalendarDate>,
        /// What sort of event it is.
        pub event_type as "type": Option<Spanned<EventType>>,
        /// The body that meets or decides.
        pub body: Option<Ref<(to::Board, to::Organisation, to::Group)>>,
        /// What it is about.
        pub document: Option<Ref<(to::Document, to::Plan, to::Consultation)>>,
        /// What was decided; left out while it is still to come.
        pub outcome: Option<Spanned<Outcome>>,
        /// Where it is reported.
        pub url: Option<Spanned<super::field::Url>>,
    }
}
