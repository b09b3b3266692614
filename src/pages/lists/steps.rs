//! The letters of the A to Z and the years of the timetable as links, where each has pages of its own.
//!
//! Must not know what stands on these pages.

use crate::graph::address::Address;
use crate::pages::lists::front::Front;
use crate::pages::parts::Part;
use crate::pages::view::StepView;

/// What the pages of a letter are called in addresses.
pub(super) fn letter_in_address(letter: Option<&str>) -> String {
    letter.map_or_else(|| "0-to-9".to_owned(), str::to_lowercase)
}

/// Each letter, for the page at `from`, which is of the letter and of the page of it that `at` gives.
pub(super) fn letters(front: &Front<'_>, from: &Address, at: Option<(usize, usize)>) -> Vec<StepView> {
    let letters = front.site.directory.letters.iter().enumerate();
    let step = |(place, (letter, _)): (usize, &(Option<String>, _))| {
        let title = letter.clone().unwrap_or_else(|| front.site.say("title-digits"));
        let below = front.below(&letter_in_address(letter.as_deref()));
        step(front, from, &below, title, at.filter(|(letter, _)| *letter == place).map(|(_, page)| page))
    };
    letters.map(step).collect()
}

/// Each year, the same.
pub(super) fn years(front: &Front<'_>, from: &Address, at: Option<(i16, usize)>) -> Vec<StepView> {
    let years = front.site.directory.years.keys().map(|year| (*year, year.to_string()));
    let step = |(year, title): (i16, String)| {
        let page = at.filter(|(at, _)| *at == year).map(|(_, page)| page);
        step(front, from, &front.below(&title), title, page)
    };
    years.map(step).collect()
}

/// A link; `page` says which page of it is at hand, where one is.
fn step(front: &Front<'_>, from: &Address, to: &Address, title: String, page: Option<usize>) -> StepView {
    StepView {
        href: front.site.href(from, to, None),
        first: Part { text: title, ..Part::default() },
        last: None,
        current: page.map(|page| if page == 0 { "page" } else { "true" }),
        follows_gap: false,
    }
}
