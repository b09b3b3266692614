//! What templates see: plain data, every decision made. The manual's page on templates is this file in prose.
//!
//! Must not know templates or HTML.

use std::sync::Arc;

use serde::Serialize;

use crate::graph::address::Address;
use crate::parse::markdown::destination::{Destination, ParagraphNumber};
use crate::parse::markdown::tree::Body;
use crate::sources::Spanned;

/// What is the same on every page; a template sees it as `site`. Paths are below the site's root: a template writes
/// `{{ page.root }}{{ entry.path }}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SiteView {
    /// What the site is called.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: Option<String>,
    /// Who publishes it.
    pub organisation: Option<String>,
    /// Its language.
    pub language: String,
    /// The line on every page.
    pub notice: Option<String>,
    /// The day that it shows, where it shows a past state.
    pub as_of: Option<DateView>,
    /// The main navigation.
    pub navigation: Vec<PathView>,
    /// Links in the footer.
    pub footer: Vec<PathView>,
    /// Path of the home page.
    pub home: String,
    /// Whom to ask.
    pub contact: Option<ContactView>,
    /// Under what terms the content may be used again.
    pub licence: Option<Part>,
    /// Path of the owner's logo.
    pub logo: Option<String>,
    /// Path of the style sheet with the owner's colour, where one is set.
    pub brand_style: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContactView {
    /// The team or office.
    pub name: Option<String>,
    /// Each way to reach it.
    pub ways: Vec<Part>,
}

/// A page named by its path below the site's root.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PathView {
    /// Its title.
    pub title: String,
    /// Its path.
    pub path: String,
}

/// A page to be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Page {
    /// Its address.
    pub address: Address,
    /// The template that draws it.
    pub template: &'static str,
    /// What the template sees as `page`.
    pub view: PageView,
    /// Its text, which the template sees as `body`, finished.
    pub body: Option<BodyView>,
    /// Where it was written, for findings; nothing where no source makes it.
    pub origin: Option<Spanned<()>>,
}

/// One page; a template sees it as `page`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    /// Its title: the one heading of level 1.
    pub title: String,
    /// What stands over the title: the kind of record, or the document of a section.
    pub caption: Option<String>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// Its language.
    pub language: String,
    /// The way to the site's root: empty, `../`, `../../`; absolute on the 404 page where it is known.
    pub root: String,
    /// Its path below the root, for `aria-current`.
    pub path: String,
    /// Path of the navigation entry that it belongs under.
    pub section_path: Option<String>,
    /// Its full address on the web, where the settings give one.
    pub canonical: Option<String>,
    /// The way from the home page to it, without itself.
    pub breadcrumbs: Vec<Part>,
    /// Where it stands in its life.
    pub status: Option<StatusView>,
    /// Its headings, where it has enough of them.
    pub contents: Vec<ContentsEntry>,
    /// Facts in two columns.
    pub facts: Vec<Fact>,
    /// What is particular to its kind.
    pub content: Content,
    /// Its cross-plan links, both ways.
    pub cross_links: Vec<CrossLinks>,
    /// Pages that refer to it in other ways, by kind.
    pub linked_from: Vec<LinkGroup>,
    /// When its source was last changed.
    pub last_changed: Option<DateView>,
    /// When somebody should look at it again.
    pub review_due: Option<DateView>,
}

/// A date in words and for machines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// `2019-11-06`, `2019-11` or `2019`, for `<time datetime>`.
    pub iso: String,
    /// `6 November 2019`.
    pub text: String,
}

/// A piece of a fact or a cell: text that may lead somewhere or be a date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// The date for machines, where the text is one.
    pub iso: Option<String>,
    /// A word set apart beside it, such as `Illustrative`.
    pub tag: Option<String>,
    /// A sentence below it.
    pub note: Option<String>,
}

/// Where a record stands in its life.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// The word in files: `consultation`.
    pub name: &'static str,
    /// The words on pages: `Out for consultation`.
    pub label: &'static str,
    /// More on it: until when, replaced by what.
    pub detail: Vec<Part>,
}

