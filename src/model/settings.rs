//! The settings of a site: `folkmoot.yaml`.

use super::date::{CalendarDate, Length};
use super::field::{Table, Url, choices, fields};
use super::language::is_same_language;
use super::security::Security;
use super::target::{Ref, to};
use super::web::Web;
use crate::sources::Spanned;

choices! {
    /// How pages are addressed.
    pub enum UrlStyle {
        /// `priorities/knife-crime.html`, which works from a folder on disk.
        Files = "files";
        /// `priorities/knife-crime/`, which needs a web server.
        Directories = "directories";
    }
}

choices! {
    /// How the site is searched.
    pub enum SearchMode {
        /// A search page with an index made at build time.
        Pagefind = "pagefind";
        /// No search page; the A to Z stands in.
        Off = "off";
    }
}

impl SearchMode {
    /// Whether this program can make an index: the feature `search` is left out of small builds.
    pub const IS_BUILT_IN: bool = cfg!(feature = "search");
}

choices! {
    /// How grave a finding is on this site.
    pub enum CheckLevel {
        /// The site is not built.
        Error = "error";
        /// The site is built and the finding is told.
        Warning = "warning";
        /// Not told.
        Off = "off";
    }
}

choices! {
    /// How far a site meets WCAG 2.2 AA, in the words of the UK's model accessibility statement.
    pub enum ComplianceStatus {
        /// Meets every criterion.
        Fully = "fully-compliant";
        /// Meets most criteria.
        Partially = "partially-compliant";
        /// Does not meet most criteria.
        Not = "not-compliant";
    }
}

fields! {
    /// The facts of the accessibility statement (Public Sector Bodies Accessibility Regulations 2018, regulation 8).
    pub struct Accessibility {
        /// How far the site meets WCAG 2.2 AA; the statement says that it has not been assessed until this is given.
        pub status: Option<Spanned<ComplianceStatus>>,
        /// When the statement was prepared.
        pub prepared: Option<Spanned<CalendarDate>>,
        /// When it was last reviewed.
        pub reviewed: Option<Spanned<CalendarDate>>,
        /// When the site was last tested.
        pub tested: Option<Spanned<CalendarDate>>,
        /// Who tested it.
        pub tested_by: Option<String>,
        /// How it was tested.
        pub method: Option<String>,
        /// What does not meet the criteria, each in a sentence.
        pub issues: Vec<String>,
        /// What is being done to improve it.
        pub improvements: Option<String>,
        /// Days within which a request for another format is answered.
        pub response_days: Option<Spanned<i64>>,
    }
}

fields! {
    /// Colours, logo and fonts of the site's owner.
    pub struct Brand {
        /// The main colour, as `#rrggbb`.
        pub colour: Option<Spanned<String>>,
        /// Path of the logo within the content.
        pub logo: Option<Spanned<String>>,
        /// Font family for text, as in CSS; fonts must be on the reader's device or in the content.
        pub font: Option<Spanned<String>>,
    }
}

fields! {
    /// An entry of the main navigation.
    pub struct NavigationEntry {
        /// Its text; without it, the title of what it leads to.
        pub title: Option<String>,
        /// A record, as `kind:slug`.
        pub to: Option<Ref<to::Anything>>,
        /// A kind's index, a view or a page of the site's furniture: `priorities`, `alignment`, `a-to-z`.
        pub page: Option<Spanned<String>>,
    }
}

fields! {
    /// Whom to ask about the site.
    pub struct Contact {
        /// The team or office.
        pub name: Option<String>,
        /// Electronic mail.
        pub email: Option<Spanned<String>>,
        /// Telephone.
        pub telephone: Option<String>,
        /// Postal address.
        pub address: Option<String>,
        /// A page with a form.
        pub url: Option<Spanned<Url>>,
    }
}

fields! {
    /// Under what terms the content may be used again.
    pub struct Licence {
        /// Its name.
        pub name: String,
        /// Where it can be read.
        pub url: Option<Spanned<Url>>,
    }
}

