//! What one build leaves for the next, in `.folkmoot/`: nothing is done twice, and nothing is stale.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Site;

/// The search decides whether pages stay in memory until all are made, or go to the disk one by one.
const SEARCHES: [&str; 2] = ["off", "pagefind"];

fn site() -> Site {
    site_with("pagefind")
}

fn site_with(search: &str) -> Site {
    Site::new()
        .file("folkmoot.yaml", &format!("title: Safer Shire\nsearch: {search}\n"))
        .file("content/index.md", "# Safer Shire\n\nThe plan of the shire, in a few words.\n")
        .file("content/about.md", "# About\n\nWho we are, and [where](index.md) to start.\n")
        .file("content/priorities/knives.md", "---\ntitle: Knife crime\n---\n\nFewer knives in the streets.\n")
}

/// The files in which builds of a site are remembered.
fn notes(site: &Site) -> Vec<PathBuf> {
    let entries = fs::read_dir(site.root().join(".folkmoot")).unwrap();
    let mut notes: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    notes.retain(|path| !path.ends_with(".gitignore"));
    notes.sort();
    notes
}

fn summary(site: &Site) -> String {
    let run = site.build().expect_exit(0);
    let line = run.stderr().lines().find(|line| line.starts_with("Built ")).unwrap().to_owned();
    line.split(" in ").next().unwrap().to_owned()
}

#[test]
fn a_build_without_a_change_does_nothing_and_says_so() {
    for search in SEARCHES {
        let site = site_with(search);
        let first = summary(&site);
        let made: usize = first.split(['(', ' ']).filter_map(|word| word.parse().ok()).nth(1).unwrap();
        let notes_of_the_first: Vec<String> =
            notes(&site).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        assert!(notes_of_the_first[0].contains(" about.html\n"), "{}", notes_of_the_first[0]);
        let second = summary(&site);
        assert!(second.ends_with(&format!("(0 files written, {made} unchanged, 0 removed)")), "{first}\n{second}");
        assert_eq!(notes(&site).len(), 1);
        assert_eq!(fs::read_to_string(site.root().join(".folkmoot/.gitignore")).unwrap(), "*\n");
    }
}

#[test]
fn what_somebody_did_to_the_site_is_mended() {
    let site = site();
    let whole = site.build().expect_exit(0).snapshot();
    let spoil: [fn(&Path); 4] = [
        |folder| fs::write(folder.join("about.html"), "something else").unwrap(),
        |folder| fs::remove_file(folder.join("index.html")).unwrap(),
        |folder| fs::write(folder.join("assets/style.css"), "").unwrap(),
        |folder| fs::remove_file(folder.join(".folkmoot-files")).unwrap(),
    ];
    for (number, spoil) in spoil.into_iter().enumerate() {
        spoil(&site.root().join("site"));
        let run = site.build();
        if number == 3 {
            // Without the list of its files the folder could be anybody's.
            run.expect_exit(2);
            continue;
        }
        let now = run.expect_exit(0).snapshot();
        assert!(now.keys().eq(whole.keys()), "{number}");
        assert!(now.iter().all(|(path, (bytes, _))| *bytes == whole[path].0), "{number}");
    }
}

#[test]
fn notes_that_are_damaged_or_cannot_be_kept_change_nothing() {
    let site = site();
    let first = summary(&site);
    let note = notes(&site).remove(0);
    let text = fs::read_to_string(&note).unwrap();
    for damaged in ["", "folkmoot-kept 1 0.0.0\n", &text[..text.len() / 2], &text.replacen("true", "false", 1)] {
        fs::write(&note, damaged).unwrap();
        summary(&site);
        assert!(fs::read_to_string(&note).unwrap() == text, "kept anew after {damaged:.30}");
    }
    fs::remove_dir_all(site.root().join(".folkmoot")).unwrap();
    fs::write(site.root().join(".folkmoot"), "in the way").unwrap();
    assert!(summary(&site).starts_with(first.split(" (").next().unwrap()));
}

