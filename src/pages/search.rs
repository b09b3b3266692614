//! The page with the form that searches the site.
//!
//! Must not know how an index is made.

use std::collections::BTreeSet;

use crate::graph::furniture::{Furnishing, Furniture};
use crate::model::kind::Kind;
use crate::model::language;
use crate::model::status::Status;
use crate::pages::content::{Content, SearchChoice, SearchFilter};
use crate::pages::found::OVERVIEW;
use crate::pages::lists::furnishing;
use crate::pages::site::Site;
use crate::pages::view::{FoundAs, Page};

/// The program that reads the index, in the site.
pub const PROGRAM: &str = "pagefind/pagefind.js";

/// Whether the site has a search page of Folkmoot's: a page of its own at that address is not in the way.
pub fn is_made(site: &Site<'_>) -> bool {
    let search = Furniture::Furnishing(Furnishing::Search);
    let address = search.address();
    site.graph.has(search) && !site.graph.records().any(|(_, record)| record.address == address)
}

/// The search page; its filters offer what there is among pages that are `found` so.
pub(super) fn page<'a>(site: &Site<'_>, found: impl Iterator<Item = &'a FoundAs>) -> Page {
    let found: Vec<&FoundAs> = found.collect();
    let kinds: BTreeSet<&str> = found.iter().map(|found| found.kind).collect();
    let statuses: BTreeSet<&str> = found.iter().filter_map(|found| found.status).collect();
    let languages: BTreeSet<&str> = found.iter().map(|found| found.language.as_str()).collect();
    let of_kinds = Kind::ALL.iter().map(|kind| (kind.name(), site.label(*kind)));
    let of_kinds = of_kinds.chain([(OVERVIEW, site.say("search-overview"))]);
    let of_statuses = Status::ALL.iter().map(|status| (status.name(), site.label(*status)));
    let of_languages = languages.iter().map(|tag| (*tag, language::own_name(tag).unwrap_or(tag).to_owned()));
    let filters = [
        filter(site, "kind", of_kinds.filter(|(name, _)| kinds.contains(name))),
        filter(site, "status", of_statuses.filter(|(name, _)| statuses.contains(name))),
        filter(site, "language", of_languages),
    ];
    // What leaves no choice narrows nothing.
    let filters = filters.into_iter().filter(|filter| filter.choices.len() > 1).collect();
    let a_to_z = Furniture::Furnishing(Furnishing::AToZ).address().from_root(site.style);
    let content = Content::Search { program: PROGRAM, a_to_z, filters };
    furnishing(site, Furniture::Furnishing(Furnishing::Search), "search.html", content)
}

fn filter<'a>(site: &Site<'_>, name: &'static str, choices: impl Iterator<Item = (&'a str, String)>) -> SearchFilter {
    let choices = choices.map(|(value, label)| SearchChoice { value: value.to_owned(), label }).collect();
    let say = |part: &str| site.say(&format!("search-{name}{part}"));
    SearchFilter { name, label: say(""), all: say("-all"), choices }
}
