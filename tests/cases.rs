//! Runs the literate cases of `tests/cases/*.md`. `FOLKMOOT_CASE=word cargo test cases` runs those whose name or file
//! holds the word.

use std::fs;
use std::path::{Path, PathBuf};

use super::support::literate::{Case, read};

#[test]
fn every_case_finds_what_it_expects() {
    let wanted = std::env::var("FOLKMOOT_CASE").unwrap_or_default();
    let mut cases: Vec<Case> = all_cases();
    cases.retain(|case| case.name.contains(&wanted) || case.place.contains(&wanted));
    assert!(!cases.is_empty(), "no case is called {wanted}");
    let faults: Vec<String> = cases.iter().filter_map(Case::faults).collect();
    assert!(faults.is_empty(), "{} of {} cases fail\n\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn no_two_cases_of_a_file_share_a_name() {
    let mut names: Vec<(String, String)> = all_cases()
        .into_iter()
        .map(|case| (case.place.split(':').next().unwrap_or_default().to_owned(), case.name))
        .collect();
    names.sort();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// The cases of all files; stops the test at a file that cannot be read.
fn all_cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md"));
    paths.sort();
    let read_one = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        read(&name, &fs::read_to_string(&path).unwrap()).unwrap_or_else(|fault| panic!("{fault}"))
    };
    paths.into_iter().flat_map(read_one).collect()
}
