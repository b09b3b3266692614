//! Messages that say each other in a circle, so that none of them can ever be said.
//!
//! Must not know what a message is for.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

use super::mentions::{Mention, mentions};

/// Which messages and terms each says within it, by name; that of a term begins with `-`.
pub(super) type Within = BTreeMap<String, Vec<String>>;

/// What the messages and terms of a file say within them.
pub(super) fn within(resource: &FluentResource) -> Within {
    let named = |mention: Mention<'_>| match mention {
        Mention::Message(name) => Some(name.to_owned()),
        Mention::Term(name) => Some(format!("-{name}")),
        Mention::Variable(_) | Mention::Function(_) => None,
    };
    let entry = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => {
            let said = message.value.as_ref().map(mentions).unwrap_or_default();
            Some((message.id.name.to_owned(), said.into_iter().filter_map(named).collect()))
        }
        Entry::Term(term) => {
            Some((format!("-{}", term.id.name), mentions(&term.value).into_iter().filter_map(named).collect()))
        }
        _ => None,
    };
    resource.entries().filter_map(entry).collect()
}

/// Each circle that messages or terms of a file stand in: the place of one of them, and the names on the way from it back to
/// it; `built_in` is what the messages say that the file has not.
pub(super) fn circles<'a>(resource: &'a FluentResource, built_in: &Within) -> Vec<(&'a str, Vec<String>)> {
    let own = within(resource);
    let says = |name: &str| own.get(name).or_else(|| built_in.get(name)).map_or(&[][..], Vec::as_slice);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut all = Vec::new();
    for entry in resource.entries() {
        let (name, place) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.id.name),
            Entry::Term(term) => (format!("-{}", term.id.name), term.id.name),
            _ => continue,
        };
        if told.contains(&name) {
            continue;
        }
        if let Some(circle) = circle(&name, says) {
            told.extend(circle.iter().cloned());
            all.push((place, circle));
        }
    }
    all
}

/// The shortest way from a message back to itself, without the end.
fn circle<'a>(name: &str, says: impl Fn(&str) -> &'a [String]) -> Option<Vec<String>> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut ways: Vec<Vec<String>> = vec![vec![name.to_owned()]];
    while !ways.is_empty() {
        let mut further = Vec::new();
        for way in ways {
            for next in way.last().map_or(&[][..], |last| says(last)) {
                if next == name {
                    return Some(way);
                }
                if seen.insert(next) {
                    further.push(way.iter().cloned().chain([next.clone()]).collect());
                }
            }
        }
        ways = further;
    }
    None
}
