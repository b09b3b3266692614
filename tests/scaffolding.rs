//! `folkmoot init` and `folkmoot new`, seen from outside: what they write is a site, and what they may not do they do not.

mod beginning;
mod records;

use std::collections::BTreeMap;
use std::path::Path;

use super::support::Site;

/// The day on which the sites of these tests are begun.
const TODAY: &str = "2026-11-27";

/// An empty folder in which commands run on that day.
fn empty() -> Site {
    Site::new().args(&["--today", TODAY])
}

/// Every file and folder below the root but those of a build, with its text or where it leads.
fn everything(site: &Site) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let is_built = |path: &Path| path.ends_with("site") || path.ends_with(".folkmoot");
    for entry in walkdir::WalkDir::new(site.root()).min_depth(1).into_iter().filter_entry(|e| !is_built(e.path())) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(site.root()).unwrap().to_str().unwrap().to_owned();
        let text = if entry.file_type().is_file() {
            std::fs::read_to_string(entry.path()).unwrap()
        } else {
            std::fs::read_link(entry.path()).map_or_else(|_| String::new(), |target| format!("-> {}", target.display()))
        };
        all.insert(path, text);
    }
    all
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
