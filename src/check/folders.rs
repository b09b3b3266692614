//! Files in folders that mean nothing: a misspelt kind, YAML outside every kind, a document without its first page.
//!
//! Looks at a site's `content/` only; a folder of plain Markdown is laid out as its owner likes.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity, Wanted};
use crate::model::kind::Kind;
use crate::parse::draft::has_fields;
use crate::parse::place::{is_markdown, is_readme};
use crate::sources::{Sources, Span};

/// A file that is not what its author took it for.
pub static MISPLACED_FILE: Rule = Rule {
    code: "misplaced-file",
    family: Family::Record,
    severity: Severity::Warning,
    explanation: "A file lies where it is not what its author took it for. The folder that it lies in says what it \
                  is: in a folder whose name is misspelt a record is only a page, YAML is published as it stands \
                  instead of being read, and each file of a document without `index.md` is a document of its own. \
                  Rename the folder or move the file. Where it is meant as it is, accept the finding or switch it \
                  off.",
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
    let with_fields = sources.content.iter().filter(|id| has_fields(sources.get(**id)));
    let indexes: BTreeSet<&str> =
        with_fields.filter_map(|id| sources.content_path(*id).strip_suffix("/index.md")).collect();
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
            Some(Kind::Document) => document_without_index(&indexes, folder, place),
            Some(_) => None,
        };
        all.extend(finding.filter(|_| told.insert(folder)));
    }
    all.extend(readmes_beside_an_index(sources));
    all.extend(sources.assets.keys().filter_map(|path| stray_yaml(sources.within_content(path), path)));
    all
}

/// The kind whose folder a name most likely means: its name in references, or a slip of the folder's name.
fn meant(name: &str) -> Option<Kind> {
    let lower = name.to_lowercase();
    let with_folder = || Kind::ALL.iter().copied().filter(|kind| !kind.folder().is_empty());
    let by_name = with_folder().find(|kind| kind.name() == lower);
    let wanted = Wanted::new(&lower);
    by_name.or_else(|| with_folder().find(|kind| wanted.likeness(kind.folder()) >= SLIP))
}

/// How alike a name and a folder must be to be a slip of it; names that only begin alike are names of their own.
const SLIP: f64 = 0.8;

fn misspelt_folder(top: &str, place: Place) -> Option<Diagnostic> {
    let kind = meant(top)?;
    let message = format!("This is an ordinary page, because `{top}` is not the folder of a kind.");
    let help = format!("Rename the folder to `{}`, or leave it if these are ordinary pages.", kind.folder());
    Some(Diagnostic::new(&MISPLACED_FILE, place, message).help(help))
}

fn document_without_index(indexes: &BTreeSet<&str>, folder: &str, place: Place) -> Option<Diagnostic> {
    let document = folder.strip_prefix(Kind::Document.folder())?.strip_prefix('/')?;
    if document.contains('/') || indexes.contains(folder) {
        return None;
    }
    let message =
        format!("The folder `documents/{document}` is no document, because it has no `index.md` with fields.");
    let help = "Add an `index.md` that begins with `---`, `title: ` and the document's title, and `---`.";
    Some(Diagnostic::new(&MISPLACED_FILE, place, message).help(help))
}

/// READMEs of folders that have an `index.md`: each becomes a page of its own, which few who write one have in mind.
fn readmes_beside_an_index(sources: &Sources) -> Vec<Diagnostic> {
    let paths: BTreeSet<&str> = sources.content.iter().map(|id| sources.content_path(*id)).collect();
    let told = sources.content.iter().filter_map(|id| {
        let path = sources.content_path(*id);
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let index = if folder.is_empty() { "index.md".to_owned() } else { format!("{folder}/index.md") };
        if !is_readme(file) || !paths.contains(index.as_str()) {
            return None;
        }
        let message =
            format!("`{file}` is published as a page of its own, because `index.md` is the page of its folder.");
        let help = "Move what readers need into `index.md`, and notes for those who write out of the content folder.";
        Some(Diagnostic::new(&MISPLACED_FILE, Span::new(*id, 0..0), message).help(help))
    });
    told.collect()
}

fn stray_yaml(path: &str, shown: &str) -> Option<Diagnostic> {
    let (stem, ending) = path.rsplit_once('.')?;
    if !["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)) {
        return None;
    }
    let name = stem.split('/').next().unwrap_or(stem);
    if Kind::from_folder(name).is_some_and(|_| stem.contains('/')) {
        return None;
    }
    let kind = meant(name).or_else(|| Kind::from_folder(name))?;
    let message = "This file is published as it stands and not read, because it lies in no folder of a kind.";
    let help = format!("Move it to `content/{}/`, or out of the content.", kind.folder());
    Some(Diagnostic::new(&MISPLACED_FILE, Place::file(shown), message).help(help))
}
