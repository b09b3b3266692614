//! The files under a folder, in order, with the names by which the site knows them.
//!
//! Must not know what the files hold, nor open any.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::links;
use super::read::unreadable;
use super::rules::{FILE_NAME_NOT_TEXT, SAME_PATH};
use crate::diagnostic::{Diagnostic, Place};

/// The list that a built site carries with it; a folder that has one is never read as content.
pub const BUILT_LIST: &str = ".folkmoot-files";

/// A file that was found.
#[derive(Debug)]
pub(super) struct Found {
    /// Where it lies.
    pub(super) path: PathBuf,
    /// Its path relative to the site's root, with `/`, in NFC.
    pub(super) name: String,
    /// Whether it was reached through a link.
    pub(super) is_linked: bool,
}

/// What to walk.
pub(super) struct Ground<'a> {
    /// The site's root, with all links resolved.
    pub(super) root: &'a Path,
    /// The folder to walk, relative to the root; empty for the root itself.
    pub(super) folder: &'a str,
    /// Where the built site goes, with all links resolved, where it exists.
    pub(super) output: Option<&'a Path>,
    /// Whether a file of this name (relative to the root) is of any use; faults of others are not told.
    pub(super) wanted: &'a dyn Fn(&str) -> bool,
}

/// Every wanted file, sorted by name, none twice; and the names of the others, which were only passed by.
pub(super) fn files(ground: &Ground<'_>, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Found>, Vec<String>) {
    let mut found = Vec::new();
    let mut passed = Vec::new();
    // How many links each folder on the way down to the present one was reached through.
    let mut links: Vec<usize> = Vec::new();
    let mut followed = 0;
    let start = ground.root.join(ground.folder);
    let mut walk = WalkDir::new(start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(step) = walk.next() {
        let entry = match step {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.extend(failed_step(ground, &error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        links.truncate(entry.depth());
        let through = links.last().copied().unwrap_or(0) + usize::from(entry.path_is_symlink());
        match look_at(ground, &entry, through) {
            Look::Take(name) if is_folder => {
                links.push(through);
                followed += usize::from(entry.path_is_symlink());
                if followed > links::MOST_FOLLOWED {
                    diagnostics.push(links::too_many(&name));
                    break;
                }
            }
            Look::Take(name) => found.push(Found { path: entry.into_path(), name, is_linked: through > 0 }),
            Look::Pass(name) => passed.push(name),
            Look::Leave(fault) => {
                diagnostics.extend(fault);
                if is_folder {
                    walk.skip_current_dir();
                }
            }
        }
    }
    (without_twins(found, diagnostics), passed)
}

/// What to do with an entry of a folder.
enum Look {
    /// It belongs to the site under this name.
    Take(String),
    /// It is a file of this name that is of no use to the site.
    Pass(String),
    /// It does not, and something may be wrong with it.
    Leave(Option<Diagnostic>),
}

fn look_at(ground: &Ground<'_>, entry: &DirEntry, links: usize) -> Look {
    let is_folder = entry.file_type().is_dir();
    if entry.depth() > 0 && (is_ignored(entry.file_name()) || (is_folder && is_left_out(ground, entry))) {
        return Look::Leave(None);
    }
    let name = match name(ground.root, entry.path()) {
        Ok(name) => name,
        Err(fault) => return Look::Leave(Some(*fault)),
    };
    if !is_folder && !(ground.wanted)(&name) {
        return Look::Pass(name);
    }
    let shown = if name.is_empty() { "." } else { &name };
    if entry.path_is_symlink()
        && let Some(fault) = links::fault(ground.root, entry.path(), shown)
    {
        return Look::Leave(Some(fault));
    }
    if is_folder && links > links::LIMIT {
        return Look::Leave(Some(links::endless(shown, "goes through too many links")));
    }
    Look::Take(name)
}

/// What stands beside the content and is never part of it: hidden files, other tools' folders, and what editors and
/// systems leave behind while a file is open.
pub fn is_ignored(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let ends = |end: &str| name.ends_with(end.as_bytes());
    name.starts_with(b".")
        || name.starts_with(b"~$")
        || (name.starts_with(b"#") && ends("#"))
        || ["~", ".swp", ".swo", ".tmp", "___jb_tmp___", "___jb_old___"].into_iter().any(ends)
        || [&b"node_modules"[..], b"Thumbs.db", b"desktop.ini"].contains(&name)
}

/// A built site, wherever it lies, and where the root itself is the content, its themes and what a compiler made.
fn is_left_out(ground: &Ground<'_>, entry: &DirEntry) -> bool {
    let path = entry.path();
    let is_output = |output: &Path| path.canonicalize().is_ok_and(|path| path == output);
    let of_the_root = ground.folder.is_empty() && entry.depth() == 1 && entry.file_name() == "themes";
    let compiled = ground.folder.is_empty() && entry.file_name() == "target" && path.join("CACHEDIR.TAG").is_file();
    of_the_root || compiled || path.join(BUILT_LIST).is_file() || ground.output.is_some_and(is_output)
}

/// The path relative to the root, in NFC, where every part of it can stand in a web address.
fn name(root: &Path, path: &Path) -> Result<String, Box<Diagnostic>> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_str().map(|part| part.nfc().collect::<String>())).collect();
    let sound = |part: &Option<String>| {
        part.as_ref().is_some_and(|part| !part.contains(['\\', '\u{7f}']) && !part.contains(char::is_control))
    };
    if parts.iter().all(sound) {
        return Ok(parts.into_iter().flatten().collect::<Vec<_>>().join("/"));
    }
    Err(Box::new(name_not_text(inside)))
}

fn name_not_text(inside: &Path) -> Diagnostic {
    let shown = lossy(inside).replace(char::is_control, "\u{FFFD}");
    let message = format!("The name \"{shown}\" holds a character that cannot stand in a web address.");
    Diagnostic::new(&FILE_NAME_NOT_TEXT, Place::file(shown), message)
        .help("Rename it; small letters, digits and hyphens are safest.")
}

fn failed_step(ground: &Ground<'_>, error: &walkdir::Error) -> Option<Diagnostic> {
    let path = error.path()?;
    let shown = name(ground.root, path).unwrap_or_else(|_| lossy(path.strip_prefix(ground.root).unwrap_or(path)));
    if path.file_name().is_some_and(is_ignored) || (path.is_symlink() && !path.is_dir() && !(ground.wanted)(&shown)) {
        return None;
    }
    if error.loop_ancestor().is_some() {
        return Some(links::endless(&shown, "leads back to a folder that it lies in"));
    }
    let error = error.io_error()?;
    Some(if path.is_symlink() { links::cannot_be_followed(path, &shown, error) } else { unreadable(&shown, error) })
}

/// The path as text, whatever it holds.
pub(super) fn lossy(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy().nfc().collect::<String>()).collect::<Vec<_>>().join("/")
}

/// Sorts by name and keeps one of those with the same: the one that is written so on the disk, where there is one.
fn without_twins(mut found: Vec<Found>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let rank = |file: &Found| !file.path.ends_with(&file.name);
    found.sort_by(|a, b| (&a.name, rank(a), &a.path).cmp(&(&b.name, rank(b), &b.path)));
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for file in found {
        match kept.last() {
            Some(twin) if twin.name == file.name => diagnostics.push(same_path(twin, &file)),
            _ => kept.push(file),
        }
    }
    kept
}

fn same_path(kept: &Found, other: &Found) -> Diagnostic {
    let parts = kept.name.split('/').count();
    let spelt = |file: &Found| {
        let all: Vec<_> = file.path.iter().map(|part| part.to_string_lossy()).collect();
        let inside = all[all.len().saturating_sub(parts)..].join("/");
        inside.chars().map(|c| if c.is_ascii() { c.to_string() } else { c.escape_unicode().to_string() }).collect()
    };
    let (first, second): (String, String) = (spelt(kept), spelt(other));
    let message = format!("Two files look to have the same name, \"{}\", but are spelt in two ways.", kept.name);
    Diagnostic::new(&SAME_PATH, Place::file(kept.name.clone()), message)
        .help("Delete or rename one of the two.")
        .related(Place::file(other.name.clone()), format!("Inside the computer one is {first}, the other {second}."))
}
