//! A disk that fills up, and a power cut at every change to the disk: what is found afterwards is the old site or the new
//! one, never a mixture.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;

use super::*;
use crate::write::names::{LIST, STAGED_LIST};

/// How a disk fails.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Failure {
    /// After so many changes nothing changes any more; the last is done by half.
    PowerCut(usize),
    /// After so many files there is no room for more; other changes are still possible.
    Full(usize),
    /// The change after so many is refused, by half, and all others are possible.
    Once(usize),
}

pub(super) struct FailingDisk {
    failure: Failure,
    changes: AtomicUsize,
}

impl FailingDisk {
    pub(super) fn new(failure: Failure) -> Self {
        Self { failure, changes: AtomicUsize::new(0) }
    }

    /// Goes on, or fails after doing `half` of a change.
    fn change(&self, takes_room: bool, half: impl FnOnce()) -> io::Result<()> {
        let (limit, error) = match self.failure {
            Failure::PowerCut(limit) => (limit, io::ErrorKind::Other),
            Failure::Full(_) if !takes_room => return Ok(()),
            Failure::Full(limit) => (limit, io::ErrorKind::StorageFull),
            Failure::Once(limit) => (limit, io::ErrorKind::PermissionDenied),
        };
        let before = self.changes.fetch_add(1, Ordering::SeqCst);
        if before < limit || matches!(self.failure, Failure::Once(_)) && before > limit {
            return Ok(());
        }
        if before == limit {
            half();
        }
        Err(error.into())
    }
}

impl Disk for FailingDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.change(false, || ())?;
        RealDisk.create_folder(path)
    }

    fn create_one_folder(&self, path: &Path) -> io::Result<()> {
        self.change(false, || ())?;
        RealDisk.create_one_folder(path)
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.change(true, || ())?;
        RealDisk.create_new(path, bytes)
    }

    fn write(&self, path: &Path, bytes: &[u8], _durable: bool) -> io::Result<()> {
        self.change(true, || RealDisk.write(path, &bytes[..bytes.len() / 2], false).unwrap())?;
        RealDisk.write(path, bytes, false)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(false, || ())?;
        RealDisk.rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.change(false, || ())?;
        RealDisk.remove_file(path)
    }

    fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        self.change(false, || ())?;
        RealDisk.remove_empty_folder(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let half = || {
            if let Some(first) = fs::read_dir(path).unwrap().next() {
                let _ = fs::remove_file(first.unwrap().path());
            }
        };
        self.change(false, half)?;
        RealDisk.remove_tree(path)
    }

    fn sync_folder(&self, _path: &Path) {}
}

/// Builds on a disk that neither fails nor is waited for: thousands of builds need not outlive a power cut of ours.
pub(super) fn write(output: &Output, folder: &Path) -> Result<Written, WriteError> {
    write_to(Box::new(FailingDisk::new(Failure::PowerCut(usize::MAX))), output, folder)
}

/// Builds `output` on a disk that fails; whether it came to its end all the same.
pub(super) fn build_on(failure: Failure, output: &Output, folder: &Path) -> bool {
    write_to(Box::new(FailingDisk::new(failure)), output, folder).is_ok()
}

pub(super) fn old() -> Output {
    output(&[("index.html", "old"), ("same", "s"), ("gone/deep/x", "x"), ("a", "file"), ("b/x", "1"), ("b/y", "2")])
}

pub(super) fn new() -> Output {
    output(&[
        ("index.html", "new"),
        ("same", "s"),
        ("added/y", "y"),
        ("a/x", "folder"),
        ("a/y", "z"),
        ("b", "now a file"),
    ])
}

#[test]
fn after_a_power_cut_at_any_change_the_site_is_the_old_or_the_new_one() {
    let (before, after) = (fresh(&old()), fresh(&new()));
    let (mut old_sites, mut new_sites) = (0, 0);
    for cut in 0.. {
        let folder = folder();
        write(&old(), folder.path()).unwrap();
        let was_finished = build_on(Failure::PowerCut(cut), &new(), folder.path());
        recover(folder.path()).unwrap();
        match snapshot(folder.path()) {
            now if now == before => old_sites += 1,
            now if now == after => new_sites += 1,
            now => panic!("after {cut} changes: {now:?}"),
        }
        assert!(new_sites == 0 || snapshot(folder.path()) == after, "once new, never old again");
        write(&new(), folder.path()).unwrap();
        assert_eq!(snapshot(folder.path()), after);
        if was_finished && cut > 60 {
            break;
        }
    }
    assert!(old_sites > 8 && new_sites > 8, "{old_sites} old, {new_sites} new: both halves must be met");
}

