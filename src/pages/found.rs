//! Under what the search finds each page: its kind, where it stands in its life, its language.
//!
//! Must not know how an index is made.

use crate::pages::view::{FoundAs, PageView};

/// The kind of lists and views, which are no records.
pub(super) const OVERVIEW: &str = "overview";

/// Under what a page is found that says something itself.
pub(super) fn found_as(kind: &'static str, view: &PageView) -> FoundAs {
    let status = view.status.as_ref().map(|status| status.name);
    FoundAs { kind, status, language: base_of(&view.language), lists_others: false }
}

/// Under what a list or a view is found. Every fact on it stands on the page of a record too, and is found there.
pub(super) fn found_as_overview(view: &PageView) -> FoundAs {
    FoundAs { lists_others: true, ..found_as(OVERVIEW, view) }
}

/// A language without region or script: `en` for `en-GB`.
fn base_of(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
}
