//! Reads the declarations of structs and enums out of Rust that rustfmt has laid out: names, types, what their comments say.
//! What templates see is plain data that is declared in `src/pages/`; nothing else says what its fields mean.
//!
//! Must not know what the data is for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// A declaration by what follows its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    /// What its comment says.
    pub(super) about: String,
    /// What it is made of.
    pub(super) shape: Made,
}

/// What a declared type is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Made {
    /// Fields.
    Struct(Vec<Member>),
    /// One of several, told apart by the field of this name.
    Enum(String, Vec<Variant>),
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) about: String,
    /// As written: `Option<Vec<Part>>`.
    pub(super) of_type: String,
}

/// One of the forms of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variant {
    /// As it is written out: `not_found`.
    pub(super) name: String,
    pub(super) about: String,
    /// Its own fields.
    pub(super) members: Vec<Member>,
    /// The type whose fields it has, where it wraps one.
    pub(super) wraps: Option<String>,
}

/// Everything that is written out for templates, by name: the types of a folder that derive `Serialize`.
pub(super) fn declarations(folder: &str) -> BTreeMap<String, Declared> {
    let mut all = BTreeMap::new();
    for text in texts(folder).into_values() {
        for (name, declared) in read(&text) {
            assert!(all.insert(name.clone(), declared).is_none(), "two types are called {name}");
        }
    }
    all
}

/// The Rust files of a folder, without their tests.
pub(super) fn texts(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let found = WalkDir::new(&root).into_iter().map(|entry| entry.unwrap().into_path());
    let rust = found.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let without_tests = |text: String| text.split("\n#[cfg(test)]").next().unwrap_or_default().to_owned();
    rust.map(|path| (path.display().to_string(), without_tests(fs::read_to_string(&path).unwrap()))).collect()
}

/// The comment that stands right above a line that begins like this.
pub(super) fn comment_above(text: &str, beginning: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.starts_with(beginning))?;
    let above = lines[..at].iter().rev().take_while(|line| line.starts_with("///") || line.starts_with('#'));
    let comment: Vec<&str> = above.filter_map(|line| line.strip_prefix("///")).map(str::trim).collect();
    let comment = comment.into_iter().rev().collect::<Vec<_>>().join(" ");
    (!comment.is_empty()).then_some(comment)
}

/// The declarations of a text that are written out.
fn read(text: &str) -> Vec<(String, Declared)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let attributes: Vec<&&str> =
            lines[..at].iter().rev().take_while(|line| line.starts_with("///") || line.starts_with("#[")).collect();
        if !attributes.iter().any(|line| line.starts_with("#[derive(") && line.contains("Serialize")) {
            continue;
        }
        let about = comment_above(&lines[..=at].join("\n"), line).unwrap_or_default();
        let body: Vec<&str> = lines[at + 1..].iter().take_while(|line| **line != "}").copied().collect();
        let name = |keyword: &str| Some(line.strip_prefix(keyword)?.split([' ', '<', ';']).next()?.to_owned());
        if let Some(name) = name("pub struct ") {
            found.push((name, Declared { about, shape: Made::Struct(members(&body, "    ")) }));
        } else if let Some(name) = name("pub enum ") {
            let serde = attributes.iter().find(|line| line.starts_with("#[serde("));
            let quoted = |key: &str| {
                serde.and_then(|line| line.split(&format!("{key} = \"")).nth(1)?.split('"').next()).unwrap_or_default()
            };
            let variants = variants(&body, quoted("rename_all"));
            found.push((name, Declared { about, shape: Made::Enum(quoted("tag").to_owned(), variants) }));
        }
    }
    found
}

/// The fields of a body, each on a line of its own at this depth.
fn members(body: &[&str], indent: &str) -> Vec<Member> {
    let mut about = String::new();
    let mut found = Vec::new();
    for line in body {
        let Some(line) = line.strip_prefix(indent).filter(|line| !line.starts_with(' ')) else { continue };
        if let Some(comment) = line.strip_prefix("///") {
            if !about.is_empty() {
                about.push(' ');
            }
            about.push_str(comment.trim());
        } else if let Some((name, of_type)) = line.split_once(": ") {
            let name = name.trim_start_matches("pub ").to_owned();
            let of_type = of_type.trim_end_matches(',').to_owned();
            found.push(Member { name, about: std::mem::take(&mut about), of_type });
        }
    }
    found
}

fn variants(body: &[&str], case: &str) -> Vec<Variant> {
    let mut about = String::new();
    let mut found = Vec::new();
    for (at, line) in body.iter().enumerate() {
        let Some(line) = line.strip_prefix("    ").filter(|line| !line.starts_with([' ', '}', '#'])) else { continue };
        if let Some(comment) = line.strip_prefix("///") {
            if !about.is_empty() {
                about.push(' ');
            }
            about.push_str(comment.trim());
            continue;
        }
        let name = line.split(['(', ' ', ',']).next().unwrap_or_default();
        let wraps = line.split_once('(').map(|(_, inner)| inner.trim_end_matches("),").to_owned());
        let inner: Vec<&str> = body[at + 1..].iter().take_while(|line| line.starts_with("        ")).copied().collect();
        let members = if line.ends_with('{') { members(&inner, "        ") } else { Vec::new() };
        found.push(Variant { name: in_case(name, case), about: std::mem::take(&mut about), members, wraps });
    }
    found
}

/// `NotFound` as `not_found` or `not-found`.
fn in_case(name: &str, case: &str) -> String {
    let between = if case == "kebab-case" { '-' } else { '_' };
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !written.is_empty() {
            written.push(between);
        }
        written.push(letter.to_ascii_lowercase());
    }
    written
}

#[test]
fn declarations_are_read_as_they_are_written() {
    let text = "/// A thing\n/// of two lines.\n#[derive(Debug, Serialize)]\npub struct Thing {\n    /// Its name.\n    \
                pub name: Option<String>,\n}\n\n/// Not written out.\npub struct Other {\n    pub a: B,\n}\n\n/// One of two.\n\
                #[derive(Serialize)]\n#[serde(tag = \"sort\", rename_all = \"snake_case\")]\npub enum Sort {\n    /// None.\n    \
                NotFound,\n    /// Wraps.\n    Deep(Thing),\n    /// Has fields.\n    Flat {\n        /// A.\n        a: Vec<Part>,\n    },\n}\n";
    let found = read(text);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Thing", "Sort"]);
    assert_eq!(found[0].1.about, "A thing of two lines.");
    let Made::Struct(members) = &found[0].1.shape else { panic!("no struct") };
    assert_eq!((&*members[0].name, &*members[0].about, &*members[0].of_type), ("name", "Its name.", "Option<String>"));
    let Made::Enum(tag, variants) = &found[1].1.shape else { panic!("no enum") };
    let read: Vec<_> = variants.iter().map(|it| (&*it.name, it.wraps.as_deref(), it.members.len())).collect();
    assert_eq!(
        (tag.as_str(), read),
        ("sort", vec![("not_found", None, 0), ("deep", Some("Thing"), 0), ("flat", None, 1)])
    );
}
