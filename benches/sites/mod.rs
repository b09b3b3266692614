//! Sites of any size for the benches, byte for byte the same at each run: plain pages, typed records, and the plain pages
//! once more as Hugo wants them.
//!
//! Must not know clocks or chance: what varies is reckoned from the number of the page.

#![allow(dead_code, reason = "each bench makes the sites that it needs, and no other")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench writes its own sites, and stops at what it did not expect"
)]

pub(crate) mod hugo;
pub(crate) mod plain;
pub(crate) mod prose;
pub(crate) mod typed;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;
use tempfile::TempDir;

/// Where every site says that it is published, so that a sitemap is made.
pub(crate) const BASE_URL: &str = "https://www.example.org/plan/";

/// A file of a site, by its path within the folder of the site.
pub(crate) struct File {
    /// With slashes, whatever the system.
    pub(crate) path: String,
    /// All that stands in it.
    pub(crate) text: String,
}

impl File {
    /// A file with this text.
    pub(crate) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// Writes the files below `root`, each as it is made, so that a large site need not be in memory. Gives how many bytes.
pub(crate) fn write(files: impl Iterator<Item = File> + Send, root: &Path) -> usize {
    let made: Mutex<HashSet<PathBuf>> = Mutex::default();
    let bytes = files.par_bridge().map(|file| {
        let path = root.join(&file.path);
        let folder = path.parent().unwrap();
        {
            // Held until the folder is there, for the next file may lie in it.
            let mut made = made.lock().unwrap();
            if made.insert(folder.to_owned()) {
                fs::create_dir_all(folder).unwrap();
            }
        }
        fs::write(&path, &file.text).unwrap();
        file.text.len()
    });
    bytes.sum()
}

/// A folder in memory where the system has one, so that the disk is not what is measured.
pub(crate) fn folder_in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}
