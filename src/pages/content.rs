//! What templates see of the particular: tables, lists, the content of each kind of page, embeds.
//!
//! Must not know templates or HTML.

use serde::Serialize;

use crate::pages::overview::{Overview, TimelineEntry};
use crate::pages::parts::{DateView, LinkGroup, Part};
pub use crate::pages::tables::{RowView, TableView};

/// A part of a plan or a law, with its anchor.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ItemView {
    /// Its anchor.
    pub anchor: String,
    /// What it is called.
    pub title: String,
    /// Where it stands on the web.
    pub href: Option<String>,
    /// A sentence on it.
    pub note: Option<String>,
    /// The language of title and sentence, where it is not that of the page.
    pub language: Option<String>,
    /// Records that link to it.
    pub linked_from: Vec<Part>,
}

/// A consultation that is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Call {
    /// The consultation.
    pub consultation: Part,
    /// Its last day.
    pub closes: Option<DateView>,
    /// The way to respond, where it says one.
    pub respond: Option<Part>,
}

/// What is particular to a page's kind; a template sees it as `page.content`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// An ordinary page.
    Page,
    /// The home page.
    Home {
        /// Consultations that are open.
        calls: Vec<Call>,
        /// What comes next, the nearest first.
        coming: Vec<TimelineEntry>,
        /// Where all dates are.
        timetable: Option<Part>,
        /// Links under headings.
        groups: Vec<LinkGroup>,
    },
    /// The first page of a document.
    Document {
        /// Its sections.
        sections: Vec<Part>,
        /// Decisions on it.
        decisions: Option<TableView>,
    },
    /// A section of a document.
    Section {
        /// Every section of the document; the one without an `href` is this.
        sections: Vec<Part>,
        /// The one before.
        previous: Option<Part>,
        /// The one after.
        next: Option<Part>,
        /// Whether its paragraphs are numbered.
        numbered: bool,
    },
    /// A record with lists and tables of its own.
    Record {
        /// Tables, in order.
        tables: Vec<TableView>,
        /// Parts with anchors of their own, and their heading.
        items: Vec<ItemView>,
        /// The heading over the parts; empty where there are none.
        items_title: String,
        /// Lists under headings.
        lists: Vec<LinkGroup>,
    },
    /// A list of records or pages.
    Index {
        /// In groups; the heading of a group may be empty.
        groups: Vec<LinkGroup>,
    },
    /// A view over many records.
    Overview {
        /// The view.
        overview: Overview,
    },
    /// The search page.
    Search {
        /// The program that reads the index, below the root.
        program: &'static str,
        /// Path of the A to Z below the root, for where nothing can be searched.
        a_to_z: String,
        /// The lists that narrow a search, each of two choices at least.
        filters: Vec<SearchFilter>,
    },
    /// The accessibility statement.
    Accessibility {
        /// Its facts.
        statement: StatementView,
    },
    /// The page for addresses that lead nowhere.
    NotFound,
    /// A former address.
    Redirect {
        /// Where the page is now.
        href: String,
    },
}

/// A list that narrows a search.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchFilter {
    /// What it is called in the index: `kind`.
    pub name: &'static str,
    /// What it is called on the page.
    pub label: String,
    /// What stands for no choice: `All kinds`.
    pub all: String,
    /// What can be chosen.
    pub choices: Vec<SearchChoice>,
}

/// Something to narrow a search to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchChoice {
    /// Its word in the index.
    pub value: String,
    /// What it is called on the page.
    pub label: String,
}

/// The facts of the accessibility statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct StatementView {
    /// `fully-compliant`, `partially-compliant`, `not-compliant`; nothing where nobody has assessed it.
    pub status: Option<&'static str>,
    /// The language of the texts in it, where it is not that of the page.
    pub language: Option<String>,
    /// What does not meet the criteria.
    pub issues: Vec<String>,
    /// What is being done.
    pub improvements: Option<String>,
    /// When it was prepared.
    pub prepared: Option<DateView>,
    /// When it was reviewed.
    pub reviewed: Option<DateView>,
    /// When the site was tested.
    pub tested: Option<DateView>,
    /// By whom.
    pub tested_by: Option<String>,
    /// How.
    pub method: Option<String>,
    /// Days within which a request is answered.
    pub response_days: Option<i64>,
}

/// What an embed shows; a template sees it as `embed`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum EmbedView {
    /// Tables, drawn by `embeds/tables.html`.
    Tables {
        /// The tables.
        tables: Vec<TableView>,
    },
    /// A view over many records, drawn by the template of its name in `embeds/`.
    Overview {
        /// The view.
        overview: Overview,
        /// The way to the whole, where this is a part.
        whole: Option<Box<Part>>,
    },
    /// A list, drawn by `embeds/list.html`.
    List {
        /// Its caption.
        caption: String,
        /// Its entries.
        links: Vec<Part>,
    },
    /// A record in brief, drawn by `embeds/card.html`.
    Card {
        /// The record.
        record: Part,
        /// Its kind.
        kind: String,
    },
    /// Nothing.
    Nothing,
}

impl EmbedView {
    /// The template that draws it.
    pub fn template(&self) -> Option<&'static str> {
        match self {
            Self::Tables { .. } => Some("embeds/tables.html"),
            Self::Overview { overview, .. } => Some(overview.embed_template()),
            Self::List { .. } => Some("embeds/list.html"),
            Self::Card { .. } => Some("embeds/card.html"),
            Self::Nothing => None,
        }
    }
}
