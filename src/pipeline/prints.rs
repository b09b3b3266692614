//! What a run tells of its pages for the next one, which may find them on the disk as they were written.
//!
//! Must not know disks: what was kept is handed in.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::origins::PageOrigin;
use crate::fingerprint::{Fingerprint, of_bytes, of_value};
use crate::output::{Bytes, Output, OutputPath};
use crate::pages::Pages;
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

/// The pages of an earlier run that are still as they would be drawn.
pub(super) struct OnDisk<'a> {
    kept: Option<&'a dyn KeptPages>,
    pages: HashMap<&'a OutputPath, Fingerprint>,
}

impl<'a> OnDisk<'a> {
    /// Those of `kept`, for pages with these fingerprints; none where they were drawn with something else.
    pub(super) fn new(kept: Option<&'a dyn KeptPages>, prints: Option<&'a Prints>) -> Self {
        let same = kept.zip(prints).filter(|(kept, prints)| kept.look() == prints.look);
        let pages = same.iter().flat_map(|(_, prints)| &prints.pages).map(|(path, page)| (path, *page)).collect();
        Self { kept: same.map(|(kept, _)| kept), pages }
    }

    /// The bytes of the page at a path.
    pub(super) fn page(&self, path: &OutputPath) -> Option<Bytes> {
        self.kept?.page(path, *self.pages.get(path)?)
    }
}

/// The fingerprint of what pages are drawn with, and those of the pages.
pub(super) fn of_pages(sources: &Sources, theme: &str, pages: &Pages, origins: &[PageOrigin]) -> Prints {
    let texts = |ids: &BTreeMap<String, SourceId>| {
        ids.iter().map(|(path, id)| (path.clone(), of_bytes(sources.get(*id).text.as_bytes()))).collect::<Vec<_>>()
    };
    let look =
        of_value(&(theme, texts(&sources.templates), texts(&sources.messages), &pages.frames, &pages.abbreviations));
    let print = |(page, origin): (_, &PageOrigin)| Some((origin.path.clone()?, of_value(page)));
    let pages = pages.pages.par_iter().zip(origins).filter_map(print).collect();
    Prints { look, pages, ..Prints::default() }
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
