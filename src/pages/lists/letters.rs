//! The A to Z: on one page while that is short; then its page leads to the letters, each of which has pages of its own.

use crate::pages::directory::entry::Entry;
use crate::pages::lists::front::Front;
use crate::pages::lists::links;
use crate::pages::lists::list::{List, Shows};
use crate::pages::lists::steps::{self, letter_in_address};
use crate::pages::paging::MOST_LINKS;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;

/// The letters whose pages are apart from the page of the A to Z; none where that shows them all.
pub(super) fn lists<'a>(front: &Front<'a>) -> Vec<List<'a>> {
    if !is_long(&front.site) {
        return Vec::new();
    }
    let list = |(place, (letter, pages)): (usize, &'a (Option<String>, Vec<Entry>))| {
        let title = title(&front.site, letter.as_deref());
        List::below(front, &letter_in_address(letter.as_deref()), &title, Shows::Letter(place), pages)
    };
    front.site.directory.letters.iter().enumerate().map(list).collect()
}

/// What the page of the A to Z shows: every page by the first letter of its title, or every letter.
pub(crate) fn groups(front: &Front<'_>) -> Vec<LinkGroup> {
    let (site, from) = (&front.site, &front.address);
    let letters = site.directory.letters.iter();
    if is_long(site) {
        let steps = steps::letters(front, from, None).into_iter().zip(letters);
        let links = steps.map(|(step, (_, pages))| Part {
            href: Some(step.href),
            tag: Some(links::count(site, pages.len())),
            ..step.first
        });
        return vec![links::untitled(links.collect())];
    }
    let group = |(letter, pages): &(Option<String>, Vec<Entry>)| {
        let links = pages.iter().filter_map(Entry::record).map(|index| links::by_letter(site, from, index));
        LinkGroup {
            title: title(site, letter.as_deref()),
            anchor: format!("fm-{}", letter_in_address(letter.as_deref())),
            links: links.collect(),
        }
    };
    letters.map(group).collect()
}

fn is_long(site: &Site<'_>) -> bool {
    site.graph.records().count() > MOST_LINKS
}

fn title(site: &Site<'_>, letter: Option<&str>) -> String {
    letter.map_or_else(|| site.say("title-digits"), str::to_owned)
}
