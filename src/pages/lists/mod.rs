//! Pages that are lists of other pages: the index of each kind, the list of a folder, A to Z, the site map. What is too long
//! for one page is on several, so that no page grows without bound.

mod dated;
pub(super) mod folders;
pub(super) mod front;
pub(super) mod further;
mod letters;
mod links;
pub(super) mod list;
mod places;
pub(super) mod shown;
mod steps;
pub(super) mod whole;

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture};
use crate::model::kind::Kind;
use crate::pages::content::Content;
use crate::pages::found;
use crate::pages::home as home_page;
use crate::pages::lists::front::Front;
use crate::pages::on_page;
use crate::pages::outline::{blank, folders_above, home};
use crate::pages::parts::LinkGroup;
use crate::pages::record::Begun;
use crate::pages::site::Site;
use crate::pages::view::Page;

/// The index of a kind: its records, in groups where the kind has types. A page of the site at the same address gives it
/// title and text.
pub(super) fn kind_index(site: &Site<'_>, kind: Kind) -> Page {
    let furniture = Furniture::Index(kind);
    let address = furniture.address();
    let own = site.graph.at(&address);
    let site = &own.map_or(*site, |own| site.for_record(site.graph.record(own)));
    let mut index = if let Some(own) = own {
        Begun::new(site, own).complete()
    } else {
        let mut view = blank(site, &address, &site.title(furniture));
        view.breadcrumbs = vec![home(site, &address)];
        Page { address: address.clone(), template: "index.html", view, body: None, origin: None }
    };
    let list = shown::index(Front::new(site, &address, &index.view.title), kind);
    let groups = list.groups(&address, 0);
    index.template = "index.html";
    index.view.section_path = Some(address.from_root(site.style));
    index.view.content = Content::Index { groups };
    index.view.paging = list.paging(0);
    let text = own.and_then(|own| site.graph.record(own).text.as_ref());
    index.view.contents = on_page::contents(site, &index.view, text);
    index.view.found_as = Some(found::found_as_overview(&index.view));
    index
}

/// The list of a folder without a page of its own.
pub(super) fn folder(site: &Site<'_>, address: &Address) -> Page {
    let is_root = folders::name(address).is_empty();
    let list = folders::list(site, address);
    let mut view = blank(site, address, list.title());
    if !is_root {
        view.breadcrumbs = vec![home(site, address)];
        view.breadcrumbs.extend(folders_above(site, address, address));
    }
    let rest = list.groups(address, 0);
    view.content = if is_root {
        let mut groups = home_page::first(site, address);
        let title = if groups.is_empty() { String::new() } else { site.say("home-more") };
        groups.extend(rest.into_iter().map(|rest| LinkGroup { title: title.clone(), ..rest }));
        home_page::content(site, address, groups)
    } else {
        Content::Index { groups: rest }
    };
    view.paging = list.paging(0);
    view.found_as = Some(found::found_as_overview(&view));
    let template = if is_root { "home.html" } else { "index.html" };
    Page { address: address.clone(), template, view, body: None, origin: None }
}

/// Every page by the first letter of its title.
pub(super) fn a_to_z(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::AToZ);
    let groups = shown::groups(&front(site, furniture), furniture);
    furnishing(site, furniture, "a-to-z.html", Content::Index { groups })
}

/// Every page by where it belongs.
pub(super) fn site_map(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::SiteMap);
    let groups = shown::groups(&front(site, furniture), furniture);
    let mut page = furnishing(site, furniture, "site-map.html", Content::Index { groups });
    page.view.contents = on_page::contents(site, &page.view, None);
    page
}

fn front<'a>(site: &Site<'a>, furniture: Furniture) -> Front<'a> {
    Front::new(site, &furniture.address(), &site.title(furniture))
}

/// A page of the site's furniture.
pub(super) fn furnishing(site: &Site<'_>, furniture: Furniture, template: &'static str, content: Content) -> Page {
    let address = furniture.address();
    let mut view = blank(site, &address, &site.title(furniture));
    view.breadcrumbs = vec![home(site, &address)];
    view.content = content;
    Page { address, template, view, body: None, origin: None }
}
