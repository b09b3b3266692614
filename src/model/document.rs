//! The partnership's own documents: strategies, agreements, reports. A folder with an `index.md`, each other file a section.

use super::acceptance::Acceptance;
use super::date::PartialDate;
use super::field::{choices, fields};
use super::period::Period;
use super::status::Status;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of document it is.
    pub enum DocumentType {
        /// A strategy.
        Strategy = "strategy";
        /// An agreement between bodies, such as a community safety agreement.
        Agreement = "agreement";
        /// A report to a body.
        Report = "report";
        /// A plan of action.
        Plan = "plan";
        /// An assessment of needs or risks, such as a strategic assessment.
        Assessment = "assessment";
        /// A policy.
        Policy = "policy";
        /// What a board may do and how.
        TermsOfReference = "terms-of-reference";
        /// The record of a meeting.
        Minutes = "minutes";
        /// Any other.
        Other = "other";
    }
}

fields! {
    /// A document of the partnership.
    pub struct Document {
        /// What sort of document it is.
        pub document_type as "type": Option<Spanned<DocumentType>>,
        /// The body that answers for it.
        pub owner: Option<Ref<(to::Organisation, to::Board, to::Group)>>,
        /// The body that it was written for, of a report.
        pub presented_to: Option<Ref<(to::Board, to::Organisation, to::Group)>>,
        /// The time that it covers.
        pub period: Option<Spanned<Period>>,
        /// When it was published.
        pub published: Option<Spanned<PartialDate>>,
        /// Where it stands in its life.
        pub status: Option<Spanned<Status>>,
        /// The decisions on it.
        pub approvals: Vec<Ref<(to::Event,)>>,
        /// The document that took its place.
        pub superseded_by: Option<Ref<(to::Document,)>>,
        /// `true` to number the paragraphs throughout, each with an anchor such as `#p12`.
        pub numbered: bool,
        /// The number of the first paragraph, where it is not 1.
        pub first_number: Option<Spanned<i64>>,
    }
}

fields! {
    /// What the front matter of a document's section may say.
    pub struct Section {
        /// The heading of the section; without it, the file's first heading.
        pub title or "name": Option<Spanned<String>>,
        /// One or two plain sentences that stand for it in lists and searches.
        pub summary: Option<Spanned<String>>,
        /// The number of its first paragraph, where the published numbering starts anew.
        pub first_number: Option<Spanned<i64>>,
        /// Findings that are accepted in this section, each with its reason.
        pub accept: Vec<Acceptance>,
        /// Former addresses of the section's page, relative to the site.
        pub aliases: Vec<Spanned<String>>,
    }
}
