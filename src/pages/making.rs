//! The pages of a site before they are made: which there are, each in brief, and all that one needs of the others. Each is then
//! made by itself, so that a site of any size need not hold more than those at hand.
//!
//! Must not know what stands on a page.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use super::alias::Alias;
use super::brief::Brief;
use super::dates::{self, DatedView};
use super::lists::further::{Sheet, further};
use super::metadata::{self, Source};
use super::news::{self, NewsView};
use super::parts::AbbreviationView;
use super::record::Begun;
use super::translations::Versions;
use super::view::{Page, SiteView};
use super::{Site, aliases, document, frame, furnishings, lists, search};
use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::model::kind::Kind;
use crate::model::record::Data;

/// The pages of a site, each to be made when it is asked for.
#[derive(Debug)]
pub struct Making<'a> {
    shop: Workshop<'a>,
    makers: Vec<Maker>,
    /// Each page in brief, in the order of the pages.
    pub briefs: Vec<Brief>,
    /// What is the same on every page of a language, by the tag that each page names as its `words`.
    pub frames: BTreeMap<String, SiteView>,
    /// Abbreviations with what they stand for, marked up where they first stand on a page, by the language of the page. Of two
    /// that are alike the later counts.
    pub abbreviations: BTreeMap<String, Vec<AbbreviationView>>,
    /// What falls on a day, for the calendar.
    pub dates: Vec<DatedView>,
    /// What changed and what is to come, for the feed; none where the site's address is not known.
    pub news: Vec<NewsView>,
}

/// What makes a page.
#[derive(Debug, Clone, Copy)]
enum Maker {
    Record(RecordIndex),
    Section(RecordIndex, usize),
    Index(Kind),
    /// The list of a folder, by its place in [`crate::graph::Graph::folders`].
    Folder(usize),
    View(View),
    Furnishing(Furnishing),
    NotFound,
    /// A page of a list that is too long for one, by its place in [`Workshop::sheets`].
    Sheet(usize),
    /// A former address, by its place in [`Workshop::aliases`].
    Redirect(usize),
}

/// What pages are made from, beside what is told of each other.
#[derive(Debug)]
struct Workshop<'a> {
    site: Site<'a>,
    sheets: Vec<Sheet<'a>>,
    aliases: Vec<Alias>,
    versions: Versions<'a>,
}

impl<'a> Making<'a> {
    /// Finds out which pages a site has, and what each is about.
    pub fn new(site: &Site<'a>) -> Self {
        let (sheets, aliases, versions) = (further(site), aliases(site), Versions::new(site));
        let shop = Workshop { site: *site, sheets, aliases, versions };
        let mut makers = makers(site);
        makers.extend((0..shop.sheets.len()).map(Maker::Sheet));
        let mut briefs: Vec<Brief> = makers.par_iter().map(|maker| shop.brief(*maker, &[])).collect();
        // What these show is told by the others.
        let search = search::is_made(site).then_some(Maker::Furnishing(Furnishing::Search));
        let redirects = (0..shop.aliases.len()).map(Maker::Redirect);
        let told: Vec<Maker> = search.into_iter().chain(redirects).collect();
        let of_told: Vec<Brief> = told.par_iter().map(|maker| shop.brief(*maker, &briefs)).collect();
        makers.extend(told);
        briefs.extend(of_told);
        metadata::tell_apart(site, &mut briefs);
        let dates = dates::dates(site);
        let news = news::news(site, &briefs, &dates);
        let frames = frames(site, &briefs, !news.is_empty(), !dates.is_empty());
        let abbreviations = abbreviations(site, &briefs);
        Self { shop, makers, briefs, frames, abbreviations, dates, news }
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.makers.len()
    }

    /// Makes the page at a place.
    ///
    /// # Panics
    /// Where there are not so many.
    pub fn page(&self, place: usize) -> Page {
        let (maker, brief, shop) = (self.makers[place], &self.briefs[place], &self.shop);
        let mut page = shop.made(maker, &self.briefs);
        shop.versions.fill(&shop.site, &mut page);
        let site = shop.site.in_language(&brief.words);
        page.view.head = metadata::head(&site, &page, shop.source(maker), brief.description.clone());
        page
    }

    /// Makes every page.
    pub fn pages(&self) -> Vec<Page> {
        (0..self.count()).into_par_iter().map(|place| self.page(place)).collect()
    }
}

impl<'a> Workshop<'a> {
    /// A page without what is told of it by others; the search page and former addresses tell what these pages are.
    fn made(&self, maker: Maker, told: &[Brief]) -> Page {
        let site = &self.site;
        match maker {
            Maker::Record(index) => Begun::new(site, index).complete(),
            Maker::Section(index, place) => document::section(site, index, place),
            Maker::Index(kind) => lists::kind_index(site, kind),
            Maker::Folder(place) => lists::folder(site, &site.graph.folders()[place]),
            Maker::View(view) => furnishings::view(site, view),
            Maker::Furnishing(Furnishing::AToZ) => lists::a_to_z(site),
            Maker::Furnishing(Furnishing::SiteMap) => lists::site_map(site),
            Maker::Furnishing(Furnishing::Accessibility) => furnishings::accessibility(site),
            Maker::Furnishing(Furnishing::Search) => {
                search::page(site, told.iter().filter_map(|brief| brief.found_as.as_ref()))
            }
            Maker::Sheet(place) => self.sheets[place].page(),
            Maker::NotFound => furnishings::not_found(site),
            Maker::Redirect(place) => {
                let alias = &self.aliases[place];
                let (index, section) = alias.target;
                let record = site.graph.record(index);
                let section = section.and_then(|place| record.sections.get(place));
                furnishings::redirect(
                    &site.for_record(record),
                    alias,
                    section.map_or(&record.title, |section| &section.title),
                )
            }
        }
    }

