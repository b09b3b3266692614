//! A record: what every kind carries, and the fields of its own kind.

use super::acceptance::Acceptance;
use super::board::Board;
use super::consultation::Consultation;
use super::date::CalendarDate;
use super::document::Document;
use super::event::Event;
use super::field::{Field, Fields, Group as Values, fields};
use super::group::Group;
use super::item::Item;
use super::kind::{Kind, for_each_kind};
use super::legislation::Legislation;
use super::organisation::Organisation;
use super::page::Page;
use super::period::Period;
use super::plan::Plan;
use super::priority::Priority;
use super::relation::Relation;
use super::status::Status;
use super::target::{Ref, to};
use super::term::Term;
use super::topic::Topic;
use crate::sources::Spanned;

fields! {
    /// A cross-plan link from the record that carries it.
    pub struct CrossLink {
        /// The record that the link leads to, as `kind:slug` or `kind:slug#part`.
        pub to: Ref<to::Anything>,
        /// What the record with the link does for, or takes from, the other.
        pub relation: Spanned<Relation>,
        /// A sentence that says what the two have in common.
        pub note: Option<String>,
        /// `true` where no source states the link and it only shows what one could look like; the page says so.
        pub illustrative: bool,
    }
}

fields! {
    /// What every record may say, whatever its kind.
    pub struct Shared {
        /// What the record is called: the heading of its page and the text of links to it.
        pub title or "name": Option<Spanned<String>>,
        /// One or two plain sentences that stand for it in lists and searches.
        pub summary: Option<Spanned<String>>,
        /// Its cross-plan links; the page of each target shows the inverse.
        pub links: Vec<CrossLink>,
        /// Former addresses of its page, relative to the site: each becomes a page that redirects here.
        pub aliases: Vec<Spanned<String>>,
        /// Findings that are accepted on this record, each with its reason.
        pub accept: Vec<Acceptance>,
        /// Language of the record where it is not the site's, as a BCP 47 tag such as `cy`.
        pub language: Option<Spanned<String>>,
        /// The page that it says the same as in another language: the one that was written first.
        pub translation_of: Option<Ref<to::Anything>>,
        /// The day on which somebody should look at it again.
        pub review_due: Option<Spanned<CalendarDate>>,
        /// `true` while it must not be published; shown with `--drafts`.
        pub draft: bool,
    }
}

macro_rules! declare_data {
    ($($variant:ident, $name:literal, $folder:literal;)+) => {
        /// The fields of a record's own kind.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Data {
            $(
                #[doc = concat!("Of a ", $name, ".")]
                $variant(Box<$variant>),
            )+
        }

        impl Data {
            /// Which kind it is.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$variant(_) => Kind::$variant),+ }
            }

            /// Built from decoded values of the kind's fields; nothing when a required one is missing.
            pub fn from_group(kind: Kind, group: Values) -> Option<Self> {
                match kind { $(Kind::$variant => $variant::from_group(group).map(Box::new).map(Self::$variant)),+ }
            }
        }

        /// The fields that a kind has beside those of [`Shared`].
        pub fn own_fields(kind: Kind) -> &'static [Field] {
            match kind { $(Kind::$variant => $variant::FIELDS),+ }
        }

        /// What a record of a kind is, in a sentence or two.
        pub fn about(kind: Kind) -> &'static str {
            match kind { $(Kind::$variant => $variant::ABOUT),+ }.trim()
        }
    };
}
for_each_kind!(declare_data);

impl Data {
    /// Where it stands in its life, for the kinds that have one.
    pub fn status(&self) -> Option<Status> {
        let status = match self {
            Self::Document(document) => document.status.as_ref(),
            Self::Plan(plan) => plan.status.as_ref(),
            Self::Priority(priority) => priority.status.as_ref(),
            _ => None,
        };
        status.map(|status| status.value)
    }

    /// Whether the paragraphs of its text are numbered.
    pub fn is_numbered(&self) -> bool {
        matches!(self, Self::Document(document) if document.numbered)
    }

    /// The time that it covers, for the kinds that cover one.
    pub fn period(&self) -> Option<&Spanned<Period>> {
        match self {
            Self::Document(document) => document.period.as_ref(),
            Self::Plan(plan) => plan.period.as_ref(),
            Self::Priority(priority) => priority.period.as_ref(),
            _ => None,
        }
    }

    /// The parts that links can aim at by an id of the author's choosing.
    pub fn items(&self) -> &[Spanned<Item>] {
        match self {
            Self::Plan(plan) => &plan.items,
            Self::Legislation(law) => &law.sections,
            _ => &[],
        }
    }
}
