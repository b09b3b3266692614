//! What each page shows: plain data, every decision made here. One file a view or a family of kinds.
//!
//! Must not know templates or HTML.

mod alignment;
mod body;
mod consultation;
mod cross_links;
mod document;
mod facts;
mod frame;
mod furnishings;
mod groups;
mod legislation;
mod lists;
mod members;
mod organisation;
mod plan;
mod priority;
mod record;
mod site;
mod timeline;
pub mod view;
mod wording;

pub use site::Site;

use crate::graph::address::Address;
use crate::graph::furniture::View;
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::view::{Page, SiteView};
use crate::sources::Span;

/// What is to be rendered.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What is the same on every page.
    pub frame: SiteView,
    /// Every page.
    pub pages: Vec<Page>,
    /// Abbreviations with what they stand for, marked up where they first stand on a page.
    pub abbreviations: Vec<(String, String)>,
}

/// The path of the style sheet with the owner's colour and font.
pub const BRAND_STYLE: &str = "assets/brand.css";

/// A former address and the page that it leads to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The former address, without an ending.
    pub from: Address,
    /// The page.
    pub to: Address,
    /// Where it was written.
    pub span: Span,
}

/// Every page of the site.
pub fn pages(site: &Site<'_>) -> Pages {
    let mut pages = Vec::new();
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| lists::has_index(site, *kind)).collect();
    let index_addresses: Vec<Address> =
        kinds.iter().map(|kind| crate::graph::furniture::Furniture::Index(*kind).address()).collect();
    for (index, record) in site.graph.records() {
        // A page at the address of a kind's index is that index's text.
        if !index_addresses.contains(&record.address) {
            pages.push(record::page(site, index));
        }
        pages.extend(document::sections(site, record));
    }
    pages.extend(kinds.into_iter().map(|kind| lists::kind_index(site, kind)));
    pages.extend(site.graph.folders().iter().map(|folder| lists::folder(site, folder)));
    pages.extend(View::ALL.iter().filter(|view| lists::has_view(site, **view)).map(|view| furnishings::view(site, *view)));
    pages.push(lists::a_to_z(site));
    pages.push(lists::site_map(site));
    pages.push(furnishings::accessibility(site));
    pages.push(furnishings::not_found(site));
    pages.extend(aliases(site).iter().map(|alias| {
        let title = pages.iter().find(|page| page.address == alias.to).map_or("", |page| page.view.title.as_str());
        furnishings::redirect(site, alias, title)
    }).collect::<Vec<_>>());
    Pages { frame: frame::frame(site), pages, abbreviations: abbreviations(site) }
}

/// Every former address.
pub fn aliases(site: &Site<'_>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for (_, record) in site.graph.records() {
        let own = record.shared.aliases.iter().map(|alias| (alias, &record.address));
        let sections =
            record.sections.iter().flat_map(|section| section.aliases.iter().map(|alias| (alias, &section.address)));
        for (alias, to) in own.chain(sections) {
            aliases.push(Alias { from: alias_address(&alias.value), to: to.clone(), span: alias.span });
        }
    }
    aliases
}

/// A former address as the settings' style would write it: without a leading slash or an ending.
fn alias_address(alias: &str) -> Address {
    let path = alias.trim_start_matches('/');
    match path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")) {
        Some(stem) => Address::new(stem),
        None if path.is_empty() || path.ends_with('/') => Address::new(format!("{path}index")),
        None => Address::new(path),
    }
}

fn abbreviations(site: &Site<'_>) -> Vec<(String, String)> {
    let terms = site.of_kind(Kind::Term);
    terms
        .into_iter()
        .filter_map(|(_, record)| match &record.data {
            Data::Term(term) => term.abbreviation.as_ref().map(|short| (short.value.clone(), record.title.clone())),
            _ => None,
        })
        .collect()
}
