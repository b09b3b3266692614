//! What a build is made from, who watches it, and what comes of it.

use std::sync::Arc;

use super::origins::PageOrigin;
use super::prints::{KeptPages, Prints};
use crate::check::earlier::{self, Earlier};
use crate::check::output::Overview;
use crate::diagnostic::{Diagnostic, Family, Rule};
use crate::model::settings::Settings;
use crate::output::{Output, OutputPath};
use crate::sources::history::History;
use crate::sources::{SourceId, Sources};

/// What a build is made from.
pub struct Inputs<'a> {
    /// What was read.
    pub sources: &'a Sources,
    /// When each file was last changed.
    pub history: &'a History,
    /// The day that the site shows, where the command line says so.
    pub today: Option<jiff::civil::Date>,
    /// The day on which it is built, where nothing says otherwise.
    pub clock: jiff::civil::Date,
    /// Where it is published, where the command line says so.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub with_drafts: bool,
    /// Every rule there is.
    pub rules: &'a [&'static Rule],
    /// How far to look.
    pub depth: Depth,
    /// Whether the index of the search page is left to be made by [`super::search_files`], for somebody who cannot wait.
    pub searches_later: bool,
    /// Asks the web about the addresses out of the site, where that is wanted; called once, when every page is made.
    pub ask_the_web: Option<&'a AskTheWeb<'a>>,
    /// What an earlier build served, where this one is held against it.
    pub earlier: Option<&'a Earlier>,
    /// The list of findings that are let be, where there is one: a text of the sources.
    pub baseline: Option<SourceId>,
    /// What was wrong with the files themselves.
    pub loaded: Vec<Diagnostic>,
    /// What an earlier run left on the disk, where somebody keeps it.
    pub kept: Option<&'a dyn KeptPages>,
    /// Where finished files go, where they need not stay in memory until all are there.
    pub shelf: Option<&'a dyn Shelf>,
    /// Told of what goes on.
    pub watch: &'a dyn Watch,
}

/// Takes files of the site as they are finished, from any thread, in any order. What goes there is no part of the output that comes back:
/// the memory that a site needs while it is built then does not grow with what it weighs.
pub trait Shelf: Sync {
    /// Gets ready, before the first file; told once, by the thread that the build runs on.
    fn begin(&self);
    /// Takes a file. What goes wrong with it is for whoever made the shelf to find out.
    fn put(&self, path: &OutputPath, bytes: &[u8]);
}

/// Asks the web about the addresses that were found, as the settings say.
pub type AskTheWeb<'a> = dyn Fn(&Overview, &Settings) -> Asked + 'a;

/// What came of asking the web.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// Whether every address was asked and gave a clear answer, so that what was not found is not there.
    pub is_complete: bool,
}

impl<'a> Inputs<'a> {
    /// A build of these sources on a day, for which nothing else is said or asked.
    pub fn new(
        sources: &'a Sources,
        history: &'a History,
        clock: jiff::civil::Date,
        rules: &'a [&'static Rule],
        watch: &'a dyn Watch,
    ) -> Self {
        Self {
            sources,
            history,
            today: None,
            clock,
            base_url: None,
            with_drafts: false,
            rules,
            depth: Depth::Build,
            searches_later: false,
            ask_the_web: None,
            earlier: None,
            baseline: None,
            kept: None,
            shelf: None,
            loaded: Vec::new(),
            watch,
        }
    }

    /// The day on which the run is made: what the command line says, else the clock. A site that shows a past state shows it
    /// as of another day, but what is let be until a day is let be by people who live now.
    pub fn day(&self) -> jiff::civil::Date {
        self.today.unwrap_or(self.clock)
    }
}

/// How far a run looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// As far as the making of the site needs: what cannot be made as it is written is told.
    Build,
    /// Everything that can be wrong, from the sources to the pages as they are written.
    Check,
}

/// Told of what goes on in a build, so that somebody who waits can be shown.
pub trait Watch: Sync {
    /// A station begins.
    fn station(&self, _name: &'static str) {}
    /// So many pages will be drawn.
    fn pages(&self, _count: usize) {}
    /// One page is drawn.
    fn page_done(&self) {}
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// The site; nothing where there are errors.
    pub output: Option<Arc<Output>>,
    /// Where each of its pages comes from, in the order of the pages.
    pub origins: Arc<Vec<PageOrigin>>,
    /// Fingerprints of what the pages show, where somebody keeps them.
    pub prints: Option<Prints>,
    /// What was looked at; nothing but zeros where only a build was asked for.
    pub overview: Overview,
    /// Whether the settings have a fault.
    pub settings_fault: bool,
    /// The day on which the run is made; see [`Inputs::day`].
    pub today: jiff::civil::Date,
    /// How far the run came.
    pub reach: Reach,
}

impl Built {
    /// How many pages the site has.
    pub fn pages(&self) -> usize {
        self.origins.len()
    }

    /// What comes of a run before anything is made.
    pub(super) fn nothing(settings_fault: bool, today: jiff::civil::Date) -> Self {
        let (overview, reach) = (Overview::default(), Reach::default());
        Self { output: None, origins: Arc::default(), prints: None, overview, settings_fault, today, reach }
    }
}

/// How far a run came: what a rule looks for can only be called absent where it was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// Whether pages were made, and looked at.
    pub pages: bool,
    /// Whether every address out of the site was asked and gave a clear answer.
    pub web: bool,
    /// Whether the addresses were held against those of an earlier build.
    pub earlier: bool,
}

impl Reach {
    /// Whether what a rule looks for would have been found if it were there.
    pub fn could_find(self, rule: &Rule) -> bool {
        let needs_earlier = earlier::RULES.contains(&rule);
        self.pages && (rule.family != Family::Web || self.web) && (!needs_earlier || self.earlier)
    }
}
