//! Where the pages of a site come from: the file that each was written in, whether it is a draft, whether it is searched.

use std::collections::HashSet;

use crate::graph::address::Address;
use crate::graph::{Record, is_draft};
use crate::output::OutputPath;
use crate::pages::Site;
use crate::pages::brief::Brief;

/// Where a page comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOrigin {
    /// Its path in the site; nothing where it has none that a file can have.
    pub path: Option<OutputPath>,
    /// The file that it was written in, by its path from the site's root; nothing for a page that the site makes itself.
    pub source: Option<String>,
    /// Whether it is a draft, which only a preview shows.
    pub is_draft: bool,
    /// How the search finds it; nothing where it is not searched.
    pub searched_as: Option<SearchedAs>,
}

/// How the search finds a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchedAs {
    /// Where a result leads, from the root of the site.
    pub path: String,
    /// Its language, without a region: `en`.
    pub language: String,
}

/// The origin of each page, in the order of the pages.
pub(super) fn origins(site: &Site<'_>, pages: &[Brief]) -> Vec<PageOrigin> {
    let records = site.graph.records().map(|(_, record)| record);
    let drafts: HashSet<&Address> =
        records.filter(|record| is_draft(Some(&record.shared), Some(&record.data))).flat_map(addresses).collect();
    let origin = |page: &Brief| PageOrigin {
        path: page.address.output_path(site.style),
        source: page.origin.map(|origin| site.sources.get(origin.span.source).path.clone()),
        is_draft: drafts.contains(&page.address),
        searched_as: page.found_as.as_ref().map(|found_as| SearchedAs {
            path: page.address.from_root(site.style),
            language: found_as.language.clone(),
        }),
    };
    pages.iter().map(origin).collect()
}

/// The addresses of a record's pages.
fn addresses(record: &Record) -> impl Iterator<Item = &Address> {
    std::iter::once(&record.address).chain(record.sections.iter().map(|section| &section.address))
}