    fn brief(&self, maker: Maker, told: &[Brief]) -> Brief {
        let (page, parts) = match maker {
            Maker::Record(index) => {
                let begun = Begun::new(&self.site, index);
                let parts = begun.parts();
                (begun.page(), parts)
            }
            Maker::View(view) => (furnishings::empty_view(&self.site, view), Vec::new()),
            _ => (self.made(maker, told), Vec::new()),
        };
        let site = self.site.in_language(&page.view.words);
        let description = metadata::description(&site, &page, self.source(maker));
        Brief { description, is_hidden: metadata::is_hidden(&page), parts, ..Brief::new(&page, self.text_of(maker)) }
    }

    /// The record that a page is about, and the section.
    fn source(&self, maker: Maker) -> Option<Source<'a>> {
        let (index, section) = self.text_of(maker)?;
        let record = self.site.graph.record(index);
        Some(Source { record, section: section.and_then(|place| record.sections.get(place)) })
    }

    fn text_of(&self, maker: Maker) -> Option<(RecordIndex, Option<usize>)> {
        match maker {
            Maker::Record(index) => Some((index, None)),
            Maker::Section(index, place) => Some((index, Some(place))),
            Maker::Index(kind) => Some((self.site.graph.at(&Furniture::Index(kind).address())?, None)),
            _ => None,
        }
    }
}

/// The frame in every language that some page is in.
fn frames(site: &Site<'_>, pages: &[Brief], has_feed: bool, has_calendar: bool) -> BTreeMap<String, SiteView> {
    let languages: BTreeSet<&str> = pages.iter().map(|brief| brief.words.as_str()).collect();
    let frame = |language: &str| {
        let site = site.in_language(language);
        let mut frame = frame::frame(&site);
        metadata::complete_frame(&site, &mut frame, has_feed, has_calendar);
        (language.to_owned(), frame)
    };
    languages.into_iter().map(frame).collect()
}

/// The abbreviations as they are explained on the pages of each language. One that means two things means on a page what it
/// does in its language.
fn abbreviations(site: &Site<'_>, pages: &[Brief]) -> BTreeMap<String, Vec<AbbreviationView>> {
    let languages: BTreeSet<&str> = pages.iter().map(|brief| brief.language.as_str()).collect();
    let in_language = |language: &str| {
        let site = site.in_language(language);
        let terms = site.of_kind(Kind::Term).into_iter().filter_map(|(_, record)| match &record.data {
            Data::Term(term) => term.abbreviation.as_ref().map(|short| AbbreviationView {
                short: short.value.clone(),
                meaning: record.title.clone(),
                language: site.other_language(record),
            }),
            _ => None,
        });
        let mut explained: Vec<AbbreviationView> = terms.collect();
        explained.sort_by_key(|term| term.language.is_none());
        (language.to_owned(), explained)
    };
    languages.into_iter().map(in_language).collect()
}

/// What makes each page, but for the search page and former addresses.
fn makers(site: &Site<'_>) -> Vec<Maker> {
    let graph = site.graph;
    let has_index = |kind: &Kind| !kind.folder().is_empty() && graph.has(Furniture::Index(*kind));
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(has_index).collect();
    let index_addresses: HashSet<Address> = kinds.iter().map(|kind| Furniture::Index(*kind).address()).collect();
    let mut makers = Vec::new();
    for (index, record) in graph.records() {
        // A page at the address of a kind's index is that index's text.
        if !index_addresses.contains(&record.address) {
            makers.push(Maker::Record(index));
        }
        if let Data::Document(_) = record.data {
            makers.extend((0..record.sections.len()).map(|place| Maker::Section(index, place)));
        }
    }
    makers.extend(kinds.into_iter().map(Maker::Index));
    makers.extend((0..graph.folders().len()).map(Maker::Folder));
    let views = View::ALL.iter().copied().filter(|view| graph.has(Furniture::View(*view)));
    let views = views.map(|view| (Furniture::View(view).address(), Maker::View(view)));
    let furnishings = [Furnishing::AToZ, Furnishing::SiteMap, Furnishing::Accessibility]
        .map(|page| (Furniture::Furnishing(page).address(), Maker::Furnishing(page)));
    let all = views.chain(furnishings).chain([(Address::new("404"), Maker::NotFound)]);
    // A page that the site has of its own takes the place of one that every site gets.
    makers.extend(all.filter(|(address, _)| graph.at(address).is_none()).map(|(_, maker)| maker));
    makers
}
