//! Holds the house rules over the source: which layer may import which, no circles between files, and how long things are.
//! `ARCHITECTURE.md` says why.
//!
//! Each check takes a tree of files and gives sentences, so that wrong trees can be tried on it as well as ours.

mod circles;
mod imports;
mod layers;
mod scan;
mod shipped;
mod style;
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by path relative to the root of the repository.
type Tree = BTreeMap<String, String>;

#[test]
fn the_source_keeps_to_the_layers() {
    hold(&layers::faults(&repository()));
}

#[test]
fn no_two_files_import_each_other_in_a_circle() {
    hold(&circles::faults(&repository()));
}

#[test]
fn the_source_keeps_the_house_rules() {
    hold(&style::faults(&repository()));
}

#[test]
fn the_architecture_names_every_folder() {
    hold(&layers::unnamed_folders(&repository()));
}

/// A pattern without a slash at its beginning would take in files and folders of that name anywhere.
#[test]
fn what_a_package_holds_is_named_from_the_root() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let line = manifest.lines().find(|line| line.starts_with("include = ")).unwrap();
    let loose: Vec<String> =
        line.split('"').skip(1).step_by(2).filter(|path| !path.starts_with('/')).map(str::to_owned).collect();
    hold(&loose);
}

fn hold(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Every Rust file of `src/` and `tests/`, and `ARCHITECTURE.md`.
fn repository() -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tree = Tree::new();
    for folder in ["src", "tests"] {
        gather(&root.join(folder), folder, &mut tree);
    }
    if let Ok(text) = fs::read_to_string(root.join("ARCHITECTURE.md")) {
        tree.insert("ARCHITECTURE.md".to_owned(), text);
    }
    assert!(tree.contains_key("src/lib.rs"), "the tests run in a checkout of the repository");
    tree
}

fn gather(folder: &Path, prefix: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            if !path.ends_with("node_modules") {
                gather(&entry.path(), &path, tree);
            }
        } else if Path::new(&path).extension().is_some_and(|extension| extension == "rs") {
            tree.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}
