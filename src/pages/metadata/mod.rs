//! What the head of each page tells machines: a description, what other sites show of it, and what it says in the
//! vocabulary of schema.org.
//!
//! Must not know templates or HTML.

mod description;
mod linked_data;
mod schema;
mod source;
mod things;

pub(super) use description::{description, tell_apart};
pub(super) use source::Source;

use crate::graph::address::encode;
use crate::pages::content::Content;
use crate::pages::head::{CALENDAR, FEED, HeadView, MANIFEST, SiteHeadView, data_file};
use crate::pages::site::Site;
use crate::pages::view::{Page, PathView, SiteView};

/// The head of a page with the description that was chosen for it.
pub(super) fn head(site: &Site<'_>, page: &Page, source: Option<Source<'_>>, description: String) -> HeadView {
    let is_home = page.address.as_str() == "index";
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
    let is_hidden = is_hidden(page);
    HeadView {
        description,
        kind: if is_home { "website" } else { "article" },
        locale: locale(&page.view.language),
        is_hidden,
        has_manifest: is_home,
        data,
        previous: previous.and_then(|part| part.href.clone()),
        next: next.and_then(|part| part.href.clone()),
        linked_data: (!is_redirect && !is_hidden).then(|| linked_data::linked_data(site, page, record)),
    }
}

/// Whether search engines are asked to leave a page out. One that leads on stays in: they pass on to the new address what they
/// know of the old.
pub(super) fn is_hidden(page: &Page) -> bool {
    matches!(page.view.content, Content::NotFound) || page.address.as_str() == "404"
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
