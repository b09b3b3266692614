//! Files that a command writes into a folder of the author's choosing: never over what it did not make.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::say::{fail, tell};
use crate::write as disk;

/// Why nothing, or not all, was written.
enum Refusal {
    /// A file that somebody else made stands where one of ours would go.
    NotOurs(PathBuf),
    /// What the system says, in a sentence.
    Disk(String),
}

/// What such files are called.
pub(super) struct Called {
    /// One of them: `schema`.
    pub(super) one: &'static str,
    /// Several: `schemas`.
    pub(super) several: &'static str,
    /// In a sentence about a file that is none: `schema of Folkmoot`.
    pub(super) in_full: &'static str,
}

/// Writes the files as [`fill`] does, and tells what came of it; gives the exit code.
pub(super) fn write(
    global: &Global,
    folder: &Path,
    files: &[(String, String)],
    is_ours: impl Fn(&str) -> bool,
    called: &Called,
) -> u8 {
    match fill(folder, files, is_ours) {
        Ok(written) => {
            if !global.quiet {
                let noun = if files.len() == 1 { called.one } else { called.several };
                tell(&format!("{} {noun} in {}, {written} of them written.", files.len(), folder.display()));
            }
            CLEAN
        }
        Err(Refusal::NotOurs(path)) => fail(
            USAGE,
            &format!(
                "\"{}\" is no {}, so it is left as it is, and nothing was written. Name another folder.",
                path.display(),
                called.in_full
            ),
        ),
        Err(Refusal::Disk(sentence)) => fail(FAULT, &sentence),
    }
}

/// Writes each file, by its name and text, into `folder`, which is made where it is not there. `is_ours` says of the text of a
/// file that stands there whether it may be written over; where one may not, nothing is written. How many were written comes
/// back: a file that says the same already is left alone.
///
/// # Errors
/// [`Refusal`], which names the file.
fn fill(folder: &Path, files: &[(String, String)], is_ours: impl Fn(&str) -> bool) -> Result<usize, Refusal> {
    let mut wanted = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        match there(&path)? {
            Some(before) if before == text.as_bytes() => {}
            Some(before) if !std::str::from_utf8(&before).is_ok_and(&is_ours) => return Err(Refusal::NotOurs(path)),
            _ => wanted.push((path, text)),
        }
    }
    if !wanted.is_empty() {
        make(folder)?;
    }
    for (path, text) in &wanted {
        disk::put(path, text.as_bytes())
            .map_err(|error| Refusal::Disk(format!("\"{}\" cannot be written: {error}.", path.display())))?;
    }
    Ok(wanted.len())
}

/// What stands in a file, where there is one.
#[expect(clippy::disallowed_methods, reason = "what would be written over is no part of the site")]
fn there(path: &Path) -> Result<Option<Vec<u8>>, Refusal> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Refusal::Disk(format!("\"{}\" cannot be read: {error}.", path.display()))),
    }
}

#[expect(clippy::disallowed_methods, reason = "the folder is of the author's choosing, and no part of the site")]
fn make(folder: &Path) -> Result<(), Refusal> {
    std::fs::create_dir_all(folder)
        .map_err(|error| Refusal::Disk(format!("The folder \"{}\" cannot be made: {error}.", folder.display())))
}
