//! The former address of a page that gets another one, kept among the fields of its record, so that links from elsewhere go on
//! working (W3C, "Cool URIs don't change").
//!
//! Must not know why it gets another.

use super::change::Change;
use super::renamed::Renamed;
use crate::graph::{Graph, Record, Section, is_draft};
use crate::model::kind::Kind;
use crate::parse::front_matter;
use crate::parse::place::is_markdown;
use crate::parse::yaml::insert::into_list;
use crate::parse::yaml::{self, Node, NodeData};
use crate::sources::{SourceId, Sources, Span, Spanned};

/// The field that holds them.
const FIELD: &str = "aliases";

/// Has each renamed record and section keep its former address, where the site says at which address it is published. Where there
/// is no plain place for it, it is left to `folkmoot check --against`, which asks for it.
pub(super) fn keep(sources: &Sources, graph: &Graph, renamed: &Renamed, change: &mut Change) {
    if graph.settings.base_url.is_none() {
        return;
    }
    let mut pages = Vec::new();
    for (old, new) in &renamed.records {
        let Some(record) = graph.find(old).map(|index| graph.record(index)) else { continue };
        if is_draft(Some(&record.shared), Some(&record.data)) {
            continue;
        }
        let moved = |address: &str| match old.kind {
            Kind::Document => address.replacen(&format!("/{}/", old.slug), &format!("/{}/", new.slug), 1),
            _ => address
                .strip_suffix(old.slug.as_str())
                .map_or_else(String::new, |folder| format!("{folder}{}", new.slug)),
        };
        pages.push((Page::of(record), moved(record.address.as_str())));
        pages
            .extend(record.sections.iter().map(|section| (Page::of_section(section), moved(section.address.as_str()))));
    }
    for (document, old, new) in &renamed.sections {
        let record = graph.find(document).map(|index| graph.record(index));
        let sections = record.into_iter().flat_map(|record| &record.sections);
        for section in sections.filter(|section| section.slug == *old) {
            let folder = section.address.as_str().strip_suffix(old.as_str()).unwrap_or_default();
            pages.push((Page::of_section(section), format!("{folder}{new}")));
        }
    }
    for (page, now) in pages {
        keep_one(sources, &page, &now, change);
    }
}

/// A page that gets another address.
struct Page<'a> {
    source: SourceId,
    /// Where the record stands.
    span: Span,
    /// The address that it had.
    address: &'a str,
    /// Those that it had before.
    aliases: &'a [Spanned<String>],
}

impl<'a> Page<'a> {
    fn of(record: &'a Record) -> Self {
        let (address, aliases) = (record.address.as_str(), &record.shared.aliases);
        Self { source: record.source, span: record.span, address, aliases }
    }

    fn of_section(section: &'a Section) -> Self {
        let (address, aliases) = (section.address.as_str(), &section.aliases);
        Self { source: section.source, span: section.span, address, aliases }
    }
}

/// Has the fields of a page keep the address that it had; `now` is the one that it gets.
fn keep_one(sources: &Sources, page: &Page<'_>, now: &str, change: &mut Change) {
    let &Page { source, span, address, aliases } = page;
    let text = sources.get(source).text();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    let entry = if address.chars().all(is_plain) { address.to_owned() } else { format!("\"{address}\"") };
    // A page that gets back an address which it once had: the two change places.
    let is_now = |alias: &&Spanned<String>| alias.value.trim().trim_start_matches('/').trim_end_matches(".html") == now;
    if let Some(alias) = aliases.iter().find(is_now) {
        change.replace(alias.span, &entry);
        return;
    }
    let is_markdown = is_markdown(&sources.get(source).path);
    let range = match front_matter::split(text).fields {
        Some(range) if is_markdown => range,
        None if is_markdown => {
            // A page without fields gets some.
            change.replace(Span::new(source, 0..0), &format!("---\n{FIELD}: [{entry}]\n---\n\n"));
            return;
        }
        _ => 0..text.len(),
    };
    let Some(root) = yaml::parse(&text[range.clone()], source, range.start).value.root else { return };
    let insertion = around(&root, span).and_then(|map| into_list(text, map, FIELD, &entry));
    if let Some(insertion) = insertion {
        change.replace(Span::new(source, insertion.at..insertion.at), &insertion.words);
    }
}

/// The map of a record: the whole text, or the entry of a list that holds its place.
fn around(root: &Node, span: Span) -> Option<&Node> {
    match &root.data {
        NodeData::Map(_) => Some(root),
        NodeData::List(entries) => {
            entries.iter().find(|entry| entry.span.start <= span.start && span.end <= entry.span.end)
        }
        _ => None,
    }
}
