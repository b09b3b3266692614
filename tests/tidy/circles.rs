//! Files that import each other in a circle, however long.

use std::collections::{BTreeMap, BTreeSet};

use super::Tree;
use super::imports::read;

/// Each file with the files that it uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// One sentence for each group of files that form a circle, with the shortest circle through its first file.
pub(super) fn faults(tree: &Tree) -> Vec<String> {
    let mut uses = Uses::new();
    for import in read(tree).inside {
        uses.entry(import.from).or_default().insert(import.to);
    }
    let mut faults = Vec::new();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for file in uses.keys() {
        if told.contains(file) {
            continue;
        }
        if let Some(circle) = shortest_way(&uses, file, file) {
            told.extend(circle.iter().cloned());
            faults.push(format!("{} import each other in a circle", circle.join(" -> ")));
        }
    }
    faults
}

/// The files on the shortest way from one to another, both included; at least one step.
fn shortest_way(uses: &Uses, from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways: Vec<Vec<String>> = vec![vec![from.to_owned()]];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut at = 0;
    while at < ways.len() {
        let way = ways[at].clone();
        let with = |next: &String| way.iter().chain([next]).cloned().collect::<Vec<_>>();
        let last = way.last().map_or("", String::as_str);
        for next in uses.get(last).into_iter().flatten() {
            if next == to {
                return Some(with(next));
            }
            if seen.insert(next) {
                ways.push(with(next));
            }
        }
        at += 1;
    }
    None
}
