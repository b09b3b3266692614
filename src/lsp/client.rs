//! What the editor can do, as far as it matters here.
//!
//! Must not know the site.

use lsp_types::PositionEncodingKind;
use serde_json::Value;

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
    /// Reads what the editor says of itself, `ClientCapabilities`. Each is read by itself, so that an ability which nobody here
    /// has heard of does not hide the others.
    pub(super) fn new(capabilities: &Value) -> Self {
        let words = |place: &str| -> Vec<String> {
            let listed = capabilities.pointer(place).and_then(Value::as_array);
            listed.into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
        };
        let has = |place: &str| capabilities.pointer(place).and_then(Value::as_bool).unwrap_or(false);
        let encodings = words("/general/positionEncodings").into_iter().map(PositionEncodingKind::from);
        let renames_files = words("/workspace/workspaceEdit/resourceOperations").iter().any(|word| word == "rename");
        Self {
            encoding: Encoding::chosen(&encodings.collect::<Vec<_>>()),
            // Files can be renamed in document changes alone, so who can do that takes them, as Neovim does without saying so.
            takes_versions: renames_files || has("/workspace/workspaceEdit/documentChanges"),
            renames_files,
            watches_files: has("/workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }
}
