//! What is refused, and that the folder is then as it was.

use std::os::unix::fs::symlink;

use super::*;
use crate::write::names::LIST;

/// Writes what must be refused, sees that nothing was touched, and gives the sentence.
fn refused(output: &Output, folder: &Path) -> WriteError {
    let before = snapshot(folder);
    let error = write(output, folder).expect_err("must be refused");
    assert_eq!(snapshot(folder), before, "{error}");
    error
}

#[test]
fn a_folder_with_files_of_somebody_else_is_not_taken() {
    let folder = folder();
    put(folder.path(), "thesis.doc", "mine");
    let error = refused(&output(&[("index.html", "i")]), folder.path());
    assert!(matches!(error, WriteError::ForeignFolder(_)));
    assert!(error.to_string().ends_with("Name an empty folder with --output-dir, or empty this one."), "{error}");
    let error = write(&output(&[("a", "a")]), &folder.path().join("thesis.doc")).unwrap_err();
    assert!(matches!(error, WriteError::NotAFolder(_)), "{error}");
}

#[test]
fn a_file_of_somebody_else_is_not_replaced() {
    let folder = folder();
    write(&output(&[("index.html", "i"), ("a/ours.html", "o")]), folder.path()).unwrap();
    put(folder.path(), "mine.html", "mine");
    put(folder.path(), "a/mine.html", "mine");
    put(folder.path(), "file", "mine");
    for path in ["mine.html", "a/mine.html", "a", "file/index.html"] {
        let error = refused(&output(&[("index.html", "new"), (path, "theirs")]), folder.path());
        assert!(matches!(error, WriteError::NotOurs { .. }), "{path}: {error}");
    }
    put(folder.path(), "Index.html", "mine");
    let error = refused(&output(&[("Index.html", "i")]), folder.path());
    assert!(matches!(error, WriteError::NotOurs { .. }), "no file of ours, whatever its capitals: {error}");
}

#[test]
fn nothing_is_written_or_removed_through_a_link() {
    let elsewhere = folder();
    put(elsewhere.path(), "x.html", "theirs");
    for link in ["priorities", "index.html"] {
        let folder = folder();
        write(&output(&[("index.html", "i"), ("priorities/x.html", "x")]), folder.path()).unwrap();
        let path = folder.path().join(link);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        symlink(elsewhere.path(), &path).unwrap();
        for new in [&[("index.html", "new"), ("priorities/x.html", "new")][..], &[("other.html", "x")]] {
            let error = refused(&output(new), folder.path());
            assert!(matches!(&error, WriteError::Link { path } if path.ends_with(link)), "{error}");
        }
        assert_eq!(snapshot(elsewhere.path()).len(), 1);
        assert_eq!(fs::read_to_string(elsewhere.path().join("x.html")).unwrap(), "theirs");
    }
}

#[test]
fn links_in_place_of_the_builds_own_files_lead_nowhere() {
    let elsewhere = folder();
    put(elsewhere.path(), "x.html", "theirs");
    let folder = folder();
    let site = output(&[("index.html", "i")]);
    symlink(elsewhere.path(), folder.path().join(STAGE)).unwrap();
    write(&site, folder.path()).unwrap();
    assert_eq!(snapshot(folder.path()), fresh(&site));
    assert_eq!(snapshot(elsewhere.path()).len(), 1);
    symlink(elsewhere.path().join("made"), folder.path().join(LOCK)).unwrap();
    assert!(matches!(refused(&site, folder.path()), WriteError::Link { .. }));
    assert_eq!(snapshot(elsewhere.path()).len(), 1);
}

#[test]
fn a_list_that_no_build_wrote_removes_nothing() {
    let above = folder();
    put(above.path(), "precious", "p");
    let site = above.path().join("site");
    for list in ["folkmoot-files 1 1\n../precious\n", "folkmoot-files 1 2\na\n", "", "\u{0}"] {
        put(&site, LIST, list);
        put(&site, "a", "a");
        let error = refused(&output(&[("index.html", "i")]), &site);
        assert!(matches!(error, WriteError::Damaged { .. }), "{list:?}: {error}");
        assert!(error.to_string().contains("Delete the whole folder"));
    }
    assert!(above.path().join("precious").is_file());
}

#[test]
fn a_journal_that_no_build_wrote_does_nothing() {
    let above = folder();
    put(above.path(), "precious", "p");
    let site = above.path().join("site");
    for (journal, stage) in [
        ("folkmoot-journal 1\nremove ../precious\nend 1\n", true),
        ("folkmoot-journal 1\nremove a\nend 2\n", true),
        ("folkmoot-journal 1\nremove a\nend 1\n", false),
    ] {
        put(&site, "a", "a");
        put(&site, JOURNAL, journal);
        if stage {
            fs::create_dir_all(site.join(STAGE)).unwrap();
        }
        let error = refused(&output(&[("index.html", "i")]), &site);
        assert!(matches!(error, WriteError::Damaged { .. }), "{journal}: {error}");
        assert!(recover(&site).is_err());
        fs::remove_dir_all(&site).unwrap();
    }
    assert!(above.path().join("precious").is_file());
}

