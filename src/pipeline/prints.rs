//! What a run tells of its pages for the next one, which may find them on the disk as they were written.
//!
//! Must not know disks: what was kept is handed in.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::origins::PageOrigin;
use crate::fingerprint::{Fingerprint, of_bytes, of_value};
use crate::output::{Bytes, Output, OutputPath};
use crate::pages::Making;
use crate::pages::view::Page;
use crate::sources::{SourceId, Sources};

/// The pages of an earlier run as they were written.
pub trait KeptPages: Sync {
    /// With what they were drawn.
    fn look(&self) -> Fingerprint;
    /// The bytes of a page, where it shows the same and lies where it did as it was written.
    fn page(&self, path: &OutputPath, page: Fingerprint) -> Option<Bytes>;
    /// The files of the search page's index, where it was made from the same.
    fn index(&self, searched: Fingerprint) -> Option<Vec<(OutputPath, Bytes)>>;
}

/// Fingerprints of what a site shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prints {
    /// Of all that pages are drawn with: the theme, the frames, the abbreviations.
    pub look: Fingerprint,
    /// Of what the search finds.
    pub searched: Fingerprint,
    /// The files of the search page's index.
    pub index: Vec<OutputPath>,
    /// Of each page, in their order, without those that have no path.
    pub pages: Vec<(OutputPath, Fingerprint)>,
}

/// The pages of an earlier run that are still as they would be drawn, and the fingerprints of those of this one.
pub(super) struct Printing<'a> {
    /// Nothing where pages were drawn with something else.
    kept: Option<&'a dyn KeptPages>,
    look: Fingerprint,
    /// Of each page, once it is made.
    pages: Vec<OnceLock<Fingerprint>>,
}

impl<'a> Printing<'a> {
    /// Nothing is made yet of these pages, which are drawn with the look.
    pub(super) fn new(kept: &'a dyn KeptPages, look: Fingerprint, count: usize) -> Self {
        Self { kept: Some(kept).filter(|kept| kept.look() == look), look, pages: vec![OnceLock::new(); count] }
    }

    /// Takes the fingerprint of a page by its place, and gives its bytes where it shows what it showed.
    pub(super) fn page(&self, place: usize, page: &Page, path: Option<&OutputPath>) -> Option<Bytes> {
        let print = *self.pages.get(place)?.get_or_init(|| of_value(page));
        self.kept?.page(path?, print)
    }

    /// The fingerprints, by the path of each page.
    pub(super) fn finish(self, origins: &[PageOrigin]) -> Prints {
        let print =
            |(print, origin): (&OnceLock<Fingerprint>, &PageOrigin)| Some((origin.path.clone()?, *print.get()?));
        let pages = self.pages.iter().zip(origins).filter_map(print).collect();
        Prints { look: self.look, pages, ..Prints::default() }
    }
}

/// The fingerprint of what pages are drawn with.
pub(super) fn of_look(sources: &Sources, theme: &str, making: &Making<'_>) -> Fingerprint {
    let texts = |ids: &BTreeMap<String, SourceId>| {
        ids.iter().map(|(path, id)| (path.clone(), of_bytes(sources.get(*id).text().as_bytes()))).collect::<Vec<_>>()
    };
    of_value(&(theme, texts(&sources.templates), texts(&sources.messages), &making.frames, &making.abbreviations))
}

/// The fingerprint of what the search finds.
pub(super) fn of_searched(output: &Output, origins: &[PageOrigin]) -> Fingerprint {
    let searched: Vec<_> = origins
        .par_iter()
        .filter_map(|origin| {
            let searched_as = origin.searched_as.as_ref()?;
            Some((&searched_as.path, &searched_as.language, of_bytes(output.get(origin.path.as_ref()?)?)))
        })
        .collect();
    of_value(&searched)
}
