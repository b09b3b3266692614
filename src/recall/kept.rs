//! The file in which fingerprints are kept, and the files of the site that they stand for.
//!
//! A line for the program, one for what the site was made from, then a line for each file of the site; the last line is the
//! fingerprint of all before it, so that a file that was cut short or damaged is known for one.
#![expect(
    clippy::disallowed_methods,
    reason = "recall keeps its own notes and looks at what lies in the site's folder"
)]

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::FOLDER;
use crate::fingerprint::{Fingerprint, of_bytes};
use crate::output::{Bytes, Output, OutputPath};
use crate::pipeline::{KeptPages, Prints};
use crate::write;

const HEADER: &str = "folkmoot-kept 1";
/// How the names of notes begin.
const PREFIX: &str = "build-";
/// What stands in the place of a fingerprint that there is none of.
const NONE: &str = "-";
/// What stands there for a file of the search page's index.
const INDEX: &str = "index";
/// Longest notes that are read, in bytes: those of a site with a million files.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How many folders the notes of which are kept: those that the site was built into last.
const MOST_FOLDERS: usize = 8;
/// Tells version control to leave the folder alone.
const IGNORE: &str = "*\n";

/// What a build left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// What the site was made from.
    pub ground: Fingerprint,
    /// What all pages were drawn with.
    pub look: Fingerprint,
    /// What the search page's index was made from.
    pub searched: Fingerprint,
    /// How many pages the site has.
    pub pages: usize,
    /// Whether nothing was found wrong with it.
    pub is_clean: bool,
    /// Its files.
    pub files: HashMap<OutputPath, KeptFile>,
    /// The folder of the site.
    folder: PathBuf,
}

/// A file of the site as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptFile {
    /// Of its bytes.
    pub bytes: Fingerprint,
    /// Of the page that it shows, where it is a page.
    pub page: Option<Fingerprint>,
    /// Whether the index of the search page has it.
    pub is_index: bool,
}

impl KeptPages for Kept {
    fn look(&self) -> Fingerprint {
        self.look
    }

    fn page(&self, path: &OutputPath, page: Fingerprint) -> Option<Bytes> {
        self.files.get(path).filter(|kept| kept.page == Some(page))?;
        self.bytes(path)
    }

    fn index(&self, searched: Fingerprint) -> Option<Vec<(OutputPath, Bytes)>> {
        let index = self.files.iter().filter(|(_, kept)| kept.is_index).map(|(path, _)| path);
        let index: Vec<&OutputPath> = index.filter(|_| self.searched == searched).collect();
        let read = |path: &OutputPath| Some((path.clone(), self.bytes(path)?));
        if index.is_empty() { None } else { index.into_iter().map(read).collect() }
    }
}

impl Kept {
    /// The notes of a build into `folder`.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// Takes the files of a site and what its pages show; of those that are gone from memory, their fingerprints.
    pub fn take(&mut self, output: &Output, gone: &[(OutputPath, Fingerprint)], prints: &Prints) {
        (self.look, self.searched) = (prints.look, prints.searched);
        let pages: HashMap<&OutputPath, Fingerprint> = prints.pages.iter().map(|(path, page)| (path, *page)).collect();
        let index: HashSet<&OutputPath> = prints.index.iter().collect();
        let keep = |path: &OutputPath, bytes: Fingerprint| {
            let (page, is_index) = (pages.get(path).copied(), index.contains(path));
            (path.clone(), KeptFile { bytes, page, is_index })
        };
        let files: Vec<(&OutputPath, &Bytes)> = output.iter().collect();
        let files: Vec<_> = files.into_par_iter().map(|(path, bytes)| keep(path, of_bytes(bytes))).collect();
        self.files = gone.iter().map(|(path, bytes)| keep(path, *bytes)).chain(files).collect();
    }

    /// The bytes of a file of the site, where they are still those that were written.
    pub fn bytes(&self, path: &OutputPath) -> Option<Bytes> {
        let kept = self.files.get(path)?;
        let bytes = own_file(&self.folder.join(path.as_str()), u64::MAX)?;
        (of_bytes(&bytes) == kept.bytes).then(|| Bytes::from(bytes))
    }

    /// Whether every file of the site is as it was written, and the list of them is.
    pub fn is_in_place(&self) -> bool {
        let paths: Vec<&OutputPath> = self.files.keys().collect();
        write::is_at_rest(&self.folder, &paths) && paths.par_iter().all(|path| self.bytes(path).is_some())
    }
}

/// What the last build of this program into `folder` left, where it is whole. `program` names the very program.
pub fn read(root: &Path, folder: &Path, program: &str) -> Option<Kept> {
    let text = String::from_utf8(own_file(&place(root, folder), MOST_BYTES)?).ok()?;
    Some(Kept { folder: folder.to_owned(), ..parse(&text, program)? })
}

