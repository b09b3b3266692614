//! Symbolic links: which may be followed, and what is wrong with the others.
//!
//! A link is followed when what it leads to lies in the site and is not hidden. A request for change from a stranger could
//! otherwise have `content/x.txt -> ../.git/config` published, or any file of the machine that builds the site.

use std::ffi::OsStr;
use std::path::Path;

use super::read::unreadable;
use super::rules::{SYMLINK_LOOP, SYMLINK_OUTSIDE};
use crate::diagnostic::{Diagnostic, Place};

/// Most links to folders that one path may go through: without a limit, few links can make very many paths.
pub(super) const LIMIT: usize = 4;

/// Most links to folders that are followed on one site: links to folders that hold links to each other make many paths
/// even so.
pub(super) const MOST_FOLLOWED: usize = 1000;

/// What is wrong with the link at `path`, told of as `name`, in the site at `root` (with no links of its own in it).
pub(super) fn fault(root: &Path, path: &Path, name: &str) -> Option<Diagnostic> {
    let (target, parent) = match (path.canonicalize(), path.parent().unwrap_or(root).canonicalize()) {
        (Ok(target), Ok(parent)) => (target, parent),
        (Err(error), _) | (_, Err(error)) => return Some(cannot_be_followed(path, name, &error)),
    };
    let Ok(inside) = target.strip_prefix(root) else {
        return Some(outside(name, "leads out of the site's folder"));
    };
    if inside.iter().any(is_hidden) {
        return Some(outside(name, "leads into a hidden folder or file"));
    }
    parent.starts_with(&target).then(|| endless(name, "leads back to a folder that it lies in"))
}

/// A link that goes round in a circle.
pub(super) fn endless(name: &str, how: &str) -> Diagnostic {
    Diagnostic::new(&SYMLINK_LOOP, Place::file(name), format!("The link \"{name}\" {how}, so it is not followed."))
        .help("Delete the link, or let it lead to the one file or folder that is wanted.")
}

/// The link at which the walk over the site ends.
pub(super) fn too_many(name: &str) -> Diagnostic {
    let message =
        format!("The link \"{name}\" is one too many: more than {MOST_FOLLOWED} ways lead through links to folders.");
    Diagnostic::new(&SYMLINK_LOOP, Place::file(name), message)
        .help("Delete links to folders, above all those to folders that hold such links themselves.")
}

/// A link that the system itself could not follow.
pub(super) fn cannot_be_followed(path: &Path, name: &str, error: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    if path.is_symlink() && !matches!(error.kind(), NotFound | NotADirectory | PermissionDenied) {
        // The kind of error for links that lead to each other has no stable name yet.
        return endless(name, "leads to itself");
    }
    unreadable(name, error)
}

fn outside(name: &str, how: &str) -> Diagnostic {
    Diagnostic::new(&SYMLINK_OUTSIDE, Place::file(name), format!("The link \"{name}\" {how}, so it is not read."))
        .help("Copy the file into the site in place of the link, or delete the link.")
}

fn is_hidden(part: &OsStr) -> bool {
    part.as_encoded_bytes().starts_with(b".")
}
