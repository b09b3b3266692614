//! The pages that a site has whatever it is about: indexes, views, the A to Z, the statement.

use crate::graph::address::Address;
use crate::model::field::choices;
use crate::model::kind::Kind;
use crate::model::record::{Data, Shared};
use crate::model::settings::Settings;
use crate::model::word::FixedWord;

choices! {
    /// A view over many records, as a page of its own and as an embed `![…](view:name)`.
    pub enum View {
        /// Priorities held against the plans of every tier.
        Alignment = "alignment";
        /// Decisions, meetings and consultations in the order of their dates.
        Timeline = "timeline";
        /// Boards and groups, and who reports to whom.
        Structure = "structure";
        /// Who sits on which board.
        Members = "members";
        /// What the boards do in which month.
        PlanningCycle = "planning-cycle";
        /// What is due to be looked at again.
        ReviewsDue = "reviews-due";
        /// How far the priorities are being met.
        Measures = "measures";
    }
}

choices! {
    /// A page of the site's furniture.
    pub enum Furnishing {
        /// A form that finds pages by their words.
        Search = "search", "Search";
        /// Every page by the first letter of its title.
        AToZ = "a-to-z";
        /// Every page by where it belongs.
        SiteMap = "site-map";
        /// How far the site can be used by everyone.
        Accessibility = "accessibility";
    }
}

/// A page that is made without a source of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Furniture {
    /// The list of all records of a kind.
    Index(Kind),
    /// A view.
    View(View),
    /// A page that every site has.
    Furnishing(Furnishing),
}

impl Furniture {
    /// Every one that a site can have.
    pub fn all() -> impl Iterator<Item = Self> {
        let indexes = Kind::ALL.iter().filter(|kind| !kind.folder().is_empty()).map(|kind| Self::Index(*kind));
        let views = View::ALL.iter().map(|view| Self::View(*view));
        indexes.chain(views).chain(Furnishing::ALL.iter().map(|page| Self::Furnishing(*page)))
    }

    /// The name it goes by in settings and in references of the kind `page`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Index(kind) => kind.folder(),
            Self::View(view) => view.name(),
            Self::Furnishing(page) => page.name(),
        }
    }

    /// The message that is its title.
    pub fn message(self) -> String {
        match self {
            Self::Index(kind) => format!("{}-plural", kind.message()),
            Self::View(view) => view.message(),
            Self::Furnishing(page) => page.message(),
        }
    }

    /// Its address.
    pub fn address(self) -> Address {
        match self {
            Self::Index(kind) => Address::new(format!("{}/index", kind.folder())),
            Self::View(view) => Address::new(view.name()),
            Self::Furnishing(page) => Address::new(page.name()),
        }
    }

    /// Whether a site with these settings and records has it: an index or a view of nothing is not made, nor is a search page
    /// where nothing searches. `any` says whether there is a record of which something holds.
    pub fn is_made(self, settings: &Settings, any: impl Fn(&dyn Fn(&Shared, &Data) -> bool) -> bool) -> bool {
        let has = |kind: Kind| any(&|_, data| data.kind() == kind);
        match self {
            Self::Index(kind) => has(kind),
            Self::View(View::Alignment) => has(Kind::Priority),
            Self::View(View::Timeline) => has(Kind::Event) || has(Kind::Consultation),
            Self::View(View::Members) => has(Kind::Board),
            Self::View(View::Structure) => has(Kind::Board) || has(Kind::Group),
            Self::Furnishing(Furnishing::Search) => settings.has_search(),
            Self::View(View::PlanningCycle) => any(&|_, data| match data {
                Data::Board(board) => !board.planning_cycle.is_empty(),
                _ => false,
            }),
            Self::View(View::Measures) => any(&|_, data| match data {
                Data::Priority(priority) => !priority.measures.is_empty(),
                _ => false,
            }),
            Self::View(View::ReviewsDue) => any(&|shared, data| match data {
                _ if shared.review_due.is_some() || settings.review_after.is_some() => true,
                Data::Plan(plan) => settings.verify_plans_every.is_some() || plan.last_verified.is_some(),
                _ => false,
            }),
            Self::Furnishing(_) => true,
        }
    }

    /// The one of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|page| page.name() == name)
    }
}
