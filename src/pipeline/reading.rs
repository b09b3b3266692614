//! One file of the content as a build keeps it: parsed, and its text prepared where nothing will ask for the tree again.
//!
//! Must not know other files.

use std::sync::Arc;

use super::inputs::Depth;
use super::memory::ParsedFile;
use crate::model::kind::Kind;
use crate::parse::draft::{self, Draft};
use crate::parse::markdown::body::Body;
use crate::parse::place::Place;
use crate::render::body;
use crate::sources::{Source, SourceId};

/// Parses a file. A check looks at the trees of all texts; a build only at those whose paragraphs may be numbered, which only
/// the whole document tells.
pub(super) fn read(source: &Source, id: SourceId, place: Place, depth: Depth) -> ParsedFile {
    if source.is_packed() {
        let unpacked = Source::new(source.path.as_str(), source.passing());
        let mut file = read(&unpacked, id, place, depth);
        // The text goes again: a build whose texts are packed leaves nothing for another.
        file.text = Arc::from("");
        if let Some(drafts) = Arc::get_mut(&mut file.drafts) {
            drafts
                .value
                .records
                .iter_mut()
                .filter_map(body_of)
                .filter_map(|body| body.prepared.as_mut())
                .for_each(|all| all.pack());
        }
        return file;
    }
    let mut drafts = draft::parse(source, id, &place);
    let has_trees = depth == Depth::Check;
    if !has_trees {
        let records = drafts.value.records.iter_mut().filter(|draft| draft.id.kind != Kind::Document);
        for body in records.filter_map(body_of) {
            let prepared = body::prepare(body, &[]);
            body.keep_prepared(prepared);
        }
    }
    ParsedFile { id, text: Arc::clone(source.text()), place, drafts: Arc::new(drafts), has_trees }
}

/// The text of a draft that nobody else holds yet.
fn body_of(draft: &mut Draft) -> Option<&mut Body> {
    draft.body.as_mut().and_then(Arc::get_mut)
}
