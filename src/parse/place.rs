//! What a file of the content is, by where it lies: a record, a list of records, a section of a document, a page.
//!
//! Knows the names of files only, not what stands in them, but for whether a document's `index.md` has fields.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kind::Kind;
use crate::parse::reference::canonical;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One record, or an ordinary page where it turns out to have no fields.
    Record {
        /// Its kind.
        kind: Kind,
        /// Its slug.
        slug: String,
        /// The address of its page without an ending: `priorities/knife-crime`, `documents/report/index`.
        address: String,
    },
    /// A YAML file of a kind's folder: one record, or a list of them.
    Data {
        /// The kind.
        kind: Kind,
        /// The slug of the record where the file holds one.
        slug: String,
    },
    /// A section of a document.
    Section {
        /// The document's slug.
        document: String,
        /// The section's slug: the file's stem without the digits that order it.
        slug: String,
    },
}

/// Says what each file is. `paths` are relative to the content folder and sorted; `has_fields` tells whether a Markdown
/// file begins with front matter.
pub fn places(paths: &[&str], has_fields: impl Fn(usize) -> bool) -> Vec<Place> {
    let documents: BTreeSet<String> = paths
        .iter()
        .enumerate()
        .filter_map(|(index, path)| {
            let parts: Vec<&str> = path.split('/').collect();
            let [folder, document, file] = parts[..] else { return None };
            let is_index = folder == Kind::Document.folder() && stem(file) == "index" && is_markdown(file);
            (is_index && has_fields(index)).then(|| document.to_owned())
        })
        .collect();
    let indexes = indexes(paths);
    paths.iter().enumerate().map(|(index, path)| place(path, &documents, &indexes, || has_fields(index))).collect()
}

fn place(
    path: &str,
    documents: &BTreeSet<String>,
    indexes: &BTreeMap<String, &str>,
    has_fields: impl Fn() -> bool,
) -> Place {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (top, rest) = folder.split_once('/').unwrap_or((folder, ""));
    let slug = canonical(stem(file));
    match Kind::from_folder(top) {
        Some(kind) if !is_markdown(file) => Place::Data { kind, slug },
        Some(Kind::Document) if documents.contains(rest) => {
            let document = canonical(rest);
            if slug == "index" {
                return Place::Record {
                    kind: Kind::Document,
                    address: format!("{top}/{document}/index"),
                    slug: document,
                };
            }
            Place::Section { document, slug: without_order(&slug).to_owned() }
        }
        Some(kind) if slug != "index" && !is_readme(file) && has_fields() => {
            Place::Record { kind, address: format!("{top}/{slug}"), slug }
        }
        _ => {
            let name = if indexes.get(folder) == Some(&path) { "index".to_owned() } else { slug };
            let address = if folder.is_empty() { name } else { format!("{}/{name}", canonical(folder)) };
            Place::Record { kind: Kind::Page, slug: address.clone(), address }
        }
    }
}

/// The file of each folder that is its page: its `index.md`, else its README, in whichever case; of several the one with
/// the most usual name.
fn indexes<'a>(paths: &[&'a str]) -> BTreeMap<String, &'a str> {
    let is_usual = |file: &str| file.rsplit_once('.').is_some_and(|(_, ending)| ending == "md");
    let rank = |file: &str| match (stem(file), is_usual(file)) {
        ("index", is_usual) => Some(u8::from(!is_usual)),
        ("README", is_usual) => Some(4 + u8::from(!is_usual)),
        (other, _) if other.eq_ignore_ascii_case("index") => Some(2),
        _ => is_readme(file).then_some(6),
    };
    let mut found: BTreeMap<String, (u8, &str)> = BTreeMap::new();
    for path in paths {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let Some(rank) = rank(file).filter(|_| is_markdown(file)) else { continue };
        let best = found.entry(folder.to_owned()).or_insert((rank, path));
        *best = (*best).min((rank, path));
    }
    found.into_iter().map(|(folder, (_, path))| (folder, path)).collect()
}

/// Whether a file is Markdown, by its ending.
pub fn is_markdown(file: &str) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown")
}

/// Whether a file is a README, by its name.
pub fn is_readme(file: &str) -> bool {
    is_markdown(file) && stem(file).eq_ignore_ascii_case("readme")
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The path of a file without the number that orders it among the sections of its document: `documents/report/background.md`.
pub fn without_order_of_section(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let is_section = folder.split('/').any(|part| part == Kind::Document.folder());
    format!("{folder}/{}", if is_section { without_order(file) } else { file })
}

/// `01-background` without what orders it.
fn without_order(stem: &str) -> &str {
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('-') {
        Some(name) if rest.len() < stem.len() && !name.is_empty() => name,
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_kinds_and_readmes_stand_for_indexes() {
        let paths = [
            "README.md",
            "documents/index.md",
            "documents/plain/notes.md",
            "documents/strategy/01-the-board.md",
            "documents/strategy/index.md",
            "guide/README.md",
            "guide/index.md",
            "notes/Readme.md",
            "notes/readme.markdown",
            "priorities/README.md",
            "priorities/knife-crime.md",
            "terms/all.yaml",
        ];
        let with_fields = ["documents/strategy/index.md", "priorities/knife-crime.md"];
        let found = places(&paths, |index| with_fields.contains(&paths[index]));
        let page = |slug: &str| Place::Record { kind: Kind::Page, slug: slug.into(), address: slug.into() };
        let expected = [
            page("index"),
            page("documents/index"),
            page("documents/plain/notes"),
            Place::Section { document: "strategy".into(), slug: "the-board".into() },
            Place::Record { kind: Kind::Document, slug: "strategy".into(), address: "documents/strategy/index".into() },
            page("guide/README"),
            page("guide/index"),
            page("notes/index"),
            page("notes/readme"),
            page("priorities/index"),
            Place::Record {
                kind: Kind::Priority,
                slug: "knife-crime".into(),
                address: "priorities/knife-crime".into(),
            },
            Place::Data { kind: Kind::Term, slug: "all".into() },
        ];
        assert_eq!(found, expected);
    }
}
