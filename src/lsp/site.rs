//! A site whose files are open: what the disk and the editor together say, and its graph, read when somebody asks.
//!
//! Must not know the protocol.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use crate::diagnostic::{Diagnostic, Rule};
use crate::graph::Graph;
use crate::load::{LoadError, LoadOptions, OpenTexts, load, typed};
use crate::model::kind::Kind;
use crate::pipeline::{self, Inputs, Memory, Watch};
use crate::sources::history::{self, History};
use crate::sources::{SourceId, Sources};

/// How a site is looked at.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that the site shows, where the command line says so.
    pub today: Option<jiff::civil::Date>,
    /// The settings file, where it is not that of the root.
    pub config: Option<PathBuf>,
    /// Whether drafts are checked too.
    pub with_drafts: bool,
}

/// The folder that a build makes, which is never read as content.
const OUTPUT_FOLDER: &str = "site";

/// A site as it stands in the editor.
#[derive(Debug)]
pub(super) struct Site {
    /// Its folder, as the editor names it.
    pub(super) root: PathBuf,
    /// All that it is made from.
    pub(super) sources: Sources,
    /// What was wrong with the files themselves.
    pub(super) loaded: Vec<Diagnostic>,
    /// When each file was last changed.
    pub(super) history: Arc<History>,
    /// Goes up with each change.
    pub(super) revision: u64,
    options: Options,
    /// The texts that are open, by their names.
    open: OpenTexts,
    memory: Memory,
    surveyed: Option<Surveyed>,
}

/// A site as far as its graph.
#[derive(Debug)]
pub(super) struct Surveyed {
    /// Every record that could be read, drafts among them; nothing where the settings could not.
    pub(super) graph: Option<Graph>,
    /// How many records could not.
    pub(super) left_out: usize,
    /// What was found on the way.
    pub(super) findings: Vec<Diagnostic>,
    /// The day on which it was read.
    day: jiff::civil::Date,
}

/// Nobody is told of the stations.
pub(super) struct Nobody;

impl Watch for Nobody {}

impl Site {
    /// Reads the site at a folder.
    ///
    /// # Errors
    /// Where there is no folder that can be read.
    pub(super) fn read(root: PathBuf, options: Options, open: OpenTexts) -> Result<Self, LoadError> {
        let mut site = Self {
            root,
            sources: Sources::default(),
            loaded: Vec::new(),
            history: Arc::default(),
            revision: 0,
            options,
            open,
            memory: Memory::default(),
            surveyed: None,
        };
        site.read_from_disk()?;
        Ok(site)
    }

    /// Reads everything anew, because files of the disk may have changed.
    ///
    /// # Errors
    /// Where the folder is gone or can no longer be read; the site is then as it was.
    pub(super) fn read_from_disk(&mut self) -> Result<(), LoadError> {
        self.read_texts()?;
        self.history = Arc::new(history::last_changed(&self.root, &self.sources.content_folder));
        Ok(())
    }

    /// Reads every file anew; when they were last changed is not asked again.
    fn read_texts(&mut self) -> Result<(), LoadError> {
        let kind_folders = Kind::folders();
        let options = LoadOptions {
            config: self.options.config.clone(),
            output_folder: OUTPUT_FOLDER.into(),
            kind_folders: &kind_folders,
            open: Some(&self.open),
        };
        let read = load(&self.root, &options, Some(&self.sources))?;
        (self.sources, self.loaded) = (read.value, read.diagnostics);
        self.changed();
        Ok(())
    }

    /// Takes the text of an open file as it stands now.
    ///
    /// # Errors
    /// Where the site has to be read anew and cannot.
    pub(super) fn typed(&mut self, name: &str, text: &str) -> Result<(), LoadError> {
        self.open.insert(name.to_owned(), text.to_owned());
        // What is wrong with the files themselves is told by reading all of them.
        match typed(&self.sources, name, text).filter(|_| self.loaded.is_empty()) {
            Some(sources) => self.sources = sources,
            None => return self.read_texts(),
        }
        self.changed();
        Ok(())
    }

    /// Takes that a file is no longer open: what the disk has counts again.
    ///
    /// # Errors
    /// Where the site cannot be read.
    pub(super) fn closed(&mut self, name: &str) -> Result<(), LoadError> {
        if self.open.remove(name).is_some() { self.read_texts() } else { Ok(()) }
    }

    /// The name of a file of the site: its path relative to the root.
    pub(super) fn name_of(&self, path: &Path) -> Option<String> {
        files::name_within(&self.root, path)
    }

    /// The source that a file is.
    pub(super) fn source(&self, path: &Path) -> Option<SourceId> {
        self.sources.find(&self.name_of(path)?)
    }

    /// The graph of what stands there now.
    pub(super) fn survey(&mut self, day: jiff::civil::Date, rules: &[&'static Rule]) -> &Surveyed {
        let Self { surveyed, sources, loaded, memory, options, .. } = self;
        // What was read yesterday may have ended since.
        let kept = surveyed.take().filter(|surveyed| surveyed.day == day);
        surveyed.insert(kept.unwrap_or_else(|| survey(sources, loaded.clone(), (options.today, day), rules, memory)))
    }

    /// The texts and the graph that was last asked for.
    pub(super) fn known(&self) -> Option<(&Sources, &Graph)> {
        Some((&self.sources, self.surveyed.as_ref()?.graph.as_ref()?))
    }

    /// How many records could not be read when the graph was last asked for.
    pub(super) fn left_out(&self) -> usize {
        self.surveyed.as_ref().map_or(0, |surveyed| surveyed.left_out)
    }

    /// What was found when the graph was last asked for.
    pub(super) fn found(&self) -> &[Diagnostic] {
        self.surveyed.as_ref().map_or(&[], |surveyed| &surveyed.findings)
    }

    /// The day that the site shows, where the command line says so, and that on which the graph was last asked for.
    pub(super) fn days(&self) -> (Option<jiff::civil::Date>, jiff::civil::Date) {
        let asked = self.surveyed.as_ref().map_or_else(jiff::civil::Date::default, |surveyed| surveyed.day);
        (self.options.today, asked)
    }

    /// How it is looked at.
    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    fn changed(&mut self) {
        self.revision += 1;
        self.surveyed = None;
    }
}

/// Reads sources as far as their graph, drafts among them. `today`: the day that the site shows, where somebody says so, and `day`
/// that on which it is read.
pub(super) fn survey(
    sources: &Sources,
    loaded: Vec<Diagnostic>,
    (today, day): (Option<jiff::civil::Date>, jiff::civil::Date),
    rules: &[&'static Rule],
    memory: &mut Memory,
) -> Surveyed {
    let history = History::default();
    let inputs = Inputs { today, with_drafts: true, loaded, ..Inputs::new(sources, &history, day, rules, &Nobody) };
    let surveyed = pipeline::survey(inputs, memory);
    let (value, findings) = (surveyed.value, surveyed.diagnostics);
    Surveyed { graph: value.graph, left_out: value.left_out, findings, day }
}
