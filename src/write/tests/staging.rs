//! A site whose files come one by one, from many threads, in any order.

use std::thread;

use proptest::prelude::*;

use rayon::prelude::*;

use super::interruption::{FailingDisk, Failure, any_output};
use super::*;
use crate::write::names::{LIST, STAGED_TREE};

const fn is_for_threads<T: Send + Sync>() {}
const _: () = is_for_threads::<Staging>();

fn path(path: &str) -> OutputPath {
    OutputPath::new(path).unwrap()
}

fn put_all(staging: &Staging, files: &Output) {
    for (path, bytes) in files {
        staging.put(path, bytes).unwrap();
    }
}

/// What a folder holds for everyone: without the build's own notes while it writes.
fn seen(folder: &Path) -> BTreeMap<String, String> {
    let mut all = snapshot(folder);
    all.retain(|name, _| name == LIST || !name.starts_with(".folkmoot-"));
    all
}

/// The files in an order that the numbers give, by three threads at once.
fn stage_in_any_order(files: &Output, order: &[u8], folder: &Path) -> Result<Written, WriteError> {
    let staging = Staging::begin_on(Box::new(FailingDisk::new(Failure::PowerCut(usize::MAX))), folder)?;
    let mut shuffled: Vec<_> = files.iter().zip(order.iter().cycle()).collect();
    shuffled.sort_by_key(|(_, place)| **place);
    thread::scope(|scope| {
        for part in 0..3 {
            let (shuffled, staging) = (&shuffled, &staging);
            scope.spawn(move || {
                for ((path, bytes), _) in shuffled.iter().skip(part).step_by(3) {
                    staging.put(path, bytes).unwrap();
                }
            });
        }
    });
    staging.finish()
}

#[test]
fn many_threads_put_one_site() {
    let files: Output = (0..400)
        .flat_map(|number| output(&[(&format!("{}/{}/{number}.html", number % 3, number % 7), &number.to_string())]))
        .collect();
    let folder = folder();
    let staging = Staging::begin(folder.path()).unwrap();
    let all: Vec<_> = files.iter().collect();
    all.par_iter().for_each(|(path, bytes)| staging.put(path, bytes).unwrap());
    assert_eq!(staging.finish().unwrap(), counts(400, 0, 0));
    assert_eq!(snapshot(folder.path()), fresh(&files));
}

#[test]
fn nothing_is_seen_of_a_site_before_its_end() {
    for old in [output(&[]), output(&[("a/x", "old"), ("gone", "g"), ("same", "s")])] {
        let folder = folder();
        write(&old, folder.path()).unwrap();
        let before = seen(folder.path());
        let staging = Staging::begin(folder.path()).unwrap();
        let new = output(&[("a/x", "new"), ("b/c/y", "y"), ("same", "s"), (".hidden", "h")]);
        for (path, bytes) in &new {
            staging.put(path, bytes).unwrap();
            assert_eq!(seen(folder.path()), before);
        }
        staging.finish().unwrap();
        assert_eq!(snapshot(folder.path()), fresh(&new));
    }
}

#[test]
fn a_first_build_moves_whole_folders() {
    let folder = folder();
    let site = folder.path().join("site");
    let staging = Staging::begin(&site).unwrap();
    put_all(&staging, &output(&[("a/b/x", "x"), ("a/y", "y"), ("c", "c")]));
    let inode = |path: &Path| fs::metadata(path).unwrap().ino();
    let waiting = inode(&site.join(STAGE).join(STAGED_TREE).join("a"));
    assert_eq!(staging.finish().unwrap(), counts(3, 0, 0));
    assert_eq!(inode(&site.join("a")), waiting);
}

