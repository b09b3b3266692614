//! The Markdown of the crates that this one is built from, as their authors wrote it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::super::licences::packages;
use super::super::support::{Site, Summary};
use super::built_with_warnings;

/// Fewest crates that make a fair sample.
const FEWEST_CRATES: usize = 20;

/// A crate on this disk.
struct Crate {
    name: String,
    folder: PathBuf,
    /// Its Markdown files and what they link to, relative to its folder.
    files: BTreeSet<PathBuf>,
}

#[test]
fn the_markdown_of_twenty_crates_and_more_is_a_site() {
    let crates = crates();
    let with_readme = crates.iter().filter(|found| found.files.iter().any(|file| is_markdown(file))).count();
    assert!(with_readme >= FEWEST_CRATES, "only {with_readme} crates with Markdown; run `cargo fetch` first");
    let mut site = Site::new().file("folkmoot.yaml", "title: Crates\n");
    let mut pages = Vec::new();
    for found in &crates {
        for file in &found.files {
            let path = format!("crates/{}/{}", found.name, slashed(file));
            site = site.bytes_file(&path, &fs::read(found.folder.join(file)).unwrap());
            if is_markdown(file) {
                pages.push(path);
            }
        }
    }
    let (run, _) = built_with_warnings(&site);
    let addresses: BTreeSet<String> = pages.iter().map(|path| address(path, &pages)).collect();
    assert_eq!(addresses.len(), pages.len(), "two files with one page");
    let built: BTreeSet<String> = run.files().into_iter().collect();
    let missing: Vec<_> = addresses.difference(&built).collect();
    assert!(missing.is_empty(), "not built: {missing:?}");
    let before = run.snapshot();
    let again = site.build().expect_exit(0);
    assert!(again.untouched_since(&before), "{}", again.stderr());
    assert!(matches!(again.summary(), Some(Summary { written: 0, removed: 0, .. })), "{}", again.stderr());
}

/// The crates that this one is built from, as cargo knows them.
fn crates() -> Vec<Crate> {
    let mut names = BTreeSet::new();
    let packages = packages();
    packages
        .iter()
        .filter(|package| package["source"].is_string())
        .filter_map(|package| {
            let (name, manifest) = (package["name"].as_str()?, package["manifest_path"].as_str()?);
            let folder = Path::new(manifest).parent()?.to_owned();
            let files = files(&folder);
            names.insert(name.to_owned()).then(|| Crate { name: name.to_owned(), folder, files })
        })
        .collect()
}

/// The Markdown files of a crate and the files that they link to.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let inside = |path: &Path| path.strip_prefix(folder).unwrap().to_owned();
    let is_hidden = |path: &Path| path.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
    let markdown: Vec<PathBuf> = entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| inside(entry.path()))
        .filter(|path| is_markdown(path) && !is_hidden(path))
        .collect();
    let linked = markdown.iter().flat_map(|file| {
        let text = fs::read(folder.join(file)).unwrap();
        destinations(&String::from_utf8_lossy(&text)).filter_map(|to| below(file, &to)).collect::<Vec<_>>()
    });
    let linked: Vec<PathBuf> = linked.filter(|path| folder.join(path).is_file() && !is_hidden(path)).collect();
    markdown.into_iter().chain(linked).collect()
}

/// Whatever looks like the destination of a link.
fn destinations(text: &str) -> impl Iterator<Item = String> {
    let begins = ["](", "]: ", "href=\"", "src=\""];
    let ends = |c: char| c.is_whitespace() || [')', '"', '#', '?'].contains(&c);
    begins.into_iter().flat_map(move |begin| {
        text.split(begin).skip(1).map(move |rest| rest.split(ends).next().unwrap_or("").to_owned())
    })
}

/// The path that `destination` means in `file`, where it stays below the crate's folder.
fn below(file: &Path, destination: &str) -> Option<PathBuf> {
    let mut path = file.parent()?.to_owned();
    for part in Path::new(destination).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path)
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}

fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// The page of a Markdown file: a README is its folder's page where the folder has no `index.md`.
fn address(path: &str, all: &[String]) -> String {
    let (stem, _) = path.rsplit_once('.').unwrap();
    let (folder, name) = stem.rsplit_once('/').unwrap();
    let has_index = all.iter().any(|other| other.to_lowercase() == format!("{folder}/index.md").to_lowercase());
    if name.eq_ignore_ascii_case("readme") && !has_index {
        return format!("{folder}/index.html");
    }
    format!("{stem}.html")
}