/// Keeps what a build left. Where that cannot be, the next build does all of its work, and that is all.
pub fn save(kept: &Kept, root: &Path, program: &str) {
    let place = place(root, &kept.folder);
    let Some(own) = place.parent() else { return };
    if own.is_symlink() || std::fs::create_dir_all(own).is_err() {
        return;
    }
    put_own(&own.join(".gitignore"), IGNORE);
    put_own(&place, &text(kept, program));
    forget_old(own);
}

/// The bytes of an ordinary file of at most so many; of a link, a pipe or a device nothing is read.
fn own_file(path: &Path, most_bytes: u64) -> Option<Vec<u8>> {
    let about = path.symlink_metadata().ok()?;
    if about.is_file() && about.len() <= most_bytes { std::fs::read(path).ok() } else { None }
}

/// Writes a note, never through a link and never over anything but an ordinary file.
fn put_own(path: &Path, text: &str) {
    let is_free =
        path.symlink_metadata().map_or_else(|error| error.kind() == ErrorKind::NotFound, |about| about.is_file());
    if is_free {
        // Where it cannot be written the next build does all of its work.
        let _ = write::put(path, text.as_bytes());
    }
}

/// Takes away the oldest notes where there are those of many folders, which may be gone themselves.
fn forget_old(own: &Path) {
    let Ok(entries) = std::fs::read_dir(own) else { return };
    let is_note = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(PREFIX.as_bytes());
    let mut notes: Vec<(SystemTime, PathBuf)> = entries
        .flatten()
        .filter(|entry| is_note(&entry.file_name()))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    notes.sort_unstable();
    for (_, path) in notes.iter().rev().skip(MOST_FOLDERS) {
        let _ = std::fs::remove_file(path);
    }
}

/// Where the notes of a build into `folder` lie: each folder that the site is built into has its own, by its place in that of
/// the site where it lies within, so that they hold wherever a copy of the whole is put.
fn place(root: &Path, folder: &Path) -> PathBuf {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (root_in_full, folder) = (whole(root), whole(folder));
    let within = folder.strip_prefix(&root_in_full).unwrap_or(&folder);
    let name = of_bytes(within.as_os_str().as_encoded_bytes()).to_string();
    root.join(FOLDER).join(format!("{PREFIX}{}", &name[..16]))
}

fn text(kept: &Kept, program: &str) -> String {
    let Kept { ground, look, searched, pages, is_clean, .. } = kept;
    let mut text = format!("{HEADER} {program}\n{ground} {look} {searched} {pages} {is_clean}\n");
    let mut files: Vec<(&OutputPath, &KeptFile)> = kept.files.iter().collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    for (path, file) in files {
        let other = if file.is_index { INDEX } else { NONE };
        let page = file.page.map_or_else(|| other.to_owned(), |page| page.to_string());
        let _ = writeln!(text, "{} {page} {path}", file.bytes);
    }
    let _ = writeln!(text, "{}", of_bytes(text.as_bytes()));
    text
}

fn parse(text: &str, program: &str) -> Option<Kept> {
    let (lines, end) = text.strip_suffix('\n')?.rsplit_once('\n')?;
    if end.parse() != Ok(of_bytes(&text.as_bytes()[..=lines.len()])) {
        return None;
    }
    let mut lines = lines.lines();
    if lines.next()?.strip_prefix(HEADER)?.trim_start() != program {
        return None;
    }
    let ground: Vec<&str> = lines.next()?.split(' ').collect();
    let [ground, look, searched, pages, is_clean] = ground[..] else { return None };
    let mut files = HashMap::new();
    for line in lines {
        let mut parts = line.splitn(3, ' ');
        let (bytes, page, path) = (parts.next()?.parse().ok()?, parts.next()?, OutputPath::new(parts.next()?)?);
        let is_index = page == INDEX;
        let page = if is_index || page == NONE { None } else { Some(page.parse().ok()?) };
        files.insert(path, KeptFile { bytes, page, is_index });
    }
    Some(Kept {
        ground: ground.parse().ok()?,
        look: look.parse().ok()?,
        searched: searched.parse().ok()?,
        pages: pages.parse().ok()?,
        is_clean: is_clean.parse().ok()?,
        files,
        folder: PathBuf::new(),
    })
}

#[cfg(test)]
pub(super) fn round_trip(kept: &Kept, program: &str) -> (String, Option<Kept>) {
    let text = text(kept, program);
    let read = parse(&text, program).map(|read| Kept { folder: kept.folder.clone(), ..read });
    (text, read)
}

#[cfg(test)]
pub(super) fn is_refused(text: &str, program: &str) -> bool {
    parse(text, program).is_none()
}
