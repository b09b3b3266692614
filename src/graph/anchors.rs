//! Which anchors each page has, so that a link to a part of it can be checked.

use std::collections::{HashMap, HashSet};

use super::forge::ForgeNames;
use super::{Record, RecordIndex, Text};
use crate::parse::draft::part_ids;
use crate::parse::markdown::ids::ids_of;

/// A page: a record's own, or that of one of its sections.
type Page = (RecordIndex, Option<usize>);

/// The anchors of every page.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    pages: HashMap<Page, HashSet<String>>,
    forge: HashMap<Page, ForgeNames>,
}

/// Where a part of a record was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// On this page, at this anchor; the whole page where there is none.
    Here(Option<usize>, Option<String>),
    /// In more than one section.
    Several(Vec<Option<usize>>),
    /// Nowhere.
    Nowhere,
}

impl Anchors {
    /// Takes the anchors of all records.
    pub(super) fn new(records: &[Record]) -> Self {
        let mut anchors = Self::default();
        for (index, record) in records.iter().enumerate() {
            let own: HashSet<String> = part_ids(&record.data).into_iter().collect();
            anchors.add((RecordIndex(index), None), record.text.as_ref(), own);
            for (place, section) in record.sections.iter().enumerate() {
                anchors.add((RecordIndex(index), Some(place)), Some(&section.text), HashSet::new());
            }
        }
        anchors
    }

    fn add(&mut self, page: Page, text: Option<&Text>, mut ids: HashSet<String>) {
        if let Some(text) = text {
            let found = ids_of(&text.body);
            ids.extend(text.numbers.iter().flatten().map(|number| number.anchor.clone()));
            ids.extend(found.ids);
            let title = text.body.title.as_deref();
            self.forge.insert(page, ForgeNames::new(title, &found.headings));
        }
        self.pages.insert(page, ids);
    }

    /// Whether a page has an anchor.
    fn has(&self, page: Page, anchor: &str) -> bool {
        self.pages.get(&page).is_some_and(|ids| ids.contains(anchor))
    }

    /// The anchor of a page that `fragment` means: that of this name, else that of the heading which forges know by it;
    /// empty for the top of the page.
    pub(super) fn on(&self, page: Page, fragment: &str) -> Option<&str> {
        let ids = self.pages.get(&page)?;
        let written = || ForgeNames::find_written(fragment, ids);
        let forge = || self.forge.get(&page).and_then(|names| names.find(fragment));
        ids.get(fragment).map(String::as_str).or_else(written).or_else(forge)
    }

    /// Finds a part of a record: a section by its slug, else an anchor on any of its pages.
    pub(super) fn find(&self, index: RecordIndex, record: &Record, part: &str) -> Found {
        if let Some(place) = record.sections.iter().position(|section| section.slug == part) {
            return Found::Here(Some(place), None);
        }
        let pages = std::iter::once(None).chain((0..record.sections.len()).map(Some));
        let with_part: Vec<Option<usize>> = pages.filter(|section| self.has((index, *section), part)).collect();
        match with_part[..] {
            [] => self.on((index, None), part).map_or(Found::Nowhere, |anchor| Found::Here(None, said(anchor))),
            [section] => Found::Here(section, Some(part.to_owned())),
            _ => Found::Several(with_part),
        }
    }

    /// Every part of a record that a link can aim at, for help; nothing where they are too many to be compared with each
    /// link of a long page that leads nowhere.
    pub(super) fn parts<'a>(&'a self, index: RecordIndex, record: &'a Record) -> Option<Vec<&'a str>> {
        const MOST: usize = 500;
        let own = std::iter::once(None).chain((0..record.sections.len()).map(Some));
        let count: usize = own.filter_map(|section| self.pages.get(&(index, section))).map(HashSet::len).sum();
        if count > MOST {
            return None;
        }
        let sections = record.sections.iter().map(|section| section.slug.as_str());
        let pages = std::iter::once(None).chain((0..record.sections.len()).map(Some));
        let anchors = pages.filter_map(|section| self.pages.get(&(index, section))).flatten().map(String::as_str);
        let mut parts: Vec<&str> = sections.chain(anchors).collect();
        parts.sort_unstable();
        parts.dedup();
        Some(parts)
    }
}

/// An anchor, unless it is the top of the page.
pub(super) fn said(anchor: &str) -> Option<String> {
    Some(anchor.to_owned()).filter(|anchor| !anchor.is_empty())
}
