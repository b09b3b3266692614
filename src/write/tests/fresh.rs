//! Files of a new site: all of them or none, and nothing that was there is touched.

use super::interruption::{FailingDisk, Failure};
use super::*;
use crate::write::fresh::{FreshError, put_fresh, put_to};

const FILES: [(&str, &[u8]); 4] = [("a.yaml", b"a"), ("content/b.md", b"b"), ("content/deep/c.md", b"c"), (".d", b"d")];

fn kind_of(outcome: &Result<(), FreshError>) -> &'static str {
    match outcome {
        Ok(()) => "made",
        Err(FreshError::There(_)) => "there",
        Err(FreshError::NotAFolder(_)) => "no folder",
        Err(FreshError::Link(_)) => "link",
        Err(FreshError::Io { .. }) => "refused",
    }
}

#[test]
fn makes_all_files_beside_others_and_the_folder_too() {
    let folder = folder();
    put(folder.path(), "site/content/mine.md", "mine");
    put_fresh(&folder.path().join("site"), &FILES).unwrap();
    put_fresh(&folder.path().join("other/deep"), &FILES).unwrap();
    let there = snapshot(folder.path());
    assert_eq!(there.get("site/content/deep/c.md").map(String::as_str), Some("c"));
    assert_eq!(there.get("site/content/mine.md").map(String::as_str), Some("mine"));
    assert_eq!(there.get("other/deep/.d").map(String::as_str), Some("d"));
}

#[test]
fn what_stands_in_the_way_is_told_and_nothing_is_made() {
    type Prepare = fn(&Path);
    let cases: [(&str, Prepare); 7] = [
        ("there", |root| put(root, "site/.d", "mine")),
        ("there", |root| fs::create_dir_all(root.join("site/a.yaml")).unwrap()),
        ("no folder", |root| put(root, "site/content", "mine")),
        ("no folder", |root| put(root, "site", "mine")),
        ("link", |root| std::os::unix::fs::symlink("nowhere", root.join("site")).unwrap()),
        ("link", |root| {
            fs::create_dir_all(root.join("site")).unwrap();
            fs::create_dir_all(root.join("elsewhere")).unwrap();
            std::os::unix::fs::symlink("../elsewhere", root.join("site/content")).unwrap();
        }),
        ("there", |root| {
            fs::create_dir_all(root.join("site")).unwrap();
            std::os::unix::fs::symlink("nowhere", root.join("site/a.yaml")).unwrap();
        }),
    ];
    for (expected, prepare) in cases {
        let folder = folder();
        prepare(folder.path());
        let before = snapshot(folder.path());
        assert_eq!(kind_of(&put_fresh(&folder.path().join("site"), &FILES)), expected, "{before:?}");
        assert_eq!(snapshot(folder.path()), before);
    }
}

#[test]
fn a_link_to_a_folder_may_be_the_folder_itself() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("site")).unwrap();
    put_fresh(&folder.path().join("site"), &FILES).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("real/.d")).unwrap(), "d");
}

#[test]
fn a_disk_that_refuses_at_any_moment_is_left_as_it_was() {
    // Two folders above, the folder itself, two within it, four files: nine changes.
    for refused_at in 0..9 {
        let folder = folder();
        put(folder.path(), "mine", "mine");
        let before = snapshot(folder.path());
        let disk = FailingDisk::new(Failure::Once(refused_at));
        let outcome = put_to(&disk, &folder.path().join("new/er/site"), &FILES);
        let error = outcome.expect_err("a disk that refuses");
        let FreshError::Io { left, .. } = &error else { panic!("{refused_at}: {error:?}") };
        assert!(left.is_empty(), "{refused_at}: {left:?}");
        let sentence = error.to_string();
        assert!(sentence.ends_with("you have no permission to write there. Nothing was written."), "{sentence}");
        assert_eq!(snapshot(folder.path()), before, "{refused_at}");
    }
}

#[test]
fn what_cannot_be_removed_again_is_named() {
    let folder = folder();
    // After three folders and one file nothing works any more.
    let disk = FailingDisk::new(Failure::PowerCut(4));
    let outcome = put_to(&disk, &folder.path().join("new/er/site"), &FILES);
    let sentence = outcome.unwrap_err().to_string();
    assert!(sentence.contains("a.yaml") && sentence.contains("Delete them"), "{sentence}");
}

#[test]
fn a_name_that_no_disk_takes_undoes_what_was_made() {
    let folder = folder();
    let long = "x".repeat(300);
    let files: [(&str, &[u8]); 2] = [("content/b.md", b"b"), (&long, b"x")];
    let outcome = put_fresh(&folder.path().join("site"), &files);
    assert_eq!(kind_of(&outcome), "refused");
    assert_eq!(snapshot(folder.path()), BTreeMap::new());
}
