//! The fault corpus, `tests/check/`: for every code a wrong site, whose report is known to the letter, and a right one that
//! is silent. `tests/check/README.md` says how to add one.
//!
//! Must not know what any rule says.

mod places;
mod servers;
mod setup;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use folkmoot::rules;

use super::support::{Run, Site};
use servers::Servers;

/// What is compared for one code.
struct Entry {
    code: String,
    folder: PathBuf,
}

#[test]
fn every_fault_is_found_where_it_stands_and_nothing_else_is() {
    let wanted = std::env::var("FOLKMOOT_CASE").unwrap_or_default();
    let entries: Vec<Entry> = entries().into_iter().filter(|entry| entry.code.contains(&wanted)).collect();
    assert!(!entries.is_empty(), "no code is called {wanted}");
    let faults: Vec<String> = entries.iter().filter_map(Entry::faults).collect();
    let count = format!(
        "The fault corpus: of {} codes, {} are told at the exact place in the wrong site and silent in the right one",
        entries.len(),
        entries.len() - faults.len()
    );
    // Written past the capture of the tests' output, so that every run shows it.
    writeln!(std::io::stderr().lock(), "{count}").unwrap();
    assert!(faults.is_empty(), "{} of {} codes fail\n\n{}", faults.len(), entries.len(), faults.join("\n"));
}

#[test]
fn every_folder_of_the_corpus_is_a_code() {
    let codes: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    let unknown: Vec<String> =
        entries().into_iter().map(|entry| entry.code).filter(|code| !codes.contains(&code.as_str())).collect();
    assert!(unknown.is_empty(), "no such codes: {unknown:?}");
}

impl Entry {
    /// What is not as it should be.
    fn faults(&self) -> Option<String> {
        let (run, servers) = self.check("wrong");
        let told = servers.hide(&report(&run));
        let place = self.folder.join("wrong.txt");
        if std::env::var_os("FOLKMOOT_UPDATE").is_some() {
            fs::write(&place, &told).unwrap();
        }
        let expected = fs::read_to_string(&place).unwrap_or_default();
        let (right, _servers) = self.check("right");
        let mut faults = Vec::new();
        let stated = fs::read_to_string(self.folder.join("place")).unwrap_or_default();
        faults.extend(places::faults(&stated, &self.code, &told));
        if told != expected {
            faults.push(format!("the report differs from wrong.txt:\n{told}"));
        }
        if right.exit_code() != 0 || !right.findings().is_empty() {
            faults.push(format!("the right site is not silent:\n{}{}", right.stdout(), right.stderr()));
        }
        (!faults.is_empty()).then(|| format!("{}: {}", self.code, faults.join("\n")))
    }

    /// Checks one of the two sites.
    fn check(&self, which: &str) -> (Run, Servers) {
        let folder = self.folder.join(which);
        // A site of which a repository can hold nothing has no folder there.
        let mut site = match folder.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_str().unwrap() {
            path if folder.exists() => Site::from_folder(path),
            _ => Site::new(),
        };
        if !site.root().join("folkmoot.yaml").exists() {
            site = site.file("folkmoot.yaml", "title: A site\n");
        }
        if let Ok(text) = fs::read_to_string(self.folder.join(format!("{which}.setup"))) {
            setup::carry_out(&text, site.root());
        }
        let servers = Servers::for_site(site.root());
        let args = fs::read_to_string(self.folder.join("args")).unwrap_or_default();
        (site.args(&args.split_whitespace().collect::<Vec<_>>()).command(&["check"]), servers)
    }
}

/// What was said. Of the line that tells what was looked at only the end is kept: how many links the built-in theme makes,
/// and how long it took, is no part of a fault.
fn report(run: &Run) -> String {
    let lines = run.stdout().lines().chain(run.stderr().lines());
    let kept = lines.map(|line| match line.split_once(" s: ") {
        Some((_, found)) if line.starts_with("Checked ") => format!("Checked: {found}"),
        _ => line.to_owned(),
    });
    format!("{}\nexit {}\n", kept.collect::<Vec<_>>().join("\n"), run.exit_code())
}

/// Every folder of the corpus, in order.
fn entries() -> Vec<Entry> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let found = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let by_code: BTreeMap<String, PathBuf> =
        found.map(|folder| (folder.file_name().unwrap().to_str().unwrap().to_owned(), folder)).collect();
    by_code.into_iter().map(|(code, folder)| Entry { code, folder }).collect()
}
