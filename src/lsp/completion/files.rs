//! Files and folders that a relative link can lead to, and the parts of the pages that are written in them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::offer::{Offer, Sort, Typing};
use super::references::parts_of_text;
use crate::graph::address::encode;
use crate::graph::moved::joined;
use crate::graph::{Graph, Text};

/// The most files that are offered at once.
const MOST: usize = 200;

/// The files that could stand in these bytes.
pub(super) fn offers(typing: &Typing<'_>, range: &Range<usize>) -> Vec<Offer> {
    let sources = typing.sources;
    let text = sources.get(typing.source).text();
    let typed = text.get(range.start..typing.offset).unwrap_or("");
    if typed.contains(':') {
        return Vec::new();
    }
    let from = sources.content_path(typing.source);
    if let Some((path, _)) = typed.split_once('#') {
        let Some(whole) = joined(from, path).filter(|_| !path.is_empty()) else { return Vec::new() };
        let found = typing.graph.and_then(|graph| text_of(typing, graph, &whole));
        let offer =
            |(anchor, title): (String, String)| Offer::new(format!("{path}#{anchor}"), range, Sort::Part).detail(title);
        return found.into_iter().flat_map(parts_of_text).map(offer).collect();
    }
    let folder = typed.rfind('/').map_or("", |slash| &typed[..=slash]);
    let Some(within) = joined(from, if folder.is_empty() { "./" } else { folder }) else { return Vec::new() };
    let prefix = if within.is_empty() { String::new() } else { format!("{within}/") };
    let content = sources.content.iter().map(|id| sources.content_path(*id));
    let paths = content.chain(sources.assets.keys().map(|path| sources.within_content(path)));
    let mut children: BTreeMap<&str, bool> = BTreeMap::new();
    for rest in paths.filter(|path| *path != from).filter_map(|path| path.strip_prefix(prefix.as_str())) {
        let (name, is_folder) = rest.split_once('/').map_or((rest, false), |(name, _)| (name, true));
        children.entry(name).or_insert(is_folder);
    }
    let up = if within.is_empty() { None } else { Some(Offer::new(format!("{folder}../"), range, Sort::Folder)) };
    let offer = |(name, is_folder): (&str, bool)| {
        let slash = if is_folder { "/" } else { "" };
        let sort = if is_folder { Sort::Folder } else { Sort::File };
        Offer::new(format!("{folder}{}{slash}", encode(name)), range, sort)
    };
    children.into_iter().take(MOST).map(offer).chain(up).collect()
}

/// The text that is written in the file at a path of the content.
fn text_of<'a>(typing: &Typing<'a>, graph: &'a Graph, path: &str) -> Option<&'a Text> {
    let is_here = |source| typing.sources.content_path(source) == path;
    graph.records().find_map(|(_, record)| {
        let section = record.sections.iter().find(|section| is_here(section.source));
        section.map(|section| &section.text).or_else(|| record.text.as_ref().filter(|_| is_here(record.source)))
    })
}
