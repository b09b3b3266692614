//! The folder of a site is watched: whatever is done in it, in whatever way, is told, and what is nobody's business is not.
//!
//! What the tests do is told on a thread of its own, so that each waits until it is; only a test that fails waits long.

mod following;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use folkmoot::serve::watch::{Changed, WatchFault, Watched, Watching, watch};

use super::support::{Site, commit_on, git};

/// After so long a test has failed.
const NEVER: Duration = Duration::from_mins(1);

/// A site that is being watched.
struct Watch {
    site: Site,
    /// Where it lies, with no link in it.
    root: PathBuf,
    told: Receiver<Changed>,
    watching: Watching,
    /// What was written in place: a slow machine may tell of it twice, once when it is empty.
    written: RefCell<BTreeSet<PathBuf>>,
}

impl Watch {
    fn over(site: Site) -> Self {
        Self::with(site, |_| {})
    }

    fn with(site: Site, change: impl FnOnce(&mut Watched)) -> Self {
        let root = site.root().canonicalize().unwrap();
        let mut watched = Watched { root: root.clone(), ..Watched::default() };
        change(&mut watched);
        let (tell, told) = channel();
        let watching = watch(watched, move |changed| drop(tell.send(changed))).unwrap();
        assert_eq!(watching.notice(), None);
        Self { site, root, told, watching, written: RefCell::default() }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
        self.written.borrow_mut().insert(self.path(path));
    }

    fn next(&self) -> Changed {
        self.told.recv_timeout(NEVER).unwrap()
    }

    /// The next that is told is that only this file may be different.
    fn expect_file(&self, path: &str) {
        self.expect(&Changed::Files(BTreeSet::from([self.path(path)])));
    }

    fn expect_everything(&self) {
        self.expect(&Changed::Everything);
    }

    /// This is told next, but for second tellings of what was written before.
    fn expect(&self, expected: &Changed) {
        loop {
            let changed = self.next();
            if changed == *expected {
                return;
            }
            let is_second = matches!(&changed, Changed::Files(files) if files.is_subset(&self.written.borrow()));
            assert!(is_second, "told: {changed:?}, expected: {expected:?}");
        }
    }

    /// Whatever is told until now, until this file alone is.
    fn expect_at_last(&self, path: &str) {
        let file = Changed::Files(BTreeSet::from([self.path(path)]));
        while self.next() != file {}
    }

    /// Nothing was told so far: a change that is made now is the first.
    fn expect_nothing(&self) {
        self.write(INDEX, "# Changed after all\n");
        self.expect_file(INDEX);
    }
}

const INDEX: &str = "content/index.md";

fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file(INDEX, "# Welcome\n")
        .file("content/about.md", "# About us\n")
        .file("content/plans/one.md", "# One\n")
}

#[test]
fn a_file_that_is_written_in_place_is_told_alone() {
    let watch = Watch::over(small());
    for path in [INDEX, "content/plans/one.md", "folkmoot.yaml", "content/new.md"] {
        watch.write(path, "# Another text\n");
        watch.expect_file(path);
    }
}

#[test]
fn a_file_that_another_is_renamed_over_is_told_alone() {
    for beside in ["content/index.md.tmp", "content/.index.md.x7", "content/index.md___jb_tmp___"] {
        let watch = Watch::over(small());
        watch.write(beside, "# Another text\n");
        fs::rename(watch.path(beside), watch.path(INDEX)).unwrap();
        watch.expect_at_last(INDEX);
    }
    let watch = Watch::over(small());
    fs::write(watch.path("text"), "# Written out of sight\n").unwrap();
    watch.expect_file("text");
    fs::rename(watch.path("text"), watch.path(INDEX)).unwrap();
    watch.expect_everything();
}

#[test]
fn a_file_that_is_renamed_to_a_backup_and_written_anew_is_told() {
    let watch = Watch::over(small());
    fs::rename(watch.path(INDEX), watch.path("content/index.md~")).unwrap();
    watch.write(INDEX, "# Another text\n");
    fs::remove_file(watch.path("content/index.md~")).unwrap();
    // Where the machine is slow the file is seen to be gone for a moment.
    watch.expect_at_last(INDEX);
    watch.expect_nothing();
}

#[test]
fn what_editors_leave_for_a_moment_is_not_told() {
    let watch = Watch::over(small());
    let names = [".index.md.swp", "index.md~", "#index.md#", "~$index.docx", ".DS_Store", "Thumbs.db", "index.md.tmp"];
    for folder in ["content", "."] {
        for name in names {
            let path = watch.path(folder).join(name);
            fs::write(&path, "for a moment").unwrap();
            fs::rename(&path, watch.path("content/.aside")).unwrap();
            fs::remove_file(watch.path("content/.aside")).unwrap();
        }
    }
    fs::create_dir_all(watch.path("content/node_modules/a/b")).unwrap();
    fs::create_dir_all(watch.path(".folkmoot/kept")).unwrap();
    fs::create_dir_all(watch.path("target/debug")).unwrap();
    fs::write(watch.path("content/node_modules/a/b/index.js"), "x").unwrap();
    fs::write(watch.path("target/debug/a.txt"), "x").unwrap();
    watch.expect_nothing();
}

#[test]
fn reading_is_not_told() {
    let watch = Watch::over(small());
    for path in [INDEX, "content/about.md", "content/plans/one.md", "folkmoot.yaml"] {
        fs::read(watch.path(path)).unwrap();
    }
    assert_eq!(fs::read_dir(watch.path("content")).unwrap().count(), 3);
    watch.expect_nothing();
}

