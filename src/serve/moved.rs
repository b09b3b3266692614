//! Where a page that vanished has gone.
//!
//! Must not know HTTP.

use std::collections::BTreeMap;

use memchr::memmem;
use rustc_hash::FxHashMap;

use super::shown::Shown;
use crate::output::{Output, OutputPath};

/// The page of a folder.
const INDEX: &str = "index.html";

/// For each page that `vanished`, where whoever looks at it goes: to the page that `appeared` with the same heading, else to
/// the nearest folder that still has a page, else home. A former address that the site keeps is a page of its own and did
/// not vanish.
pub(super) fn destinations(
    vanished: &[&OutputPath],
    appeared: &[&OutputPath],
    before: &Shown,
    now: &Shown,
) -> BTreeMap<OutputPath, OutputPath> {
    if vanished.is_empty() {
        return BTreeMap::new();
    }
    let mut by_heading: FxHashMap<String, Vec<&OutputPath>> = FxHashMap::default();
    for path in appeared {
        if let Some(heading) = heading(&now.output, path) {
            by_heading.entry(heading).or_default().push(path);
        }
    }
    let destination = |path: &OutputPath| {
        let heading = heading(&before.output, path).and_then(|heading| by_heading.get(&heading));
        let alike = heading.and_then(|alike| most_alike(path, alike, before, now));
        alike.cloned().or_else(|| nearest_index(path, &now.output))
    };
    vanished.iter().filter_map(|path| Some(((*path).clone(), destination(path)?))).collect()
}

/// Of pages with one heading, the one from the same source, else with the same name, else the first.
fn most_alike<'a>(path: &OutputPath, alike: &[&'a OutputPath], before: &Shown, now: &Shown) -> Option<&'a OutputPath> {
    let source = before.notes.get(path).map(|note| &note.source);
    let rank = |other: &OutputPath| {
        let has_source = source.is_some() && now.notes.get(other).map(|note| &note.source) == source;
        (has_source, name(other) == name(path))
    };
    // Of several that are as good, `max_by_key` gives the last.
    alike.iter().rev().copied().max_by_key(|other| rank(other))
}

/// The name of a page, whichever style its address has: `knife-crime`.
fn name(path: &OutputPath) -> &str {
    let path = path.as_str();
    let stem = path.strip_suffix("/index.html").or_else(|| path.strip_suffix(".html")).unwrap_or(path);
    stem.rsplit('/').next().unwrap_or(stem)
}

fn nearest_index(path: &OutputPath, output: &Output) -> Option<OutputPath> {
    let mut folder = path.as_str();
    while let Some((above, _)) = folder.rsplit_once('/') {
        folder = above;
        let index = OutputPath::new(format!("{folder}/{INDEX}")).filter(|index| output.contains_key(index));
        if index.is_some() {
            return index;
        }
    }
    OutputPath::new(INDEX)
}

/// The words of a page's first heading.
fn heading(output: &Output, path: &OutputPath) -> Option<String> {
    let html: &[u8] = output.get(path)?;
    let start = memmem::find(html, b"<h1")? + b"<h1".len();
    let length = memmem::find(&html[start..], b"</h1>")?;
    let inner = String::from_utf8_lossy(&html[start..start + length]);
    let (_, inner) = inner.split_once('>')?;
    let mut words = String::new();
    let mut is_tag = false;
    for c in inner.chars() {
        match c {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            c if !is_tag => words.push(c),
            _ => {}
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::serve::shown::Note;

    fn site(pages: &[(&str, &str, &str)]) -> Shown {
        let path = |path: &str| OutputPath::new(path).unwrap();
        let html = |title: &str| Arc::<[u8]>::from(format!("<h1 class=\"x\">{title}</h1>").as_bytes());
        let note = |source: &str| Note { source: source.to_owned(), is_draft: false };
        Shown {
            output: Arc::new(pages.iter().map(|(at, title, _)| (path(at), html(title))).collect()),
            notes: Arc::new(pages.iter().map(|(at, _, source)| (path(at), note(source))).collect()),
            has_site: true,
            ..Shown::default()
        }
    }

    #[test]
    fn a_page_goes_where_its_heading_went_else_up() {
        let home = ("index.html", "Home", "index.md");
        let index = ("p/index.html", "All", "p/index.md");
        let page = |at, source| (at, "Knives", source);
        let table: [(&[_], &str); 8] = [
            (&[home, page("p/b.html", "p/b.md")], "p/b.html"),
            (&[home, ("p/b.html", "<b>Knives</b>\n", "p/b.md")], "p/b.html"),
            (&[home, page("p/b.html", "p/b.md"), page("q/a.html", "q/a.md")], "q/a.html"),
            (&[home, page("p/b.html", "p/a.md"), page("q/a.html", "q/a.md")], "p/b.html"),
            (&[home, page("p/a/index.html", "p/a.md")], "p/a/index.html"),
            (&[home, index, ("p/b.html", "Cars", "p/b.md")], "p/index.html"),
            (&[home, ("p/b.html", "Cars", "p/b.md")], "index.html"),
            (&[], "index.html"),
        ];
        let before = site(&[home, index, page("p/a.html", "p/a.md")]);
        let gone = OutputPath::new("p/a.html").unwrap();
        for (pages, wanted) in table {
            let now = site(pages);
            let appeared: Vec<&OutputPath> =
                now.output.keys().filter(|path| !before.output.contains_key(*path)).collect();
            let found = destinations(&[&gone], &appeared, &before, &now);
            assert_eq!(found[&gone].as_str(), wanted, "{pages:?}");
        }
    }
}
