//! A reader that looks only where it is told to, and in the end has read all that there is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::serve::watch::Changed;

use super::super::support::Site;
use super::{INDEX, Watch, small};

/// What a reader knows of a site.
struct Reader {
    watch: Watch,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Reader {
    fn of(watch: Watch) -> Self {
        let files = read(&watch.root);
        Self { watch, files }
    }

    /// Follows what is told until it has read the site as it is. Nothing may be told later that says otherwise, and if
    /// the reader knew all before, then the tellings are still to come and harmless.
    fn catch_up(&mut self) {
        let there = read(&self.watch.root);
        while self.files != there {
            match self.watch.next() {
                Changed::Everything => self.files = read(&self.watch.root),
                Changed::Files(files) => {
                    for path in files {
                        // One that is gone again is told of once more.
                        if let Ok(bytes) = fs::read(&path) {
                            self.files.insert(path, bytes);
                        }
                    }
                }
            }
        }
    }

    /// After all that was done before, an edit at each of these places is seen.
    fn expect_seen_at(&mut self, paths: &[&str]) {
        for (turn, path) in paths.iter().enumerate() {
            self.watch.write(path, &format!("# Edit {turn}\n"));
            self.catch_up();
        }
    }
}

/// All files below a folder that a site would read.
fn read(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(read(&path));
        } else if let Ok(bytes) = fs::read(&path) {
            files.insert(path, bytes);
        }
    }
    files
}

#[test]
fn three_thousand_files_at_once_are_all_seen() {
    let mut reader = Reader::of(Watch::over(small()));
    for folder in 0..30 {
        fs::create_dir(reader.watch.path(&format!("content/f{folder}"))).unwrap();
        for file in 0..100 {
            reader.watch.write(&format!("content/f{folder}/{file}.md"), &format!("# Page {folder} {file}\n"));
        }
    }
    reader.catch_up();
    for folder in 0..30 {
        for file in 0..100 {
            reader.watch.write(&format!("content/f{folder}/{file}.md"), "# Another text\n");
        }
    }
    reader.catch_up();
    for folder in 0..30 {
        fs::remove_dir_all(reader.watch.path(&format!("content/f{folder}"))).unwrap();
    }
    reader.catch_up();
    assert_eq!(reader.files.len(), 4);
}

#[test]
fn folders_in_folders_that_are_made_at_once_are_seen_with_all_that_is_in_them() {
    let mut reader = Reader::of(Watch::over(small()));
    for turn in 0..20 {
        let mut folder = format!("content/deep{turn}");
        for depth in 0..8 {
            fs::create_dir(reader.watch.path(&folder)).unwrap();
            reader.watch.write(&format!("{folder}/index.md"), "# In the depth\n");
            folder = format!("{folder}/d{depth}");
        }
    }
    reader.catch_up();
    reader.expect_seen_at(&["content/deep0/d0/d1/d2/index.md", "content/deep19/d0/d1/d2/d3/d4/d5/d6/index.md"]);
}

#[test]
fn a_folder_that_goes_and_comes_again_many_times_is_still_seen() {
    let mut reader = Reader::of(Watch::over(small()));
    for _ in 0..50 {
        fs::remove_dir_all(reader.watch.path("content/plans")).unwrap();
        fs::create_dir(reader.watch.path("content/plans")).unwrap();
        reader.watch.write("content/plans/one.md", "# One again\n");
    }
    reader.catch_up();
    reader.expect_seen_at(&["content/plans/one.md", "content/plans/two.md"]);
    let (plans, away) = (reader.watch.path("content/plans"), reader.watch.path("content/renamed"));
    fs::rename(&plans, &away).unwrap();
    reader.catch_up();
    reader.expect_seen_at(&["content/renamed/one.md"]);
}

#[test]
fn a_root_that_is_removed_and_made_again_is_seen() {
    let site = Site::new();
    for at_once in [true, false] {
        let place = site.clone().file("place/content/index.md", "# Welcome\n");
        let mut reader = Reader::of(Watch::with(place, |watched| watched.root.push("place")));
        reader.watch.root.push("place");
        reader.files = read(&reader.watch.root);
        fs::remove_dir_all(&reader.watch.root).unwrap();
        if !at_once {
            reader.catch_up();
        }
        fs::create_dir_all(reader.watch.path("content")).unwrap();
        reader.watch.write(INDEX, "# Again\n");
        reader.catch_up();
        reader.expect_seen_at(&[INDEX, "content/about.md", "folkmoot.yaml"]);
        // A root that is moved away is no longer the site, and what is put in its place is.
        fs::rename(&reader.watch.root, reader.watch.root.with_extension(format!("{at_once}"))).unwrap();
        reader.catch_up();
        fs::create_dir_all(reader.watch.path("content")).unwrap();
        reader.expect_seen_at(&[INDEX]);
    }
}

