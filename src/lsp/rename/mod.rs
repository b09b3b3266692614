//! A record by another name: every place that names it, the file that it is written in, and every link to or from that file.
//!
//! What would be changed is tried first: the site as it would then be is read, and nothing is changed that brings a fault. Must not
//! know the protocol.

mod aliases;
mod change;
mod names;
mod renamed;
mod trial;

use std::collections::BTreeSet;
use std::path::Path;

pub(super) use change::Change;

use names::Bare;
use renamed::Renamed;

use super::at;
use super::site::Site;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::moved::Moves;
use crate::graph::{Graph, Link, Record, RecordIndex};
use crate::inventory::{How, referring};
use crate::model::kind::Kind;
use crate::model::reference::RecordId;
use crate::parse::front_matter;
use crate::parse::markdown::link_definitions::destinations;
use crate::parse::place::is_markdown;
use crate::parse::yaml::{self, NodeData};
use crate::scaffold;
use crate::sources::{SourceId, Sources, Span};

/// A name that could be changed: where the cursor stands on it, and what it is now.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Renameable {
    /// The record.
    pub(super) record: RecordIndex,
    /// The words that the cursor stands on.
    pub(super) span: Span,
    /// Its name now.
    pub(super) slug: String,
}

/// What could be renamed at a place.
///
/// # Errors
/// A sentence that says why nothing can.
pub(super) fn renameable(graph: &Graph, source: SourceId, offset: usize) -> Result<Renameable, String> {
    let nothing =
        || "Put the cursor on a reference to a record, or on its title or `id`, to rename the record.".to_owned();
    let named =
        |record: RecordIndex, span: Span| Renameable { record, span, slug: graph.record(record).id.slug.clone() };
    if let Some(found) = at::reference(graph, source, offset) {
        return match found.to {
            Link::Record { record, section: None, .. } => Ok(named(record, found.span)),
            Link::Record { section: Some(_), .. } => {
                Err("A section goes by the name of its file: rename that, and the references to it follow.".to_owned())
            }
            Link::Furniture(_) => Err("The site makes this page by itself, so its name is fixed.".to_owned()),
            Link::File { .. } => Err("Rename the file itself, and the links to it follow.".to_owned()),
            _ => Err(nothing()),
        };
    }
    let (index, section) = at::record(graph, source, offset).ok_or_else(nothing)?;
    let record = graph.record(index);
    let places = [Some(record.span), record.shared.title.as_ref().map(|title| title.span)];
    let holds = |span: &Span| !span.range().is_empty() && span.range().start <= offset && offset <= span.range().end;
    let found = places.into_iter().flatten().filter(|_| section.is_none()).find(holds);
    found.map(|span| named(index, span)).ok_or_else(nothing)
}

