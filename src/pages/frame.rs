//! What is the same on every page: title, navigation, footer, contact.

use crate::graph::Link;
use crate::graph::address::{Address, encode};
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::graph::in_words;
use crate::graph::sort_key;
use crate::model::kind::Kind;
use crate::model::language::{direction, is_same_language};
use crate::model::settings::{Contact, InLanguage, NavigationEntry, Settings};
use crate::pages::head::SiteHeadView;
use crate::pages::order::place_of;
use crate::pages::outline::home_address;
use crate::pages::parts::Part;
use crate::pages::search;
use crate::pages::site::Site;
use crate::pages::view::{ContactView, PathView, SiteView, TextLanguages};
use crate::pages::wording;

/// The path of the style sheet with the owner's colour and font.
pub const BRAND_STYLE: &str = "assets/brand.css";

/// Kinds that are offered in the navigation of a site that sets none; the rest is in the site map.
const OFFERED: [Kind; 4] = [Kind::Document, Kind::Priority, Kind::Board, Kind::Plan];

/// The frame of all pages.
pub(super) fn frame(site: &Site<'_>) -> SiteView {
    let settings = &site.graph.settings;
    let other = !is_same_language(site.language, settings.language());
    let own = settings.in_language(site.language).filter(|_| other);
    let language_of = |is_own: bool| unlike_frame(site, if is_own { site.language } else { settings.language() });
    let organisation = own.and_then(|own| own.organisation.clone());
    let notice = own.and_then(|own| own.notice.clone());
    let own_contact = own.and_then(|own| own.contact.as_ref());
    let text_languages = TextLanguages {
        title: language_of(own.is_some()),
        organisation: language_of(organisation.is_some()),
        notice: language_of(notice.is_some()),
    };
    let footer = [Furnishing::AToZ, Furnishing::SiteMap, Furnishing::Accessibility].map(Furniture::Furnishing);
    let brand = settings.brand.as_ref();
    SiteView {
        title: own.map_or(&settings.title, |own| &own.title).value.clone(),
        summary: own.map_or(&settings.summary, |own| &own.summary).clone(),
        organisation: organisation.or_else(|| settings.organisation.clone()),
        direction: direction(&language(site)),
        language: language(site),
        notice: notice.or_else(|| settings.notice.clone()),
        text_languages,
        as_of: settings.as_of.map(|day| wording::day(site, day.value)),
        navigation: navigation(site, settings, own),
        footer: footer.into_iter().map(|page| furniture(site, page)).collect(),
        // One page searches in every language.
        search: search::is_made(site).then(|| {
            let page = Furniture::Furnishing(Furnishing::Search);
            PathView { title: site.title(page), path: page.address().from_root(site.style), language: None }
        }),
        home: home_address(site).from_root(site.style),
        contact: own_contact
            .or(settings.contact.as_ref())
            .map(|given| ContactView { language: language_of(own_contact.is_some()), ..contact(given) }),
        licence: settings.licence.as_ref().map(|licence| Part {
            text: licence.name.clone(),
            href: licence.url.as_ref().map(|url| url.value.0.clone()),
            language: language_of(false),
            ..Part::default()
        }),
        logo: brand.and_then(|brand| brand.logo.as_ref()).map(|logo| encode(&logo.value)),
        brand_style: brand
            .filter(|brand| brand.colour.is_some() || brand.font.is_some())
            .map(|_| BRAND_STYLE.to_owned()),
        head: SiteHeadView::default(),
    }
}

/// From where links in a frame are reckoned: the root of the site.
fn root() -> Address {
    Address::new("index")
}

/// A link from the root as an entry of a menu, whose text is in this language unless it says otherwise.
fn path_to(site: &Site<'_>, part: Part, written_in: &str) -> PathView {
    let language = unlike_frame(site, part.language.as_deref().unwrap_or(written_in));
    PathView { title: part.text, path: part.href.unwrap_or_default(), language }
}

fn furniture(site: &Site<'_>, page: Furniture) -> PathView {
    path_to(site, site.to_furniture(&root(), page), &language_of_title(site, page))
}

