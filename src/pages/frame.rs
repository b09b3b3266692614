//! What is the same on every page: title, navigation, footer, contact.

use crate::graph::address::{Address, encode};
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::graph::in_words;
use crate::graph::{Graph, Link};
use crate::model::kind::Kind;
use crate::model::settings::{NavigationEntry, Settings};
use crate::pages::folder::place_of;
use crate::pages::head::SiteHeadView;
use crate::pages::parts::Part;
use crate::pages::search;
use crate::pages::site::{Site, sort_key};
use crate::pages::view::{ContactView, PathView, SiteView};
use crate::pages::wording;

/// The path of the style sheet with the owner's colour and font.
pub const BRAND_STYLE: &str = "assets/brand.css";

/// Kinds that are offered in the navigation of a site that sets none; the rest is in the site map.
const OFFERED: [Kind; 4] = [Kind::Document, Kind::Priority, Kind::Board, Kind::Plan];

/// The frame of all pages.
pub(super) fn frame(site: &Site<'_>) -> SiteView {
    let settings = &site.graph.settings;
    let path_of = |furniture: Furniture| PathView {
        title: site.title(furniture),
        path: furniture.address().from_root(site.style),
    };
    let footer = [Furnishing::AToZ, Furnishing::SiteMap, Furnishing::Accessibility];
    SiteView {
        title: settings.title.value.clone(),
        summary: settings.summary.clone(),
        organisation: settings.organisation.clone(),
        language: language(site),
        notice: settings.notice.clone(),
        as_of: settings.as_of.map(|day| wording::day(site, day.value)),
        navigation: navigation(site, settings),
        footer: footer.into_iter().map(|page| path_of(Furniture::Furnishing(page))).collect(),
        search: search::is_made(site).then(|| path_of(Furniture::Furnishing(Furnishing::Search))),
        home: Address::new("index").from_root(site.style),
        contact: contact(settings),
        licence: settings.licence.as_ref().map(|licence| Part {
            text: licence.name.clone(),
            href: licence.url.as_ref().map(|url| url.value.0.clone()),
            ..Part::default()
        }),
        logo: settings.brand.as_ref().and_then(|brand| brand.logo.as_ref()).map(|logo| encode(&logo.value)),
        brand_style: settings
            .brand
            .as_ref()
            .filter(|brand| brand.colour.is_some() || brand.font.is_some())
            .map(|_| BRAND_STYLE.to_owned()),
        head: SiteHeadView::default(),
    }
}

/// The language of a frame: the site's own where it is in the site's words.
fn language(site: &Site<'_>) -> String {
    let of_site = site.graph.settings.language();
    let is_of_site = site.words.lexicon(of_site).language() == site.lexicon.language();
    if is_of_site { of_site.to_owned() } else { site.lexicon.language().to_owned() }
}

fn navigation(site: &Site<'_>, settings: &Settings) -> Vec<PathView> {
    if !settings.navigation.is_empty() {
        return settings.navigation.iter().filter_map(|entry| chosen(site.graph, &entry.value, site)).collect();
    }
    let offered: Vec<PathView> = OFFERED
        .into_iter()
        .map(Furniture::Index)
        .chain([Furniture::View(View::Alignment)])
        .filter(|page| site.graph.has(*page))
        .map(|page| PathView { title: site.title(page), path: page.address().from_root(site.style) })
        .collect();
    if offered.is_empty() { top_level(site) } else { offered }
}

/// The pages and folders right below the home page, of a site that has nothing but pages; none where they are too many.
fn top_level(site: &Site<'_>) -> Vec<PathView> {
    const MOST: usize = 6;
    let home = Address::new("index");
    let below = |address: &Address| {
        let path = address.as_str();
        *address != home && !path.strip_suffix("/index").unwrap_or(path).contains('/')
    };
    let records = site.graph.records().map(|(_, record)| (&record.address, place_of(record), record.title.clone()));
    let folders = site.graph.folders().iter().map(|address| {
        let name = address.as_str().trim_end_matches("/index");
        (address, i64::MAX, in_words(name))
    });
    let mut found: Vec<(&Address, i64, String)> =
        records.chain(folders).filter(|(address, ..)| below(address)).collect();
    if found.len() > MOST {
        return Vec::new();
    }
    found.sort_by_cached_key(|(_, place, title)| (*place, sort_key(title)));
    found.into_iter().map(|(address, _, title)| PathView { title, path: address.from_root(site.style) }).collect()
}

/// An entry of the navigation that the settings choose.
fn chosen(graph: &Graph, entry: &NavigationEntry, site: &Site<'_>) -> Option<PathView> {
    let named = entry.page.as_ref().and_then(|name| Furniture::from_name(&name.value));
    let by_name = named.filter(|page| graph.has(*page)).map(Link::Furniture);
    let link = entry.to.as_ref().and_then(|to| graph.link(to).cloned()).or(by_name)?;
    let (title, path) = site.destination(&Address::new("index"), &link)?;
    Some(PathView { title: entry.title.clone().unwrap_or(title), path })
}

fn contact(settings: &Settings) -> Option<ContactView> {
    let contact = settings.contact.as_ref()?;
    let mut ways = Vec::new();
    let mut add = |text: &str, href: Option<String>| ways.push(Part { text: text.to_owned(), href, ..Part::default() });
    if let Some(email) = &contact.email {
        add(&email.value, Some(format!("mailto:{}", email.value)));
    }
    if let Some(telephone) = &contact.telephone {
        let number: String = telephone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        add(telephone, Some(format!("tel:{number}")));
    }
    if let Some(address) = &contact.address {
        add(address, None);
    }
    if let Some(url) = &contact.url {
        add(&url.value.0, Some(url.value.0.clone()));
    }
    Some(ContactView { name: contact.name.clone(), ways })
}
