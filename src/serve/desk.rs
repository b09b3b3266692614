//! The desk: what was changed goes in, what is to be shown comes out. Reads what it must again and builds with what it
//! remembers.
//!
//! Must not know HTTP, nor how changes are noticed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::preview::{Note, Shown};
use super::watch::Changed;
use crate::diagnostic::report::findings;
use crate::diagnostic::{Checked, Diagnostic, Place, Rule, has_errors};
use crate::load::rules::FILE_UNREADABLE;
use crate::load::{LoadOptions, again, load};
use crate::model::kind::Kind;
use crate::output::{Bytes, Output, OutputPath};
use crate::pipeline::{self, Built, Inputs, Memory, PageOrigin, Watch};
use crate::sources::Sources;
use crate::sources::history::{self, History};

/// What is previewed, and how.
#[derive(Debug, Clone)]
pub struct DeskOptions {
    /// The site's root.
    pub root: PathBuf,
    /// The settings file, where it is not that of the root.
    pub config: Option<PathBuf>,
    /// Where a build would put the site; never read as content.
    pub output_folder: PathBuf,
    /// The day that the site shows, where the command line says so.
    pub today: Option<jiff::civil::Date>,
    /// Where it will be published, where the command line says so.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub with_drafts: bool,
    /// Whether the browser goes to the page whose source was just saved.
    pub navigates: bool,
}

/// A site that is worked on.
#[derive(Debug)]
pub struct Desk {
    options: DeskOptions,
    sources: Option<Sources>,
    history: History,
    memory: Memory,
    /// The last good site.
    good: Option<Good>,
    notes: Arc<BTreeMap<OutputPath, Note>>,
    /// The files of the search page's index, as it was made last.
    index: Arc<Vec<(OutputPath, Bytes)>>,
}

/// A site that could be made.
#[derive(Debug, Clone)]
struct Good {
    output: Arc<Output>,
    origins: Arc<Vec<PageOrigin>>,
}

/// What came of a look at the site.
#[derive(Debug)]
pub struct Looked {
    /// What is to be shown.
    pub shown: Shown,
    /// What was found, with the texts that it was found in.
    pub findings: Vec<Diagnostic>,
    /// The texts.
    pub sources: Sources,
    /// What the index of the search page is to be made from, where it is to be made again.
    pub to_index: Option<ToIndex>,
}

/// What the index of the search page is made from.
#[derive(Debug, Clone)]
pub struct ToIndex {
    output: Arc<Output>,
    origins: Arc<Vec<PageOrigin>>,
}

impl ToIndex {
    /// Makes the index; takes seconds on a large site.
    ///
    /// # Errors
    /// What went wrong, in Pagefind's words.
    pub fn make(&self) -> Result<Vec<(OutputPath, Bytes)>, String> {
        pipeline::search_files(&self.output, &self.origins)
    }
}

/// Nobody is told of the stations of a preview's build.
struct Nobody;

impl Watch for Nobody {}

impl Desk {
    /// A desk at which nothing has been looked at yet.
    pub fn new(options: DeskOptions) -> Self {
        Self {
            options,
            sources: None,
            history: History::default(),
            memory: Memory::default(),
            good: None,
            notes: Arc::default(),
            index: Arc::default(),
        }
    }

