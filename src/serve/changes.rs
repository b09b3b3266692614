//! What differs between two states of the site, as far as a browser that shows a page need know.
//!
//! Must not know HTTP.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use imbl::ordmap::DiffItem;

use super::media::{Sort, sort};
use super::moved;
use super::shown::Shown;
use crate::output::{Output, OutputPath};

/// Most paths that are listed one by one. Where more changed, such as by an edit of the theme, a page asks about itself: no
/// list of twenty thousand paths is kept or sent.
const MOST_LISTED: usize = 256;

/// The folder of the search index: only the search page shows what it holds.
const SEARCH_INDEX: &str = "pagefind/";

/// Where the search page lies, in either style of address.
pub(super) const SEARCH_PAGES: [&str; 2] = ["search.html", "search/index.html"];

/// The files that differ.
#[derive(Debug, Default)]
pub(super) struct Difference<'a> {
    changed: Vec<&'a OutputPath>,
    appeared: Vec<&'a OutputPath>,
    vanished: Vec<&'a OutputPath>,
}

/// What changed, for browsers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The pages that changed or are new.
    pub pages: BTreeSet<OutputPath>,
    /// More pages changed than are listed.
    pub many: bool,
    /// The style sheets that changed or are new.
    pub styles: BTreeSet<OutputPath>,
    /// A script, font, picture, film or sound changed, which any page may show.
    pub others: bool,
    /// Each page that vanished, and where to go instead.
    pub gone: BTreeMap<OutputPath, OutputPath>,
    /// The page to go to.
    pub open: Option<OutputPath>,
    /// The findings changed, or what is known of pages, or whether the site is current.
    pub findings: bool,
}

impl<'a> Difference<'a> {
    /// Compares the bytes of the files; what both states share is passed over unseen.
    pub(super) fn between(before: &'a Arc<Output>, now: &'a Arc<Output>) -> Self {
        let mut difference = Self::default();
        if Arc::ptr_eq(before, now) {
            return difference;
        }
        for item in before.diff(now) {
            match item {
                DiffItem::Add(path, _) => difference.appeared.push(path),
                DiffItem::Update { new: (path, _), .. } => difference.changed.push(path),
                DiffItem::Remove(path, _) => difference.vanished.push(path),
            }
        }
        difference
    }

    /// Every path whose bytes are no longer what they were.
    pub(super) fn touched(&self) -> impl Iterator<Item = &'a OutputPath> {
        self.changed.iter().chain(&self.appeared).chain(&self.vanished).copied()
    }
}

impl Changes {
    /// What `difference`, which lies between the two states, means for browsers.
    pub(super) fn new(difference: &Difference<'_>, before: &Shown, now: &Shown) -> Self {
        let mut changes = Self { open: now.open.clone(), findings: tells_otherwise(before, now), ..Self::default() };
        for path in difference.changed.iter().chain(&difference.appeared) {
            match sort(path) {
                Sort::Page if changes.pages.len() > MOST_LISTED => changes.many = true,
                Sort::Page => _ = changes.pages.insert((*path).clone()),
                Sort::Style => _ = changes.styles.insert((*path).clone()),
                Sort::Shown if !path.as_str().starts_with(SEARCH_INDEX) => changes.others = true,
                Sort::Shown | Sort::Data => {}
            }
        }
        if difference.touched().any(|path| path.as_str().starts_with(SEARCH_INDEX)) {
            let pages = SEARCH_PAGES.into_iter().filter_map(OutputPath::new);
            changes.pages.extend(pages.filter(|page| now.output.contains_key(page)));
        }
        let is_page = |path: &&OutputPath| sort(path) == Sort::Page;
        let vanished: Vec<&OutputPath> = difference.vanished.iter().copied().filter(is_page).collect();
        if now.has_site && vanished.len() <= MOST_LISTED {
            let appeared: Vec<&OutputPath> = difference.appeared.iter().copied().filter(is_page).collect();
            changes.gone = moved::destinations(&vanished, &appeared, before, now);
        } else {
            changes.many |= !vanished.is_empty();
        }
        changes.within_bounds()
    }

