//! The files of the content as a build keeps them: parsed, and their texts prepared where nothing will ask for the trees again.
//!
//! Must not know how a text is parsed or prepared, nor what the graph makes of it.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::inputs::{Depth, Inputs};
use super::memory::{Memory, ParsedFile};
use crate::model::record::Data;
use crate::parse::draft::{self, Draft, Drafts, has_fields};
use crate::parse::markdown::body::Body;
use crate::parse::place::{self, Place};
use crate::render::body;
use crate::sources::{Source, SourceId};

/// Parses every file of the content that is not as it was, in parallel, in the order of the files. Sections come after all
/// else: their documents say whether their paragraphs are numbered.
pub(super) fn read_all(inputs: &Inputs<'_>, memory: &Memory) -> Vec<ParsedFile> {
    let (sources, depth) = (inputs.sources, inputs.depth);
    let paths: Vec<&str> = sources.content.iter().map(|id| sources.content_path(*id)).collect();
    let places = place::places(&paths, |index| has_fields(sources.get(sources.content[index])));
    let files: Vec<(SourceId, &str, &Place)> =
        sources.content.iter().zip(&paths).zip(&places).map(|((id, path), place)| (*id, *path, place)).collect();
    let parsed = |(id, path, place): (SourceId, &str, &Place), is_numbered: bool| {
        let source = sources.get(id);
        let kept = memory.parsed(path, source, id, place).filter(|file| file.serves(depth, is_numbered));
        kept.cloned().unwrap_or_else(|| read(source, id, place.clone(), depth, is_numbered))
    };
    let others: Vec<Option<ParsedFile>> =
        files.par_iter().map(|file| document_of(file.2).is_none().then(|| parsed(*file, false))).collect();
    let numbered: HashSet<String> = others
        .iter()
        .flatten()
        .flat_map(|file| &file.drafts.value.records)
        .filter(|draft| is_numbered(draft))
        .map(|draft| draft.id.slug.clone())
        .collect();
    let section = |file: (SourceId, &str, &Place)| {
        parsed(file, document_of(file.2).is_some_and(|document| numbered.contains(document)))
    };
    files.par_iter().zip(others).map(|(file, other)| other.unwrap_or_else(|| section(*file))).collect()
}

/// The document that a file is a section of.
fn document_of(place: &Place) -> Option<&str> {
    match place {
        Place::Section { document, .. } => Some(document),
        _ => None,
    }
}

fn is_numbered(draft: &Draft) -> bool {
    draft.data.as_ref().is_some_and(Data::is_numbered)
}

/// Parses a file; of a section it has to be known whether the paragraphs of its document are numbered. A check looks at the
/// trees of all texts; a build only at those with numbers.
pub(super) fn read(source: &Source, id: SourceId, place: Place, depth: Depth, in_numbered: bool) -> ParsedFile {
    if source.is_packed() {
        let unpacked = Source::new(source.path.as_str(), source.passing());
        let mut file = read(&unpacked, id, place, depth, in_numbered);
        // The text goes again: a build whose texts are packed leaves nothing for another.
        file.text = Arc::from("");
        if let Some(drafts) = Arc::get_mut(&mut file.drafts) {
            let bodies = bodies(&mut drafts.value, |_| true);
            bodies.filter_map(|body| body.prepared.as_mut()).for_each(|prepared| prepared.pack());
        }
        return file;
    }
    let mut drafts = draft::parse(source, id, &place);
    let has_trees = depth == Depth::Check || in_numbered;
    if !has_trees {
        for body in bodies(&mut drafts.value, |draft| !is_numbered(draft)) {
            let prepared = body::prepare(body, &[]);
            body.keep_prepared(prepared);
        }
    }
    ParsedFile { id, text: Arc::clone(source.text()), place, drafts: Arc::new(drafts), has_trees }
}

/// The texts of a section and of these records, where nobody else holds them yet.
fn bodies(drafts: &mut Drafts, of_record: impl Fn(&Draft) -> bool) -> impl Iterator<Item = &mut Body> {
    let records = drafts.records.iter_mut().filter(move |draft| of_record(draft));
    let records = records.filter_map(|draft| draft.body.as_mut());
    let sections = drafts.section.iter_mut().map(|section| &mut section.body);
    records.chain(sections).filter_map(Arc::get_mut)
}
