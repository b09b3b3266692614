//! Where a document, plan or priority stands in its life.

use super::field::choices;

choices! {
    /// Where a document, plan or priority stands in its life.
    pub enum Status {
        /// Being written. A document or priority of this site that is a draft is left out of the built site.
        Draft = "draft";
        /// Published for comment.
        Consultation = "consultation", "out for consultation";
        /// Approved by a body that decides; needs an event that adopted it.
        Approved = "approved";
        /// In force.
        Current = "current";
        /// Replaced by a later one, which must be named.
        Superseded = "superseded";
        /// No longer in force and not replaced.
        Withdrawn = "withdrawn";
    }
}
