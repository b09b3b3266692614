//! What is kept from one run to the next, so that the next does only what it must: each file as it was parsed, the theme,
//! and the last site that could be made with what it was made from.
//!
//! Nothing here is trusted beyond what it is compared with: a file is not parsed again where its text, its name and its
//! place are the same, and it still has what is asked of it; a page is not drawn again where what it shows and what it is drawn with are the same.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::inputs::{Depth, Inputs};
use super::origins::PageOrigin;
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::Graph;
use crate::graph::address::Address;
use crate::model::settings::UrlStyle;
use crate::output::{Bytes, Output};
use crate::pages::view::{Page, SiteView};
use crate::pages::{Making, Pages};
use crate::parse::draft::Drafts;
use crate::parse::place::Place;
use crate::render::theme::{self, Theme};
use crate::sources::history::History;
use crate::sources::{Source, SourceId, Sources};
use crate::words::{self, Words};

/// What a run leaves to the next; empty at the first.
#[derive(Debug, Default)]
pub struct Memory {
    /// The files of the content, by path.
    pub(super) files: HashMap<String, ParsedFile>,
    pub(super) theme: Option<KeptTheme>,
    pub(super) made: Option<Made>,
    /// What was made of a site whose pages went to a shelf: no build begins with it, and whoever ends after the build need
    /// not take it apart.
    spent: Option<Made>,
}

/// A file of the content as it was parsed.
#[derive(Debug, Clone)]
pub(super) struct ParsedFile {
    pub(super) id: SourceId,
    pub(super) text: Arc<str>,
    pub(super) place: Place,
    pub(super) drafts: Arc<Checked<Drafts>>,
    /// Whether its texts still have their trees.
    pub(super) has_trees: bool,
}

impl ParsedFile {
    /// Whether it holds all that a run which looks so far asks for; `in_numbered`: whether it is a section whose paragraphs
    /// are numbered now.
    pub(super) fn serves(&self, depth: Depth, in_numbered: bool) -> bool {
        self.has_trees || (depth == Depth::Build && !in_numbered)
    }
}

/// All that the words and the look of a site are made of.
#[derive(Debug, PartialEq, Eq)]
struct ThemeTexts {
    name: String,
    language: String,
    templates: BTreeMap<String, (SourceId, Arc<str>)>,
    messages: BTreeMap<String, (SourceId, Arc<str>)>,
    files: BTreeMap<String, Bytes>,
}

impl ThemeTexts {
    fn new(sources: &Sources, name: &str, language: &str) -> Self {
        let texts = |ids: &BTreeMap<String, SourceId>| {
            ids.iter().map(|(path, id)| (path.clone(), (*id, Arc::clone(sources.get(*id).text())))).collect()
        };
        Self {
            name: name.to_owned(),
            language: language.to_owned(),
            templates: texts(&sources.templates),
            messages: texts(&sources.messages),
            files: sources.theme_files.clone(),
        }
    }
}

/// A theme, with what it was read from.
#[derive(Debug)]
pub(super) struct KeptTheme {
    texts: ThemeTexts,
    words: Checked<Words>,
    /// The theme with the frames that it draws.
    ready: Option<(BTreeMap<String, SiteView>, Arc<Theme>)>,
}

/// A site that was made, with what it was made from.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) ground: Ground,
    /// Each file of the content as it was parsed, in their order.
    pub(super) files: Vec<ParsedFile>,
    /// The files whose paragraphs are numbered.
    pub(super) numbered: HashSet<SourceId>,
    pub(super) theme: Arc<Theme>,
    pub(super) pages: Pages,
    /// The bytes of each page, in their order.
    pub(super) drawn: Vec<Bytes>,
    pub(super) output: Arc<Output>,
    /// Where each page comes from.
    pub(super) origins: Arc<Vec<PageOrigin>>,
    /// How pages are addressed.
    pub(super) style: UrlStyle,
    /// The findings that were told.
    pub(super) findings: Vec<Diagnostic>,
}

/// What a site was made from.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) sources: Sources,
    history: History,
    today: Option<jiff::civil::Date>,
    clock: jiff::civil::Date,
    base_url: Option<String>,
    with_drafts: bool,
    searches_later: bool,
}

