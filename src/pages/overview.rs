//! What templates see of the views over many records, which stand on pages of their own, in texts as embeds, and on the pages
//! of the records that they are about.
//!
//! Must not know templates or HTML.

use serde::Serialize;

use crate::pages::drawing::Drawing;
use crate::pages::parts::{DateView, Part};
use crate::pages::tables::TableView;

/// A view; `view` is its name in files.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "view", rename_all = "kebab-case")]
pub enum Overview {
    /// Priorities held against the plans of every tier.
    Alignment(AlignmentView),
    /// What happened and will, and what runs for how long.
    Timeline(TimelineView),
    /// Who reports to whom.
    Structure(StructureView),
    /// Who sits on which board.
    Members(MembersView),
    /// What is done in which month.
    PlanningCycle(CycleView),
    /// What is to be looked at again.
    ReviewsDue(ReviewsView),
    /// How far priorities are being met.
    Measures(MeasuresView),
}

impl Overview {
    /// The template that draws it in a text.
    pub fn embed_template(&self) -> &'static str {
        match self {
            Self::Alignment(_) => "embeds/alignment.html",
            Self::Timeline(_) => "embeds/timeline.html",
            Self::Structure(_) => "embeds/structure.html",
            Self::Members(_) => "embeds/members.html",
            Self::PlanningCycle(_) => "embeds/planning-cycle.html",
            Self::ReviewsDue(_) => "embeds/reviews-due.html",
            Self::Measures(_) => "embeds/measures.html",
        }
    }

    /// The template of its own page.
    pub fn page_template(&self) -> &'static str {
        let embed = self.embed_template();
        embed.strip_prefix("embeds/").unwrap_or(embed)
    }
}

/// A view under a heading, on the page of the record that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OverviewSection {
    /// The heading.
    pub title: String,
    /// An anchor for it.
    pub anchor: String,
    /// The view.
    pub overview: Overview,
}

/// Priorities held against plans: a table for each sort of priority, a column for each tier.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlignmentView {
    /// The tables.
    pub tables: Vec<AlignmentTable>,
    /// What the links can be narrowed by; a filter that would leave everything as it is, is not there.
    pub filters: Vec<Filter>,
}

/// Priorities of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlignmentTable {
    /// Its caption.
    pub caption: String,
    /// The columns after the first, which names the priority.
    pub columns: Vec<Choice>,
    /// A row for each priority.
    pub rows: Vec<AlignmentRow>,
}

/// A priority and what it is linked with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlignmentRow {
    /// The priority.
    pub priority: Part,
    /// The slugs of its topics, with a space between.
    pub topics: String,
    /// The links by column.
    pub cells: Vec<Vec<AlignmentLink>>,
}

/// A plan, or a part of one, that a priority is linked with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlignmentLink {
    /// The plan or its part.
    pub plan: Part,
    /// What links the two, as a sentence: `The priority supports it.`
    pub sentence: String,
    /// The relation as it is written in files.
    pub relation: &'static str,
    /// Whether no source states it.
    pub illustrative: bool,
}

/// Something to narrow a view by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Filter {
    /// Its name in the address of the page.
    pub name: &'static str,
    /// What it is called.
    pub label: String,
    /// What its first choice is called, which leaves everything.
    pub every: String,
    /// The other choices.
    pub choices: Vec<Choice>,
}

/// A choice, or a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Choice {
    /// As in files and addresses.
    pub value: String,
    /// As people read it.
    pub label: String,
}

/// Dated entries in order, and what runs for some time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineView {
    /// Its caption.
    pub caption: String,
    /// All of it on one scale of time.
    pub drawing: Option<Drawing>,
    /// Its entries in the order of their dates.
    pub entries: Vec<TimelineEntry>,
    /// What runs from one day to another.
    pub periods: Option<TableView>,
}

/// Something that happened or will.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub date: DateView,
    /// What.
    pub event: Part,
    /// The sort of event.
    pub kind: String,
    /// The body that meets or decides.
    pub body: Option<Part>,
    /// What it is about.
    pub about: Option<Part>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Whether it is still to come on the day that the site shows.
    pub planned: bool,
}

/// Who reports to whom, drawn, as a list and as a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StructureView {
    /// Its caption.
    pub caption: String,
    /// The drawing; none where nobody reports to anybody.
    pub drawing: Option<Drawing>,
    /// The bodies that report to none, each with those below it.
    pub branches: Vec<Branch>,
    /// Every body with what it belongs to; none on the page of one.
    pub table: Option<TableView>,
}

/// A body in the list of who reports to whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Branch {
    /// The body; the tag says of which sort it is, the note to whom else it reports.
    pub body: Part,
    /// Those that report to it.
    pub branches: Vec<Branch>,
}

/// Who sits on which board.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MembersView {
    /// How many seats there are, how many are vacant, which terms end soon, each in a sentence.
    pub summary: Vec<String>,
    /// What needs an answer, the seats of each board, organisations held against boards.
    pub tables: Vec<TableView>,
}

/// What is done in which month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CycleView {
    /// The months side by side, a row for each board.
    pub drawing: Option<Drawing>,
    /// The same in words.
    pub table: TableView,
}

/// What is to be looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReviewsView {
    /// How much is due, in a sentence.
    pub summary: String,
    /// What is overdue, then what is due soon.
    pub tables: Vec<TableView>,
    /// What is due later: a long list, so it is opened by whoever wants it.
    pub later: Option<TableView>,
}

/// Measures with their figures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MeasuresView {
    /// Every figure.
    pub table: TableView,
    /// A drawing of each measure that has two figures to compare.
    pub charts: Vec<Chart>,
}

/// The figures of one measure on one scale.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Chart {
    /// What is measured.
    pub caption: String,
    /// The drawing.
    pub drawing: Drawing,
}
