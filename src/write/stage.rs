//! Where the files of a site wait until all are there: a folder beside them, on the same disk.
//!
//! It has two halves. Under numbers wait files that each go to a place of their own, among others that stay. In a tree wait
//! those of a first build, under their own paths, so that a whole folder is put in place by one rename.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::disk::Disk;
use super::error::WriteError;
use super::folder::{Known, parent};
use super::names::{STAGE, STAGED_TREE};
use crate::output::OutputPath;

/// Where a file waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waits {
    /// Under a number.
    Numbered(usize),
    /// In the tree, under its own path.
    InTree,
}

/// The folder in which files wait; made when the first of them comes.
#[derive(Debug)]
pub(super) struct Stage {
    path: PathBuf,
    tree: PathBuf,
    is_begun: AtomicBool,
    next: AtomicUsize,
    /// Folders of the tree that were made.
    made: Known,
    is_tree_made: AtomicBool,
    is_made: AtomicBool,
}

impl Stage {
    /// The stage of a site in `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        let path = folder.join(STAGE);
        Self {
            tree: path.join(STAGED_TREE),
            path,
            is_begun: AtomicBool::default(),
            next: AtomicUsize::default(),
            made: Known::default(),
            is_tree_made: AtomicBool::default(),
            is_made: AtomicBool::default(),
        }
    }

    /// The folder itself.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A number that no other file waits under.
    pub(super) fn next_number(&self) -> Waits {
        Waits::Numbered(self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// The path of a file that waits.
    pub(super) fn place(&self, waits: Waits, path: &OutputPath) -> PathBuf {
        match waits {
            Waits::Numbered(number) => numbered(&self.path, number),
            Waits::InTree => self.tree.join(path.as_str()),
        }
    }

    /// Lets a file wait; `durable` sees it through to the disk itself.
    pub(super) fn write(
        &self,
        disk: &dyn Disk,
        (waits, path): (Waits, &OutputPath),
        bytes: &[u8],
        durable: bool,
    ) -> Result<(), WriteError> {
        let place = self.place(waits, path);
        match waits {
            Waits::Numbered(_) => self.make(disk, &self.path, &self.is_made)?,
            Waits::InTree => {
                let folder = parent(path);
                if folder.is_none() {
                    self.make(disk, &self.tree, &self.is_tree_made)?;
                } else if !self.made.holds(folder) {
                    self.is_begun.store(true, Ordering::SeqCst);
                    let above = place.parent().unwrap_or(&self.tree);
                    disk.create_folder(above).map_err(WriteError::io(above))?;
                    self.made.add(folder);
                }
            }
        }
        disk.write(&place, bytes, durable).map_err(WriteError::io(&place))
    }

    /// Writes a note of the build's own into the stage, through to the disk itself.
    pub(super) fn write_note(&self, disk: &dyn Disk, name: &str, text: &str) -> Result<PathBuf, WriteError> {
        self.make(disk, &self.path, &self.is_made)?;
        let place = self.path.join(name);
        disk.write(&place, text.as_bytes(), true).map_err(WriteError::io(&place))?;
        Ok(place)
    }

    /// Throws everything away that waits.
    pub(super) fn discard(&self, disk: &dyn Disk) {
        if self.is_begun.load(Ordering::SeqCst) {
            // What stays behind is thrown away by the next build.
            let _ = disk.remove_tree(&self.path);
        }
    }

    fn make(&self, disk: &dyn Disk, folder: &Path, is_made: &AtomicBool) -> Result<(), WriteError> {
        if !is_made.load(Ordering::Relaxed) {
            self.is_begun.store(true, Ordering::SeqCst);
            disk.create_folder(folder).map_err(WriteError::io(folder))?;
            is_made.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// Where the file of this number waits in the stage.
pub(super) fn numbered(stage: &Path, number: usize) -> PathBuf {
    stage.join(number.to_string())
}