#[test]
fn an_output_that_cannot_be_files_is_refused() {
    let folder = folder();
    let clash = refused(&output(&[("a/b", "x"), ("a/b!c", "y"), ("a/b/c/d", "z")]), folder.path());
    assert!(matches!(&clash, WriteError::Clash { file, .. } if file.as_str() == "a/b"), "{clash}");
    for path in [".folkmoot-files", ".folkmoot-stage/1", ".Folkmoot-lock"] {
        let error = refused(&output(&[(path, "x")]), folder.path());
        assert!(matches!(error, WriteError::BadPath { .. }), "{error}");
    }
}

#[test]
fn a_pipe_in_the_way_is_neither_opened_nor_replaced() {
    let folder = folder();
    let site = output(&[("index.html", "i"), ("feed.xml", "f")]);
    write(&site, folder.path()).unwrap();
    let pipe = folder.path().join("feed.xml");
    fs::remove_file(&pipe).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for way in ["feed.xml", "feed.xml/x"] {
        let error = write(&output(&[("index.html", "new"), (way, "f")]), folder.path()).expect_err("a pipe");
        assert!(matches!(&error, WriteError::NotOurs { path } if *path == pipe), "{way}: {error}");
    }
    // No longer part of the site, it is left to whoever made it.
    assert_eq!(write(&output(&[("index.html", "i")]), folder.path()).unwrap(), counts(0, 1, 0));
    assert!(pipe.exists());
    let folder = self::folder();
    write(&output(&[("a/x", "x"), ("a/y", "y")]), folder.path()).unwrap();
    let pipe = folder.path().join("a/x");
    fs::remove_file(&pipe).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let error = write(&output(&[("a", "now a file")]), folder.path()).expect_err("a pipe");
    assert!(matches!(&error, WriteError::NotOurs { path } if *path == pipe), "{error}");
    assert!(folder.path().join("a/y").is_file());
}

#[test]
fn two_builds_do_not_write_at_once() {
    let folder = folder();
    let site = output(&[("index.html", "i")]);
    write(&site, folder.path()).unwrap();
    let lock = Lock::take(folder.path()).unwrap();
    assert!(matches!(refused(&site, folder.path()), WriteError::Busy(_)));
    assert!(matches!(recover(folder.path()), Err(WriteError::Busy(_))));
    lock.release(&RealDisk);
    // What a killed build leaves is locked by nobody.
    put(folder.path(), LOCK, "");
    assert_eq!(write(&site, folder.path()).unwrap(), counts(0, 1, 0));
    assert_eq!(snapshot(folder.path()), fresh(&site));
}

#[test]
fn of_many_builds_at_once_each_is_whole_or_refused() {
    let folder = folder();
    let sites: Vec<Output> = (0..8)
        .map(|n| (0..20).flat_map(|file| output(&[(&format!("{file}.html"), &n.to_string())])).collect())
        .collect();
    write(&sites[0], folder.path()).unwrap();
    for _ in 0..20 {
        std::thread::scope(|scope| {
            for site in &sites {
                scope.spawn(|| match write(site, folder.path()) {
                    Ok(_) | Err(WriteError::Busy(_)) => {}
                    Err(error) => panic!("{error}"),
                });
            }
        });
        let now = snapshot(folder.path());
        assert!(sites.iter().any(|site| fresh(site) == now), "{now:?}");
    }
}

#[test]
fn a_folder_where_a_build_would_do_harm_is_refused() {
    let above = folder();
    let root = above.path().join("repo/root");
    for folder in ["content/x", "themes", ".git", "site"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    symlink("content", root.join("link")).unwrap();
    let check = |path: &Path| check_folder(path, &root);
    for bad in [".", "..", "../..", "content", "content/x/new", "missing/../content", "link/site", "themes/a", ".git/x"]
    {
        let error = check(&root.join(bad)).expect_err(bad);
        assert!(matches!(error, WriteError::BadFolder { .. }), "{bad}: {error}");
    }
    assert!(check(Path::new("/")).expect_err("the whole disk").to_string().contains("it is the whole disk"));
    for good in ["site", "new/deep", "../public", "missing/../site", "contents", "content-built"] {
        assert!(check(&root.join(good)).is_ok(), "{good}");
    }
    fs::remove_dir_all(root.join("content")).unwrap();
    fs::remove_dir_all(root.join("themes")).unwrap();
    assert!(check(&root.join("..")).is_err() && check(&root).is_err());
    assert!(check(&root.join("content/new")).is_ok(), "there is no content folder to harm");
}
