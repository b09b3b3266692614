//! Files go to the site's folder while others are still being made.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::fingerprint::{Fingerprint, of_bytes};
use crate::output::{Output, OutputPath};
use crate::pipeline::Shelf;
use crate::write::{Staging, WriteError, Written};

/// The way of a site's files to its folder. Dropped before its end, it leaves the folder as it was.
pub(super) struct Shelving {
    folder: PathBuf,
    /// Begun before the first file: where a site cannot be made, its folder is not even looked at.
    staging: OnceLock<Result<Staging, WriteError>>,
    gone: Mutex<Vec<(OutputPath, Fingerprint)>>,
}

impl Shelving {
    /// Nothing is on its way to `folder` yet.
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), staging: OnceLock::new(), gone: Mutex::default() }
    }

    /// Takes the files that are still in memory, and makes the folder hold all. Gives what was changed, and the fingerprints
    /// of those that came before.
    ///
    /// # Errors
    /// Whatever refuses or fails, whenever it did.
    pub(super) fn finish(self, output: &Output) -> Result<(Written, Vec<(OutputPath, Fingerprint)>), WriteError> {
        self.begin();
        if let Some(Ok(staging)) = self.staging.get() {
            // The first error is kept, and told by the end.
            let _ = staging.put_all(output);
        }
        let staging = self.staging.into_inner().unwrap_or_else(|| Staging::begin(&self.folder))?;
        let written = staging.finish()?;
        Ok((written, self.gone.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Shelf for Shelving {
    /// Not with the first file: threads that draw pages would wait for one that finishes what an interrupted build left, which
    /// it does with their help.
    fn begin(&self) {
        self.staging.get_or_init(|| Staging::begin(&self.folder));
    }

    fn put(&self, path: &OutputPath, bytes: &[u8]) {
        // What kept the staging from beginning is told by the end.
        let Some(Ok(staging)) = self.staging.get() else { return };
        if staging.put(path, bytes).is_ok() {
            let file = (path.clone(), of_bytes(bytes));
            self.gone.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        }
    }
}
