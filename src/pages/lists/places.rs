//! The site map: on one page while that is short; then the longest of its groups have pages of their own.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::graph::sort_key;
use crate::model::kind::Kind;
use crate::pages::directory::entry::Entry;
use crate::pages::lists::front::Front;
use crate::pages::lists::links;
use crate::pages::lists::list::{List, Shows};
use crate::pages::paging::MOST_LINKS;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;

/// The groups whose pages are apart from the page of the site map; none where that shows them all.
pub(super) fn lists<'a>(front: &Front<'a>) -> Vec<List<'a>> {
    let site = front.site;
    let long = long(&site);
    let apart = site.directory.places.iter().filter(|(kind, _)| long.contains(kind));
    let list = |(kind, pages): &'a (Kind, Vec<Entry>)| {
        List::below(front, kind.name(), &site.label_as(*kind, "plural"), Shows::Place, pages)
    };
    apart.map(list).collect()
}

/// What the page of the site map shows: links to the groups that are apart, then the others, each under its heading.
pub(crate) fn groups(front: &Front<'_>) -> Vec<LinkGroup> {
    let (site, from) = (&front.site, &front.address);
    let long = long(site);
    let (apart, here): (Vec<_>, Vec<_>) = site.directory.places.iter().partition(|(kind, _)| long.contains(kind));
    let to_list = |(kind, pages): &(Kind, Vec<Entry>)| Part {
        text: site.label_as(*kind, "plural"),
        href: Some(site.href(from, &front.below(kind.name()), None)),
        tag: Some(links::count(site, pages.len())),
        ..Part::default()
    };
    let group = |(kind, pages): &(Kind, Vec<Entry>)| LinkGroup {
        title: site.label_as(*kind, "plural"),
        anchor: format!("fm-{}", kind.name()),
        links: pages.iter().map(|entry| links::by_place(site, from, entry)).collect(),
    };
    let mut groups = Vec::new();
    groups.extend((!apart.is_empty()).then(|| links::untitled(apart.into_iter().map(to_list).collect())));
    groups.extend(here.into_iter().map(group));
    let (title, anchor) = (site.say("title-overviews"), "fm-overviews".to_owned());
    groups.push(LinkGroup { title, anchor, links: overviews(site, from) });
    groups
}

/// The kinds that have pages of their own: of as few as can be, the longest, so that the others are within the bound with the
/// links to these and to the overviews.
fn long(site: &Site<'_>) -> Vec<Kind> {
    let places = &site.directory.places;
    let total: usize = places.iter().map(|(_, pages)| pages.len()).sum();
    let mut over = (total + Furniture::all().count()).saturating_sub(MOST_LINKS);
    let mut by_length: Vec<(usize, Kind)> = places.iter().map(|(kind, pages)| (pages.len(), *kind)).collect();
    by_length.sort_unstable();
    let mut long = Vec::new();
    while let Some((length, kind)) = by_length.pop().filter(|_| over > 0) {
        long.push(kind);
        over = (over + 1).saturating_sub(length);
    }
    long
}

fn overviews(site: &Site<'_>, from: &Address) -> Vec<Part> {
    let views = View::ALL.iter().map(|view| Furniture::View(*view));
    let pages = [Furnishing::Search, Furnishing::AToZ, Furnishing::Accessibility].map(Furniture::Furnishing);
    let indexes = Furniture::all().filter(|page| matches!(page, Furniture::Index(_)));
    let made = views.chain(indexes).chain(pages).filter(|page| site.graph.has(*page));
    let mut overviews: Vec<Part> = made.map(|page| site.to_furniture(from, page)).collect();
    overviews.sort_by_cached_key(|part| sort_key(&part.text));
    overviews
}
