//! What the head of a page tells machines, and where the site's files for machines lie.
//!
//! Must not know what stands on a page.

use serde::Serialize;

use crate::graph::Record;
use crate::graph::address::Address;
use crate::model::settings::UrlStyle;
use crate::pages::site::Site;

/// The Atom feed, below the root.
pub const FEED: &str = "feed.xml";
/// The calendar, below the root.
pub const CALENDAR: &str = "calendar.ics";
/// The web manifest, below the root.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The list of all records, below the root.
pub const RECORDS: &str = "records.json";
/// The list of addresses, below the root.
pub const ADDRESSES: &str = "addresses.json";

/// What is the same in every head; a template sees it as `site.head`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SiteHeadView {
    /// Path of the feed, where there is one.
    pub feed: Option<String>,
    /// Path of the calendar, where there is one.
    pub calendar: Option<String>,
    /// Path of the web manifest.
    pub manifest: String,
    /// The owner's colour, in which a browser may draw its own frame.
    pub theme_colour: Option<String>,
    /// The full address of a picture that stands for the site elsewhere.
    pub image: Option<String>,
}

/// What is particular to the head of one page; a template sees it as `page.head`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct HeadView {
    /// What the page is about, in a sentence or two: every page has it.
    pub description: String,
    /// `og:type`: `website` for the home page, else `article`.
    pub kind: &'static str,
    /// `og:locale`: `en_GB`; nothing where the language does not say of which country it is.
    pub locale: Option<String>,
    /// Whether search engines are asked to leave it out.
    pub is_hidden: bool,
    /// Whether it names the web manifest. The home page alone does: some browsers fetch it with every page that does.
    pub has_manifest: bool,
    /// The way to the data of its record.
    pub data: Option<String>,
    /// The way to the section or part of a list before it.
    pub previous: Option<String>,
    /// The way to the one after it.
    pub next: Option<String>,
    /// What it says in the vocabulary of schema.org: JSON that is safe within `<script>`.
    pub linked_data: Option<String>,
}

impl Site<'_> {
    /// The full address of what lies at a path below the root that is encoded already, where `base_url` is known.
    pub fn full_address_of_path(&self, path: &str) -> Option<String> {
        let base = self.graph.settings.base_url.as_ref()?;
        Some(format!("{}/{path}", base.value.0.trim_end_matches('/')))
    }

    /// The full address of a page, where `base_url` is known.
    pub fn full_address(&self, address: &Address) -> Option<String> {
        let path = address.from_root(self.style);
        self.full_address_of_path(if path == "index.html" { "" } else { &path })
    }
}

/// The file with the data of a record, as a path of the output; nothing where another file has that path: one of the
/// site's own, or one that lies beside a page that nobody wrote for Folkmoot, such as `package.json` beside `package.md`.
pub fn data_file(site: &Site<'_>, record: &Record) -> Option<String> {
    let path = of_page(&record.address, site.style)?;
    let is_taken = [RECORDS, ADDRESSES].contains(&path.as_str()) || record.address == Address::new("404");
    let asset = match site.sources.content_folder.as_str() {
        "" => path.clone(),
        folder => format!("{folder}/{path}"),
    };
    let is_in_the_way = record.is_plain && site.sources.assets.contains_key(&asset);
    (!is_taken && !is_in_the_way).then_some(path)
}

fn of_page(address: &Address, style: UrlStyle) -> Option<String> {
    Some(format!("{}.json", address.output_path(style)?.as_str().strip_suffix(".html")?))
}
