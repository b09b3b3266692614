//! Which pages say the same in other languages: the switch between them, and what heads tell of it.
//!
//! Must not know how a page says which it translates.

use std::collections::HashMap;

use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::language::own_name;
use crate::pages::site::Site;
use crate::pages::view::{AlternateView, Page, TranslationView};

/// The tag that stands for readers of every other language whom no other page suits; search engines read it.
const ANY_LANGUAGE: &str = "x-default";

/// What a page shows facts of: of a page that translates a record of another kind, that record; else its own.
pub(super) fn subject(site: &Site<'_>, index: RecordIndex) -> RecordIndex {
    let is_fact = |other: &RecordIndex| site.graph.record(*other).id.kind != Kind::Page;
    let is_page = site.graph.record(index).id.kind == Kind::Page;
    let translated = site.graph.translated(index).filter(|_| is_page).and_then(|address| site.graph.at(address));
    translated.filter(is_fact).unwrap_or(index)
}

/// The page of the site's furniture that a page translates.
pub(super) fn furniture(site: &Site<'_>, index: RecordIndex) -> Option<Furniture> {
    let address = site.graph.translated(index)?;
    Furniture::all().find(|page| page.address() == *address)
}

/// Finds the pages that say the same as a page in other languages.
#[derive(Debug)]
pub(super) struct Versions<'a> {
    sections: HashMap<&'a Address, (RecordIndex, usize)>,
}

impl<'a> Versions<'a> {
    /// Those of a site.
    pub(super) fn new(site: &Site<'a>) -> Self {
        let mut sections = HashMap::new();
        for (index, record) in site.graph.records() {
            let places = record.sections.iter().enumerate();
            sections.extend(places.map(|(place, section)| (&section.address, (index, place))));
        }
        Self { sections }
    }

    /// Fills in the switch of a page that there is in several languages.
    pub(super) fn fill(&self, site: &Site<'_>, page: &mut Page) {
        if !site.graph.has_translations() {
            return;
        }
        let versions = match (site.graph.at(&page.address), self.sections.get(&page.address)) {
            (None, Some((index, place))) => of_section(site, *index, *place),
            (Some(index), _) => of_page(site, site.graph.translated(index).unwrap_or(&page.address)),
            (None, None) => of_page(site, &page.address),
        };
        if versions.len() > 1 {
            fill(site, page, &versions);
        }
    }
}

/// A page in one language.
pub(super) struct Version<'a> {
    /// The language.
    pub(super) language: &'a str,
    /// Its address.
    pub(super) address: Address,
}

/// Every version of the page that was first written at an address, that one first.
fn of_page<'a>(site: &Site<'a>, original: &Address) -> Vec<Version<'a>> {
    let version = |index: &RecordIndex| {
        let record = site.graph.record(*index);
        Version { language: site.graph.language(record), address: record.address.clone() }
    };
    let first = site.graph.at(original).map(|index| version(&index));
    let first =
        first.unwrap_or_else(|| Version { language: site.graph.settings.language(), address: original.clone() });
    std::iter::once(first).chain(site.graph.translations(original).iter().map(version)).collect()
}

/// Every version of a section: the one of the same place in each translation that has as many sections.
fn of_section<'a>(site: &Site<'a>, index: RecordIndex, place: usize) -> Vec<Version<'a>> {
    let record: &'a Record = site.graph.record(index);
    let original = site.graph.translated(index).unwrap_or(&record.address);
    let documents = site.graph.at(original).into_iter().chain(site.graph.translations(original).iter().copied());
    let alike =
        documents.map(|index| site.graph.record(index)).filter(|other| other.sections.len() == record.sections.len());
    alike
        .filter_map(|document| {
            let address = document.sections.get(place)?.address.clone();
            Some(Version { language: site.graph.language(document), address })
        })
        .collect()
}

/// Fills in the switch of a page between its versions, of which the first is the one that was first written.
pub(super) fn fill(site: &Site<'_>, page: &mut Page, versions: &[Version<'_>]) {
    let way = |address: &Address| site.full_address(address).unwrap_or_else(|| site.href(&page.address, address, None));
    let mut alternates: Vec<AlternateView> = versions
        .iter()
        .map(|version| AlternateView { language: version.language.to_owned(), href: way(&version.address) })
        .collect();
    let first = versions.first().and_then(|first| site.full_address(&first.address));
    alternates.extend(first.map(|href| AlternateView { language: ANY_LANGUAGE.to_owned(), href }));
    let others = versions.iter().filter(|version| version.address != page.address);
    let translations = others.map(|version| TranslationView {
        language: version.language.to_owned(),
        name: own_name(version.language).map_or_else(|| version.language.to_owned(), str::to_owned),
        href: site.href(&page.address, &version.address, None),
        canonical: site.full_address(&version.address),
    });
    page.view.translations = translations.collect();
    page.view.alternates = alternates;
}
