//! The folders that matter to a site: which are watched, and whether a change at a path in them is of any interest.
//!
//! The folders are watched one by one rather than by the system's own recursion, which cannot leave any out: where the
//! root is the content it may hold all that compilers and package managers lay down. Must not know what a change was.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::names::is_passing;
use crate::load::{self, BUILT_LIST};

/// What was found of a site to be watched.
#[derive(Debug, Default)]
pub(super) struct Ground {
    /// The root, with no link in it.
    pub(super) root: PathBuf,
    /// Whether the content has a folder of its own, so that of the root only the files in it matter.
    pub(super) has_content: bool,
    /// The settings file where another than the usual was named; its folder has no link in it.
    pub(super) config: Option<PathBuf>,
    /// Where the built site goes.
    pub(super) output: Option<PathBuf>,
    /// The folders with files of the site, with no link in them.
    pub(super) folders: BTreeSet<PathBuf>,
    /// Folders in them with nothing of the site in them: built sites and what a compiler made.
    pub(super) left_out: BTreeSet<PathBuf>,
    /// Whatever happens to one of these may change anything: the root itself, where links lead, where history is kept.
    pub(super) named: BTreeSet<PathBuf>,
    /// The folder where git keeps the tips of branches.
    pub(super) branches: Option<PathBuf>,
    /// Whether any file or folder is reached through a link. What a file holds then shows under other names as well.
    pub(super) has_links: bool,
    /// What should be there and is not, so that nothing tells of its coming.
    pub(super) awaited: Vec<PathBuf>,
}

/// How much a change at a path counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It may be a file of the site.
    File,
    /// It would be a file of the site, but its name says that it will soon be gone.
    Passing,
    /// Anything may be different.
    Named,
}

impl Ground {
    /// What a change at `path` counts for; nothing where it is of no interest.
    pub(super) fn weigh(&self, path: &Path) -> Option<Weight> {
        if self.config.as_deref() == Some(path) {
            return Some(Weight::File);
        }
        if self.named.contains(path) {
            return Some(Weight::Named);
        }
        if let Some(branches) = &self.branches
            && path.starts_with(branches)
        {
            return path.extension().is_none_or(|ending| ending != "lock").then_some(Weight::Named);
        }
        let is_built = self.output.as_ref().is_some_and(|folder| path.starts_with(folder));
        let is_off = is_built || path.ancestors().skip(1).any(|of| self.left_out.contains(of));
        let name = path.file_name().filter(|_| !is_off)?;
        let folder = path.parent()?;
        let is_top = folder == self.root;
        let is_inside = (is_top && self.has_content) || path.ancestors().skip(1).any(|of| self.folders.contains(of));
        if !is_inside || folder.strip_prefix(&self.root).is_ok_and(|inside| inside.iter().any(load::is_ignored)) {
            return None;
        }
        self.weigh_name(name, path, is_top)
    }

    fn weigh_name(&self, name: &OsStr, path: &Path, is_top: bool) -> Option<Weight> {
        // The first is what a folder has that is not read; with the second the site has a history since just now.
        if name == BUILT_LIST || (is_top && name == ".git" && self.branches.is_none()) {
            return Some(Weight::Named);
        }
        if load::is_ignored(name) || (is_top && self.has_content && path.is_dir()) {
            return None;
        }
        Some(if is_passing(name) { Weight::Passing } else { Weight::File })
    }

    /// Whether this is a folder that is known. That its own date is another says nothing: what is in it speaks for itself.
    pub(super) fn knows_folder(&self, path: &Path) -> bool {
        path == self.root || self.folders.contains(path) || self.left_out.contains(path)
    }
}
