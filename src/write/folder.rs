//! The folder of the built site: whether it may be one at all, whether it is ours, and what lies at a path in it.
//!
//! Follows no link within the folder, and changes nothing.
#![expect(clippy::disallowed_methods, reason = "write.rs looks at what lies where the site goes")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashSet;

use super::error::WriteError;
use super::names::{JOURNAL, LIST};
use crate::output::OutputPath;

/// Refuses a folder that a build would harm something in: the site's root or a folder above it, the content or themes or
/// a folder within them, the repository's own `.git`, the root of the disk. The folder need not exist.
///
/// # Errors
/// [`WriteError::BadFolder`] with the reason; [`WriteError::Io`] where the paths cannot be followed.
pub fn check_folder(folder: &Path, root: &Path) -> Result<(), WriteError> {
    let bad = |why| Err(WriteError::BadFolder { folder: folder.to_owned(), why });
    let real = resolve(folder).map_err(WriteError::io(folder))?;
    let root = resolve(root).map_err(WriteError::io(root))?;
    let within = |part: &str| {
        let part = resolve(&root.join(part)).ok().filter(|part| part.is_dir());
        part.is_some_and(|part| real.starts_with(&part) || part.starts_with(&real))
    };
    if real.parent().is_none() {
        bad("it is the whole disk")
    } else if real == root {
        bad("it is the folder of the site itself")
    } else if root.starts_with(&real) {
        bad("the folder of the site lies in it")
    } else if within("content") {
        bad("it is the content, or lies in it")
    } else if within("themes") {
        bad("it is the folder of the themes, or lies in it")
    } else if real.iter().any(|part| part == ".git") {
        bad("it belongs to version control")
    } else {
        Ok(())
    }
}

/// What a folder is to a build.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is not there.
    Missing,
    /// Nothing is in it, or only hidden files, such as `.gitkeep`.
    Empty,
    /// A build made it.
    Ours,
}

/// What the folder is to a build; refuses one with files that no build made.
pub(super) fn standing(folder: &Path) -> Result<Standing, WriteError> {
    match fs::metadata(folder) {
        Ok(about) if !about.is_dir() => return Err(WriteError::NotAFolder(folder.to_owned())),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Standing::Missing),
        Err(error) => return Err(WriteError::io(folder)(error)),
    }
    if [LIST, JOURNAL].into_iter().any(|name| folder.join(name).is_file()) {
        return Ok(Standing::Ours);
    }
    for entry in fs::read_dir(folder).map_err(WriteError::io(folder))? {
        let name = entry.map_err(WriteError::io(folder))?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            return Err(WriteError::ForeignFolder(folder.to_owned()));
        }
    }
    Ok(Standing::Empty)
}

/// What lies at a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lies {
    /// Nothing, nor anything that a folder on the way could not be made beside.
    Nothing,
    /// A file of this many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A symbolic link, here or on the way.
    Link(PathBuf),
    /// A file on the way, where a folder would be needed; its path in the site.
    FileAbove(OutputPath),
    /// A pipe or a device, here or on the way.
    Other(PathBuf),
}

/// Folders that were seen to be there, by their paths in the site, so that what lies in them is looked at with one question
/// to the disk and not one for each folder on the way. Holds only as long as no folder goes.
#[derive(Debug, Default)]
pub(super) struct Known(RwLock<FxHashSet<Box<str>>>);

impl Known {
    /// Whether this folder was seen; the folder of the site itself always was.
    pub(super) fn holds(&self, folder: Option<&str>) -> bool {
        folder.is_none_or(|folder| self.0.read().unwrap_or_else(PoisonError::into_inner).contains(folder))
    }

    /// Takes note of a folder that is there, and is no link.
    pub(super) fn add(&self, folder: Option<&str>) {
        if let Some(folder) = folder.filter(|folder| !self.holds(Some(folder))) {
            self.0.write().unwrap_or_else(PoisonError::into_inner).insert(folder.into());
        }
    }
}

/// The folder of a file of the site; nothing where that is the folder of the site itself.
pub(super) fn parent(path: &OutputPath) -> Option<&str> {
    path.as_str().rsplit_once('/').map(|(parent, _)| parent)
}

/// What lies at `path` of the site in `folder`; the folders on the way need not be looked at where they are `known`.
pub(super) fn look(folder: &Path, path: &OutputPath, known: &Known) -> io::Result<Lies> {
    let text = path.as_str();
    let parent = parent(path);
    let is_known = known.holds(parent);
    let on_the_way = text.match_indices('/').map(|(at, _)| at).filter(|_| !is_known);
    for end in on_the_way.chain([text.len()]) {
        let here = folder.join(&text[..end]);
        let is_last = end == text.len();
        if is_last {
            known.add(parent);
        }
        let about = match here.symlink_metadata() {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Lies::Nothing);
            }
            about => about?,
        };
        if about.is_symlink() {
            return Ok(Lies::Link(here));
        } else if about.is_file() {
            let above = OutputPath::new(&text[..end]).filter(|_| !is_last);
            return Ok(above.map_or(Lies::File(about.len()), Lies::FileAbove));
        } else if !about.is_dir() {
            return Ok(Lies::Other(here));
        }
    }
    Ok(Lies::Folder)
}

/// Whether a path stays within any folder it is joined to, on this system too, and is none of the build's own.
pub(super) fn is_sound(path: &OutputPath) -> bool {
    let is_name = |part: &str| {
        let mut components = Path::new(part).components();
        matches!((components.next(), components.next()), (Some(Component::Normal(_)), None))
    };
    path.as_str().split('/').all(is_name) && !path.as_str().to_lowercase().starts_with(".folkmoot-")
}

/// The path with every link of its existing part followed.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    for ancestor in absolute.ancestors() {
        let Ok(mut real) = ancestor.canonicalize() else { continue };
        for part in absolute.strip_prefix(ancestor).unwrap_or(Path::new("")).components() {
            match part {
                Component::ParentDir => {
                    real.pop();
                }
                part => real.push(part),
            }
        }
        return Ok(real);
    }
    Ok(absolute)
}
