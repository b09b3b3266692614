//! A first build, which goes to its place by whole folders, on a disk that fails: afterwards there is nothing of it, or all.

use proptest::prelude::*;

use super::interruption::{Failure, any_output, build_on, new, write};
use super::*;

#[test]
fn a_first_build_that_is_cut_short_leaves_nothing_or_all() {
    let after = fresh(&new());
    for cut in 0..40 {
        let folder = folder();
        let site = folder.path().join("site");
        build_on(Failure::PowerCut(cut), &new(), &site);
        recover(&site).unwrap();
        let now = snapshot(&site_or_empty(&site));
        assert!(now.is_empty() || now == after, "after {cut} changes: {now:?}");
        write(&new(), &site).unwrap();
        assert_eq!(snapshot(&site), after);
    }
}

/// A first build with folders, files and hidden ones, beside hidden files of somebody else.
pub(super) fn first() -> Output {
    output(&[("a/x", "1"), ("a/b/y", "2"), ("c/z", "3"), ("index.html", "i"), (".hidden", "h"), (".h/x", "4")])
}

#[test]
fn a_first_build_by_whole_folders_that_is_cut_short_anywhere_is_nothing_or_all() {
    let (mut nothing, mut all) = (0, 0);
    for cut in 0..40 {
        let folder = folder();
        let theirs = || {
            put(folder.path(), ".gitkeep", "");
            put(folder.path(), ".h/mine", "m");
            snapshot(folder.path())
        };
        let before = theirs();
        let after = { fresh(&first()).into_iter().chain(before.clone()).collect::<BTreeMap<_, _>>() };
        build_on(Failure::PowerCut(cut), &first(), folder.path());
        // The power goes again while the next build looks after what the first has left.
        build_on(Failure::PowerCut(cut % 7), &first(), folder.path());
        recover(folder.path()).unwrap();
        match snapshot(folder.path()) {
            now if now == before => nothing += 1,
            now if now == after => all += 1,
            now => panic!("after {cut} changes: {now:?}"),
        }
        write(&first(), folder.path()).unwrap();
        assert_eq!(snapshot(folder.path()), after);
    }
    assert!(nothing > 8 && all > 8, "{nothing} times nothing, {all} times all: both must be met");
}

#[test]
fn what_came_in_the_way_of_a_first_build_cut_short_stays() {
    let elsewhere = folder();
    for name in ["a", "index.html"] {
        for kind in ["file", "folder", "link"] {
            // Threads may make a folder more or less before the journal is there, so that one cut can come a change late.
            let not_yet_in_place = |cut: usize| {
                let folder = folder();
                let is_whole = build_on(Failure::PowerCut(cut), &first(), folder.path());
                let is_committed = !is_whole && folder.path().join(JOURNAL).exists();
                (is_committed && !folder.path().join(name).exists()).then_some(folder)
            };
            let folder = (0..20).cycle().take(1000).find_map(not_yet_in_place).unwrap();
            let way = folder.path().join(name);
            match kind {
                "file" => put(folder.path(), name, "mine"),
                "folder" => put(&way, "mine", "mine"),
                _ => std::os::unix::fs::symlink(elsewhere.path(), &way).unwrap(),
            }
            let before = snapshot(&way);
            let error = recover(folder.path()).unwrap_err();
            let is_link = matches!(error, WriteError::Link { .. });
            assert!(is_link || matches!(error, WriteError::Unfinished { .. }), "{error}");
            assert!(is_link == (kind == "link") && error.to_string().contains(name), "{name} and a {kind}: {error}");
            assert!(snapshot(&way) == before && way.symlink_metadata().is_ok());
            if kind == "folder" {
                fs::remove_dir_all(&way).unwrap();
            } else {
                fs::remove_file(&way).unwrap();
            }
            recover(folder.path()).unwrap();
            assert_eq!(snapshot(folder.path()), fresh(&first()));
        }
    }
    assert_eq!(snapshot(elsewhere.path()).len(), 0);
}

/// The folder, made where the build did not come to it.
fn site_or_empty(site: &Path) -> std::path::PathBuf {
    fs::create_dir_all(site).unwrap();
    site.to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_first_build_cut_short_anywhere_is_nothing_or_whole(new in any_output()) {
        let after = fresh(&new);
        for cut in 0.. {
            let folder = folder();
            let was_finished = build_on(Failure::PowerCut(cut), &new, folder.path());
            recover(folder.path()).unwrap();
            let now = snapshot(folder.path());
            prop_assert!(now == after || now.is_empty() && !was_finished, "after {} changes: {:?}", cut, now);
            if was_finished {
                break;
            }
            // The build that comes next finishes it, and goes on to a site of its own.
            write(&new, folder.path()).unwrap();
            prop_assert_eq!(snapshot(folder.path()), after.clone());
        }
    }
}