    /// Looks at what may have changed, on a day.
    pub fn look(&mut self, changed: &Changed, day: jiff::civil::Date, rules: &[&'static Rule]) -> Looked {
        let read = match self.read(changed) {
            Ok(read) => read,
            Err(fault) => return self.unreadable(fault),
        };
        let inputs = Inputs {
            today: self.options.today,
            base_url: self.options.base_url.clone(),
            with_drafts: self.options.with_drafts,
            searches_later: true,
            loaded: read.diagnostics.clone(),
            ..Inputs::new(&read.value, &self.history, day, rules, &Nobody)
        };
        let built = pipeline::build(inputs, &mut self.memory);
        let to_index = self.take(&built.value);
        let shown = Shown {
            findings: Arc::new(findings(&built.diagnostics, &read.value)),
            is_current: built.value.output.is_some() && !has_errors(&built.diagnostics),
            open: self.page_of(changed),
            ..self.shown()
        };
        // What is wrong with the files themselves is told by reading all of them.
        self.sources = read.diagnostics.is_empty().then(|| read.value.clone());
        Looked { shown, findings: built.diagnostics, sources: read.value, to_index }
    }

    /// What is to be shown now that the index of the search page is made: the same site with it.
    pub fn with_index(&mut self, index: Vec<(OutputPath, Bytes)>, before: &Shown) -> Shown {
        self.index = Arc::new(index);
        Shown { open: None, output: self.shown().output, ..before.clone() }
    }

    /// The last good site, and why there is nothing to read.
    fn unreadable(&self, fault: Diagnostic) -> Looked {
        let (sources, diagnostics) = (Sources::default(), vec![fault]);
        let shown = Shown { findings: Arc::new(findings(&diagnostics, &sources)), is_current: false, ..self.shown() };
        Looked { shown, findings: diagnostics, sources, to_index: None }
    }

    /// The sources as they are now.
    fn read(&mut self, changed: &Changed) -> Result<Checked<Sources>, Diagnostic> {
        let before = self.sources.take();
        if let (Changed::Files(files), Some(before)) = (changed, &before)
            && let Some(sources) = again(before, &self.options.root, files)
        {
            return Ok(Checked::clean(sources));
        }
        let kind_folders = Kind::folders();
        let options = LoadOptions {
            config: self.options.config.clone(),
            output_folder: self.options.output_folder.clone(),
            kind_folders: &kind_folders,
            open: None,
        };
        let read = load(&self.options.root, &options, before.as_ref()).map_err(|error| {
            let help = "Put the folder back, or end the preview.";
            Diagnostic::new(&FILE_UNREADABLE, Place::file("."), error.to_string()).help(help)
        })?;
        self.history = history::last_changed(&self.options.root, &read.value.content_folder);
        Ok(read)
    }

    /// Takes what was made; tells what the search page's index is now to be made from, where that is other.
    fn take(&mut self, built: &Built) -> Option<ToIndex> {
        let output = built.output.as_ref()?;
        let is_same = self.good.as_ref().is_some_and(|good| Arc::ptr_eq(&good.output, output));
        let good = Good { output: Arc::clone(output), origins: Arc::clone(&built.origins) };
        if !self.good.as_ref().is_some_and(|good| Arc::ptr_eq(&good.origins, &built.origins)) {
            let note = |origin: &PageOrigin| {
                let source = origin.source.clone()?;
                Some((origin.path.clone()?, Note { source, is_draft: origin.is_draft }))
            };
            self.notes = Arc::new(built.origins.iter().filter_map(note).collect());
        }
        let is_searched = has_search_page(output);
        let to_index = ToIndex { output: Arc::clone(&good.output), origins: Arc::clone(&good.origins) };
        self.good = Some(good);
        (is_searched && !is_same).then_some(to_index)
    }

    /// The last good site with the index of its search page.
    fn shown(&self) -> Shown {
        let Some(good) = &self.good else { return Shown::default() };
        let has_search = has_search_page(&good.output);
        let output = if has_search && !self.index.is_empty() {
            let mut output = (*good.output).clone();
            output.extend(self.index.iter().cloned());
            Arc::new(output)
        } else {
            Arc::clone(&good.output)
        };
        Shown { output, has_site: true, notes: Arc::clone(&self.notes), ..Shown::default() }
    }

    /// The page that was written in the one file that was saved, where the browser is to go there.
    fn page_of(&self, changed: &Changed) -> Option<OutputPath> {
        let Changed::Files(files) = changed else { return None };
        let root = self.options.root.canonicalize().ok().filter(|_| self.options.navigates)?;
        let saved: Vec<String> = files
            .iter()
            .filter_map(|path| Some(path.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/")))
            .collect();
        let origins = &self.good.as_ref()?.origins;
        origins.iter().find(|origin| origin.source.as_ref().is_some_and(|source| saved.contains(source)))?.path.clone()
    }
}

/// Whether a site has a search page: the program that it loads is then among its files.
fn has_search_page(output: &Output) -> bool {
    OutputPath::new(crate::pages::SEARCH_PROGRAM).is_some_and(|program| output.contains_key(&program))
}
