//! The files of the site, as links look for them.
//!
//! Must not know what a file holds.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::nearest;
use crate::output::Output;

/// The place of a file among those of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FileId(pub(super) u32);

impl FileId {
    /// As an index.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The files of the site by path.
#[derive(Debug)]
pub(super) struct Files<'a> {
    /// Every path, in order.
    pub(super) paths: Vec<&'a str>,
    by_path: FxHashMap<&'a str, FileId>,
    folders: FxHashSet<&'a str>,
    /// The same paths, whatever their case and the way in which accents are encoded.
    by_likeness: OnceLock<FxHashMap<String, FileId>>,
    by_name: OnceLock<FxHashMap<&'a str, FileId>>,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    File(FileId),
    /// A folder, by a path that ends with a slash, with its page.
    Folder(FileId),
    /// A folder, by a path without a slash, with its page.
    FolderWithoutSlash(FileId),
    /// A folder without a page.
    Bare,
    /// A file, by a path that ends with a slash.
    FileWithSlash(FileId),
    /// A file whose path differs in case or in the form of its accents.
    Alike(FileId),
    /// Nothing.
    Nothing,
}

impl<'a> Files<'a> {
    /// Takes every file of the site.
    pub(super) fn new(output: &'a Output) -> Self {
        let paths: Vec<&str> = output.keys().map(crate::output::OutputPath::as_str).collect();
        let mut by_path = FxHashMap::with_capacity_and_hasher(paths.len(), rustc_hash::FxBuildHasher);
        let mut folders = FxHashSet::default();
        folders.insert("");
        for (index, path) in paths.iter().enumerate() {
            by_path.insert(*path, FileId(u32::try_from(index).unwrap_or(u32::MAX)));
            let mut rest = *path;
            while let Some((folder, _)) = rest.rsplit_once('/') {
                if !folders.insert(folder) {
                    break;
                }
                rest = folder;
            }
        }
        Self { paths, by_path, folders, by_likeness: OnceLock::new(), by_name: OnceLock::new() }
    }

    /// The path of a file.
    pub(super) fn path(&self, file: FileId) -> &'a str {
        self.paths[file.index()]
    }

    /// The file at exactly this path.
    pub(super) fn get(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    /// What stands at a path.
    pub(super) fn find(&self, path: &str) -> Found {
        if let Some(file) = self.get(path) {
            return Found::File(file);
        }
        let Some(folder) = path.strip_suffix('/').or_else(|| path.is_empty().then_some("")) else {
            return self.find_without_slash(path);
        };
        if let Some(index) = self.index(folder) {
            Found::Folder(index)
        } else if let Some(file) = self.get(folder) {
            Found::FileWithSlash(file)
        } else if self.folders.contains(folder) {
            Found::Bare
        } else {
            self.alike(&format!("{folder}/index.html")).map_or(Found::Nothing, Found::Alike)
        }
    }

    fn find_without_slash(&self, path: &str) -> Found {
        if self.folders.contains(path) {
            return self.index(path).map_or(Found::Bare, Found::FolderWithoutSlash);
        }
        self.alike(path).map_or(Found::Nothing, Found::Alike)
    }

    /// The page of a folder.
    fn index(&self, folder: &str) -> Option<FileId> {
        self.get(&if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") })
    }

    fn alike(&self, path: &str) -> Option<FileId> {
        let by_likeness = self.by_likeness.get_or_init(|| {
            let mut map = FxHashMap::default();
            for (path, file) in &self.by_path {
                map.insert(likeness(path), *file);
            }
            map
        });
        by_likeness.get(&likeness(path)).copied()
    }

    /// The file that was most likely meant by a path at which there is none.
    pub(super) fn nearest(&self, path: &str) -> Option<&'a str> {
        let bare = path.trim_end_matches('/');
        let ended = ["html", "htm"].iter().find_map(|ending| self.get(&format!("{bare}.{ending}")));
        let single: String = bare.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        let name = bare.rsplit('/').next().unwrap_or(bare);
        let by_name = self.by_name.get_or_init(|| {
            let mut map = FxHashMap::default();
            for path in self.paths.iter().rev().filter(|path| !path.ends_with("index.html")) {
                map.insert(path.rsplit('/').next().unwrap_or(path), self.by_path[path]);
            }
            map
        });
        let found = ended.or_else(|| self.get(&single)).or_else(|| by_name.get(name).copied());
        found.map(|file| self.path(file)).or_else(|| self.nearest_of_folder(bare))
    }

    /// The path of the same folder that is spelt most like this one; of all paths where they are few.
    fn nearest_of_folder(&self, path: &str) -> Option<&'a str> {
        const MOST: usize = 500;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_small = self.paths.len() <= MOST;
        let start = if is_small { 0 } else { self.paths.partition_point(|known| *known < folder) };
        let below = self.paths[start..].iter().copied().take_while(|known| is_small || known.starts_with(folder));
        nearest(path, below.take(MOST))
    }
}

/// A path without what some computers make no difference between.
fn likeness(path: &str) -> String {
    path.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Bytes, OutputPath};

    #[test]
    fn paths_are_found_as_a_host_finds_them() {
        let paths = ["index.html", "a/b.html", "a/caf\u{e9}.html", "docs/index.html", "docs/x.pdf"];
        let output: Output = paths.iter().filter_map(|path| Some((OutputPath::new(*path)?, Bytes::from([])))).collect();
        let files = Files::new(&output);
        let file = |path: &str| files.get(path).unwrap_or_else(|| panic!("{path}"));
        assert_eq!(files.find(""), Found::Folder(file("index.html")));
        assert_eq!(files.find("a/b.html"), Found::File(file("a/b.html")));
        assert_eq!(files.find("a/b.html/"), Found::FileWithSlash(file("a/b.html")));
        assert_eq!(files.find("docs/"), Found::Folder(file("docs/index.html")));
        assert_eq!(files.find("docs"), Found::FolderWithoutSlash(file("docs/index.html")));
        assert_eq!((files.find("a"), files.find("a/")), (Found::Bare, Found::Bare));
        assert_eq!(files.find("A/B.html"), Found::Alike(file("a/b.html")));
        assert_eq!(files.find("a/cafe\u{301}.html"), Found::Alike(file("a/caf\u{e9}.html")));
        assert_eq!(files.find("Docs/"), Found::Alike(file("docs/index.html")));
        assert_eq!((files.find("a/c.html"), files.find("c/")), (Found::Nothing, Found::Nothing));
        assert_eq!(files.nearest("a/b"), Some("a/b.html"));
        assert_eq!(files.nearest("a//b.html"), Some("a/b.html"));
        assert_eq!(files.nearest("b.html"), Some("a/b.html"));
        assert_eq!(files.nearest("docs/y.pdf"), Some("docs/x.pdf"));
        assert_eq!(files.nearest("zzzzzzzzzzzzzzz"), None);
    }
}
