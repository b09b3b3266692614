//! Examples for the fields of every kind and for the settings: the lines of a site that `tests/sites/every-field/` holds and a
//! test checks. Whatever is declared and stands nowhere in it is told.
//!
//! Must not know any kind in particular.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::model::baseline::Baseline;
use folkmoot::model::document::Section;
use folkmoot::model::field::{Field, Fields, Shape};
use folkmoot::model::kind::Kind;
use folkmoot::model::record::{Shared, own_fields};
use folkmoot::model::settings::Settings;
use folkmoot::parse::front_matter;
use folkmoot::parse::place::is_markdown;
use folkmoot::parse::yaml::{self, Node, NodeData};
use folkmoot::sources::{Source, Sources};
use walkdir::WalkDir;

use super::fields::parts;
use crate::support::Site;

/// The site, relative to the root of the repository.
pub(super) const SITE: &str = "tests/sites/every-field";

/// What an example is of: the files that hold it.
pub(super) struct Example<'a> {
    files: Vec<Yaml>,
    subject: &'a str,
}

/// The fields of a file, or of the front matter of one.
struct Yaml {
    path: PathBuf,
    /// All that stands in the file.
    whole: String,
    /// Its fields.
    text: String,
    root: Node,
}

impl<'a> Example<'a> {
    /// Of a kind: its records.
    pub(super) fn of_kind(kind: Kind) -> Example<'static> {
        let folder = root().join("content").join(if kind == Kind::Page { "pages" } else { kind.folder() });
        let files = read_all(&folder).into_iter().filter(|file| kind != Kind::Document || is_index(&file.path));
        Example { files: files.collect(), subject: kind.name() }
    }

    /// Of whatever any kind may say.
    pub(super) fn of_all() -> Example<'static> {
        Example { files: read_all(&root().join("content")), subject: "every record" }
    }

    /// Of the sections of documents.
    pub(super) fn of_sections() -> Example<'static> {
        let files = read_all(&root().join("content/documents")).into_iter().filter(|file| !is_index(&file.path));
        Example { files: files.collect(), subject: "section" }
    }

    /// Of one file of the site.
    pub(super) fn of_file(path: &'a str) -> Self {
        Self { files: read(&root().join(path)).into_iter().collect(), subject: path }
    }

    /// The lines of a field, of the record that says most in it.
    pub(super) fn lines_of(&self, field: &Field) -> String {
        let found = self.files.iter().filter_map(|file| file.lines_of(field.name));
        let longest = found.max_by_key(|text| text.lines().count());
        longest.unwrap_or_else(|| panic!("{SITE}: no `{}` of {}", field.name, self.subject))
    }

    /// A file with all that stands in it: of those with a text, the one that says most in its fields.
    pub(super) fn whole(&self) -> String {
        self.fullest().whole.clone()
    }

    /// A record as Markdown, short: its first fields, then its text.
    pub(super) fn as_markdown(&self) -> String {
        let text = self.fullest().whole.split("\n---\n").nth(1);
        format!("---\n{}---\n{}", self.fullest().first_fields(), text.unwrap_or("\nIts text.\n"))
    }

    /// The same record as an entry of a list.
    pub(super) fn as_entry(&self) -> String {
        let fields = self.fullest().first_fields();
        let lines = fields.lines().map(|line| format!("  {line}"));
        format!("- id: its-name\n{}\n", lines.collect::<Vec<_>>().join("\n"))
    }

    fn fullest(&self) -> &Yaml {
        let most = self.files.iter().max_by_key(|file| file.text.lines().count());
        most.unwrap_or_else(|| panic!("{SITE}: no {}", self.subject))
    }

    /// The fields of `declared` that stand in none of the files, by their way: `seats.holder.name`.
    fn missing(&self, declared: &[Field]) -> Vec<String> {
        let ways = |field: &Field| {
            let inner = parts(&field.shape).into_iter().map(|(name, _)| format!("{}.{name}", field.name));
            std::iter::once(field.name.to_owned()).chain(inner).collect::<Vec<_>>()
        };
        let wanted = declared.iter().flat_map(ways);
        let mut found = BTreeSet::new();
        for file in &self.files {
            gather(&file.root, declared, "", &mut found);
        }
        wanted.filter(|way| !found.contains(way)).map(|way| format!("{}: {way}", self.subject)).collect()
    }
}