    /// This and what came after it, as one.
    pub(super) fn followed_by(mut self, later: &Self) -> Self {
        for page in &later.pages {
            // Back where it was.
            self.gone.remove(page);
        }
        for to in self.gone.values_mut() {
            if let Some(further) = later.gone.get(to) {
                to.clone_from(further);
            }
        }
        self.pages.retain(|page| !later.gone.contains_key(page));
        self.gone.extend(later.gone.iter().map(|(from, to)| (from.clone(), to.clone())));
        self.pages.extend(later.pages.iter().cloned());
        self.styles.extend(later.styles.iter().cloned());
        self.many |= later.many;
        self.others |= later.others;
        self.findings |= later.findings;
        self.open = later.open.clone().or(self.open);
        self.within_bounds()
    }

    fn within_bounds(mut self) -> Self {
        if self.pages.len() > MOST_LISTED {
            self.pages.clear();
            self.many = true;
        }
        if self.gone.len() > MOST_LISTED {
            self.gone.clear();
            self.many = true;
        }
        // No page shows so many, so all of them are one of the reasons to load a page again.
        if self.styles.len() > MOST_LISTED {
            self.styles.clear();
            self.others = true;
        }
        self
    }
}

fn tells_otherwise(before: &Shown, now: &Shown) -> bool {
    (before.has_site, before.is_current) != (now.has_site, now.is_current)
        || before.findings != now.findings
        || before.notes != now.notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: impl Into<String>) -> OutputPath {
        OutputPath::new(path).unwrap()
    }

    fn site(files: impl IntoIterator<Item = (String, String)>) -> Shown {
        let files = files.into_iter().map(|(name, text)| (path(name), Arc::<[u8]>::from(text.as_bytes())));
        Shown { output: Arc::new(files.collect()), has_site: true, ..Shown::default() }
    }

    fn changes(before: &Shown, now: &Shown) -> Changes {
        Changes::new(&Difference::between(&before.output, &now.output), before, now)
    }

    fn files(files: &[(&str, &str)]) -> Shown {
        site(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn each_sort_of_file_is_told_in_its_own_way() {
        let before = files(&[("a.html", "1"), ("b.html", "1"), ("s.css", "1"), ("x.json", "1"), ("p.svg", "1")]);
        let edited = |name: &str| {
            let text = |path: &OutputPath| if path.as_str() == name { "2" } else { "1" }.to_owned();
            let now = site(before.output.keys().map(|path| (path.to_string(), text(path))));
            let Changes { pages, styles, others, .. } = changes(&before, &now);
            (pages.len(), styles.len(), others)
        };
        assert_eq!(edited("a.html"), (1, 0, false));
        assert_eq!(edited("s.css"), (0, 1, false));
        assert_eq!(edited("p.svg"), (0, 0, true));
        assert_eq!(edited("x.json"), (0, 0, false));
        assert_eq!(edited("none"), (0, 0, false));
    }

    #[test]
    fn the_search_page_alone_follows_the_index() {
        let before = files(&[("search.html", ""), ("pagefind/pagefind.js", "1")]);
        let found = changes(&before, &files(&[("search.html", ""), ("pagefind/pagefind.js", "2")]));
        assert_eq!((found.pages, found.others), ([path("search.html")].into(), false));
    }

    #[test]
    fn changes_add_up() {
        let (home, one, two, three) = (path("index.html"), path("one.html"), path("two.html"), path("three.html"));
        let gone = |from: &OutputPath, to: &OutputPath| Changes {
            pages: [to.clone()].into(),
            gone: [(from.clone(), to.clone())].into(),
            ..Changes::default()
        };
        let twice = gone(&one, &two).followed_by(&gone(&two, &three));
        assert_eq!(twice.gone, [(one.clone(), three.clone()), (two.clone(), three.clone())].into());
        assert_eq!(twice.pages, [three].into());
        let back = gone(&one, &two).followed_by(&gone(&two, &one));
        assert_eq!((back.gone, back.pages), ([(two, one.clone())].into(), [one.clone()].into()));
        let open = Changes { open: Some(home), ..Changes::default() };
        assert_eq!(open.clone().followed_by(&gone(&one, &path("x.html"))).open, open.open);
    }

    #[test]
    fn a_list_that_would_be_long_is_none() {
        let with = |text: &str| site((0..1000).map(|number| (format!("{number}.html"), text.to_owned())));
        let found = changes(&with("1"), &with("2"));
        assert_eq!((found.pages.len(), found.many), (0, true));
    }
}
