//! The site that a command works on: read from disk, ready to be handed to the pipeline.

use std::path::PathBuf;

use super::global::Global;
use super::progress::Progress;
use crate::diagnostic::{Checked, Diagnostic};
use crate::load::{LoadError, LoadOptions, load};
use crate::model::kind::Kind;
use crate::parse::yaml::is_url;
use crate::pipeline::{Depth, Inputs};
use crate::sources::Sources;
use crate::sources::history::{self, History};

/// A site that was read.
pub(super) struct Reading {
    /// Its files.
    pub(super) sources: Sources,
    pub(super) history: History,
    /// What was wrong with the files themselves.
    pub(super) loaded: Vec<Diagnostic>,
}

/// What a command says of the site that it wants made.
pub(super) struct Wanted<'a> {
    /// Where it will be published, where the command line says so.
    pub(super) base_url: Option<&'a str>,
    /// Whether drafts are shown.
    pub(super) drafts: bool,
    /// How far to look.
    pub(super) depth: Depth,
}

/// Reads the site at the root; what lies in `output_folder` is none of its content.
pub(super) fn read(global: &Global, output_folder: PathBuf, progress: &Progress) -> Result<Reading, LoadError> {
    use crate::pipeline::Watch as _;
    progress.station("load");
    let loaded = sources(global, output_folder)?;
    progress.station("history");
    let sources = loaded.value;
    let history = history::last_changed(&global.root, &sources.content_folder);
    Ok(Reading { sources, history, loaded: loaded.diagnostics })
}

/// The files of the site at the root; what lies in `output_folder` is none of its content.
pub(super) fn sources(global: &Global, output_folder: PathBuf) -> Result<Checked<Sources>, LoadError> {
    let config = global.config.as_ref().map(|file| std::path::absolute(file).unwrap_or_else(|_| file.clone()));
    let kind_folders = Kind::folders();
    load(&global.root, &LoadOptions { config, output_folder, kind_folders: &kind_folders, open: None }, None)
}

impl Reading {
    /// What the pipeline takes.
    pub(super) fn inputs<'a>(
        &'a self,
        global: &Global,
        wanted: &Wanted<'_>,
        progress: &'a Progress,
        rules: &'a [&'static crate::diagnostic::Rule],
    ) -> Inputs<'a> {
        Inputs {
            today: global.today,
            base_url: wanted.base_url.map(str::to_owned),
            with_drafts: wanted.drafts,
            depth: wanted.depth,
            loaded: self.loaded.clone(),
            ..Inputs::new(&self.sources, &self.history, today(), rules, progress)
        }
    }
}

/// What is wrong with the address that the command line gives the site.
pub(super) fn base_url_fault(base: Option<&str>) -> Option<String> {
    let base = base.filter(|base| !is_url(base) || base.contains(['?', '#']))?;
    Some(format!("`{base}` is not the address of a website; write it in full, such as https://www.example.org/plan/."))
}

/// The day on which the command runs.
#[expect(clippy::disallowed_methods, reason = "the clock is read once, at the edge")]
pub(super) fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}
