//! The pages that lists begin with: those that a site has whatever it is about, and the pages that translate them.
//!
//! Must not know what a list shows.

use crate::graph::address::Address;
use crate::graph::furniture::{Furniture, View};
use crate::graph::{Embed, RecordIndex, Text};
use crate::pages::site::Site;

/// The page that a list begins with.
#[derive(Debug, Clone)]
pub(crate) struct Front<'a> {
    /// The ground in its language.
    pub(crate) site: Site<'a>,
    /// Its address.
    pub(crate) address: Address,
    /// What it is called.
    pub(crate) title: String,
    /// Whether a page of the site's own stands at its address, which may show some of the list or none.
    pub(super) is_taken: bool,
    /// What it is of the site's furniture, where a list begins on it in several languages.
    pub(super) page: Option<Furniture>,
}

impl<'a> Front<'a> {
    /// The page at an address, in the language of the page at hand.
    pub(crate) fn new(site: &Site<'a>, address: &Address, title: &str) -> Self {
        Self { site: *site, address: address.clone(), title: title.to_owned(), is_taken: false, page: None }
    }

    /// The page of a record.
    pub(super) fn of_record(site: &Site<'a>, index: RecordIndex) -> Self {
        let record = site.graph.record(index);
        Self::new(&site.for_record(record), &record.address, &record.title)
    }

    /// A page below it.
    pub(super) fn below(&self, name: &str) -> Address {
        Address::new(format!("{}/{name}", self.address.as_str()))
    }
}

/// Every page that the list of a page of the furniture begins with: one in each language.
pub(super) fn fronts<'a>(site: &Site<'a>, page: Furniture) -> Vec<Front<'a>> {
    if !site.graph.has(page) {
        return Vec::new();
    }
    let translations = site.graph.translations(&page.address()).iter();
    let all = original(site, page).into_iter().chain(translations.map(|index| Front::of_record(site, *index)));
    all.map(|front| Front { page: Some(page), ..front }).collect()
}

/// The one of the language of the page at hand, where there is one, else the one that was first written.
pub(super) fn front_in_language<'a>(site: &Site<'a>, page: Furniture) -> Option<Front<'a>> {
    let translation = site.translation(&page.address());
    translation.map(|index| Front::of_record(site, index)).or_else(|| original(site, page))
}

/// The page of the furniture itself. A page of the site's own at its address gives an index its title, and takes the place of
/// anything else; what it shows of a view that is embedded in some text may be a part.
fn original<'a>(site: &Site<'a>, page: Furniture) -> Option<Front<'a>> {
    let address = page.address();
    let Some(own) = site.graph.at(&address) else {
        let site = site.in_language(site.graph.settings.language());
        return Some(Front::new(&site, &address, &site.title(page)));
    };
    match page {
        Furniture::Index(_) => Some(Front::of_record(site, own)),
        Furniture::View(view) if is_embedded(site, view) => {
            Some(Front { is_taken: true, ..Front::of_record(site, own) })
        }
        Furniture::View(_) | Furniture::Furnishing(_) => None,
    }
}

/// Whether some text shows a view.
fn is_embedded(site: &Site<'_>, view: View) -> bool {
    let shows = |text: &Text| text.embeds.contains(&Embed::View(view));
    site.graph.records().any(|(_, record)| {
        record.text.as_ref().is_some_and(shows) || record.sections.iter().any(|section| shows(&section.text))
    })
}
