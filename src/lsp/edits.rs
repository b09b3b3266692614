//! A change of the site as the editor is asked to make it.
//!
//! Must not know why it is made.

use std::collections::HashMap;

use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, RenameFile, ResourceOp,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::client::Client;
use super::documents::Documents;
use super::files;
use super::findings::uri_on_disk;
use super::rename::Change;
use super::site::Site;
use crate::sources::SourceId;

/// What the editor is to do. `with_moves`: whether it is asked to move the files too, or does so itself.
///
/// # Errors
/// A sentence, where the editor cannot rename files.
pub(super) fn workspace_edit(
    site: &Site,
    change: &Change,
    documents: &Documents,
    client: Client,
    with_moves: bool,
) -> Result<WorkspaceEdit, String> {
    if let Some((from, to)) = change.moves.first().filter(|_| with_moves && !client.renames_files) {
        return Err(format!(
            "This editor cannot rename files when it is asked to. Rename `{from}` to `{to}` in it instead."
        ));
    }
    let is_on_disk = |name: &str| files::place(&site.root, name).symlink_metadata().is_ok();
    if let Some((from, _)) = change.moves.iter().find(|(from, _)| with_moves && !is_on_disk(from)) {
        return Err(format!("`{from}` is not saved yet, so it cannot be renamed. Save it first."));
    }
    let edits = change.edits.iter().filter_map(|(source, edits)| {
        let (uri, version) = named(site, *source, documents)?;
        let text = site.sources.get(*source);
        let edit = |((start, end), words): (&(usize, usize), &String)| TextEdit {
            range: client.encoding.range(text, *start..*end),
            new_text: words.clone(),
        };
        Some((uri, version, edits.iter().map(edit).collect::<Vec<_>>()))
    });
    if !client.takes_versions {
        #[expect(clippy::mutable_key_type, reason = "the protocol's own type; nobody changes the URIs")]
        let changes: HashMap<Uri, Vec<TextEdit>> = edits.map(|(uri, _, edits)| (uri, edits)).collect();
        return Ok(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() });
    }
    let mut operations: Vec<DocumentChangeOperation> = edits
        .map(|(uri, version, edits)| {
            let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
            let edits = edits.into_iter().map(OneOf::Left).collect();
            DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits })
        })
        .collect();
    if with_moves {
        let renames = change.moves.iter().filter_map(|(from, to)| {
            let new_uri = files::uri(&site.root.join(to))?;
            let old_uri = uri_on_disk(&site.root, from)?;
            let rename = RenameFile { old_uri, new_uri, options: None, annotation_id: None };
            Some(DocumentChangeOperation::Op(ResourceOp::Rename(rename)))
        });
        operations.extend(renames);
    }
    Ok(WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(operations)), ..WorkspaceEdit::default() })
}

/// Two edits as one.
pub(super) fn joined(one: Option<WorkspaceEdit>, other: WorkspaceEdit) -> WorkspaceEdit {
    let Some(one) = one else { return other };
    let operations = |edit: &mut WorkspaceEdit| match edit.document_changes.take() {
        Some(DocumentChanges::Operations(operations)) => operations,
        Some(DocumentChanges::Edits(edits)) => edits.into_iter().map(DocumentChangeOperation::Edit).collect(),
        None => Vec::new(),
    };
    let (mut one, mut other) = (one, other);
    let all: Vec<DocumentChangeOperation> = [operations(&mut one), operations(&mut other)].concat();
    let changes = one.changes.into_iter().chain(other.changes).flatten();
    #[expect(clippy::mutable_key_type, reason = "the protocol's own type; nobody changes the URIs")]
    let changes: HashMap<Uri, Vec<TextEdit>> = changes.collect();
    WorkspaceEdit {
        changes: Some(changes).filter(|changes| !changes.is_empty()),
        document_changes: (!all.is_empty()).then_some(DocumentChanges::Operations(all)),
        ..WorkspaceEdit::default()
    }
}

/// The URI of a source, and the version of its text where it is open.
pub(super) fn named(site: &Site, source: SourceId, documents: &Documents) -> Option<(Uri, Option<i32>)> {
    let name = &site.sources.get(source).path;
    let path = files::place(&site.root, name);
    match documents.get(&path) {
        Some(document) => Some((document.uri.clone(), Some(document.version))),
        None => Some((files::uri(&path)?, None)),
    }
}
