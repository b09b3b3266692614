//! The bytes of one file, or why there are none.
//!
//! Opens ordinary files only: a pipe would keep the build waiting for ever. Must not know what the bytes mean.
#![expect(clippy::disallowed_methods, reason = "load reads the site")]

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::rules::{FILE_TOO_LARGE, FILE_UNREADABLE};
use crate::diagnostic::{Diagnostic, Place};

/// Longest text that is read, in bytes; spans are sure to fit.
pub(super) const TEXT_LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// The bytes of the file at `path`, told of as `name`; at most `limit_bytes` where there is a limit.
pub(super) fn bytes(path: &Path, name: &str, limit_bytes: Option<u64>) -> Result<Vec<u8>, Box<Diagnostic>> {
    let limit_bytes = limit_bytes.unwrap_or(u64::MAX);
    match within(path, limit_bytes) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Box::new(too_large(name, limit_bytes))),
        Err(error) => Err(Box::new(unreadable(name, &error))),
    }
}

/// A file or folder that cannot be read.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let (reason, help) = match error.kind() {
        ErrorKind::NotFound => {
            ("it has gone, or is a link to something that is not there", "Put the file back, or delete the link.")
        }
        ErrorKind::PermissionDenied => ("you have no right to read it", "Give yourself the right to read it."),
        ErrorKind::Unsupported => ("it is no ordinary file", "Delete it, or move it out of the site."),
        _ => ("the system says: ", "See whether the disk is in order, and whether the path is right."),
    };
    let detail = if reason.ends_with(": ") { error.to_string() } else { String::new() };
    Diagnostic::new(&FILE_UNREADABLE, Place::file(name), format!("\"{name}\" cannot be read: {reason}{detail}."))
        .help(help)
}

fn too_large(name: &str, limit_bytes: u64) -> Diagnostic {
    let message = format!("\"{name}\" is larger than {} MB, which no text is.", limit_bytes / (1024 * 1024));
    Diagnostic::new(&FILE_TOO_LARGE, Place::file(name), message)
        .help("Move it out of the content, split it, or give it the ending of what it is.")
}

/// The bytes, or nothing where there are more than the limit: of a file that grows meanwhile, too.
fn within(path: &Path, limit_bytes: u64) -> io::Result<Option<Vec<u8>>> {
    let about = std::fs::metadata(path)?;
    if !about.is_file() {
        return Err(ErrorKind::Unsupported.into());
    }
    if about.len() > limit_bytes {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    File::open(path)?.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit_bytes).then_some(bytes))
}
