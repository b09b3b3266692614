//! The timetable: on one page while that is short; then its page leads to the years, each of which has pages of its own.

use crate::pages::directory::entry::Entry;
use crate::pages::lists::front::Front;
use crate::pages::lists::list::{List, Shows};
use crate::pages::lists::steps;
use crate::pages::timeline;
use crate::pages::view::PagingView;

/// The years that have pages of their own; none where one page shows them all.
pub(super) fn lists<'a>(front: &Front<'a>) -> Vec<List<'a>> {
    let directory = front.site.directory;
    if !timeline::is_long(directory) {
        return Vec::new();
    }
    let list = |(year, entries): (&i16, &'a Vec<Entry>)| {
        let name = year.to_string();
        List::below(front, &name, &name, Shows::Year(*year), entries)
    };
    directory.years.iter().map(list).collect()
}

/// How the page of the timetable leads to the years.
pub(super) fn paging(front: &Front<'_>) -> Option<Box<PagingView>> {
    let is_long = timeline::is_long(front.site.directory);
    let steps = || steps::years(front, &front.address, None);
    is_long.then(|| Box::new(PagingView { steps: steps(), ..PagingView::default() }))
}