#[test]
fn hidden_files_of_a_first_build_go_beside_those_that_are_there() {
    let folder = folder();
    put(folder.path(), ".well-known/mine", "mine");
    put(folder.path(), ".nojekyll", "");
    let inode = || fs::metadata(folder.path().join(".nojekyll")).unwrap().ino();
    let before = inode();
    let new = output(&[(".well-known/security.txt", "s"), (".nojekyll", ""), ("index.html", "i")]);
    assert_eq!(write(&new, folder.path()).unwrap(), counts(2, 1, 0));
    assert_eq!(inode(), before);
    let mut now = snapshot(folder.path());
    assert_eq!(now.remove(".well-known/mine").as_deref(), Some("mine"));
    assert_eq!(now, fresh(&new));
    let folder = self::folder();
    put(folder.path(), ".nojekyll", "mine");
    let error = write(&new, folder.path()).unwrap_err();
    assert!(matches!(error, WriteError::NotOurs { .. }), "{error}");
    assert_eq!(snapshot(folder.path()).len(), 1);
}

#[test]
fn what_is_dropped_before_its_end_leaves_all_as_it_was() {
    let new = output(&[("a/x", "new"), ("b/y", "y"), (".hidden", "h")]);
    let above = folder();
    let site = above.path().join("site");
    let staging = Staging::begin(&site).unwrap();
    put_all(&staging, &new);
    assert!(matches!(Staging::begin(&site).err(), Some(WriteError::Busy(_))));
    drop(staging);
    assert!(!site.exists());
    for old in [None, Some(output(&[("a/x", "old"), ("gone", "g")]))] {
        let folder = folder();
        put(folder.path(), ".gitkeep", "");
        if let Some(old) = &old {
            write(old, folder.path()).unwrap();
        }
        let before = snapshot(folder.path());
        let staging = Staging::begin(folder.path()).unwrap();
        put_all(&staging, &new);
        drop(staging);
        assert_eq!(snapshot(folder.path()), before);
        write(&new, folder.path()).expect("the lock is free again");
    }
}

#[test]
fn the_first_error_is_kept_and_nothing_goes_on_after_it() {
    for old in [None, Some(output(&[("a/x", "old"), ("gone", "g")]))] {
        let folder = folder();
        if let Some(old) = &old {
            write(old, folder.path()).unwrap();
        }
        let before = snapshot(folder.path());
        let full = FailingDisk::new(Failure::Full(1));
        let staging = Staging::begin_on(Box::new(full), folder.path()).unwrap();
        staging.put(&path("a/x"), b"new").unwrap();
        let is_full = |error: &WriteError| error.to_string().ends_with("Make room on the disk, then build again.");
        assert!(staging.put(&path("b/y"), b"y").is_err_and(|error| is_full(&error)));
        let again = staging.put(&path(".folkmoot-lock"), b"z").unwrap_err();
        assert!(is_full(&again) && again.to_string().contains("site is as it was"), "the first error: {again}");
        assert!(staging.finish().is_err_and(|error| error.to_string() == again.to_string()));
        assert_eq!(snapshot(folder.path()), before);

        let staging = Staging::begin(folder.path()).unwrap();
        assert!(matches!(staging.put(&path(".folkmoot-lock"), b""), Err(WriteError::BadPath { .. })));
        assert!(matches!(staging.put(&path("a/x"), b"new"), Err(WriteError::BadPath { .. })));
        assert!(matches!(staging.finish(), Err(WriteError::BadPath { .. })));
        assert_eq!(snapshot(folder.path()), before);
    }
}

#[test]
fn what_is_the_same_is_neither_staged_nor_touched() {
    let folder = folder();
    let site = output(&[("index.html", "i"), ("a/b/x", "x"), ("a/b/y", "y"), (".hidden", "h"), ("empty", "")]);
    write(&site, folder.path()).unwrap();
    let touched = || {
        let about = |name: &OutputPath| fs::metadata(folder.path().join(name.as_str())).unwrap();
        site.keys()
            .map(|name| (about(name).ino(), about(name).mtime_nsec(), about(name).ctime_nsec()))
            .collect::<Vec<_>>()
    };
    let before = touched();
    let staging = Staging::begin(folder.path()).unwrap();
    put_all(&staging, &site);
    assert!(!folder.path().join(STAGE).exists());
    assert_eq!(staging.finish().unwrap(), counts(0, 5, 0));
    assert_eq!(touched(), before);
}