fields! {
    /// What the settings say, in another language that the site is published in.
    pub struct InLanguage {
        /// What the site is called.
        pub title: Spanned<String>,
        /// What the site is, in a sentence or two.
        pub summary or "description": Option<String>,
        /// Who publishes it.
        pub organisation: Option<String>,
        /// A line on every page.
        pub notice: Option<String>,
        /// Whom to ask.
        pub contact: Option<Contact>,
        /// The main navigation; without it, that of the site, whose entries lead to pages in this language where there are some.
        pub navigation: Vec<Spanned<NavigationEntry>>,
    }
}

fields! {
    /// The settings of a site; `title` alone is required.
    pub struct Settings {
        /// What the site is called.
        pub title: Spanned<String>,
        /// What the site is, in a sentence or two.
        pub summary or "description": Option<String>,
        /// Who publishes it.
        pub organisation: Option<String>,
        /// Its language, as a BCP 47 tag; `en-GB` where nothing is said.
        pub language: Option<Spanned<String>>,
        /// The other languages that it is published in, by their tags: what it is called in each, and more.
        pub languages: Table<Spanned<InLanguage>>,
        /// Where it is published, for what must be absolute: `https://www.example.org/plan/`.
        pub base_url: Option<Spanned<Url>>,
        /// Its theme; `civic` where nothing is said.
        pub theme: Option<Spanned<String>>,
        /// Colours, logo and fonts of its owner.
        pub brand: Option<Brand>,
        /// The main navigation; without it, the kinds that have records.
        pub navigation: Vec<Spanned<NavigationEntry>>,
        /// How pages are addressed; `files` where nothing is said.
        pub urls: Option<Spanned<UrlStyle>>,
        /// How it is searched.
        pub search: Option<Spanned<SearchMode>>,
        /// How grave each finding is on this site, by code.
        pub checks: Table<Spanned<CheckLevel>>,
        /// How `check --external` asks the web.
        pub web: Option<Web>,
        /// How long after its last change a record is due for review.
        pub review_after: Option<Spanned<Length>>,
        /// How often somebody should check the facts of other bodies' plans; twelve months where nothing is said. Once it is
        /// given, a plan without `last_verified` is told too.
        pub verify_plans_every: Option<Spanned<Length>>,
        /// The facts of the accessibility statement.
        pub accessibility: Option<Accessibility>,
        /// Whom to ask.
        pub contact: Option<Contact>,
        /// Whom to tell about a weakness of the site.
        pub security: Option<Security>,
        /// Under what terms the content may be used again.
        pub licence: Option<Licence>,
        /// A line on every page.
        pub notice: Option<String>,
        /// The day that the site shows, for one that shows a past state.
        pub as_of: Option<Spanned<CalendarDate>>,
    }
}

/// The name of the built-in theme.
pub const BUILT_IN_THEME: &str = "civic";

impl Settings {
    /// The name of its theme.
    pub fn theme_name(&self) -> &str {
        self.theme.as_ref().map_or(BUILT_IN_THEME, |theme| &theme.value)
    }

    /// What the settings say in a language of this tag, where they say it: of `cy-GB` also by `cy`.
    pub fn in_language(&self, tag: &str) -> Option<&InLanguage> {
        let entries = || self.languages.0.iter();
        let exact = entries().find(|entry| entry.key.value.eq_ignore_ascii_case(tag));
        let found = exact.or_else(|| entries().find(|entry| is_same_language(&entry.key.value, tag)));
        found.map(|entry| &entry.value.value)
    }

    /// Every entry of its main navigation, in every language.
    pub fn navigation_entries(&self) -> impl Iterator<Item = &Spanned<NavigationEntry>> {
        let others = self.languages.0.iter().flat_map(|entry| &entry.value.value.navigation);
        self.navigation.iter().chain(others)
    }

    /// The language of the site, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        self.language.as_ref().map_or("en-GB", |language| &language.value)
    }

    /// Whether the site has a search page; the A to Z stands in where it has none.
    pub fn has_search(&self) -> bool {
        SearchMode::IS_BUILT_IN && self.search.is_none_or(|mode| mode.value == SearchMode::Pagefind)
    }
}
