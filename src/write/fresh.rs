//! Files where there are none yet, such as those of a new site: all of them, or none.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};

/// A path relative to a folder, with `/`, and what is written there.
pub type Fresh<'a> = (&'a str, &'a [u8]);

/// Why nothing was written.
#[derive(Debug)]
pub enum FreshError {
    /// Something is there already: the paths, relative to the folder.
    There(Vec<String>),
    /// A file stands where a folder should be.
    NotAFolder(PathBuf),
    /// A link stands on the way to a file, or leads nowhere.
    Link(PathBuf),
    /// The disk refused.
    Io {
        /// What was to be made or looked at.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
        /// What had been made by then and could not be removed again.
        left: Vec<PathBuf>,
    },
}

impl FreshError {
    /// Whether another folder or name would do; otherwise the machine is at fault.
    pub fn is_usage(&self) -> bool {
        !matches!(self, Self::Io { .. })
    }
}

/// How many paths are named one by one.
const MOST_NAMED: usize = 6;

impl fmt::Display for FreshError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::There(paths) => {
                let named: Vec<String> = paths.iter().take(MOST_NAMED).map(|path| format!("\"{path}\"")).collect();
                let more = paths.len().saturating_sub(MOST_NAMED);
                let and = if more > 0 { format!(" and {more} more") } else { String::new() };
                let are = if paths.len() == 1 { "is" } else { "are" };
                write!(f, "{}{and} {are} there already. Nothing was written.", named.join(", "))
            }
            Self::NotAFolder(path) => {
                write!(f, "\"{}\" is a file, but a folder belongs there. Nothing was written.", path.display())
            }
            Self::Link(path) => write!(
                f,
                "\"{}\" is a link to another place, and nothing is written through it. Nothing was written.",
                path.display()
            ),
            Self::Io { path, error, left } if left.is_empty() => {
                write!(f, "\"{}\" cannot be made: {}. Nothing was written.", path.display(), why(error))
            }
            Self::Io { path, error, left } => {
                let named: Vec<String> = left.iter().map(|path| format!("\"{}\"", path.display())).collect();
                write!(
                    f,
                    "\"{}\" cannot be made: {}. These were made before and cannot be removed: {}. Delete them.",
                    path.display(),
                    why(error),
                    named.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for FreshError {}

/// What the system says, or the same in plain words where that is frequent.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "you have no permission to write there".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        _ => error.to_string(),
    }
}

/// Whether all of these files could be made in `folder`, as far as can be seen without making any.
///
/// # Errors
/// What stands in the way.
pub fn check_fresh(folder: &Path, paths: &[&str]) -> Result<(), FreshError> {
    check_ground(folder)?;
    let mut there = Vec::new();
    for path in paths {
        check_way(folder, path)?;
        if folder.join(path).symlink_metadata().is_ok() {
            there.push((*path).to_owned());
        }
    }
    if there.is_empty() { Ok(()) } else { Err(FreshError::There(there)) }
}

/// Makes these files in `folder`, and the folder where it is missing. What is there is never replaced.
///
/// # Errors
/// Whatever refuses; what had been made by then is removed.
pub fn put_fresh(folder: &Path, files: &[Fresh<'_>]) -> Result<(), FreshError> {
    put_to(&RealDisk, folder, files)
}

pub(super) fn put_to(disk: &dyn Disk, folder: &Path, files: &[Fresh<'_>]) -> Result<(), FreshError> {
    let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    check_fresh(folder, &paths)?;
    let mut made = Made { disk, files: Vec::new(), folders: Vec::new() };
    let outcome = files.iter().try_for_each(|(path, bytes)| {
        let whole = folder.join(path);
        made.folder(whole.parent().unwrap_or(folder))?;
        made.file(whole, path, bytes)
    });
    outcome.map_err(|error| made.undo(error))
}

/// What was made so far.
struct Made<'a> {
    disk: &'a dyn Disk,
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made<'_> {
    /// Makes a folder and those above it, as far as they are missing.
    fn folder(&mut self, folder: &Path) -> Result<(), FreshError> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
        for folder in missing.into_iter().rev() {
            match self.disk.create_one_folder(folder) {
                Ok(()) => self.folders.push(folder.to_owned()),
                // Somebody else made it just now.
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(refused(folder, error)),
            }
        }
        Ok(())
    }

    fn file(&mut self, whole: PathBuf, path: &str, bytes: &[u8]) -> Result<(), FreshError> {
        match self.disk.create_new(&whole, bytes) {
            Ok(()) => {
                self.files.push(whole);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(FreshError::There(vec![path.to_owned()])),
            Err(error) => Err(refused(&whole, error)),
        }
    }

    /// Removes all that was made, the last first. What somebody put into a folder meanwhile stays, and the folder with it.
    fn undo(self, error: FreshError) -> FreshError {
        let mut remaining = Vec::new();
        for file in self.files.into_iter().rev() {
            if self.disk.remove_file(&file).is_err() {
                remaining.push(file);
            }
        }
        for folder in self.folders.into_iter().rev() {
            if self.disk.remove_empty_folder(&folder).is_err() {
                remaining.push(folder);
            }
        }
        match error {
            FreshError::Io { path, error, .. } => FreshError::Io { path, error, left: remaining },
            other => other,
        }
    }
}

fn refused(path: &Path, error: io::Error) -> FreshError {
    FreshError::Io { path: path.to_owned(), error, left: Vec::new() }
}

/// Whether `folder` is one, or could be made. It may be a link to one.
fn check_ground(folder: &Path) -> Result<(), FreshError> {
    for place in folder.ancestors().filter(|place| !place.as_os_str().is_empty()) {
        match (place.metadata(), place.symlink_metadata()) {
            (Ok(about), _) if about.is_dir() => return Ok(()),
            (Ok(_), _) => return Err(FreshError::NotAFolder(place.to_owned())),
            (Err(_), Ok(_)) => return Err(FreshError::Link(place.to_owned())),
            // Below a file there is nothing either: the next one up tells.
            (Err(error), _) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            (Err(error), _) => return Err(refused(place, error)),
        }
    }
    Ok(())
}

/// Whether every folder on the way from `folder` to a file is one, or is still to be made.
fn check_way(folder: &Path, path: &str) -> Result<(), FreshError> {
    for (end, _) in path.match_indices('/') {
        let place = folder.join(&path[..end]);
        match place.symlink_metadata() {
            Ok(about) if about.is_symlink() => return Err(FreshError::Link(place)),
            Ok(about) if about.is_dir() => {}
            Ok(_) => return Err(FreshError::NotAFolder(place)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(refused(&place, error)),
        }
    }
    Ok(())
}
