//! Relative links between source files, as they work on a forge: to a Markdown file, a folder, an image.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::address::{Address, decode, way};
use super::furniture::Furniture;
use super::{Link, Record, RecordIndex};
use crate::diagnostic::{misspelt, nearest};
use crate::model::record::{Data, Shared};
use crate::model::settings::Settings;
use crate::parse::reference::canonical;
use crate::sources::Sources;

/// The most paths that one dead link is compared with.
const MOST_COMPARED: usize = 2000;

/// Every file and folder of the content that a relative link can lead to, by its path from the content folder.
#[derive(Debug, Default)]
pub(super) struct Paths {
    targets: FxHashMap<String, Reachable>,
    folders: BTreeSet<String>,
    drafts: BTreeSet<String>,
    faulty: BTreeSet<String>,
    unpublished: BTreeSet<String>,
    /// For links that lead nowhere, made when there is the first.
    for_help: OnceLock<ForHelp>,
}

/// What a path leads to.
#[derive(Debug)]
struct Reachable {
    link: Link,
    /// Whether the path is that of the file which a page becomes, which no source is called.
    is_page: bool,
}

/// What was perhaps meant by a path that leads nowhere.
#[derive(Debug, Default)]
struct ForHelp {
    /// Every path by its form in small letters; the first of several in order.
    by_lower_case: HashMap<String, String>,
    /// The paths of sources and files.
    written: BTreeSet<String>,
    /// The first of them that ends in each file name.
    by_name: HashMap<String, String>,
}

/// What a relative link leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reached {
    /// This, at this anchor.
    Target(Link, Option<String>),
    /// Nothing; perhaps this path was meant.
    Nothing(Option<String>),
    /// Nothing, but this path differs in capitals alone.
    OtherCase(String),
    /// A file or folder that is there and is no part of the site.
    Unpublished,
    /// A draft, which is not published.
    Draft,
    /// A file of which no page can be made.
    Faulty,
    /// It leads out of the content folder.
    Outside,
}

impl Paths {
    /// Takes the paths of all records, sections and files; `folders` are those that get a list of their pages.
    pub(super) fn new(records: &[Record], folders: &BTreeSet<String>, sources: &Sources, settings: &Settings) -> Self {
        let within = |path: &String| sources.within_content(path).to_owned();
        let unpublished = sources.unpublished.iter().map(within).collect();
        let mut paths = Self { folders: folders.clone(), unpublished, ..Self::default() };
        for (index, record) in records.iter().enumerate() {
            let to = |section| Link::Record { record: RecordIndex::new(index), section, anchor: None };
            let source = sources.content_path(record.source);
            // A file that holds a list of records is no single page: a link to it leads to the index of their kind.
            if let Some(known) = paths.targets.get_mut(source) {
                known.link = Link::Furniture(Furniture::Index(record.id.kind));
            } else {
                paths.add(source, to(None));
            }
            paths.add_address(&record.address, to(None));
            for (place, section) in record.sections.iter().enumerate() {
                paths.add(sources.content_path(section.source), to(Some(place)));
                paths.add_address(&section.address, to(Some(place)));
            }
        }
        let any = |is: &dyn Fn(&Shared, &Data) -> bool| records.iter().any(|record| is(&record.shared, &record.data));
        for page in Furniture::all().filter(|page| page.is_made(settings, any)) {
            paths.add_address(&page.address(), Link::Furniture(page));
        }
        for path in sources.assets.keys() {
            let within = sources.within_content(path);
            paths.add(within, Link::File { path: within.to_owned(), fragment: None });
        }
        paths
    }

    /// Takes the files that get no page: drafts, and those with faults of their own.
    pub(super) fn without_page(&mut self, drafts: BTreeSet<String>, faulty: BTreeSet<String>) {
        self.drafts = drafts;
        self.faulty = faulty;
    }

    fn add(&mut self, path: &str, link: Link) {
        self.targets.entry(path.to_owned()).or_insert(Reachable { link, is_page: false });
    }

    /// A page can also be linked to by the file it becomes.
    fn add_address(&mut self, address: &Address, link: Link) {
        let path = [address.as_str(), ".html"].concat();
        self.targets.entry(path).or_insert(Reachable { link, is_page: false }).is_page = true;
    }

    fn target(&self, path: &str) -> Option<Link> {
        self.targets.get(path).map(|known| known.link.clone())
    }

    fn for_help(&self) -> &ForHelp {
        self.for_help.get_or_init(|| ForHelp::new(&self.targets))
    }

