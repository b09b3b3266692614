//! Files in folders that mean nothing: a misspelt kind, YAML outside every kind, a document without its first page.
//!
//! Looks at a site's `content/` only; a folder of plain Markdown is laid out as its owner likes.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity, nearest};
use crate::model::kind::Kind;
use crate::parse::draft::has_fields;
use crate::parse::place::is_markdown;
use crate::sources::{Sources, Span};

/// A file that is not what its author took it for.
pub static MISPLACED_FILE: Rule = Rule {
    code: "misplaced-file",
    severity: Severity::Warning,
    explanation: "The folder that a file lies in says what it is. In a folder whose name is misspelt a record is only a page, \
                  YAML is published as it stands instead of being read, and a folder of a document without `index.md` is a \
                  folder of pages.",
    wrong: "content/priority/knife-crime.md",
    right: "content/priorities/knife-crime.md",
};

/// What lies where it means nothing.
pub fn misplaced(sources: &Sources) -> Vec<Diagnostic> {
    if sources.content_folder.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for id in &sources.content {
        let source = sources.get(*id);
        let path = sources.content_path(*id);
        if !is_markdown(path) || !has_fields(source) {
            continue;
        }
        let Some((folder, _)) = path.rsplit_once('/') else { continue };
        let top = folder.split('/').next().unwrap_or(folder);
        let place = Place::Span(Span::new(*id, 0..0));
        let finding = match Kind::from_folder(top) {
            None => misspelt_folder(top, place),
            Some(Kind::Document) => document_without_index(sources, folder, place),
            Some(_) => None,
        };
        all.extend(finding.filter(|_| told.insert(folder)));
    }
    all.extend(sources.assets.keys().filter_map(|path| stray_yaml(sources.within_content(path), path)));
    all
}

/// The folder of a kind that a name most likely means.
fn meant(name: &str) -> Option<Kind> {
    let names = || Kind::ALL.iter().filter(|kind| !kind.folder().is_empty());
    let near = nearest(name, names().flat_map(|kind| [kind.folder(), kind.name()]))?;
    names().copied().find(|kind| kind.folder() == near || kind.name() == near)
}

fn misspelt_folder(top: &str, place: Place) -> Option<Diagnostic> {
    let kind = meant(top)?;
    let message = format!("This is an ordinary page, because `{top}` is not the folder of a kind.");
    let help = format!(
        "Rename the folder to `{}` if the file is meant to be {}.",
        kind.folder(),
        crate::parse::draft::with_article(kind)
    );
    Some(Diagnostic::new(&MISPLACED_FILE, place, message).help(help))
}

fn document_without_index(sources: &Sources, folder: &str, place: Place) -> Option<Diagnostic> {
    let document = folder.strip_prefix(Kind::Document.folder())?.strip_prefix('/')?;
    let index = format!("{}/{document}/index.md", Kind::Document.folder());
    let with_index = |id: &crate::sources::SourceId| sources.content_path(*id) == index && has_fields(sources.get(*id));
    if document.contains('/') || sources.content.iter().any(with_index) {
        return None;
    }
    let message =
        format!("The folder `documents/{document}` is no document, because it has no `index.md` with fields.");
    let help = "Add an `index.md` that begins with `---`, `title: ` and the document's title, and `---`.";
    Some(Diagnostic::new(&MISPLACED_FILE, place, message).help(help))
}

fn stray_yaml(path: &str, shown: &str) -> Option<Diagnostic> {
    let (stem, ending) = path.rsplit_once('.')?;
    if !["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)) {
        return None;
    }
    let name = stem.split('/').next().unwrap_or(stem);
    let folder = meant(name).map_or("a kind, such as `priorities`", Kind::folder);
    let message = "This file is published as it stands and not read, because it lies in no folder of a kind.";
    let help = format!("Move it to `content/{folder}/`, or out of the content.");
    let help =
        if folder.contains(' ') { format!("Move it to the folder of {folder}, or out of the content.") } else { help };
    Some(Diagnostic::new(&MISPLACED_FILE, Place::file(shown), message).help(help))
}
