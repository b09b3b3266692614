//! The sites whose files are open: which file belongs to which.
//!
//! Must not know the protocol.

use std::path::{Path, PathBuf};

use super::documents::Documents;
use super::files;
use super::site::{Options, Site};
use crate::load::{LoadError, OpenTexts, SETTINGS};

/// Every site that was met.
#[derive(Debug)]
pub(super) struct Sites {
    /// The only one there is, where the command line says so.
    only: Option<PathBuf>,
    options: Options,
    all: Vec<Site>,
}

impl Sites {
    /// None met yet.
    pub(super) fn new(only: Option<PathBuf>, options: Options) -> Self {
        Self { only, options, all: Vec::new() }
    }

    /// Meets the site at a folder of the editor, where there is one.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn meet(&mut self, folder: &Path, documents: &Documents) -> Result<(), LoadError> {
        let root = match &self.only {
            Some(only) => only.clone(),
            None if folder.join(SETTINGS).is_file() => folder.to_owned(),
            None => return Ok(()),
        };
        self.read(root, documents).map(drop)
    }

    /// The site that a file belongs to; it is met where it was not yet.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn of(&mut self, path: &Path, documents: &Documents) -> Result<Option<&mut Site>, LoadError> {
        let root = match &self.only {
            Some(only) => path.starts_with(only).then(|| only.clone()),
            None => files::root_above(path, SETTINGS),
        };
        let Some(root) = root.or_else(|| self.known_above(path)) else { return Ok(None) };
        let place = self.read(root, documents)?;
        Ok(self.all.get_mut(place))
    }

    /// The site of this folder.
    pub(super) fn at(&mut self, root: &Path) -> Option<&mut Site> {
        self.all.iter_mut().find(|site| site.root == root)
    }

    /// Forgets the site of a folder that is no longer open.
    pub(super) fn forget(&mut self, root: &Path) {
        self.all.retain(|site| site.root != root);
    }

    /// Every site that was met.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Site> {
        self.all.iter()
    }

    /// Every site that was met.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Site> {
        self.all.iter_mut()
    }

    /// A site that was met and whose settings are gone since.
    fn known_above(&self, path: &Path) -> Option<PathBuf> {
        let above = self.all.iter().map(|site| &site.root).filter(|root| path.starts_with(root));
        above.max_by_key(|root| root.components().count()).cloned()
    }

    fn read(&mut self, root: PathBuf, documents: &Documents) -> Result<usize, LoadError> {
        if let Some(place) = self.all.iter().position(|site| site.root == root) {
            return Ok(place);
        }
        let named = |(path, document): (&PathBuf, &super::documents::Document)| {
            Some((files::name_within(&root, path)?, document.text.clone()))
        };
        let open: OpenTexts = documents.iter().filter_map(named).collect();
        self.all.push(Site::read(root, self.options.clone(), open)?);
        Ok(self.all.len() - 1)
    }
}
