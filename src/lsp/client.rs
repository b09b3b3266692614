//! What the editor can do, as far as it matters here.
//!
//! Must not know the site.

use lsp_types::{ClientCapabilities, ResourceOperationKind};

use super::positions::Encoding;

/// An editor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Client {
    /// What it counts columns in.
    pub(super) encoding: Encoding,
    /// Whether it takes edits of texts with the versions that they are of.
    pub(super) takes_versions: bool,
    /// Whether it can rename files when it is asked.
    pub(super) renames_files: bool,
    /// Whether it can be asked to tell of files that change on the disk.
    pub(super) watches_files: bool,
}

impl Client {
    /// Reads what the editor says of itself.
    pub(super) fn new(capabilities: &ClientCapabilities) -> Self {
        let general = capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.clone()).unwrap_or_default();
        let workspace = capabilities.workspace.as_ref();
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let operations = edits.and_then(|edits| edits.resource_operations.as_ref());
        let renames_files = operations.is_some_and(|operations| operations.contains(&ResourceOperationKind::Rename));
        // Files can be renamed in document changes alone, so who can do that takes them, as Neovim does without saying so.
        let takes_versions = renames_files || edits.and_then(|edits| edits.document_changes).unwrap_or(false);
        let watching = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Self {
            encoding: Encoding::chosen(&offered),
            takes_versions,
            renames_files,
            watches_files: watching.and_then(|watching| watching.dynamic_registration).unwrap_or(false),
        }
    }
}