    /// Follows `destination`, written in the file at `from` (relative to the content folder).
    pub(super) fn follow(&self, from: &str, destination: &str) -> Reached {
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (destination, None),
        };
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let anchor = fragment.map(|text| canonical(&decode(text).unwrap_or_else(|| text.to_owned())));
        let anchor = anchor.filter(|anchor| !anchor.is_empty());
        let Some(path) = decode(path) else { return Reached::Nothing(None) };
        let path = canonical(&path);
        let Some(wanted) = join(from, &path) else { return Reached::Outside };
        let found = self.target(&wanted).or_else(|| self.folder(&wanted));
        match found.or_else(|| self.target(&format!("{wanted}.md"))) {
            Some(link) => Reached::Target(link, anchor),
            None if self.drafts.contains(&wanted) => Reached::Draft,
            None if self.faulty.contains(&wanted) => Reached::Faulty,
            None if self.is_unpublished(&wanted) => Reached::Unpublished,
            None => match self.for_help().by_lower_case.get(&wanted.to_lowercase()) {
                Some(path) => Reached::OtherCase(way(from, path)),
                None => Reached::Nothing(self.nearest(from, &wanted)),
            },
        }
    }

    /// A folder is its `index.md`, its README, or the list that it gets.
    fn folder(&self, path: &str) -> Option<Link> {
        let index = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
        if let Some(link) = self.target(&index) {
            return Some(link);
        }
        self.folders.contains(path).then(|| {
            let address = if path.is_empty() { "index".to_owned() } else { format!("{path}/index") };
            Link::Folder(Address::new(address))
        })
    }

    /// Whether a path is that of a file that is no part of the site, or of a folder with nothing else, or is hidden.
    fn is_unpublished(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let is_folder =
            || self.unpublished.range(below.clone()..).next().is_some_and(|found| found.starts_with(&below));
        self.unpublished.contains(path) || is_folder() || path.split('/').any(|part| part.starts_with('.'))
    }

    fn nearest(&self, from: &str, wanted: &str) -> Option<String> {
        let (folder, name) = wanted.rsplit_once('/').unwrap_or(("", wanted));
        // Nobody means the file that the link stands in.
        let elsewhere = || self.for_help().by_name.get(name).map(String::as_str).filter(|path| *path != from);
        let found = elsewhere().or_else(|| {
            let by_path = nearest(wanted, self.like(folder).filter(|path| *path != from));
            let is_alike = |path: &&str| misspelt(name, [path.rsplit('/').next().unwrap_or(path)]).is_some();
            by_path.filter(is_alike).or_else(|| self.of_like_name(from, name)).or(by_path)
        })?;
        Some(way(from, found))
    }

    /// The path of a file in any folder whose name may be meant, where there are not too many to compare.
    fn of_like_name(&self, from: &str, name: &str) -> Option<&str> {
        if self.targets.len() > MOST_COMPARED {
            return None;
        }
        let by_name = &self.for_help().by_name;
        let mut known: Vec<&str> = by_name.iter().filter(|(_, path)| *path != from).map(|(name, _)| &**name).collect();
        known.sort_unstable();
        by_name.get(misspelt(name, known)?).map(String::as_str)
    }

    /// The paths of files that one in `folder` may be a misspelt form of: all, or where they are many those of the folder,
    /// for each dead link is compared with each of them.
    fn like<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a str> {
        let is_small = self.targets.len() <= MOST_COMPARED;
        let prefix = if folder.is_empty() || is_small { String::new() } else { format!("{folder}/") };
        let below = self.for_help().written.range(prefix.clone()..).map(String::as_str);
        below.take_while(move |path| path.starts_with(&prefix)).take(if is_small { usize::MAX } else { MOST_COMPARED })
    }
}

impl ForHelp {
    fn new(targets: &FxHashMap<String, Reachable>) -> Self {
        let mut all: Vec<(&String, &Reachable)> = targets.iter().collect();
        all.sort_unstable_by_key(|(path, _)| *path);
        let mut found = Self::default();
        for (path, known) in all {
            found.by_lower_case.entry(path.to_lowercase()).or_insert_with(|| path.clone());
            if !known.is_page {
                let name = path.rsplit('/').next().unwrap_or(path);
                found.by_name.entry(name.to_owned()).or_insert_with(|| path.clone());
                found.written.insert(path.clone());
            }
        }
        found
    }
}

/// The path that `path` means in a file at `from`; nothing where it leaves the content.
pub(super) fn join(from: &str, path: &str) -> Option<String> {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = if rooted { Vec::new() } else { from.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_and_names_paths() {
        assert_eq!(join("guide/start.md", "../about.md").as_deref(), Some("about.md"));
        assert_eq!(join("guide/start.md", "./next.md").as_deref(), Some("guide/next.md"));
        assert_eq!(join("guide/start.md", "/about.md").as_deref(), Some("about.md"));
        assert_eq!(join("start.md", "..").as_deref(), None);
        assert_eq!(join("guide/start.md", "..").as_deref(), Some(""));
        assert_eq!(way("guide/start.md", "about.md"), "../about.md");
        assert_eq!(way("guide/start.md", "guide/next.md"), "next.md");
    }
}
