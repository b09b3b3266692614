//! Hands the findings of a check to the editor, and takes back those that no longer stand.
//!
//! Must not know how they are found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use lsp_types::{PublishDiagnosticsParams, Uri};

use super::checking::Checked;
use super::documents::Documents;
use super::files;
use super::findings::{by_file, uri_on_disk};
use super::positions::Encoding;

/// The files of each site that something is underlined in.
#[derive(Debug, Default)]
pub(super) struct Published(BTreeMap<PathBuf, BTreeSet<String>>);

impl Published {
    /// What the editor is to be told once a site is forgotten: nothing is underlined in it any more.
    pub(super) fn forget(&mut self, root: &Path, documents: &Documents) -> Vec<PublishDiagnosticsParams> {
        let files = self.0.remove(root).unwrap_or_default();
        let cleared = files.into_iter().filter_map(|name| {
            let path = files::place(root, &name);
            let uri = documents.get(&path).map(|document| document.uri.clone()).or_else(|| files::uri(&path))?;
            Some(PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None })
        });
        cleared.collect()
    }

    /// What the editor is to be told after a check. Open files are told of each time, so that it sees that they were looked at.
    pub(super) fn publish(
        &mut self,
        checked: &Checked,
        documents: &Documents,
        encoding: Encoding,
    ) -> Vec<PublishDiagnosticsParams> {
        let root = &checked.root;
        let named = documents.iter().filter_map(|(path, document)| {
            let name = files::name_within(root, path)?;
            checked.sources.find(&name).map(|_| (name, (document.uri.clone(), document.version)))
        });
        let open: BTreeMap<String, (Uri, i32)> = named.collect();
        let uri_of = |name: &str| uri(root, name, &open);
        let mut found = by_file(&checked.findings, &checked.sources, encoding, &uri_of);
        let now: BTreeSet<String> = found.keys().cloned().collect();
        let before = self.0.insert(root.clone(), now).unwrap_or_default();
        for name in before.into_iter().chain(open.keys().cloned()) {
            found.entry(name).or_default();
        }
        let told = found.into_iter().filter_map(|(name, diagnostics)| {
            let version = open.get(&name).map(|(_, version)| *version);
            Some(PublishDiagnosticsParams { uri: uri(root, &name, &open)?, diagnostics, version })
        });
        told.collect()
    }
}

/// The URI of a file, as the editor names it where it is open.
fn uri(root: &Path, name: &str, open: &BTreeMap<String, (Uri, i32)>) -> Option<Uri> {
    open.get(name).map(|(uri, _)| uri.clone()).or_else(|| uri_on_disk(root, name))
}
