//! What stands on the page that a list begins with: all of it where it is short, else what leads to the rest.
//!
//! Must not know what else stands on that page.

use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::model::kind::Kind;
use crate::pages::lists::front::Front;
use crate::pages::lists::list::{List, Shows};
use crate::pages::lists::{dated, letters, places};
use crate::pages::parts::LinkGroup;
use crate::pages::view::PagingView;

/// The records of a kind.
pub(crate) fn index(front: Front<'_>, kind: Kind) -> List<'_> {
    let entries = front.site.directory.index(kind);
    List::new(front, Shows::Index, entries)
}

/// The priorities held against plans.
pub(super) fn alignment(front: Front<'_>) -> List<'_> {
    let entries = front.site.directory.index(Kind::Priority);
    List::new(front, Shows::Alignment, entries)
}

/// The links on the page of a list.
pub(crate) fn groups(front: &Front<'_>, page: Furniture) -> Vec<LinkGroup> {
    match page {
        Furniture::Index(kind) => index(front.clone(), kind).groups(&front.address, 0),
        Furniture::Furnishing(Furnishing::AToZ) => letters::groups(front),
        Furniture::Furnishing(Furnishing::SiteMap) => places::groups(front),
        Furniture::View(_) | Furniture::Furnishing(Furnishing::Search | Furnishing::Accessibility) => Vec::new(),
    }
}

/// How the page of a list or a view leads to the rest.
pub(crate) fn paging(front: &Front<'_>, page: Furniture) -> Option<Box<PagingView>> {
    match page {
        Furniture::Index(kind) => index(front.clone(), kind).paging(0),
        Furniture::View(View::Alignment) => alignment(front.clone()).paging(0),
        Furniture::View(View::Timeline) => dated::paging(front),
        Furniture::View(_) | Furniture::Furnishing(_) => None,
    }
}
