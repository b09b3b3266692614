//! The way to the whole of a view of which a text shows only a part.
//!
//! Must not know what the view shows.

use crate::graph::address::Address;
use crate::graph::furniture::{Furniture, View};
use crate::model::kind::Kind;
use crate::pages::lists::front::{Front, front_in_language};
use crate::pages::paging::MOST_ROWS;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::timeline;

/// The way to the whole of a view, from a text on the page at `from`; nothing where the text shows all of it.
pub(crate) fn whole(site: &Site<'_>, from: &Address, view: View) -> Option<Part> {
    let priorities = site.directory.index(Kind::Priority).len();
    let text = match view {
        View::Alignment if priorities > MOST_ROWS => {
            let count = i64::try_from(priorities).unwrap_or(i64::MAX);
            site.tell("alignment-all", &[("count", count.into())])
        }
        View::Timeline if timeline::is_long(site.directory) => site.say("timeline-all"),
        _ => return None,
    };
    let front = front_in_language(site, Furniture::View(view))?;
    let address = match view {
        _ if !front.is_taken => front.address,
        View::Timeline => first_year(&front)?,
        _ => front.below("1"),
    };
    Some(Part { text, href: Some(site.href(from, &address, None)), ..Part::default() })
}

/// The page of the year with which a part of the timetable begins.
fn first_year(front: &Front<'_>) -> Option<Address> {
    let shown = timeline::window(&front.site)?;
    let year = timeline::day_of(front.site.graph, shown.first()?)?.year();
    Some(front.below(&year.to_string()))
}