#[test]
fn what_happens_in_the_output_folder_is_not_told() {
    for output in ["site", "content/built"] {
        for is_there in [true, false] {
            let site = small();
            if is_there {
                fs::create_dir_all(site.root().join(output)).unwrap();
            }
            let watch = Watch::with(site, |watched| watched.output_folder = Some(output.into()));
            fs::create_dir_all(watch.path(output).join("plans/deep")).unwrap();
            fs::write(watch.path(output).join("plans/deep/index.html"), "<p>").unwrap();
            fs::remove_dir_all(watch.path(output)).unwrap();
            watch.expect_nothing();
        }
    }
}

#[test]
fn where_the_root_is_the_content_built_sites_and_compiled_things_are_not_told() {
    let site = Site::new()
        .file("content.md", "# A page\n")
        .file("old/.folkmoot-files", "")
        .file("old/plans/a.html", "")
        .file("target/CACHEDIR.TAG", "")
        .file("target/debug/a", "")
        .file("plans/one.md", "# One\n");
    let watch = Watch::over(site);
    watch.write("old/plans/a.html", "<p>");
    watch.write("old/b.html", "<p>");
    watch.write("target/debug/a", "x");
    watch.write("target/b", "x");
    watch.write("plans/one.md", "# Another\n");
    watch.expect_file("plans/one.md");
    // A folder that is no built site any more is read.
    fs::remove_file(watch.path("old/.folkmoot-files")).unwrap();
    watch.expect_everything();
    watch.write("old/plans/a.html", "<p>Now it counts");
    watch.expect_at_last("old/plans/a.html");
}

#[test]
fn a_commit_may_change_the_days_of_everything() {
    for folder in ["", "below"] {
        let site = if folder.is_empty() { small() } else { Site::new().file("below/content/index.md", "# Welcome\n") };
        git(&site, &["init", "-q"]);
        commit_on(&site, "2019-11-01");
        let watch = Watch::with(site, |watched| watched.root = watched.root.join(folder));
        let page = format!("{folder}/content/index.md");
        let page = page.trim_start_matches('/');
        watch.write(page, "# Another text\n");
        watch.expect_file(page);
        git(&watch.site, &["add", "--all"]);
        commit_on(&watch.site, "2019-11-02");
        watch.expect_everything();
        watch.write(page, "# A third text\n");
        watch.expect_at_last(page);
        git(&watch.site, &["checkout", "-q", "-b", "another/branch"]);
        watch.expect_everything();
    }
}

#[test]
fn a_repository_that_is_made_later_is_seen() {
    let watch = Watch::over(small());
    git(&watch.site, &["init", "-q"]);
    watch.expect_everything();
    commit_on(&watch.site, "2019-11-01");
    watch.expect_everything();
}

#[test]
fn settings_that_lie_elsewhere_are_told_and_what_lies_beside_them_is_not() {
    let elsewhere = Site::new().file("other.yaml", "title: A\n");
    let folder = elsewhere.root().canonicalize().unwrap();
    for poll in [None, Some(Duration::from_millis(20))] {
        let config = folder.join("other.yaml");
        let watch = Watch::with(small(), |watched| {
            watched.config = Some(config.clone());
            watched.poll = poll;
        });
        fs::write(folder.join("beside.yaml"), "x").unwrap();
        watch.write(config.to_str().unwrap(), &format!("title: {poll:?}\n"));
        watch.expect_file(config.to_str().unwrap());
        fs::rename(&config, folder.join("away.yaml")).unwrap();
        watch.expect_everything();
        fs::rename(folder.join("away.yaml"), &config).unwrap();
        watch.next();
    }
}

#[test]
fn where_all_is_read_over_and_over_an_edit_of_the_same_size_and_second_is_seen() {
    let watch = Watch::with(small(), |watched| watched.poll = Some(Duration::from_millis(20)));
    let before = fs::metadata(watch.path(INDEX)).unwrap().modified().unwrap();
    let file = fs::File::options().write(true).open(watch.path(INDEX)).unwrap();
    fs::write(watch.path(INDEX), "# Wellcom\n").unwrap();
    file.set_modified(before).unwrap();
    watch.expect_at_last(INDEX);
    watch.write("content/.index.md.swp", "for a moment");
    watch.write("folkmoot.yaml", "title: Another title\n");
    watch.expect_at_last("folkmoot.yaml");
    fs::create_dir_all(watch.path("content/a/b")).unwrap();
    watch.expect_everything();
    watch.write("content/a/b/c.md", "# C\n");
    while !watch.told.recv_timeout(NEVER).is_ok_and(|changed| names(&changed, &watch.path("content/a/b/c.md"))) {}
}

/// Whether a look at what is told finds what is at this path.
fn names(changed: &Changed, path: &Path) -> bool {
    match changed {
        Changed::Files(files) => files.contains(path),
        Changed::Everything => path.exists(),
    }
}

#[test]
fn letting_go_ends_it() {
    for poll in [None, Some(NEVER)] {
        let Watch { site, told, watching, .. } = Watch::with(small(), |watched| watched.poll = poll);
        drop(watching);
        // What tells is let go of by the thread, and the thread has nothing else that it could wait for.
        assert_eq!(told.recv_timeout(NEVER), Err(RecvTimeoutError::Disconnected));
        drop(site);
    }
}

#[test]
fn a_site_that_is_not_there_is_not_watched() {
    let site = small();
    for root in [site.root().join("nowhere"), site.root().join("folkmoot.yaml")] {
        let fault = watch(Watched { root: root.clone(), ..Watched::default() }, |_| {}).unwrap_err();
        assert!(matches!(&fault, WatchFault::Root(of, _) if *of == root), "{fault}");
        assert!(fault.to_string().starts_with(&format!("The folder \"{}\" cannot be watched: ", root.display())));
    }
}