/// A heading of the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContentsEntry {
    /// Its text.
    pub title: String,
    /// Its anchor.
    pub anchor: String,
    /// The headings below it.
    pub entries: Vec<ContentsEntry>,
}

/// A fact: a label and its values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Fact {
    /// What it says.
    pub label: &'static str,
    /// The values, each on a line of its own.
    pub values: Vec<Part>,
}

/// Links of one relation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CrossLinks {
    /// The relation in words.
    pub relation: &'static str,
    /// What it leads to; the tag is the kind, the note says why.
    pub links: Vec<CrossLinkView>,
}

/// One cross-plan link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CrossLinkView {
    /// The other record, or its part.
    pub target: Part,
    /// The plan or record that the part belongs to, where the target is a part.
    pub within: Option<Part>,
    /// Kind or tier of the other record.
    pub kind: String,
    /// What the two have in common.
    pub note: Option<String>,
    /// Whether no source states it.
    pub illustrative: bool,
}

/// Links under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkGroup {
    /// The heading.
    pub title: String,
    /// An anchor for it.
    pub anchor: String,
    /// The links; a note is the summary of what each leads to.
    pub links: Vec<Part>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TableView {
    /// Its caption.
    pub caption: String,
    /// The header of each column.
    pub columns: Vec<&'static str>,
    /// The rows; the first cell of each is its header.
    pub rows: Vec<RowView>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RowView {
    /// Its cells, each of some parts.
    pub cells: Vec<Vec<Part>>,
}

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
    /// Records that link to it.
    pub linked_from: Vec<Part>,
}

/// A heading with dated entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineView {
    /// Its caption.
    pub caption: String,
    /// Its entries in the order of their dates.
    pub entries: Vec<TimelineEntry>,
}

/// Something that happened or will.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub date: DateView,
    /// What.
    pub event: Part,
    /// The sort of event.
    pub kind: &'static str,
    /// The body that meets or decides.
    pub body: Option<Part>,
    /// What it is about.
    pub about: Option<Part>,
    /// What came of it.
    pub outcome: Option<&'static str>,
    /// Whether it is still to come on the day that the site shows.
    pub planned: bool,
}

/// What is particular to a page's kind; a template sees it as `page.content`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// An ordinary page.
    Page,
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
        /// The heading over the parts.
        items_title: &'static str,
        /// Lists under headings.
        lists: Vec<LinkGroup>,
    },
    /// A list of records or pages.
    Index {
        /// In groups; the heading of a group may be empty.
        groups: Vec<LinkGroup>,
    },
    /// A view that is a table or several.
    Tables {
        /// The tables.
        tables: Vec<TableView>,
    },
    /// A view in the order of dates.
    Timeline {
        /// The entries.
        timeline: TimelineView,
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

/// The facts of the accessibility statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StatementView {
    /// `fully compliant`, `partially compliant`, `not compliant`; nothing where nobody has assessed it.
    pub status: Option<&'static str>,
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

/// A body ready to be written: its tree, where each link leads from this page, what each embed shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BodyView {
    /// The tree.
    pub tree: Arc<Body>,
    /// Where each link leads.
    pub destinations: Vec<Destination>,
    /// The number of each block that has one.
    pub numbers: Vec<Option<ParagraphNumber>>,
    /// What each embed shows.
    pub embeds: Vec<EmbedView>,
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
    /// Dated entries, drawn by `embeds/timeline.html`.
    Timeline {
        /// The entries.
        timeline: TimelineView,
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
        kind: &'static str,
    },
    /// Nothing.
    Nothing,
}

impl EmbedView {
    /// The template that draws it.
    pub fn template(&self) -> Option<&'static str> {
        match self {
            Self::Tables { .. } => Some("embeds/tables.html"),
            Self::Timeline { .. } => Some("embeds/timeline.html"),
            Self::List { .. } => Some("embeds/list.html"),
            Self::Card { .. } => Some("embeds/card.html"),
            Self::Nothing => None,
        }
    }
}
