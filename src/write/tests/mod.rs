//! What writing a site does, on real files.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test lays out its own files and may stop"
)]

mod first_build;
mod fresh;
mod interruption;
mod refusals;
mod staging;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::output::{Bytes, OutputPath};

fn output(files: &[(&str, &str)]) -> Output {
    let entry = |(path, text): &(&str, &str)| (OutputPath::new(*path).unwrap(), Bytes::from(text.as_bytes()));
    files.iter().map(entry).collect()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Everything in a folder, hidden files too: a folder ends in `/`, a link is told with its target.
fn snapshot(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
        if entry.file_type().is_dir() {
            all.insert(format!("{name}/"), String::new());
        } else if entry.file_type().is_symlink() {
            all.insert(name, format!("-> {}", fs::read_link(entry.path()).unwrap().display()));
        } else {
            all.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    all
}

/// What a folder holds after a first build of this.
fn fresh(output: &Output) -> BTreeMap<String, String> {
    let folder = folder();
    interruption::write(output, folder.path()).unwrap();
    snapshot(folder.path())
}

fn counts(written: usize, unchanged: usize, removed: usize) -> Written {
    Written { written, unchanged, removed }
}

#[test]
fn makes_the_folder_and_leaves_nothing_of_its_own_but_the_list() {
    let folder = folder();
    let site = folder.path().join("deep/er/site");
    assert_eq!(write(&output(&[("index.html", "i"), ("a/b.html", "b")]), &site).unwrap(), counts(2, 0, 0));
    let expected = [
        (".folkmoot-files", "folkmoot-files 1 2\na/b.html\nindex.html\n"),
        ("a/", ""),
        ("a/b.html", "b"),
        ("index.html", "i"),
    ];
    assert_eq!(snapshot(&site), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
}

#[test]
fn writes_only_what_differs_and_removes_what_is_gone() {
    let folder = folder();
    let old = output(&[("index.html", "old"), ("same.html", "same"), ("gone/deep/x.html", "x"), ("gone.html", "g")]);
    let new = output(&[("index.html", "new"), ("same.html", "same"), ("added/y.html", "y")]);
    write(&old, folder.path()).unwrap();
    put(folder.path(), "mine.txt", "mine");
    put(folder.path(), "kept/mine.txt", "mine");
    let inode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().ino();
    let same = inode("same.html");
    assert_eq!(write(&new, folder.path()).unwrap(), counts(2, 1, 2));
    assert_eq!(inode("same.html"), same);
    let mut expected = fresh(&new);
    for (path, text) in [("mine.txt", "mine"), ("kept/", ""), ("kept/mine.txt", "mine")] {
        expected.insert(path.into(), text.into());
    }
    assert_eq!(snapshot(folder.path()), expected);
    let list = inode(".folkmoot-files");
    assert_eq!(write(&new, folder.path()).unwrap(), counts(0, 3, 0));
    assert_eq!(inode(".folkmoot-files"), list);
}

#[test]
fn a_file_of_the_same_length_with_other_bytes_is_written() {
    let folder = folder();
    write(&output(&[("a", "one")]), folder.path()).unwrap();
    assert_eq!(write(&output(&[("a", "two")]), folder.path()).unwrap(), counts(1, 0, 0));
    assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "two");
}

#[test]
fn a_folder_stays_while_a_file_of_somebody_else_is_in_it() {
    let folder = folder();
    write(&output(&[("index.html", "i"), ("a/b/x.html", "x")]), folder.path()).unwrap();
    put(folder.path(), "a/mine.txt", "mine");
    write(&output(&[("index.html", "i")]), folder.path()).unwrap();
    let left: Vec<_> = snapshot(folder.path()).into_keys().collect();
    assert_eq!(left, [".folkmoot-files", "a/", "a/mine.txt", "index.html"]);
}

#[test]
fn files_and_folders_of_ours_change_places() {
    let folder = folder();
    let files = output(&[("a", "file"), ("b/x", "x"), ("b/c/y", "y"), ("d.html", "d")]);
    let folders = output(&[("a/x/y", "now a folder"), ("a/z", "z"), ("b", "now a file"), ("d.html", "d")]);
    write(&files, folder.path()).unwrap();
    fs::create_dir_all(folder.path().join("b/empty/er")).unwrap();
    assert_eq!(write(&folders, folder.path()).unwrap(), counts(3, 1, 3));
    assert_eq!(snapshot(folder.path()), fresh(&folders));
    assert_eq!(write(&files, folder.path()).unwrap(), counts(3, 1, 3));
    assert_eq!(snapshot(folder.path()), fresh(&files));
}

#[test]
fn a_name_that_changes_in_capitals_alone_is_cleared_before_it_is_placed() {
    let folder = folder();
    let (old, new) = (output(&[("Plan/A.html", "a")]), output(&[("plan/a.html", "a")]));
    write(&old, folder.path()).unwrap();
    let ours = old.keys().cloned().collect();
    let path = |path: &str| OutputPath::new(path).unwrap();
    let files = [plan::Put { path: path("plan/a.html"), waits: Some(stage::Waits::Numbered(0)) }];
    let (stage, gone) = (stage::Stage::new(folder.path()), plan::Gone::new(&ours, &files));
    let site = plan::Site { folder: folder.path(), stage: &stage, files: &files, ours: &ours, gone: &gone };
    let steps = plan::plan(&site).unwrap().steps;
    let expected = [
        journal::Step::Clear { staged: 0, path: path("Plan/A.html") },
        journal::Step::Place { staged: 0, path: path("plan/a.html") },
    ];
    assert_eq!(steps, expected);
    assert_eq!(write(&new, folder.path()).unwrap(), counts(1, 0, 1));
    assert_eq!(snapshot(folder.path()), fresh(&new));
}

#[test]
fn what_was_changed_or_removed_by_hand_is_put_right() {
    let folder = folder();
    let site = output(&[("index.html", "i"), ("a/b.html", "b")]);
    write(&site, folder.path()).unwrap();
    put(folder.path(), "index.html", "edited");
    fs::remove_dir_all(folder.path().join("a")).unwrap();
    assert_eq!(write(&site, folder.path()).unwrap(), counts(2, 0, 0));
    assert_eq!(snapshot(folder.path()), fresh(&site));
    fs::remove_file(folder.path().join("a/b.html")).unwrap();
    assert_eq!(write(&output(&[("index.html", "i")]), folder.path()).unwrap(), counts(0, 1, 0));
}

#[test]
fn a_folder_with_hidden_files_alone_is_taken_and_an_own_file_with_the_same_bytes_is_fine() {
    let folder = folder();
    put(folder.path(), ".gitkeep", "");
    put(folder.path(), ".nojekyll", "x");
    assert_eq!(write(&output(&[(".nojekyll", "x"), ("i.html", "i")]), folder.path()).unwrap(), counts(1, 1, 0));
    assert!(folder.path().join(".gitkeep").is_file());
}

#[test]
fn odd_names_are_kept_and_removed_like_others() {
    let folder = folder();
    let odd = output(&[("a;b", "1"), ("é ü.html", "2"), (" x ", "3"), ("clear 0 a", "4")]);
    write(&odd, folder.path()).unwrap();
    assert_eq!(write(&odd, folder.path()).unwrap(), counts(0, 4, 0));
    assert_eq!(write(&output(&[]), folder.path()).unwrap(), counts(0, 0, 4));
    assert_eq!(snapshot(folder.path()), fresh(&output(&[])));
}

#[test]
fn a_folder_that_is_itself_a_link_is_the_folder_it_leads_to() {
    let folder = folder();
    fs::create_dir(folder.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("site")).unwrap();
    let site = output(&[("a/b", "b")]);
    write(&site, &folder.path().join("site")).unwrap();
    assert_eq!(snapshot(&folder.path().join("real")), fresh(&site));
}