impl Ground {
    pub(super) fn new(inputs: &Inputs<'_>) -> Self {
        Self {
            sources: inputs.sources.clone(),
            history: inputs.history.clone(),
            today: inputs.today,
            clock: inputs.clock,
            base_url: inputs.base_url.clone(),
            with_drafts: inputs.with_drafts,
            searches_later: inputs.searches_later,
        }
    }

    /// The texts of the content that are other than they were; nothing where more than they differs, or was asked for.
    pub(super) fn changed_content(&self, inputs: &Inputs<'_>) -> Option<Vec<SourceId>> {
        let is_same = inputs.depth == Depth::Build
            && inputs.loaded.is_empty()
            && self.today == inputs.today
            && self.clock == inputs.clock
            && self.base_url == inputs.base_url
            && self.with_drafts == inputs.with_drafts
            && self.searches_later == inputs.searches_later
            && self.history == *inputs.history;
        if is_same { inputs.sources.changed_content(&self.sources) } else { None }
    }
}

impl Memory {
    /// Takes what was made of a good site.
    pub(super) fn take(&mut self, made: Option<Made>, inputs: &Inputs<'_>) {
        self.spent = None;
        match made {
            Some(made) if inputs.shelf.is_some() => self.spent = Some(made),
            Some(made) if inputs.depth == Depth::Build => self.made = Some(made),
            _ => {}
        }
    }

    /// A file as it was parsed, where it says the same and is the same.
    pub(super) fn parsed(&self, path: &str, source: &Source, id: SourceId, place: &Place) -> Option<&ParsedFile> {
        let same = |file: &&ParsedFile| file.id == id && file.place == *place && file.text == *source.text();
        self.files.get(path).filter(same)
    }

    /// The words of the theme of this name.
    pub(super) fn words(&mut self, sources: &Sources, name: &str, language: &str) -> Checked<Words> {
        let texts = ThemeTexts::new(sources, name, language);
        if let Some(kept) = self.theme.as_ref().filter(|kept| kept.texts == texts) {
            return kept.words.clone();
        }
        let words = words::words(sources, name, language);
        self.theme = Some(KeptTheme { texts, words: words.clone(), ready: None });
        words
    }

    /// The theme whose words were asked for last, ready to draw pages in these frames.
    pub(super) fn theme(
        &mut self,
        sources: &Sources,
        frames: &BTreeMap<String, SiteView>,
    ) -> Checked<Option<Arc<Theme>>> {
        let Some(kept) = &mut self.theme else { return Checked::clean(None) };
        if let Some((_, theme)) = kept.ready.as_ref().filter(|(known, _)| known == frames) {
            return Checked::clean(Some(Arc::clone(theme)));
        }
        let read = theme::theme(sources, &kept.texts.name, frames, &kept.words.value);
        let theme = read.value.map(Arc::new);
        kept.ready = theme.as_ref().map(|theme| (frames.clone(), Arc::clone(theme)));
        Checked { value: theme, diagnostics: read.diagnostics }
    }

    /// The pages that were drawn with this theme, by their addresses, where nothing else went into them that is now other.
    pub(super) fn drawn(&self, theme: &Arc<Theme>, making: &Making<'_>) -> HashMap<&Address, (&Page, &Bytes)> {
        let same_words = |made: &Made| made.pages.abbreviations == making.abbreviations;
        let is_same = |made: &&Made| Arc::ptr_eq(&made.theme, theme) && same_words(made);
        let Some(made) = self.made.as_ref().filter(is_same) else { return HashMap::new() };
        made.pages.pages.iter().zip(&made.drawn).map(|(page, bytes)| (&page.address, (page, bytes))).collect()
    }
}

/// The files of a graph whose paragraphs are numbered.
pub(super) fn numbered(graph: &Graph) -> HashSet<SourceId> {
    let documents = graph.records().map(|(_, record)| record).filter(|record| record.data.is_numbered());
    documents.flat_map(|record| record.sections.iter().map(|section| section.source).chain([record.source])).collect()
}
