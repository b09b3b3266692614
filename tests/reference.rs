//! The reference part of the manual, `docs/content/reference/`: every page is made here from the declarations in the code, from
//! sites that other tests run, and from the theme; what is committed must be the same to the byte.
//!
//! `FOLKMOOT_UPDATE=1 cargo test --test folkmoot reference` writes the pages anew and takes away those of what is gone.

mod commands;
mod data;
mod example;
mod fields;
mod findings;
mod fixed_words;
mod front;
mod kinds;
mod manual_site;
mod rust;
mod settings;
mod sheet;
mod templates;
mod theme;
mod values;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use walkdir::WalkDir;

use sheet::MARK;

/// Pages by their path below the folder of the reference.
type Pages = BTreeMap<String, String>;

#[test]
fn every_page_of_the_reference_is_as_the_code_has_it() {
    let faults = differences(pages(), &committed(&folder()));
    assert!(
        faults.is_empty(),
        "FOLKMOOT_UPDATE=1 cargo test --test folkmoot reference writes them anew:\n{}",
        faults.join("\n")
    );
}

/// Every page that the code makes; written where that is asked for, before any test looks at what is there.
fn pages() -> &'static Pages {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    PAGES.get_or_init(|| {
        let made = made();
        if std::env::var_os("FOLKMOOT_UPDATE").is_some() {
            write(&made, &folder());
        }
        made
    })
}

fn made() -> Pages {
    let mut pages = Pages::new();
    pages.extend(front::pages());
    pages.extend(kinds::pages());
    pages.extend(fixed_words::pages());
    pages.extend(values::pages());
    pages.extend(settings::pages());
    pages.extend(findings::pages());
    pages.extend(commands::pages());
    pages.extend(templates::pages());
    pages
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content/reference")
}

/// The pages that are there and say that they are made. Others in the folder are written by hand.
fn committed(folder: &Path) -> Pages {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let pages = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, fs::read_to_string(entry.path()).unwrap())
    });
    pages.filter(|(_, text)| text.contains(MARK)).collect()
}

/// What is to be done about the pages that are there, each in a line.
fn differences(made: &Pages, committed: &Pages) -> Vec<String> {
    let missing = made.iter().filter_map(|(path, text)| match committed.get(path) {
        None => Some(format!("{path} is not there")),
        Some(old) if old != text => Some(format!("{path} differs: {}", first_difference(old, text))),
        Some(_) => None,
    });
    let gone = committed.keys().filter(|path| !made.contains_key(*path));
    missing.chain(gone.map(|path| format!("{path} is of something that is gone"))).collect()
}

fn first_difference(old: &str, new: &str) -> String {
    let mut lines = old.lines().chain([""]).zip(new.lines().chain([""])).enumerate();
    let found = lines.find(|(_, (old, new))| old != new);
    found.map_or_else(
        || "one is longer".to_owned(),
        |(at, (old, new))| format!("line {} is `{old}`, should be `{new}`", at + 1),
    )
}

fn write(made: &Pages, folder: &Path) {
    for path in committed(folder).keys().filter(|path| !made.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, text) in made {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn a_page_that_is_missing_old_or_left_over_is_told() {
    let pages = |pages: &[(&str, &str)]| pages.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    let made: Pages = pages(&[("a.md", "x\ny\n"), ("b.md", "x\n")]);
    assert_eq!(differences(&made, &made), Vec::<String>::new());
    let told = differences(&made, &pages(&[("a.md", "x\nz\n"), ("c.md", "x\n")]));
    let wanted =
        ["a.md differs: line 2 is `z`, should be `y`", "b.md is not there", "c.md is of something that is gone"];
    assert_eq!(told, wanted);
}
