//! The page that most likely took the place of one that is gone: of the same title or name, with the same paragraphs or
//! headings, or at nearly the same path.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::served::Served;
use crate::diagnostic::nearest;
use crate::export::{AddressList, PageAddress};
use crate::graph::address;

/// Least weight of what two pages have in common for one to be offered for the other.
const LIKELY: f64 = 2.0;

/// Most new pages whose headings and paths are compared with those of each that is gone; a site that has more of them was
/// made anew.
pub(super) const MOST_COMPARED: usize = 300;

/// The pages that may have taken the place of others.
pub(super) struct Successors<'a> {
    served: Vec<Served<'a>>,
    /// Those whose address the earlier build did not serve.
    new: Vec<usize>,
    by_title: HashMap<String, Vec<usize>>,
    by_name: HashMap<&'a str, Vec<usize>>,
    by_text: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Successors<'a> {
    pub(super) fn new(earlier: &AddressList, served: &[Served<'a>]) -> Self {
        let before: HashSet<&str> = earlier.pages.iter().map(|page| page.path.as_str()).collect();
        let of_authors = |served: &&Served<'a>| served.entry.redirects_to.is_none() && served.page.origin.is_some();
        let served: Vec<Served<'a>> = served.iter().filter(of_authors).copied().collect();
        let mut made = Self {
            new: (0..served.len()).filter(|at| !before.contains(served[*at].entry.path.as_str())).collect(),
            by_title: HashMap::new(),
            by_name: HashMap::new(),
            by_text: HashMap::new(),
            served,
        };
        for (at, served) in made.served.iter().enumerate() {
            made.by_title.entry(served.entry.title.to_lowercase()).or_default().push(at);
            made.by_name.entry(name(&served.entry.path)).or_default().push(at);
            for paragraph in &served.entry.paragraphs {
                made.by_text.entry(&paragraph.text_hash).or_default().push(at);
            }
        }
        made
    }

    /// The page that most likely took the place of `old`; where that led on already, what it led to.
    pub(super) fn of(&self, old: &PageAddress, by_path: &HashMap<&str, Served<'a>>) -> Option<Served<'a>> {
        if let Some(href) = &old.redirects_to {
            return resolve(&old.path, href).and_then(|path| by_path.get(path.as_str()).copied());
        }
        let weights = self.weights(old);
        let likeliest = weights.into_iter().filter(|(_, weight)| *weight >= LIKELY);
        // Of pages that weigh the same the first is taken.
        let likeliest = likeliest.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        likeliest.map(|(at, _)| self.served[at]).or_else(|| self.at_a_near_path(old))
    }

    /// How much each page has in common with `old`.
    fn weights(&self, old: &PageAddress) -> BTreeMap<usize, f64> {
        let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
        let mut add = |at: usize, weight: f64| *weights.entry(at).or_insert(0.0) += weight;
        let is_new = |at: &usize| self.new.binary_search(at).is_ok();
        let title = old.title.to_lowercase();
        for at in few(self.by_title.get(&title)) {
            add(*at, if is_new(at) { 4.0 } else { 3.0 });
        }
        // A page that was there before, under the same name in another folder, is more likely about something else.
        for at in few(self.by_name.get(name(&old.path))).filter(|at| is_new(at)) {
            add(*at, 2.5);
        }
        let each = 4.0 / f64::from(u32::try_from(old.paragraphs.len()).unwrap_or(u32::MAX).max(1));
        for paragraph in &old.paragraphs {
            for at in few(self.by_text.get(paragraph.text_hash.as_str())) {
                add(*at, each);
            }
        }
        if self.new.len() <= MOST_COMPARED && old.anchors.len() > 1 {
            let anchors: HashSet<&str> = old.anchors.iter().map(String::as_str).collect();
            for at in &self.new {
                let shared = self.served[*at].entry.anchors.iter().filter(|anchor| anchors.contains(anchor.as_str()));
                if 2 * shared.count() >= old.anchors.len() {
                    add(*at, 2.0);
                }
            }
        }
        weights
    }

    fn at_a_near_path(&self, old: &PageAddress) -> Option<Served<'a>> {
        let compared = Some(&self.new).filter(|new| new.len() <= MOST_COMPARED)?;
        let path = nearest(&old.path, compared.iter().map(|at| self.served[*at].entry.path.as_str()))?;
        self.served.iter().find(|served| served.entry.path == path).copied()
    }
}

/// The pages that have something in common with one that is gone; none where very many have it, since it then tells nothing.
fn few(pages: Option<&Vec<usize>>) -> impl Iterator<Item = &usize> {
    pages.filter(|pages| pages.len() <= MOST_COMPARED).into_iter().flatten()
}

/// What a page is called in its path: the last part without its ending, or the folder where it is the page of one.
fn name(path: &str) -> &str {
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let last = path.rsplit('/').next().unwrap_or(path);
    last.strip_suffix(".html").unwrap_or(last)
}

/// The file that a relative link on the page at `from` leads to, without what follows a `#`.
pub(super) fn resolve(from: &str, href: &str) -> Option<String> {
    let href = address::decode(href.split(['#', '?']).next().unwrap_or_default())?;
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    let is_folder = href.is_empty() || href.ends_with('/') || href.ends_with('.');
    if is_folder {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_files() {
        for (from, href, to) in [
            ("old.html", "new.html#part", Some("new.html")),
            ("a/old.html", "../b/caf%C3%A9.html", Some("b/café.html")),
            ("a/old/index.html", "../../b/", Some("b/index.html")),
            ("a/old.html", "./", Some("a/index.html")),
            ("old.html", "../x.html", None),
        ] {
            assert_eq!(resolve(from, href).as_deref(), to, "{from} {href}");
        }
    }

    #[test]
    fn a_page_is_called_by_the_last_part_of_its_path() {
        assert_eq!(name("priorities/knife-crime.html"), "knife-crime");
        assert_eq!(name("priorities/knife-crime/index.html"), "knife-crime");
        assert_eq!(name("index.html"), "index");
    }
}
