//! Pages that are lists of other pages: the index of each kind, the list of a folder, A to Z, the site map.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture};
use crate::graph::in_words;
use crate::model::kind::Kind;
use crate::pages::content::Content;
use crate::pages::directories::{self, indexes};
use crate::pages::folder::within;
use crate::pages::found;
use crate::pages::home as home_page;
use crate::pages::on_page;
use crate::pages::outline::{blank, folders_above, home};
use crate::pages::parts::LinkGroup;
use crate::pages::record::Begun;
use crate::pages::site::{Site, sort_key};
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
    let groups = directories::by_type(site, &address, kind);
    index.template = "index.html";
    index.view.section_path = Some(address.from_root(site.style));
    index.view.content = Content::Index { groups };
    let text = own.and_then(|own| site.graph.record(own).text.as_ref());
    index.view.contents = on_page::contents(site, &index.view, text);
    index.view.found_as = Some(found::found_as_overview(&index.view));
    index
}

/// The list of a folder without a page of its own.
pub(super) fn folder(site: &Site<'_>, address: &Address) -> Page {
    let folder = address.as_str().strip_suffix("index").unwrap_or("");
    let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let title = if name.is_empty() { site.graph.settings.title.value.clone() } else { in_words(name) };
    let mut view = blank(site, address, &title);
    if !name.is_empty() {
        view.breadcrumbs = vec![home(site, address)];
        view.breadcrumbs.extend(folders_above(site, address));
    }
    let mut links = within(site, address);
    if name.is_empty() {
        links.extend(indexes(site, address));
        links.sort_by_cached_key(|part| sort_key(&part.text));
    }
    let rest = LinkGroup { title: String::new(), anchor: "fm-group-0".to_owned(), links };
    view.content = if name.is_empty() {
        let mut groups = home_page::first(site, address);
        let title = if groups.is_empty() { String::new() } else { site.say("home-more") };
        groups.push(LinkGroup { title, ..rest });
        home_page::content(site, address, groups)
    } else {
        Content::Index { groups: vec![rest] }
    };
    view.found_as = Some(found::found_as_overview(&view));
    let template = if name.is_empty() { "home.html" } else { "index.html" };
    Page { address: address.clone(), template, view, body: None, origin: None }
}

/// Every page by the first letter of its title.
pub(super) fn a_to_z(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::AToZ);
    let groups = directories::by_letter(site, &furniture.address());
    furnishing(site, furniture, "a-to-z.html", Content::Index { groups })
}

/// Every page by where it belongs.
pub(super) fn site_map(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::SiteMap);
    let groups = directories::by_place(site, &furniture.address());
    let mut page = furnishing(site, furniture, "site-map.html", Content::Index { groups });
    page.view.contents = on_page::contents(site, &page.view, None);
    page
}

/// A page of the site's furniture.
pub(super) fn furnishing(site: &Site<'_>, furniture: Furniture, template: &'static str, content: Content) -> Page {
    let address = furniture.address();
    let mut view = blank(site, &address, &site.title(furniture));
    view.breadcrumbs = vec![home(site, &address)];
    view.content = content;
    Page { address, template, view, body: None, origin: None }
}