#[test]
fn a_file_that_becomes_a_folder_and_a_folder_that_becomes_a_file_are_seen() {
    let mut reader = Reader::of(Watch::over(small()));
    let (about, plans) = (reader.watch.path("content/about.md"), reader.watch.path("content/plans"));
    for at_once in [true, false] {
        fs::remove_file(&about).unwrap();
        fs::create_dir(&about).unwrap();
        reader.watch.write("content/about.md/inside.md", "# Inside\n");
        fs::remove_dir_all(&plans).unwrap();
        fs::write(&plans, "a file").unwrap();
        if !at_once {
            reader.catch_up();
            reader.expect_seen_at(&["content/about.md/inside.md", "content/plans"]);
        }
        fs::remove_dir_all(&about).unwrap();
        fs::write(&about, "# About us\n").unwrap();
        fs::remove_file(&plans).unwrap();
        fs::create_dir(&plans).unwrap();
        reader.watch.write("content/plans/one.md", "# One, once more\n");
        reader.catch_up();
        reader.expect_seen_at(&["content/about.md", "content/plans/one.md"]);
    }
}

#[test]
fn content_and_themes_that_come_later_or_go_are_seen() {
    let mut reader = Reader::of(Watch::over(Site::new().file("page.md", "# A page\n").file("plans/one.md", "# One\n")));
    reader.expect_seen_at(&["page.md", "plans/one.md"]);
    fs::create_dir_all(reader.watch.path("content/plans")).unwrap();
    reader.expect_seen_at(&["content/plans/two.md"]);
    fs::create_dir_all(reader.watch.path("themes/own/templates")).unwrap();
    reader.expect_seen_at(&["themes/own/templates/page.html"]);
    fs::remove_dir_all(reader.watch.path("content")).unwrap();
    reader.catch_up();
    reader.expect_seen_at(&["plans/one.md"]);
}

#[cfg(unix)]
#[test]
fn what_is_reached_through_links_is_seen_where_it_lies_and_where_it_shows() {
    let site = small()
        .file("shared/a.md", "# A\n")
        .file("notes/deep/n.md", "# N\n")
        .symlink("between.md", "shared/a.md")
        .symlink("content/linked.md", "../between.md")
        .symlink("content/notes", "../notes");
    let watch = Watch::over(site);
    for path in ["shared/a.md", "notes/deep/n.md", INDEX] {
        watch.write(path, "# Another text\n");
        watch.expect_everything();
    }
    let mut reader = Reader::of(watch);
    fs::remove_file(reader.watch.path("between.md")).unwrap();
    std::os::unix::fs::symlink("notes/deep/n.md", reader.watch.path("between.md")).unwrap();
    reader.catch_up();
    reader.expect_seen_at(&["notes/deep/n.md", "notes/deep/new.md"]);
    fs::write(reader.watch.path("shared/b.md"), "# B\n").unwrap();
    std::os::unix::fs::symlink("../shared/b.md", reader.watch.path("content/b.md")).unwrap();
    reader.catch_up();
    reader.expect_seen_at(&["shared/b.md"]);
}

#[cfg(unix)]
#[test]
fn a_root_that_is_a_link_is_followed_also_to_another_place() {
    let site = Site::new()
        .file("first/content/index.md", "# First\n")
        .file("second/content/index.md", "# Second\n")
        .symlink("current", "first");
    let watch = Watch::with(site, |watched| watched.root.push("current"));
    watch.write("current/content/index.md", "# Changed\n");
    watch.expect_file("first/content/index.md");
    fs::remove_file(watch.path("current")).unwrap();
    watch.expect_everything();
    std::os::unix::fs::symlink("second", watch.path("current")).unwrap();
    watch.expect_everything();
    watch.write("second/content/index.md", "# Changed\n");
    watch.expect_at_last("second/content/index.md");
}
