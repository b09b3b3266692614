//! A record by another name: every place that names it, the file that it is written in, and every link to or from that file.
//!
//! What would be changed is tried first: the site as it would then be is read, and nothing is changed that brings a fault. Must not
//! know the protocol.

mod change;
mod names;
mod renamed;
mod trial;

use std::path::Path;

pub(super) use change::Change;

use renamed::Renamed;

use super::at;
use super::site::Site;
use crate::diagnostic::Rule;
use crate::graph::moved::Moves;
use crate::graph::{Graph, Link, Record, RecordIndex};
use crate::inventory::{How, Referring, referring};
use crate::model::kind::Kind;
use crate::model::reference::RecordId;
use crate::parse::place::is_markdown;
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
    match own_file(sources, graph, record)? {
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
    trial::hold(site, change, rules)
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
    trial::hold(site, change, rules)
}

/// Whether every record can be read, so that no reference to a renamed one is overlooked.
fn whole(site: &Site) -> Result<(), String> {
    match site.left_out() {
        0 => Ok(()),
        1 => Err("A record cannot be read, and may refer to this one. Mend the errors first.".to_owned()),
        many => Err(format!("{many} records cannot be read, and may refer to this one. Mend the errors first.")),
    }
}

/// The file, or folder of a document, whose name is that of the record; nothing of an entry of a list, which has an `id`.
fn own_file(sources: &Sources, graph: &Graph, record: &Record) -> Result<Option<String>, String> {
    let path = &sources.get(record.source).path;
    let is_list = record.extent.range().len() < sources.get(record.source).text().trim_end().len()
        || graph.records().filter(|(_, other)| other.source == record.source).count() > 1;
    if !is_markdown(path) && is_list && record_name(sources, record).is_ok() {
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
    moves.extend(renamed.records.iter().filter_map(|(old, new)| {
        // A page can be linked to by the file that it becomes.
        let address = graph.record(graph.find(old)?).address.as_str();
        let folder = address.strip_suffix(old.slug.as_str())?;
        Some((format!("{address}.html"), format!("{folder}{}.html", new.slug)))
    }));
    let moves = Moves::new(moves);
    for found in referring(graph) {
        let written = sources.slice(found.span);
        let named = |destination: &str| renamed.reference(graph, &found.to, destination);
        let relative = |destination: &str| relative(&moves, sources, &found, destination);
        let instead = |destination: &str| named(destination).or_else(|| relative(destination));
        if matches!(found.how, How::Text) && written.starts_with(['[', '!']) {
            for (span, words) in names::definitions(sources, found.span, instead) {
                change.replace(span, &words);
            }
        } else if let Some(words) = instead(written) {
            change.replace(found.span, &words);
        }
    }
}

/// The relative link that is to stand in place of that of a text.
fn relative(moves: &Moves, sources: &Sources, found: &Referring<'_>, written: &str) -> Option<String> {
    let is_relative = !written.contains(':') && !written.starts_with(['#', '?']);
    let is_text = matches!(found.how, How::Text | How::Embed);
    (is_relative && is_text).then(|| moves.destination(sources.content_path(found.span.source), written)).flatten()
}
