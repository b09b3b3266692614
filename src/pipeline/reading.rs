//! One file of the content as a build keeps it: parsed, and its text prepared where nothing will ask for the tree again.
//!
//! Must not know other files.

use std::sync::Arc;

use super::inputs::Depth;
use super::memory::ParsedFile;
use crate::model::kind::Kind;
use crate::parse::draft::{self, Draft};
use crate::parse::place::Place;
use crate::render::body;
use crate::sources::{Source, SourceId};

/// Parses a file. A check looks at the trees of all texts; a build only at those whose paragraphs may be numbered, which only
/// the whole document tells.
pub(super) fn read(source: &Source, id: SourceId, place: Place, depth: Depth) -> ParsedFile {
    let mut drafts = draft::parse(source, id, &place);
    let has_trees = depth == Depth::Check;
    if !has_trees {
        drafts.value.records.iter_mut().filter(|draft| draft.id.kind != Kind::Document).for_each(prepare);
    }
    ParsedFile { id, text: Arc::clone(&source.text), place, drafts: Arc::new(drafts), has_trees }
}

fn prepare(draft: &mut Draft) {
    if let Some(body) = draft.body.as_mut().and_then(Arc::get_mut) {
        let prepared = body::prepare(body, &[]);
        body.keep_prepared(prepared);
    }
}
