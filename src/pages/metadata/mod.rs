//! What the head of each page tells machines: a description, what other sites show of it, and what it says in the
//! vocabulary of schema.org.
//!
//! Must not know templates or HTML.

mod description;
mod linked_data;
mod schema;
mod source;
mod things;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::graph::address::{Address, encode};
use crate::pages::content::Content;
use crate::pages::head::{CALENDAR, FEED, HeadView, MANIFEST, SiteHeadView, data_file};
use crate::pages::metadata::source::Source;
use crate::pages::site::Site;
use crate::pages::view::{Page, PathView, SiteView};

/// Fills in the head of every page.
pub(super) fn complete(site: &Site<'_>, pages: &mut [Page]) {
    let mut sources: HashMap<&Address, Source<'_>> = HashMap::new();
    for (_, record) in site.graph.records() {
        sources.insert(&record.address, Source { record, section: None });
        let sections = record.sections.iter();
        sources.extend(sections.map(|section| (&section.address, Source { record, section: Some(section) })));
    }
    pages.par_iter_mut().for_each(|page| {
        let source = sources.get(&page.address).copied().filter(|_| page.origin.is_some());
        page.view.head = head(&site.in_language(&page.view.words), page, source);
    });
    description::tell_apart(site, pages);
}

fn head(site: &Site<'_>, page: &Page, source: Option<Source<'_>>) -> HeadView {
    let is_home = page.address.as_str() == "index";
    // A page that leads on stays in: search engines pass on to the new address what they know of the old.
    let is_not_found = matches!(page.view.content, Content::NotFound) || page.address.as_str() == "404";
    let is_redirect = matches!(page.view.content, Content::Redirect { .. });
    let record = source.filter(|source| source.section.is_none() && !is_redirect).map(|source| source.record);
    let data = record.and_then(|record| data_file(site, record));
    let data = data.map(|path| page.address.href_to_path(&encode(&path), site.style));
    let (previous, next) = if let Content::Section { previous, next, .. } = &page.view.content {
        (previous.as_ref(), next.as_ref())
    } else {
        let paging = page.view.paging.as_deref();
        (paging.and_then(|paging| paging.previous.as_ref()), paging.and_then(|paging| paging.next.as_ref()))
    };
    HeadView {
        description: description::description(site, page, source.filter(|_| !is_redirect)),
        kind: if is_home { "website" } else { "article" },
        locale: locale(&page.view.language),
        is_hidden: is_not_found,
        has_manifest: is_home,
        data,
        previous: previous.and_then(|part| part.href.clone()),
        next: next.and_then(|part| part.href.clone()),
        linked_data: (!is_redirect && !is_not_found).then(|| linked_data::linked_data(site, page, record)),
    }
}

/// `en_GB` for `en-GB`. A language without a country is given that of the council's, where it has but one.
fn locale(language: &str) -> Option<String> {
    match language.to_ascii_lowercase().as_str() {
        "en" => Some("en_GB".to_owned()),
        "cy" => Some("cy_GB".to_owned()),
        _ => {
            let (language, country) = language.split_once('-')?;
            let is_country = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
            is_country.then(|| format!("{}_{}", language.to_ascii_lowercase(), country.to_ascii_uppercase()))
        }
    }
}

/// Fills in what is the same in every head, and the ways to the files for machines in the footer.
pub(super) fn complete_frame(site: &Site<'_>, frame: &mut SiteView, has_feed: bool, has_calendar: bool) {
    let brand = site.graph.settings.brand.as_ref();
    let logo = frame.logo.as_ref().filter(|logo| is_shown_elsewhere(logo));
    frame.head = SiteHeadView {
        feed: has_feed.then(|| FEED.to_owned()),
        calendar: has_calendar.then(|| CALENDAR.to_owned()),
        manifest: MANIFEST.to_owned(),
        theme_colour: brand.and_then(|brand| brand.colour.as_ref()).map(|colour| colour.value.clone()),
        image: logo.and_then(|logo| site.full_address_of_path(logo)),
    };
    let files = [(&frame.head.calendar, "footer-calendar"), (&frame.head.feed, "footer-feed")];
    let ways = files
        .into_iter()
        .filter_map(|(path, title)| Some(PathView { title: site.say(title), path: path.clone()?, language: None }));
    frame.footer.extend(ways);
}

/// Whether other sites show a picture of this kind.
fn is_shown_elsewhere(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["png", "jpg", "jpeg", "gif", "webp"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_country() {
        let locales = ["en-GB", "en", "cy", "pl-pl", "fr", "zh-Hant"].map(locale);
        let expected = [Some("en_GB"), Some("en_GB"), Some("cy_GB"), Some("pl_PL"), None, None];
        assert_eq!(locales, expected.map(|locale| locale.map(str::to_owned)));
    }

    #[test]
    fn drawings_are_not_shown_elsewhere() {
        assert!(is_shown_elsewhere("a/logo.PNG") && !is_shown_elsewhere("logo.svg") && !is_shown_elsewhere("png"));
    }
}
