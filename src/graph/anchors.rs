//! Which anchors each page has, so that a link to a part of it can be checked.

use std::borrow::Cow;
use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::forge::ForgeNames;
use super::{Record, RecordIndex, Text};
use crate::parse::draft::part_ids;

/// A page: a record's own, or that of one of its sections.
type Page = (RecordIndex, Option<usize>);

/// The anchors of every page.
#[derive(Debug, Default)]
pub(super) struct Anchors<'a> {
    /// By record: its own page, then those of its sections.
    pages: Vec<Vec<OfPage<'a>>>,
}

/// The anchors of a page.
#[derive(Debug)]
struct OfPage<'a> {
    ids: FxHashSet<Cow<'a, str>>,
    text: Option<&'a Text>,
    /// The names that forges know its headings by, made when the first link is followed that means none of the ids.
    forge: OnceLock<ForgeNames>,
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

impl<'a> Anchors<'a> {
    /// Takes the anchors of all records.
    pub(super) fn new(records: &'a [Record]) -> Self {
        let of_record = |record: &'a Record| {
            let parts = part_ids(&record.data).into_iter().map(Cow::Owned).collect();
            let own = OfPage::new(record.text.as_ref(), parts);
            let sections = record.sections.iter().map(|section| OfPage::new(Some(&section.text), FxHashSet::default()));
            std::iter::once(own).chain(sections).collect()
        };
        Self { pages: records.par_iter().map(of_record).collect() }
    }

    fn page(&self, (RecordIndex(index), section): Page) -> Option<&OfPage<'a>> {
        self.pages.get(index)?.get(section.map_or(0, |place| place + 1))
    }

    /// Whether a page has an anchor.
    fn has(&self, page: Page, anchor: &str) -> bool {
        self.page(page).is_some_and(|page| page.ids.contains(anchor))
    }

    /// The anchor of a page that `fragment` means: that of this name, else that of the heading which forges know by it;
    /// empty for the top of the page.
    pub(super) fn on(&self, page: Page, fragment: &str) -> Option<&str> {
        let page = self.page(page)?;
        let id = |name: &str| page.ids.get(name).map(|id| &**id);
        let written = || id(ForgeNames::written(fragment)?);
        id(fragment).or_else(written).or_else(|| page.forge_names()?.find(fragment))
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
    pub(super) fn parts<'b>(&'b self, index: RecordIndex, record: &'b Record) -> Option<Vec<&'b str>> {
        const MOST: usize = 500;
        let pages = self.pages.get(index.0)?;
        let count: usize = pages.iter().map(|page| page.ids.len()).sum();
        if count > MOST {
            return None;
        }
        let sections = record.sections.iter().map(|section| section.slug.as_str());
        let anchors = pages.iter().flat_map(|page| &page.ids).map(|id| &**id);
        let mut parts: Vec<&str> = sections.chain(anchors).collect();
        parts.sort_unstable();
        parts.dedup();
        Some(parts)
    }
}

impl<'a> OfPage<'a> {
    fn new(text: Option<&'a Text>, mut ids: FxHashSet<Cow<'a, str>>) -> Self {
        if let Some(text) = text {
            ids.extend(text.numbers.iter().flatten().map(|number| Cow::Borrowed(number.anchor.as_str())));
            ids.extend(text.body.outline.ids().map(Cow::Borrowed));
        }
        Self { ids, text, forge: OnceLock::new() }
    }

    fn forge_names(&self) -> Option<&ForgeNames> {
        let body = &self.text?.body;
        let headings = || body.outline.headings().map(|heading| (heading.text, heading.id)).collect::<Vec<_>>();
        Some(self.forge.get_or_init(|| ForgeNames::new(body.title.as_deref(), &headings())))
    }
}

/// An anchor, unless it is the top of the page.
pub(super) fn said(anchor: &str) -> Option<String> {
    Some(anchor.to_owned()).filter(|anchor| !anchor.is_empty())
}