impl Yaml {
    /// The lines of the first fields, of which there are four at most and none has lines of its own.
    fn first_fields(&self) -> String {
        const MOST: usize = 4;
        let short = self.text.split_inclusive('\n').take_while(|line| !line.trim_end().ends_with(':'));
        short.take(MOST).collect()
    }

    /// The lines of a field at the top, as they are written.
    fn lines_of(&self, name: &str) -> Option<String> {
        let NodeData::Map(entries) = &self.root.data else { return None };
        let at = entries.iter().position(|(key, _)| key.value == name)?;
        let start = entries[at].0.span.range().start;
        let end = entries.get(at + 1).map_or(self.text.len(), |(key, _)| key.span.range().start);
        Some(self.text[start..end].trim_end().to_owned())
    }
}

/// Notes the way of every field of a tree; names of the author's choosing are no part of it.
fn gather(node: &Node, declared: &[Field], way: &str, found: &mut BTreeSet<String>) {
    match &node.data {
        NodeData::List(entries) => {
            for entry in entries {
                gather(entry, declared, way, found);
            }
        }
        NodeData::Map(entries) => {
            for (key, value) in entries {
                let Some(field) = declared.iter().find(|field| field.name == key.value) else { continue };
                let way = if way.is_empty() { key.value.clone() } else { format!("{way}.{}", key.value) };
                found.insert(way.clone());
                within(value, &field.shape, &way, found);
            }
        }
        NodeData::Null | NodeData::Scalar { .. } => {}
    }
}

fn within(node: &Node, shape: &Shape, way: &str, found: &mut BTreeSet<String>) {
    match (shape, &node.data) {
        (Shape::List(inner), NodeData::List(entries)) => {
            for entry in entries {
                within(entry, inner, way, found);
            }
        }
        (Shape::Table(inner), NodeData::Map(entries)) => {
            for (_, value) in entries {
                within(value, inner, way, found);
            }
        }
        (Shape::Group(fields), _) => gather(node, fields, way, found),
        _ => {}
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(SITE)
}

fn is_index(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "index")
}

/// Every file of a folder that has fields, in the order of their paths.
fn read_all(folder: &Path) -> Vec<Yaml> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    files.filter(|entry| entry.file_type().is_file()).filter_map(|entry| read(entry.path())).collect()
}

/// The fields of a file; nothing of one that has none.
fn read(path: &Path) -> Option<Yaml> {
    let name = path.to_str()?;
    let whole = fs::read_to_string(path).ok()?;
    let text = match front_matter::split(&whole).fields {
        Some(range) if is_markdown(name) => whole[range].to_owned(),
        _ if path.extension().is_some_and(|ending| ending == "yaml") => whole.clone(),
        _ => return None,
    };
    let mut sources = Sources::default();
    let id = sources.add(Source::new(name, text.as_str()));
    let root = yaml::parse(&text, id, 0).value.root?;
    Some(Yaml { path: path.to_owned(), whole, text, root })
}

#[test]
fn the_site_of_every_field_is_sound() {
    let run = Site::from_folder(SITE).command(&["check", "--strict", "--baseline", "baseline.yaml"]);
    assert_eq!(run.exit_code(), 0, "{}{}", run.stdout(), run.stderr());
}

#[test]
fn every_field_has_an_example() {
    let mut missing: Vec<String> =
        Kind::ALL.iter().flat_map(|kind| Example::of_kind(*kind).missing(own_fields(*kind))).collect();
    missing.extend(Example::of_all().missing(Shared::FIELDS));
    missing.extend(Example::of_sections().missing(Section::FIELDS));
    missing.extend(Example::of_file("folkmoot.yaml").missing(Settings::FIELDS));
    missing.extend(Example::of_file("baseline.yaml").missing(Baseline::FIELDS));
    assert!(missing.is_empty(), "{SITE} does not have:\n{}", missing.join("\n"));
}
