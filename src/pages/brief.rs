//! A page in brief: what lists, files for machines and other pages tell of it. All of a site's are kept at once, the pages
//! themselves need not be.
//!
//! Must not know what stands on a page.

use crate::graph::address::Address;
use crate::graph::{RecordIndex, Text};
use crate::pages::content::Content;
use crate::pages::site::Site;
use crate::pages::view::{FoundAs, Page};
use crate::sources::Spanned;

/// A page in brief.
#[derive(Debug, Clone)]
pub struct Brief {
    /// Its address.
    pub address: Address,
    /// Its title.
    pub title: String,
    /// What stands over the title.
    pub caption: Option<String>,
    /// What stands for it in search engines: a sentence or two.
    pub description: String,
    /// Its language.
    pub language: String,
    /// The language of its frame.
    pub words: String,
    /// Its full address on the web, where the settings give one.
    pub canonical: Option<String>,
    /// The day on which its source was last changed, as ISO 8601 writes it.
    pub last_changed: Option<String>,
    /// Under what the search finds it; nothing where it is not searched.
    pub found_as: Option<FoundAs>,
    /// Whether search engines are asked to leave it out.
    pub is_hidden: bool,
    /// Where a former address leads now, relative to itself.
    pub redirects_to: Option<String>,
    /// Path of the page that the list begins with of which it is a further part.
    pub part_of: Option<String>,
    /// The anchors of its parts, beside those of its text.
    pub parts: Vec<String>,
    /// Where it was written; nothing where no source makes it.
    pub origin: Option<Spanned<()>>,
    /// The record whose text it shows, and which section of it.
    pub source: Option<(RecordIndex, Option<usize>)>,
}

impl Brief {
    /// A page in brief that shows the text of this source.
    pub(super) fn new(page: &Page, source: Option<(RecordIndex, Option<usize>)>) -> Self {
        let Page { address, view, origin, .. } = page;
        let redirects_to = match &view.content {
            Content::Redirect { href } => Some(href.clone()),
            _ => None,
        };
        Self {
            address: address.clone(),
            title: view.title.clone(),
            caption: view.caption.clone(),
            description: view.head.description.clone(),
            language: view.language.clone(),
            words: view.words.clone(),
            canonical: view.canonical.clone(),
            last_changed: view.last_changed.as_ref().map(|day| day.iso.clone()),
            found_as: view.found_as.clone(),
            is_hidden: view.head.is_hidden,
            redirects_to,
            part_of: view.paging.as_ref().and_then(|paging| paging.part_of.clone()),
            parts: Vec::new(),
            origin: *origin,
            source,
        }
    }

    /// The text that it shows.
    pub fn text<'a>(&self, site: &Site<'a>) -> Option<&'a Text> {
        let (index, section) = self.source?;
        let record = site.graph.record(index);
        match section {
            Some(place) => record.sections.get(place).map(|section| &section.text),
            None => record.text.as_ref(),
        }
    }
}
