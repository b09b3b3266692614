//! What the preview tells a page of itself: whether it is still what is shown, what was found, where it was written.

use serde::Serialize;

use super::files::Standing;
use super::preview::{Options, Preview, Snapshot};
use crate::diagnostic::report::{Finding, Spot};
use crate::output::OutputPath;

#[derive(Serialize)]
struct State<'a> {
    generation: u64,
    run: &'a str,
    has_site: bool,
    is_current: bool,
    /// What identifies the page at the address, as `data-page` of the script does in the page.
    page: String,
    /// The file of the site at the address.
    path: Option<&'a str>,
    source: Option<&'a str>,
    is_draft: bool,
    /// What opens the source in an editor.
    edit: Option<String>,
    findings: Vec<Told<'a>>,
}

/// A finding with what opens its places in an editor.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    link: Option<String>,
    related_links: Vec<Option<String>>,
}

/// The state as JSON, for the page at the path of an address.
pub(super) fn json(path: &str, now: &Snapshot, preview: &Preview) -> Vec<u8> {
    let shown = &now.shown;
    let options = &preview.options;
    let standing = Standing::at(path, now, options);
    let file = if let Standing::File { path, .. } = &standing { Some(path) } else { None };
    let note = file.and_then(|path| shown.notes.get(path));
    let state = State {
        generation: now.generation,
        run: &preview.run,
        has_site: shown.has_site,
        is_current: shown.is_current,
        page: format!("{:016x}", standing.hash()),
        path: file.map(OutputPath::as_str),
        source: note.map(|note| note.source.as_str()),
        is_draft: note.is_some_and(|note| note.is_draft),
        edit: note.and_then(|note| options.editor.link(&options.root, &note.source, 1, 1)),
        findings: shown.findings.iter().map(|finding| told(finding, options)).collect(),
    };
    serde_json::to_vec(&state).unwrap_or_default()
}

fn told<'a>(finding: &'a Finding, options: &Options) -> Told<'a> {
    let link = |spot: &Spot| options.editor.link(&options.root, &spot.file, spot.line, spot.column);
    let related_links = finding.related.iter().map(|related| link(&related.spot)).collect();
    Told { finding, link: link(&finding.spot), related_links }
}