/// What is to be changed so that a record goes by another name.
///
/// # Errors
/// A sentence that says why it cannot, and what to do.
pub(super) fn rename(site: &Site, index: RecordIndex, new: &str, rules: &[&'static Rule]) -> Result<Change, String> {
    let (sources, graph) = site.known().ok_or("Nothing can be renamed while the settings cannot be read.")?;
    whole(site)?;
    let record = graph.record(index);
    let kind = record.id.kind;
    let slug = scaffold::slug(kind, new)?;
    if slug == record.id.slug {
        return Ok(Change::default());
    }
    let id = RecordId { kind, slug };
    if let Some(other) = graph.find(&id) {
        return Err(format!("`{id}` is there already: “{}”. Choose another name.", graph.record(other).title));
    }
    let mut change = Change::default();
    match own_file(sources, record)? {
        Some(path) => {
            let from = sources.within_content(&path).to_owned();
            let to = renamed_path(&from, record, &id)?;
            let prefix = path.strip_suffix(&from).unwrap_or_default();
            change.move_file(path.clone(), format!("{prefix}{to}"));
        }
        None => change.replace(record_name(sources, record)?, &id.slug),
    }
    let renamed = Renamed { records: vec![(record.id.clone(), id)], sections: Vec::new() };
    follow(sources, graph, &renamed, &mut change);
    aliases::keep(sources, graph, &renamed, &mut change);
    trial::hold(site, change, &renamed, rules)
}

/// What is to be changed because files are about to be moved or renamed, each from its first path to its second.
///
/// # Errors
/// A sentence that says why the references to them cannot follow.
pub(super) fn files_moved(site: &Site, moves: &[(String, String)], rules: &[&'static Rule]) -> Result<Change, String> {
    let (sources, graph) = site.known().ok_or("Nothing can follow while the settings cannot be read.")?;
    whole(site)?;
    let mut change = Change::default();
    for (from, to) in moves {
        change.move_file(from.clone(), to.clone());
    }
    let renamed = trial::renamed(site, graph, &change, rules);
    follow(sources, graph, &renamed, &mut change);
    aliases::keep(sources, graph, &renamed, &mut change);
    trial::hold(site, change, &renamed, rules)
}

/// Whether every text can be read to its end, so that no reference to a renamed record is overlooked.
fn whole(site: &Site) -> Result<(), String> {
    let is_cut_short =
        |finding: &&Diagnostic| finding.rule.family == Family::Source && finding.severity == Severity::Error;
    if let Some(finding) = site.found().iter().find(is_cut_short) {
        let (file, line, _) = finding.location(&site.sources);
        return Err(format!(
            "`{file}` cannot be read to its end (line {line}), and may refer to this record. Mend that first."
        ));
    }
    match site.left_out() {
        0 => Ok(()),
        1 => Err("A record cannot be read, and may refer to this one. Mend the errors first.".to_owned()),
        many => Err(format!("{many} records cannot be read, and may refer to this one. Mend the errors first.")),
    }
}

/// The file, or folder of a document, whose name is that of the record; nothing of an entry of a list, which has an `id`.
fn own_file(sources: &Sources, record: &Record) -> Result<Option<String>, String> {
    let source = sources.get(record.source);
    let path = &source.path;
    let is_list = || {
        let root = yaml::parse(source.text(), record.source, 0).value.root;
        root.is_some_and(|root| matches!(root.data, NodeData::List(_)))
    };
    if !is_markdown(path) && is_list() {
        return Ok(None);
    }
    let file = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_index = file.eq_ignore_ascii_case("index") || file.eq_ignore_ascii_case("readme");
    match (record.id.kind, is_index) {
        (Kind::Document, true) => Ok(path.rsplit_once('/').map(|(folder, _)| folder.to_owned())),
        (Kind::Page, true) => {
            Err("This page goes by the name of its folder: rename that, and the links follow.".to_owned())
        }
        _ => Ok(Some(path.clone())),
    }
}

/// The path that a record's file has by its new name.
fn renamed_path(from: &str, record: &Record, id: &RecordId) -> Result<String, String> {
    if id.kind == Kind::Page {
        let ending = from.rsplit_once('.').map_or("md", |(_, ending)| ending);
        return Ok(format!("{}.{ending}", id.slug));
    }
    let (folder, file) = from.rsplit_once('/').unwrap_or(("", from));
    let renamed = match file.rsplit_once('.') {
        Some((stem, ending)) if crate::parse::reference::canonical(stem) == record.id.slug => {
            format!("{}.{ending}", id.slug)
        }
        None => id.slug.clone(),
        Some(_) if id.kind == Kind::Document => id.slug.clone(),
        Some(_) => return Err(format!("`{from}` is not named like the record. Rename the file by hand.")),
    };
    Ok(if folder.is_empty() { renamed } else { format!("{folder}/{renamed}") })
}

/// Where the `id` of an entry of a list stands.
fn record_name(sources: &Sources, record: &Record) -> Result<Span, String> {
    names::id_of_entry(sources, record)
        .ok_or_else(|| "The `id` of this record cannot be found. Change it by hand.".to_owned())
}

/// Changes what names the renamed records and sections, and the links to and from what has moved.
fn follow(sources: &Sources, graph: &Graph, renamed: &Renamed, change: &mut Change) {
    let mut moves: Vec<(String, String)> = change.moves_within(sources);
    moves.extend(moved_pages(graph, renamed));
    let moves = Moves::new(moves);
    let is_taken =
        |slug: &str, kind: Kind| graph.records().any(|(_, other)| other.id.kind != kind && other.id.slug == slug);
    let fits_several = renamed.records.iter().any(|(_, new)| is_taken(&new.slug, new.kind));
    let mut with_definitions: BTreeSet<SourceId> = BTreeSet::new();
    for found in referring(graph) {
        let written = sources.slice(found.span);
        let bare = match found.how {
            How::Text | How::Embed => Bare::IsPath,
            _ if fits_several => Bare::FitsSeveral,
            _ => Bare::Fits,
        };
        if bare == Bare::IsPath && written.starts_with(['[', '!']) {
            with_definitions.insert(found.span.source);
            continue;
        }
        let named = renamed.reference(graph, &found.to, written, bare);
        let relative = || relative(&moves, sources, found.span.source, written).filter(|_| bare == Bare::IsPath);
        if let Some(words) = named.or_else(relative) {
            change.replace(found.span, &words);
        }
    }
    for source in with_definitions {
        let text = sources.get(source).text();
        let start = front_matter::split(text).body_start;
        for range in destinations(&text[start..]) {
            let span = Span::new(source, start + range.start..start + range.end);
            let written = sources.slice(span);
            let words = renamed.destination(written).or_else(|| relative(&moves, sources, source, written));
            if let Some(words) = words {
                change.replace(span, &words);
            }
        }
    }
}

/// The files that renamed records and sections become: a page can be linked to by that.
fn moved_pages(graph: &Graph, renamed: &Renamed) -> Vec<(String, String)> {
    let moved = |address: &str, old: &str, new: &str| {
        let folder = address.strip_suffix(old)?;
        Some((format!("{address}.html"), format!("{folder}{new}.html")))
    };
    let records = renamed
        .records
        .iter()
        .filter_map(|(old, new)| moved(graph.record(graph.find(old)?).address.as_str(), &old.slug, &new.slug));
    let sections = renamed.sections.iter().filter_map(|(document, old, new)| {
        let sections = &graph.record(graph.find(document)?).sections;
        let section = sections.iter().find(|section| section.slug == *old)?;
        moved(section.address.as_str(), old, new)
    });
    records.chain(sections).collect()
}

/// The relative link that is to stand in place of one in the text of a source.
fn relative(moves: &Moves, sources: &Sources, source: SourceId, written: &str) -> Option<String> {
    let is_relative = !written.contains(':') && !written.starts_with(['#', '?']);
    is_relative.then(|| moves.destination(sources.content_path(source), written)).flatten()
}
