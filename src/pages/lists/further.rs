//! The pages that a site needs besides those that it always has, because a list is too long for one: which they are, with
//! nothing made yet, and each when it is asked for.

use std::sync::Arc;

use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::pages::lists::front::{Front, fronts};
use crate::pages::lists::list::List;
use crate::pages::lists::{dated, folders, letters, places, shown};
use crate::pages::site::Site;
use crate::pages::view::Page;

/// A page of a list that is too long for one.
#[derive(Debug, Clone)]
pub(crate) struct Sheet<'a> {
    list: Arc<List<'a>>,
    place: usize,
}

impl Sheet<'_> {
    /// The page.
    pub(crate) fn page(&self) -> Page {
        self.list.page(self.place)
    }
}

/// Every such page of the site.
pub(crate) fn further<'a>(site: &Site<'a>) -> Vec<Sheet<'a>> {
    let of_furniture = Furniture::all().flat_map(|page| {
        let of_front = move |front: Front<'a>| of_furniture(front, page);
        fronts(site, page).into_iter().flat_map(of_front)
    });
    let of_folders = site.graph.folders().iter().map(|address| folders::list(site, address));
    let of_readmes = site.graph.records().filter_map(|(index, _)| folders::beside_readme(site, index));
    let lists = of_furniture.chain(of_folders).chain(of_readmes).map(Arc::new);
    let sheets = |list: Arc<List<'a>>| list.further().map(move |place| Sheet { list: Arc::clone(&list), place });
    lists.flat_map(sheets).collect()
}

/// The lists of a page of the furniture that begin with this page.
fn of_furniture(front: Front<'_>, page: Furniture) -> Vec<List<'_>> {
    match page {
        Furniture::Index(kind) => vec![shown::index(front, kind)],
        Furniture::View(View::Alignment) => vec![shown::alignment(front)],
        Furniture::View(View::Timeline) => dated::lists(&front),
        Furniture::Furnishing(Furnishing::AToZ) => letters::lists(&front),
        Furniture::Furnishing(Furnishing::SiteMap) => places::lists(&front),
        Furniture::View(_) | Furniture::Furnishing(Furnishing::Search | Furnishing::Accessibility) => Vec::new(),
    }
}
