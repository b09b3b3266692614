//! The outline of a page before anything is said on it: its addresses, its language, the way to it from the home page.

use crate::graph::Record;
use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::graph::in_words;
use crate::model::kind::Kind;
use crate::model::language::direction;
use crate::model::reference::RecordId;
use crate::pages::content::Content;
use crate::pages::head::HeadView;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::view::PageView;

/// A page with nothing on it but its title.
pub(super) fn blank(site: &Site<'_>, address: &Address, title: &str) -> PageView {
    let settings = &site.graph.settings;
    let path = address.from_root(site.style);
    let base = settings.base_url.as_ref().map(|base| base.value.0.trim_end_matches('/').to_owned());
    PageView {
        title: title.to_owned(),
        caption: None,
        summary: None,
        language: site.language.to_owned(),
        direction: direction(site.language),
        words: site.frame_tag().to_owned(),
        root: address.to_root(site.style),
        canonical: base.map(|base| format!("{base}/{}", if path == "index.html" { "" } else { &path })),
        path,
        section_path: None,
        breadcrumbs: Vec::new(),
        status: None,
        contents: Vec::new(),
        facts: Vec::new(),
        content: Content::Page,
        overviews: Vec::new(),
        cross_links: Vec::new(),
        linked_from: Vec::new(),
        last_changed: None,
        review_due: None,
        translations: Vec::new(),
        alternates: Vec::new(),
        head: HeadView::default(),
        found_as: None,
        paging: None,
    }
}

/// The way from the home page to a record.
pub(super) fn breadcrumbs(site: &Site<'_>, from: &Address, record: &Record) -> Vec<Part> {
    if from.as_str() == "index" || *from == home_address(site) {
        return Vec::new();
    }
    let mut crumbs = vec![home(site, from)];
    if record.id.kind == Kind::Page {
        let home = crumbs[0].href.clone();
        crumbs.extend(folders_above(site, from, from).into_iter().filter(|crumb| crumb.href != home));
    } else {
        crumbs.push(site.to_furniture(from, Furniture::Index(record.id.kind)));
    }
    crumbs
}

/// The link to the home page.
pub(super) fn home(site: &Site<'_>, from: &Address) -> Part {
    Part { text: site.say("title-home"), href: Some(site.href(from, &home_address(site), None)), ..Part::default() }
}

/// The address of the home page in the language of the page at hand, where it is translated.
pub(super) fn home_address(site: &Site<'_>) -> Address {
    let home = Address::new("index");
    site.translation(&home).map_or(home, |index| site.graph.record(index).address.clone())
}

/// The pages of the folders above a page, from the outermost in, as links from the page at `from`.
pub(super) fn folders_above(site: &Site<'_>, page: &Address, from: &Address) -> Vec<Part> {
    let path = page.as_str();
    let own_folder = path.strip_suffix("/index").unwrap_or(path);
    let mut crumbs = Vec::new();
    for (at, _) in own_folder.match_indices('/') {
        let folder = &own_folder[..at];
        let address = Address::new(format!("{folder}/index"));
        let id = RecordId { kind: Kind::Page, slug: address.as_str().to_owned() };
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let page = site.graph.find(&id);
        crumbs.push(page.map_or_else(
            || Part { text: in_words(name), href: Some(site.href(from, &address, None)), ..Part::default() },
            |index| site.to_record(from, index),
        ));
    }
    crumbs
}

/// The entry of the navigation that the pages of a record at `from` belong under: its own where it has one, else the index of
/// its kind.
pub(super) fn section_path(site: &Site<'_>, from: &Address, record: &Record) -> Option<String> {
    let kind = record.id.kind;
    if kind == Kind::Page {
        return None;
    }
    let named = site.graph.settings.navigation_entries().filter_map(|entry| entry.value.to.as_ref());
    let own = named.filter_map(|to| site.graph.follow(to)).any(|(_, target)| target.id == record.id);
    let index = Furniture::Index(kind).address();
    let index = site.translation(&index).map_or(index, |index| site.graph.record(index).address.clone());
    let address = if own { from.clone() } else { index };
    Some(address.from_root(site.style))
}
