//! What happens on a day: decisions, meetings, publications.

use super::date::CalendarDate;
use super::field::{choices, fields};
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of event it is.
    pub enum EventType {
        /// A body decides.
        Decision = "decision", "Decision";
        /// A body meets.
        Meeting = "meeting", "Meeting";
        /// A document is published.
        Publication = "publication", "Publication";
        /// A consultation opens or closes.
        Consultation = "consultation", "Consultation";
        /// Something must be done by then.
        Deadline = "deadline", "Deadline";
        /// Any other.
        Other = "other", "Event";
    }
}

choices! {
    /// What a body decided.
    pub enum Outcome {
        /// To be published for comment.
        ApprovedForConsultation = "approved-for-consultation", "Approved for consultation";
        /// Discussed, with comments.
        Considered = "considered", "Considered";
        /// Approved. Only this counts as approval.
        Adopted = "adopted", "Adopted";
        /// Put off.
        Deferred = "deferred", "Deferred";
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
