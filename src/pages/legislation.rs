//! Law, section by section, and the terms that it and the plans use.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::legislation::Legislation;
use crate::model::term::Term;
use crate::pages::content::Content;
use crate::pages::cross_links::items;
use crate::pages::facts::Facts;
use crate::pages::particulars::Particulars;
use crate::pages::site::Site;

/// A law's facts and sections.
pub(super) fn particulars(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Legislation) -> Particulars {
    let facts = Facts::new(site, from)
        .quoted("fact-also-known-as", data.short_name.as_ref().map(|name| &name.value))
        .text("fact-type", data.legislation_type.map(|kind| site.label(kind.value)))
        .quoted("fact-citation", data.citation.as_ref())
        .text("fact-year", data.year.map(|year| year.value.to_string()))
        .links("fact-amends", &data.amends)
        .url("fact-read-it-at", data.url.as_ref())
        .finish();
    let content = Content::Record {
        tables: Vec::new(),
        items: items(site, from, index),
        items_title: site.say("title-provisions"),
        lists: Vec::new(),
    };
    Particulars { template: "legislation.html", facts, content }
}

/// A term's facts.
pub(super) fn term(site: &Site<'_>, from: &Address, data: &Term) -> Particulars {
    let facts = Facts::new(site, from)
        .quoted("fact-abbreviation", data.abbreviation.as_ref().map(|short| &short.value))
        .quoted("fact-meaning", data.meaning.as_ref())
        .link("fact-see-also", data.see.as_ref())
        .finish();
    let content =
        Content::Record { tables: Vec::new(), items: Vec::new(), items_title: String::new(), lists: Vec::new() };
    Particulars { template: "term.html", facts, content }
}