/// The language in which a frame calls a page of the site's furniture: that of its translation, else that of the theme's words.
fn language_of_title(site: &Site<'_>, page: Furniture) -> String {
    site.translation(&page.address()).map_or_else(|| language(site), |_| site.language.to_owned())
}

/// A language where it is not that of the frame.
fn unlike_frame(site: &Site<'_>, tag: &str) -> Option<String> {
    (!is_same_language(tag, &language(site))).then(|| tag.to_owned())
}

/// The language of a frame: the site's own where it is in the site's words.
fn language(site: &Site<'_>) -> String {
    let of_site = site.graph.settings.language();
    let is_of_site = site.words.lexicon(of_site).language() == site.lexicon.language();
    if is_of_site { of_site.to_owned() } else { site.lexicon.language().to_owned() }
}

fn navigation(site: &Site<'_>, settings: &Settings, own: Option<&InLanguage>) -> Vec<PathView> {
    if let Some(own) = own.filter(|own| !own.navigation.is_empty()) {
        let chosen = own.navigation.iter().filter_map(|entry| chosen(site, &entry.value, true));
        return chosen.collect();
    }
    if !settings.navigation.is_empty() {
        let is_own = is_same_language(site.language, settings.language());
        return settings.navigation.iter().filter_map(|entry| chosen(site, &entry.value, is_own)).collect();
    }
    let offered: Vec<PathView> = OFFERED
        .into_iter()
        .map(Furniture::Index)
        .chain([Furniture::View(View::Alignment)])
        .filter(|page| site.graph.has(*page))
        .map(|page| furniture(site, page))
        .collect();
    if offered.is_empty() { top_level(site) } else { offered }
}

/// The pages and folders right below the home page, of a site that has nothing but pages; none where they are too many.
fn top_level(site: &Site<'_>) -> Vec<PathView> {
    const MOST: usize = 6;
    let below = |address: &Address| {
        let path = address.as_str();
        *address != root() && !path.strip_suffix("/index").unwrap_or(path).contains('/')
    };
    let first_written = || site.graph.records().filter(|(index, _)| site.graph.translated(*index).is_none());
    let records = first_written()
        .filter(|(_, record)| below(&record.address))
        .map(|(index, record)| (place_of(record), path_to(site, site.to_record(&root(), index), site.language)));
    // A folder that holds translations alone is reached from what they translate.
    let is_first = |folder: &Address| {
        let path = folder.as_str().trim_end_matches("index");
        first_written().any(|(_, record)| record.address.as_str().starts_with(path))
    };
    let folders = site.graph.folders().iter().filter(|address| below(address) && is_first(address)).map(|address| {
        let title = in_words(address.as_str().trim_end_matches("/index"));
        (i64::MAX, PathView { title, path: address.from_root(site.style), language: None })
    });
    let mut found: Vec<(i64, PathView)> = records.chain(folders).collect();
    if found.len() > MOST {
        return Vec::new();
    }
    found.sort_by_cached_key(|(place, entry)| (*place, sort_key(&entry.title)));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// An entry of the navigation that the settings choose; `is_own` says whether its title is in the language of the pages. In
/// another language, a page of theirs is called by its own title.
fn chosen(site: &Site<'_>, entry: &NavigationEntry, is_own: bool) -> Option<PathView> {
    let named = entry.page.as_ref().and_then(|name| Furniture::from_name(&name.value));
    let by_name = named.filter(|page| site.graph.has(*page)).map(Link::Furniture);
    let link = entry.to.as_ref().and_then(|to| site.graph.link(to).cloned()).or(by_name)?;
    let part = site.to_link(&root(), &link)?;
    let title = entry.title.clone();
    let (part, written_in) = match (title, &link) {
        (Some(text), _) if is_own => (Part { text, language: None, ..part }, site.language.to_owned()),
        (Some(text), _) if part.language.is_some() => {
            (Part { text, language: None, ..part }, site.graph.settings.language().to_owned())
        }
        (_, Link::Furniture(page)) => (part, language_of_title(site, *page)),
        _ => (part, site.language.to_owned()),
    };
    Some(path_to(site, part, &written_in))
}

fn contact(contact: &Contact) -> ContactView {
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
    ContactView { name: contact.name.clone(), ways, language: None }
}