#[test]
fn a_file_that_is_taken_from_the_content_goes_from_the_site() {
    let site = site().file("content/pagefind/own.txt", "Ours.\n").file("content/files/note.txt", "Ours too.\n");
    site.build().expect_exit(0);
    for (gone, path) in [("content/pagefind/own.txt", "pagefind/own.txt"), ("content/files/note.txt", "files/note.txt")]
    {
        assert!(site.root().join("site").join(path).exists(), "{path}");
        fs::remove_file(site.root().join(gone)).unwrap();
        site.build().expect_exit(0);
        assert!(!site.root().join("site").join(path).exists(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn notes_are_neither_written_nor_read_through_a_link() {
    let site = site();
    site.build().expect_exit(0);
    let note = notes(&site).remove(0);
    let victim = site.root().join("victim.txt");
    fs::write(&victim, "Not to be touched.").unwrap();
    fs::remove_file(&note).unwrap();
    std::os::unix::fs::symlink(&victim, &note).unwrap();
    site.build().expect_exit(0);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "Not to be touched.");
    fs::remove_file(&note).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&note).status().unwrap().success());
    site.build().expect_exit(0);
}

#[test]
fn notes_hold_for_a_copy_elsewhere_and_do_not_gather_without_end() {
    let site = site();
    for number in 0..10 {
        site.clone().args(&["--output-dir", &format!("out-{number}")]).command(&["build"]).expect_exit(0);
    }
    assert_eq!(notes(&site).len(), 8);
    let (one, two) = (Site::new(), Site::new());
    let names = |copy: &Site| {
        let copy =
            copy.clone().file("folkmoot.yaml", "title: A\n").file("content/index.md", "# A\n\nWords of the page.\n");
        copy.build().expect_exit(0);
        notes(&copy).iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&one), names(&two));
}

#[test]
fn what_was_wrong_is_told_again() {
    let site = site().file("content/late.md", "# Late\n\nA [dead](nowhere.md) link, which is only a warning.\n");
    let first = site.build().expect_exit(0);
    let second = site.build().expect_exit(0);
    let findings = |text: &str| text.split("Built ").next().unwrap().to_owned();
    assert!(first.stderr().contains("dead-link"), "{}", first.stderr());
    assert_eq!(findings(first.stderr()), findings(second.stderr()));
}

#[test]
fn a_build_that_recalls_is_what_one_that_does_not_is() {
    for search in SEARCHES {
        recalls_what_a_cold_build_makes(search);
    }
}

fn recalls_what_a_cold_build_makes(search: &str) {
    let warm = site_with(search);
    warm.build().expect_exit(0);
    let settings = format!("title: A safer shire\nsearch: {search}\n");
    let edits: [(&str, &str); 10] = [
        ("content/about.md", "# About\n\nWho we are today, and [where](index.md) to start.\n"),
        ("content/about.md", "# About us\n\nWho we are today, and [where](index.md) to start.\n"),
        ("content/new.md", "# New\n\nA page that was not there, about knives.\n"),
        ("themes/civic/templates/page.html", "{% extends \"civic/page.html\" %}{% block head %}<!-- -->{% endblock %}"),
        ("themes/civic/static/style.css", "body { color: #111; background: #fff }"),
        ("folkmoot.yaml", &settings),
        ("content/priorities/knives.md", "---\ntitle: Knives\nstatus: current\n---\n\nFewer knives.\n"),
        ("themes/civic/messages/en.ftl", "skip-link = Straight on\n"),
        ("folkmoot.yaml", "title: A safest shire\nsearch: off\n"),
        ("content/about.md", "# About us\n\nWho we are, once more.\n"),
    ];
    for (path, text) in edits {
        let warm = warm.clone().file(path, text);
        let now = warm.build().expect_exit(0).snapshot();
        let cold = Site::new();
        for entry in walkdir::WalkDir::new(warm.root()) {
            let entry = entry.unwrap();
            let inside = entry.path().strip_prefix(warm.root()).unwrap();
            let is_made = inside.starts_with("site") || inside.starts_with(".folkmoot");
            if entry.file_type().is_file() && !is_made {
                let target = cold.root().join(inside);
                fs::create_dir_all(target.parent().unwrap()).unwrap();
                fs::copy(entry.path(), target).unwrap();
            }
        }
        let cold = cold.build().expect_exit(0).snapshot();
        assert!(now.keys().eq(cold.keys()), "{path}");
        for (file, (bytes, _)) in &now {
            assert!(*bytes == cold[file].0, "{file} after an edit of {path}");
        }
    }
}
