//! The example, the fault corpus and the literate cases, each file held against the schema of what it is.
//!
//! Must not know what any rule says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::model::kind::Kind;
use folkmoot::parse::front_matter;
use folkmoot::parse::place::{Place, is_markdown, places};
use folkmoot::schema::Subject;
use walkdir::WalkDir;

use super::reading::{fields, read};
use super::{judge, told};

/// The codes whose wrong site the schemas refuse. What two files must agree on, what a text says and which names there are, no
/// schema can know; and of a name that is given twice an editor tells by itself.
const REFUSED: [&str; 10] = [
    "invalid-choice",
    "invalid-date",
    "invalid-id",
    "invalid-value",
    "missing-field",
    "unknown-field",
    "unknown-kind",
    "unknown-setting",
    "wrong-kind",
    "wrong-type",
];

/// What the schemas find wrong in a site, each in a line with its file; and how many files were looked at.
fn faults(root: &Path) -> (Vec<String>, usize) {
    let content = if root.join("content").is_dir() { root.join("content") } else { root.to_owned() };
    let mut paths: Vec<String> = WalkDir::new(&content)
        .into_iter()
        .filter_map(|entry| entry.ok()?.into_path().strip_prefix(&content).ok()?.to_str().map(str::to_owned))
        .filter(|path| is_markdown(path) || path.rsplit('.').next() == Some("yaml") && path.contains('/'))
        .filter(|path| content.join(path).is_file())
        .collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(content.join(path)).unwrap_or_default()).collect();
    let names: Vec<&str> = paths.iter().map(String::as_str).collect();
    let has_fields = |index: usize| !is_markdown(names[index]) || front_matter::split(&texts[index]).fields.is_some();
    let mut found = Vec::new();
    let mut count = 0;
    for ((path, text), place) in paths.iter().zip(&texts).zip(places(&names, has_fields)) {
        let (subject, part) = match place {
            Place::Data { kind, .. } => (Subject::Record(kind), ""),
            Place::Record { kind: Kind::Page, .. } => (Subject::Record(Kind::Page), ""),
            Place::Record { kind, .. } => (Subject::Record(kind), "#/$defs/front-matter"),
            Place::Section { .. } => (Subject::Section, ""),
        };
        let Some(value) = fields(path, text) else { continue };
        count += 1;
        found.extend(told(&judge(subject, part), &value).into_iter().map(|fault| format!("{path}{fault}")));
    }
    if let Some(value) = fs::read_to_string(root.join("folkmoot.yaml")).ok().and_then(|text| read(&text)) {
        count += 1;
        let faults = told(&judge(Subject::Settings, ""), &value);
        // That there are no settings at all is no matter of a field.
        found.extend(faults.into_iter().filter(|_| !value.is_null()).map(|fault| format!("folkmoot.yaml{fault}")));
    }
    (found, count)
}

#[test]
fn every_file_of_the_example_is_as_its_schema_says() {
    let (faults, count) = faults(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 90, "only {count} files");
}

#[test]
fn the_fault_corpus_is_judged_by_the_schemas_as_by_the_command() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut refused = BTreeSet::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let code = folder.file_name().unwrap().to_str().unwrap();
        let (right, _) = faults(&folder.join("right"));
        assert!(right.is_empty(), "{code}, right: {}", right.join("\n"));
        if !faults(&folder.join("wrong")).0.is_empty() {
            refused.insert(code.to_owned());
        }
    }
    assert_eq!(refused, REFUSED.map(str::to_owned).into());
}

/// A literate case of which the command says nothing is one of which the schemas say nothing.
#[test]
fn what_the_command_takes_in_the_literate_cases_the_schemas_take() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut count = 0;
    for entry in fs::read_dir(root).unwrap().map(Result::unwrap).filter(|entry| entry.file_name() != "README.md") {
        let text = fs::read_to_string(entry.path()).unwrap();
        let cases = super::super::support::literate::read(entry.file_name().to_str().unwrap(), &text).unwrap();
        for case in cases.iter().filter(|case| case.expected().is_empty()) {
            let (found, looked_at) = faults(case.site().root());
            assert!(found.is_empty(), "{}: {}\n{}", case.place, case.name, found.join("\n"));
            count += looked_at;
        }
    }
    assert!(count > 100, "only {count} files");
}
