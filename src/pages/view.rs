//! What templates see: plain data, every decision made. The manual's page on templates is this file in prose.
//!
//! Must not know templates or HTML.

use std::sync::Arc;

use serde::Serialize;

use crate::graph::address::Address;
use crate::pages::content::{Content, EmbedView};
use crate::pages::head::{HeadView, SiteHeadView};
use crate::pages::overview::OverviewSection;
use crate::pages::parts::{DateView, LinkGroup, Part};
use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::{Destination, ParagraphNumber};
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
    /// How that is written: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The line on every page.
    pub notice: Option<String>,
    /// In which language the texts of the settings are, where it is not that of the frame.
    pub text_languages: TextLanguages,
    /// The day that it shows, where it shows a past state.
    pub as_of: Option<DateView>,
    /// The main navigation.
    pub navigation: Vec<PathView>,
    /// Links in the footer.
    pub footer: Vec<PathView>,
    /// The search page, where there is one.
    pub search: Option<PathView>,
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
    /// What its heads tell machines.
    pub head: SiteHeadView,
}

/// The language of each text of the settings that is not in the language of the frame (WCAG 3.1.2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct TextLanguages {
    /// Of the title.
    pub title: Option<String>,
    /// Of who publishes it.
    pub organisation: Option<String>,
    /// Of the line on every page.
    pub notice: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContactView {
    /// The team or office.
    pub name: Option<String>,
    /// Each way to reach it.
    pub ways: Vec<Part>,
    /// Their language, where it is not that of the frame.
    pub language: Option<String>,
}

/// A page named by its path below the site's root.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PathView {
    /// Its title.
    pub title: String,
    /// Its path.
    pub path: String,
    /// The language of the title, where it is not that of the frame.
    pub language: Option<String>,
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
    /// How that is written: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The language of its frame: that of the theme's words, or its own where the theme has none in it and says everything
    /// in the site's.
    pub words: String,
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
    /// The views that show what is particular to it: the year of a board, the measures of a priority.
    pub overviews: Vec<OverviewSection>,
    /// Its cross-plan links, both ways.
    pub cross_links: Vec<CrossLinks>,
    /// Pages that refer to it in other ways, by kind.
    pub linked_from: Vec<LinkGroup>,
    /// When its source was last changed.
    pub last_changed: Option<DateView>,
    /// When somebody should look at it again.
    pub review_due: Option<DateView>,
    /// The same page in other languages, for the switch between them.
    pub translations: Vec<TranslationView>,
    /// Every language that the page is in, its own among them, for its head; none where there is one alone.
    pub alternates: Vec<AlternateView>,
    /// What its head tells machines.
    pub head: HeadView,
    /// Under what the search finds it; nothing where it is not searched.
    pub found_as: Option<FoundAs>,
    /// How it leads to the other parts of a list that is too long for one page; nothing where all of it stands here.
    pub paging: Option<Box<PagingView>>,
}

/// How a page that shows a part of a long list leads to the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PagingView {
    /// Path of the page that the list begins with, where that is another.
    pub part_of: Option<String>,
    /// The letters or years that the list goes by, each with its first page.
    pub steps: Vec<StepView>,
    /// The page before, in the same sequence.
    pub previous: Option<Part>,
    /// The page after.
    pub next: Option<Part>,
    /// The pages of the sequence; of very many, those that lead near any other.
    pub pages: Vec<StepView>,
}

/// A link to a part of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StepView {
    /// The way to it.
    pub href: String,
    /// The letter or year, or the first title on the page.
    pub first: Part,
    /// The last title on the page, where it is another.
    pub last: Option<Part>,
    /// What it is to the page at hand, for `aria-current`: `page` where it is that, `true` where that is a later part of it.
    pub current: Option<&'static str>,
    /// Whether pages between it and the one before are left out.
    pub follows_gap: bool,
}

/// Under what the search finds a page, in the words of files: the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FoundAs {
    /// Its kind: `priority`, or `overview` for a list or a view.
    pub kind: &'static str,
    /// Where it stands in its life: `current`.
    pub status: Option<&'static str>,
    /// Its language, without a region: `en`.
    pub language: String,
    /// Whether it only lists what stands on other pages, so that nothing but its head and its text are searched.
    pub lists_others: bool,
}

/// A page in another language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TranslationView {
    /// The tag of the language.
    pub language: String,
    /// What its speakers call it: `Cymraeg`.
    pub name: String,
    /// The way to the page.
    pub href: String,
    /// Its full address on the web, where the settings give one.
    pub canonical: Option<String>,
}

/// A page in some language, for `<link rel="alternate" hreflang="…">`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlternateView {
    /// The tag of the language; `x-default` for readers of every other.
    pub language: String,
    /// Its full address on the web where that is known, else the way to it.
    pub href: String,
}

/// Where a record stands in its life.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// The word in files: `consultation`.
    pub name: &'static str,
    /// The words on pages: `Out for consultation`.
    pub label: String,
    /// More on it: until when, replaced by what.
    pub detail: Vec<Part>,
    /// What a reader can do about it: respond to an open consultation that says how.
    pub action: Option<Part>,
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
    pub label: String,
    /// The values, each on a line of its own.
    pub values: Vec<Part>,
}

/// Links of one relation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CrossLinks {
    /// The relation in words.
    pub relation: String,
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
    /// The language of the note, where it is not that of the page.
    pub note_language: Option<String>,
    /// Whether no source states it.
    pub illustrative: bool,
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