#[test]
fn two_files_of_one_path_are_refused() {
    for old in [None, Some(output(&[("a/x", "1")]))] {
        for second in ["1", "2"] {
            let folder = folder();
            if let Some(old) = &old {
                write(old, folder.path()).unwrap();
            }
            let before = snapshot(folder.path());
            let staging = Staging::begin(folder.path()).unwrap();
            put_all(&staging, &output(&[("a/x", "1"), ("b", "b")]));
            let _ = staging.put(&path("a/x"), second.as_bytes());
            let error = staging.finish().unwrap_err();
            assert!(matches!(&error, WriteError::Twice { path } if path.as_str() == "a/x"), "{error}");
            assert_eq!(snapshot(folder.path()), before);
        }
    }
}

#[test]
fn a_file_and_a_folder_of_one_name_are_refused_in_any_order() {
    for names in [["a/b", "a/b/c"], ["a/b/c", "a/b"], ["a", "a/b/c"], ["a/b/c", "a"], [".a/b", ".a"]] {
        for old in [None, Some(output(&[("a/x", "1")]))] {
            let folder = folder();
            if let Some(old) = &old {
                write(old, folder.path()).unwrap();
            }
            let before = snapshot(folder.path());
            let staging = Staging::begin(folder.path()).unwrap();
            let put = names.iter().try_for_each(|name| staging.put(&path(name), b""));
            let error = put.and_then(|()| staging.finish().map(|_| ())).unwrap_err();
            let shorter = names.iter().min_by_key(|name| name.len()).unwrap();
            assert!(matches!(&error, WriteError::Clash { file, .. } if file.as_str() == *shorter), "{error}");
            assert_eq!(snapshot(folder.path()), before);
        }
    }
}

#[test]
fn what_came_to_the_folder_while_the_site_was_made_is_not_harmed() {
    let new = output(&[("a/x", "new"), ("b", "b")]);
    let folder = folder();
    let staging = Staging::begin(folder.path()).unwrap();
    put_all(&staging, &new);
    put(folder.path(), "b", "mine");
    let error = staging.finish().unwrap_err();
    assert!(matches!(error, WriteError::ForeignFolder(_)), "{error}");
    assert_eq!(snapshot(folder.path()), [("b".to_owned(), "mine".to_owned())].into());

    let folder = self::folder();
    let old = output(&[("a/x", "old")]);
    write(&old, folder.path()).unwrap();
    let staging = Staging::begin(folder.path()).unwrap();
    put_all(&staging, &new);
    put(folder.path(), "b", "mine");
    let error = staging.finish().unwrap_err();
    assert!(matches!(error, WriteError::NotOurs { .. }), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("a/x")).unwrap(), "old");
    assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "mine");
}

#[test]
fn a_folder_that_goes_while_the_site_is_made_is_told() {
    let old = output(&[("a/x", "x")]);
    for is_first in [true, false] {
        let above = folder();
        let site = above.path().join("site");
        if !is_first {
            write(&old, &site).unwrap();
        }
        let staging = Staging::begin(&site).unwrap();
        put_all(&staging, &old);
        fs::remove_dir_all(&site).unwrap();
        let error = staging.finish().unwrap_err();
        assert!(matches!(error, WriteError::Io { .. }), "{error}");
        assert!(!site.exists());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_any_thread_give_what_one_output_gives(
        old in any_output(),
        new in any_output(),
        order in prop::collection::vec(any::<u8>(), 1..8),
    ) {
        let (one, other) = (folder(), folder());
        for files in [&old, &new] {
            let written = interruption::write(files, one.path()).unwrap();
            prop_assert_eq!(stage_in_any_order(files, &order, other.path()).unwrap(), written);
            prop_assert_eq!(snapshot(other.path()), snapshot(one.path()));
        }
    }
}