#[test]
fn a_power_cut_while_recovering_from_a_power_cut_does_no_harm() {
    let (before, after) = (fresh(&old()), fresh(&new()));
    let back = fresh(&output(&[("index.html", "third")]));
    for first in (0..40).step_by(3) {
        for second in (0..30).step_by(4) {
            let folder = folder();
            write(&old(), folder.path()).unwrap();
            build_on(Failure::PowerCut(first), &new(), folder.path());
            build_on(Failure::PowerCut(second), &output(&[("index.html", "third")]), folder.path());
            recover(folder.path()).unwrap();
            let now = snapshot(folder.path());
            assert!([&before, &after, &back].contains(&&now), "after {first} and {second} changes: {now:?}");
        }
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_whole_and_no_stage() {
    let (before, after) = (fresh(&old()), fresh(&new()));
    // Five files, the list and the journal take room.
    for room in 0..7 {
        let folder = folder();
        write(&old(), folder.path()).unwrap();
        let error = write_to(Box::new(FailingDisk::new(Failure::Full(room))), &new(), folder.path()).expect_err("full");
        assert!(error.to_string().ends_with("The site is as it was before. Make room on the disk, then build again."));
        assert_eq!(snapshot(folder.path()), before);
        let site = folder.path().join("first");
        assert!(!build_on(Failure::Full(room), &new(), &site));
        assert!(!site.exists());
    }
    let folder = folder();
    write(&old(), folder.path()).unwrap();
    assert!(build_on(Failure::Full(7), &new(), folder.path()));
    assert_eq!(snapshot(folder.path()), after);
}

#[test]
fn a_single_change_that_is_refused_leaves_the_old_site_or_what_the_next_build_finishes() {
    // An empty folder, the lock or the stage may itself be what could not be removed.
    let files = |folder: &Path| {
        let mut all = snapshot(folder);
        all.retain(|name, _| !name.ends_with('/') && (name == LIST || !name.starts_with(".folkmoot-")));
        all
    };
    let (mut old_sites, mut new_sites) = (0, 0);
    for (old, new) in [(None, first_build::first()), (Some(old()), new())] {
        let whole = folder();
        write(&new, whole.path()).unwrap();
        for refused in 0..40 {
            let folder = folder();
            if let Some(old) = &old {
                write(old, folder.path()).unwrap();
            }
            let before = files(folder.path());
            let disk = FailingDisk::new(Failure::Once(refused));
            match write_to(Box::new(disk), &new, folder.path()) {
                Err(WriteError::Io { .. }) => {
                    assert_eq!(files(folder.path()), before, "after {refused} changes");
                    recover(folder.path()).unwrap();
                    assert_eq!(files(folder.path()), before, "after {refused} changes");
                    old_sites += 1;
                }
                written => {
                    assert!(matches!(written, Ok(_) | Err(WriteError::Unfinished { .. })));
                    recover(folder.path()).unwrap();
                    assert_eq!(files(folder.path()), files(whole.path()), "after {refused} changes");
                    new_sites += 1;
                }
            }
        }
    }
    assert!(old_sites > 16 && new_sites > 16, "{old_sites} old, {new_sites} new: both must be met");
}

#[test]
fn what_came_in_the_way_of_a_build_cut_short_is_told_and_the_next_build_goes_on() {
    let folder = folder();
    write(&output(&[("a", "1")]), folder.path()).unwrap();
    let new = output(&[("a", "2"), ("b/c", "3")]);
    // The stage, two files, the list, the journal and its rename, and the old site is still in place.
    let is_committed =
        |cut: usize| !build_on(Failure::PowerCut(cut), &new, folder.path()) && folder.path().join(JOURNAL).exists();
    assert!((0..20).any(is_committed));
    put(folder.path(), "b", "mine");
    let error = recover(folder.path()).unwrap_err();
    assert!(matches!(error, WriteError::Unfinished { .. }), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "mine");
    fs::remove_file(folder.path().join("b")).unwrap();
    assert_eq!(write(&new, folder.path()).unwrap(), counts(0, 2, 0));
    assert_eq!(snapshot(folder.path()), fresh(&new));
}

#[test]
fn a_link_that_came_in_the_way_of_a_build_cut_short_is_not_followed() {
    let (folder, elsewhere) = (folder(), self::folder());
    write(&output(&[("a/x", "1"), ("b/x", "1")]), folder.path()).unwrap();
    let new = output(&[("a/x", "2")]);
    let is_committed =
        |cut: usize| !build_on(Failure::PowerCut(cut), &new, folder.path()) && folder.path().join(JOURNAL).exists();
    assert!((0..20).any(is_committed));
    put(elsewhere.path(), "x", "theirs");
    for link in ["a", "b"] {
        fs::remove_dir_all(folder.path().join(link)).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(link)).unwrap();
        let error = recover(folder.path()).unwrap_err();
        assert!(matches!(&error, WriteError::Link { path } if path.ends_with(link)), "{error}");
        assert_eq!(fs::read_to_string(elsewhere.path().join("x")).unwrap(), "theirs");
        fs::remove_file(folder.path().join(link)).unwrap();
        if link == "a" {
            // The build goes on to the removal of `b/x`, which the next link stands in the way of.
            fs::create_dir(folder.path().join("a")).unwrap();
        }
        fs::create_dir_all(folder.path().join("b")).unwrap();
    }
    recover(folder.path()).unwrap();
    assert_eq!(snapshot(folder.path()), fresh(&new));
}

#[test]
fn what_is_in_place_is_not_cleared_where_the_disk_takes_both_names_for_one() {
    // On a disk that knows no capitals, `Plan` and `plan` are this one file, and the cut came after it was placed.
    let folder = folder();
    put(folder.path(), "plan", "new");
    put(folder.path(), JOURNAL, "folkmoot-journal 1\nclear 0 plan\nplace 0 plan\nend 2\n");
    put(folder.path(), &format!("{STAGE}/{STAGED_LIST}"), "folkmoot-files 1 1\nplan\n");
    recover(folder.path()).unwrap();
    assert_eq!(snapshot(folder.path()), fresh(&output(&[("plan", "new")])));
}

/// Outputs over few names, so that files meet folders and each other; what cannot be files is left out.
pub(super) fn any_output() -> impl Strategy<Value = Output> {
    let name = prop::sample::select(vec!["a", "b", "A", "a/a", "a/b", "b/a", "a/b/c", "b/b/b", "index.html", "é/x"]);
    prop::collection::btree_map(name, prop::sample::select(vec!["", "1", "2", "long text"]), 0..8).prop_map(|files| {
        let is_sound = |path: &str| !files.keys().any(|other| path.starts_with(&format!("{other}/")));
        let sound: Vec<(&str, &str)> = files.iter().filter(|(path, _)| is_sound(path)).map(|(p, t)| (*p, *t)).collect();
        output(&sound)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_site_cut_short_anywhere_is_whole(old in any_output(), new in any_output(), cut in 0..40_usize) {
        let folder = folder();
        write(&old, folder.path()).unwrap();
        put(folder.path(), "mine/own.txt", "mine");
        build_on(Failure::PowerCut(cut), &new, folder.path());
        recover(folder.path()).unwrap();
        let mut now = snapshot(folder.path());
        prop_assert!(now.remove("mine/own.txt").is_some() && now.remove("mine/").is_some());
        prop_assert!(now == fresh(&old) || now == fresh(&new), "{:?}", now);
        write(&new, folder.path()).unwrap();
        let mut now = snapshot(folder.path());
        prop_assert!(now.remove("mine/own.txt").is_some() && now.remove("mine/").is_some());
        prop_assert_eq!(now, fresh(&new));
    }
}
