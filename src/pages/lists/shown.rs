//! What stands on the page that a list begins with: all of it where it is short, else what leads to the rest.
//!
//! Must not know what else stands on that page.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::model::kind::Kind;
use crate::pages::lists::front::{Front, front_in_language};
use crate::pages::lists::list::{List, Shows};
use crate::pages::lists::{dated, letters, places};
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::timeline;
use crate::pages::view::PagingView;

/// The records of a kind.
pub(in crate::pages) fn index(front: Front<'_>, kind: Kind) -> List<'_> {
    let entries = front.site.directory.index(kind);
    List::new(front, Shows::Index, entries)
}

/// The priorities held against plans.
pub(super) fn alignment(front: Front<'_>) -> List<'_> {
    let entries = front.site.directory.index(Kind::Priority);
    List::new(front, Shows::Alignment, entries)
}

/// The links on the page of a list.
pub(in crate::pages) fn groups(front: &Front<'_>, page: Furniture) -> Vec<LinkGroup> {
    match page {
        Furniture::Index(kind) => index(front.clone(), kind).groups(&front.address, 0),
        Furniture::Furnishing(Furnishing::AToZ) => letters::groups(front),
        Furniture::Furnishing(Furnishing::SiteMap) => places::groups(front),
        Furniture::View(_) | Furniture::Furnishing(Furnishing::Search | Furnishing::Accessibility) => Vec::new(),
    }
}

/// How the page of a list or a view leads to the rest.
pub(in crate::pages) fn paging(front: &Front<'_>, page: Furniture) -> Option<Box<PagingView>> {
    match page {
        Furniture::Index(kind) => index(front.clone(), kind).paging(0),
        Furniture::View(View::Alignment) => alignment(front.clone()).paging(0),
        Furniture::View(View::Timeline) => dated::paging(front),
        Furniture::View(_) | Furniture::Furnishing(_) => None,
    }
}

/// The way to the whole of a view, where a text shows only a part of it.
pub(in crate::pages) fn whole(site: &Site<'_>, from: &Address, view: View) -> Option<Part> {
    let front = front_in_language(site, Furniture::View(view))?;
    let (address, text) = match view {
        View::Alignment => {
            let list = alignment(front);
            let count = i64::try_from(list.entries.len()).unwrap_or(i64::MAX);
            let text = site.tell("alignment-all", &[("count", count.into())]);
            list.is_long().then_some((list.first, text))?
        }
        View::Timeline if timeline::is_long(site.directory) => {
            let address = if front.is_taken { dated::first_shown(&front)? } else { front.address };
            (address, site.say("timeline-all"))
        }
        _ => return None,
    };
    Some(Part { text, href: Some(site.href(from, &address, None)), ..Part::default() })
}
