//! What each page shows: plain data, every decision made here. One file a view or a family of kinds.
//!
//! Must not know templates or HTML.

mod alias;
mod alignment;
mod body;
mod consultation;
pub mod content;
mod cross_links;
pub mod dates;
pub mod directory;
mod document;
pub mod drawing;
mod elsewhere;
mod ends;
mod facts;
mod folder;
mod found;
mod frame;
mod furnishings;
mod furniture;
mod groups;
pub mod head;
mod home;
mod legislation;
mod lettering;
mod lists;
mod measures;
mod members;
mod metadata;
pub mod news;
mod on_page;
mod opening;
mod order;
mod organisation;
mod outline;
pub mod overview;
mod paging;
mod particulars;
pub mod parts;
mod plan;
mod planning_cycle;
mod priority;
mod record;
mod reviews;
mod search;
mod site;
mod span;
mod status;
mod structure;
pub mod tables;
mod timeline;
mod told_apart;
mod translations;
pub mod view;
mod views;
mod wording;

pub use alias::{Alias, alias_address, aliases};
pub use elsewhere::is_same_elsewhere;
pub use frame::BRAND_STYLE;
pub use reviews::since_change;
pub use search::{PROGRAM as SEARCH_PROGRAM, is_made as has_search};
pub use site::Site;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use crate::graph::address::Address;
use crate::graph::furniture::{Furniture, View};
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::dates::DatedView;
use crate::pages::news::NewsView;
use crate::pages::parts::AbbreviationView;
use crate::pages::view::{Page, SiteView};

/// What is to be rendered.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What is the same on every page of a language, by the tag that each page names as its `words`.
    pub frames: BTreeMap<String, SiteView>,
    /// Every page.
    pub pages: Vec<Page>,
    /// Abbreviations with what they stand for, marked up where they first stand on a page, by the language of the page. Of two
    /// that are alike the later counts.
    pub abbreviations: BTreeMap<String, Vec<AbbreviationView>>,
    /// What falls on a day, for the calendar.
    pub dates: Vec<DatedView>,
    /// What changed and what is to come, for the feed; none where the site's address is not known.
    pub news: Vec<NewsView>,
}

/// Every page of the site.
pub fn pages(site: &Site<'_>) -> Pages {
    let mut pages = Vec::new();
    let has_index = |kind: &Kind| !kind.folder().is_empty() && site.graph.has(Furniture::Index(*kind));
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(has_index).collect();
    let index_addresses: Vec<Address> = kinds.iter().map(|kind| Furniture::Index(*kind).address()).collect();
    let records: Vec<(RecordIndex, &Record)> = site.graph.records().collect();
    let of_record = |(index, record): &(RecordIndex, &Record)| {
        // A page at the address of a kind's index is that index's text.
        let own = (!index_addresses.contains(&record.address)).then(|| record::page(site, *index));
        own.into_iter().chain(document::sections(site, record)).collect::<Vec<Page>>()
    };
    let of_records: Vec<Vec<Page>> = records.par_iter().map(of_record).collect();
    pages.extend(of_records.into_iter().flatten());
    pages.extend(kinds.into_iter().map(|kind| lists::kind_index(site, kind)));
    pages.extend(site.graph.folders().iter().map(|folder| lists::folder(site, folder)));
    let mut furniture: Vec<Page> = Vec::new();
    furniture.extend(
        View::ALL
            .iter()
            .filter(|view| site.graph.has(Furniture::View(**view)))
            .map(|view| furnishings::view(site, *view)),
    );
    furniture.push(lists::a_to_z(site));
    furniture.push(lists::site_map(site));
    furniture.push(furnishings::accessibility(site));
    furniture.push(furnishings::not_found(site));
    let sheets = lists::further::further(site);
    pages.extend(sheets.par_iter().map(lists::further::Sheet::page).collect::<Vec<Page>>());
    // A page that the site has of its own takes the place of one that every site gets.
    let own: HashSet<&Address> = site.graph.records().map(|(_, record)| &record.address).collect();
    pages.extend(furniture.into_iter().filter(|page| !own.contains(&page.address)));
    if search::is_made(site) {
        pages.push(search::page(site, &pages));
    }
    pages.extend(
        aliases(site)
            .iter()
            .map(|alias| {
                let target = pages.iter().find(|page| page.address == alias.to).map(|page| &page.view);
                let site = target.map_or(*site, |target| site.in_language(&target.language));
                furnishings::redirect(&site, alias, target.map_or("", |target| target.title.as_str()))
            })
            .collect::<Vec<_>>(),
    );
    translations::complete(site, &mut pages);
    metadata::complete(site, &mut pages);
    let dates = dates::dates(site);
    let news = news::news(site, &pages, &dates);
    let mut frames = frames(site, &pages);
    for (language, frame) in &mut frames {
        metadata::complete_frame(&site.in_language(language), frame, !news.is_empty(), !dates.is_empty());
    }
    let abbreviations = abbreviations(site, &pages);
    Pages { frames, pages, abbreviations, dates, news }
}

/// The frame in every language that some page is in.
fn frames(site: &Site<'_>, pages: &[Page]) -> BTreeMap<String, SiteView> {
    let languages: BTreeSet<&str> = pages.iter().map(|page| page.view.words.as_str()).collect();
    let frame = |language: &str| (language.to_owned(), frame::frame(&site.in_language(language)));
    languages.into_iter().map(frame).collect()
}

/// The abbreviations as they are explained on the pages of each language. One that means two things means on a page what it
/// does in its language.
fn abbreviations(site: &Site<'_>, pages: &[Page]) -> BTreeMap<String, Vec<AbbreviationView>> {
    let languages: BTreeSet<&str> = pages.iter().map(|page| page.view.language.as_str()).collect();
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
