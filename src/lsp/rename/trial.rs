//! A change is tried before anybody makes it: the site as it then is must have no fault that it did not have.
//!
//! Must not know what is changed, nor why.

use std::collections::{BTreeMap, HashMap};

use super::change::Change;
use super::renamed::Renamed;
use crate::diagnostic::{Diagnostic, Rule};
use crate::graph::Graph;
use crate::lsp::site::{Site, Surveyed, survey};
use crate::model::reference::RecordId;
use crate::pipeline::Memory;
use crate::sources::{SourceId, Sources};

/// The change, where it brings no fault.
///
/// # Errors
/// A sentence that names the first fault that it would bring.
pub(super) fn hold(site: &Site, change: Change, renamed: &Renamed, rules: &[&'static Rule]) -> Result<Change, String> {
    let sources = change.apply(&site.sources);
    let after = read(site, &sources, rules);
    let is_there = |id: &RecordId| after.graph.as_ref().is_some_and(|graph| graph.find(id).is_some());
    // Two may change their names with each other.
    let is_new = |id: &RecordId| renamed.records.iter().any(|(_, new)| new == id);
    if let Some((old, new)) =
        renamed.records.iter().find(|(old, new)| !is_there(new) || (is_there(old) && !is_new(old)))
    {
        return Err(format!("Nothing was changed: `{old}` would not become `{new}`. Change its name by hand."));
    }
    let count = |findings: &[Diagnostic]| {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for finding in findings {
            *counts.entry(finding.rule.code).or_default() += 1;
        }
        counts.into_iter().map(|(code, count)| (code.to_owned(), count)).collect::<HashMap<String, usize>>()
    };
    let (was, is) = (count(site.found()), count(&after.findings));
    let grown = |finding: &&Diagnostic| is.get(finding.rule.code) > was.get(finding.rule.code);
    let known: Vec<&str> = site.found().iter().map(|finding| finding.message.as_str()).collect();
    let Some(fault) =
        after.findings.iter().filter(grown).min_by_key(|finding| known.contains(&finding.message.as_str()))
    else {
        return Ok(change);
    };
    let (file, line, _) = fault.location(&sources);
    Err(format!(
        "Nothing was changed, because the site would have a fault then: {} ({file}, line {line})",
        fault.message
    ))
}

/// The records, and sections of documents, that go by another name once files have moved.
pub(super) fn renamed(site: &Site, graph: &Graph, change: &Change, rules: &[&'static Rule]) -> Renamed {
    let sources = change.apply(&site.sources);
    let Some(after) = read(site, &sources, rules).graph else { return Renamed::default() };
    let is_moved = |source: &SourceId| change.path(&site.sources.get(*source).path).is_some();
    let (before, after) = (Written::of(graph), Written::of(&after));
    let mut renamed = Renamed::default();
    for (source, ids) in before.records.iter().filter(|(source, _)| is_moved(source)) {
        let ([old], Some([new])) = (&ids[..], after.records.get(source).map(Vec::as_slice)) else { continue };
        if old != new && old.kind == new.kind {
            renamed.records.push((old.clone(), new.clone()));
        }
    }
    for (source, (document, old)) in before.sections.iter().filter(|(source, _)| is_moved(source)) {
        let Some((_, new)) = after.sections.get(source) else { continue };
        if old != new {
            renamed.sections.push((document.clone(), old.clone(), new.clone()));
        }
    }
    renamed
}

/// What is written in each file.
#[derive(Default)]
struct Written {
    records: BTreeMap<SourceId, Vec<RecordId>>,
    /// The document and the slug of the section.
    sections: BTreeMap<SourceId, (RecordId, String)>,
}

impl Written {
    fn of(graph: &Graph) -> Self {
        let mut written = Self::default();
        for (_, record) in graph.records() {
            written.records.entry(record.source).or_default().push(record.id.clone());
            for section in &record.sections {
                written.sections.insert(section.source, (record.id.clone(), section.slug.clone()));
            }
        }
        written
    }
}

fn read(site: &Site, sources: &Sources, rules: &[&'static Rule]) -> Surveyed {
    survey(sources, site.loaded.clone(), site.days(), rules, &mut Memory::default())
}
