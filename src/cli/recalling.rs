//! What a build recalls of the one before: nothing to do where nothing changed, and notes for the next.

use std::path::{Path, PathBuf};

use super::global::Global;
use super::reading::Reading;
use crate::fingerprint::Fingerprint;
use crate::output::{Output, OutputPath};
use crate::pipeline::Built;
use crate::recall::{self, Ground, Kept};

/// The notes about one folder of a site.
pub(super) struct Recalling {
    root: PathBuf,
    folder: PathBuf,
    program: String,
    ground: Fingerprint,
    kept: Option<Kept>,
}

impl Recalling {
    /// What is known of the last build into `folder`; `options` are those that change what is made.
    pub(super) fn new(global: &Global, folder: &Path, reading: &Reading, options: &str) -> Self {
        let program = program();
        // What is wrong with the files themselves is no part of the sources, and is to be told again.
        let kept = recall::read(&global.root, folder, &program);
        let ground = Ground { sources: &reading.sources, history: &reading.history, options };
        let ground = recall::fingerprint(&ground);
        Self { root: global.root.clone(), folder: folder.to_owned(), program, ground, kept }
    }

    /// What the last build left.
    pub(super) fn kept(&self) -> Kept {
        self.kept.clone().unwrap_or_else(|| Kept::new(&self.folder))
    }

    /// The number of pages and files of the site, where the folder holds it as it would be made and nothing was wrong with it.
    pub(super) fn is_made(&self) -> Option<(usize, usize)> {
        let kept = self.kept.as_ref().filter(|kept| kept.is_clean && kept.ground == self.ground)?;
        kept.is_in_place().then_some((kept.pages, kept.files.len()))
    }

    /// Keeps what was made for the next build.
    pub(super) fn keep(&self, (output, gone): (&Output, &[(OutputPath, Fingerprint)]), built: &Built, is_clean: bool) {
        let Some(prints) = &built.prints else { return };
        let mut kept = Kept::new(&self.folder);
        kept.take(output, gone, prints);
        (kept.ground, kept.pages, kept.is_clean) = (self.ground, built.pages(), is_clean);
        if self.kept.as_ref() != Some(&kept) {
            recall::save(&kept, &self.root, &self.program);
        }
    }
}

/// This very program: another version, or another build of one, may make other pages.
fn program() -> String {
    let about = std::env::current_exe().and_then(|path| path.metadata());
    let (length, time) = about.map_or((0, None), |about| (about.len(), about.modified().ok()));
    let time = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{} {length} {}", env!("CARGO_PKG_VERSION"), time.as_nanos())
}
