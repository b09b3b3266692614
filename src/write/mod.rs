//! Puts a built site on disk: the only writer of the site.
//!
//! All or nothing. What differs is staged beside the site, a journal of what is still to be done is written, and only then
//! is anything put in place. A build that is cut short before its journal leaves the old site whole; one that is cut short
//! after it is finished by the next. Files that are the same are not written, and files that no build made are never
//! touched. Must not know what the files mean.

mod disk;
mod error;
mod folder;
mod journal;
mod list;
mod lock;
mod names;
mod plan;
mod single;

#[cfg(all(test, unix))]
mod tests;

pub use error::WriteError;
pub use folder::check_folder;
pub use single::put;

use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::output::{Output, OutputPath};
use disk::{Disk, RealDisk};
use folder::Standing;
use lock::Lock;
use names::{JOURNAL, LOCK, STAGE, STAGED_JOURNAL, STAGED_LIST};
use plan::Plan;

/// What a build changed on disk, in files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// New or with other bytes.
    pub written: usize,
    /// There already, byte for byte, and not touched.
    pub unchanged: usize,
    /// Made by a build before and no longer part of the site.
    pub removed: usize,
}

/// Makes `folder` hold exactly `output`, beside files that no build made. What an interrupted build left is finished or
/// thrown away first.
///
/// # Errors
/// Whatever refuses or fails; the folder is then as it was, except for [`WriteError::Unfinished`].
pub fn write(output: &Output, folder: &Path) -> Result<Written, WriteError> {
    write_to(&RealDisk, output, folder)
}

/// Whether `folder` holds what a finished build made and, by the list of that build, exactly these files.
pub fn is_at_rest(folder: &Path, files: &[&OutputPath]) -> bool {
    let is_unfinished = [JOURNAL, STAGE].into_iter().any(|name| folder.join(name).symlink_metadata().is_ok());
    let mut files = files.to_vec();
    files.sort_unstable();
    !is_unfinished && list::read(folder).is_ok_and(|read| read.is_some_and(|(paths, _)| paths.iter().eq(files)))
}

/// Finishes, or throws away, what an interrupted build left in `folder`.
///
/// # Errors
/// As [`write`].
pub fn recover(folder: &Path) -> Result<(), WriteError> {
    let left = [JOURNAL, STAGE, LOCK].into_iter().any(|name| folder.join(name).symlink_metadata().is_ok());
    if !left {
        return Ok(());
    }
    let lock = Lock::take(folder)?;
    let recovered = finish(&RealDisk, folder);
    lock.release(&RealDisk);
    recovered
}

fn write_to(disk: &dyn Disk, output: &Output, folder: &Path) -> Result<Written, WriteError> {
    plan::check_output(output)?;
    let standing = folder::standing(folder)?;
    disk.create_folder(folder).map_err(WriteError::io(folder))?;
    let lock = Lock::take(folder)?;
    let written = write_locked(disk, output, folder);
    lock.release(disk);
    if written.is_err() && standing == Standing::Missing {
        // Only an empty folder goes: there was none before.
        let _ = disk.remove_empty_folder(folder);
    }
    written
}

fn write_locked(disk: &dyn Disk, output: &Output, folder: &Path) -> Result<Written, WriteError> {
    finish(disk, folder)?;
    // Looked at again: another build may have come and gone before the lock was ours.
    folder::standing(folder)?;
    let old = list::read(folder)?;
    let is_first = old.is_none();
    let (ours, old_list) = old.unwrap_or_default();
    let plan = plan::plan(output, folder, &ours)?;
    let new_list = list::text(output.keys());
    let list = (is_first || new_list != old_list).then_some(new_list.as_str());
    if !plan.steps.is_empty() || list.is_some() {
        // The first build has no old site to protect, and the next one mends what a power cut spoils; flushing each of
        // many files would be slow for nothing.
        if let Err(error) = stage(disk, folder, &plan, list, !is_first) {
            let _ = disk.remove_tree(&folder.join(STAGE));
            return Err(error);
        }
        journal::carry_out(folder, &plan.steps, disk)?;
    }
    Ok(Written { written: plan.staged.len(), unchanged: plan.unchanged, removed: plan.removed })
}

/// Does what the journal of an interrupted build says; where there is none, nothing of that build is in place yet.
fn finish(disk: &dyn Disk, folder: &Path) -> Result<(), WriteError> {
    if let Some(steps) = journal::read(folder)? {
        return journal::carry_out(folder, &steps, disk);
    }
    let stage = folder.join(STAGE);
    match stage.symlink_metadata() {
        Ok(_) => disk.remove_tree(&stage).map_err(WriteError::io(&stage)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(WriteError::io(&stage)(error)),
    }
}

/// Writes everything new beside the site, and last of all, at one stroke, the journal.
fn stage(disk: &dyn Disk, folder: &Path, plan: &Plan<'_>, list: Option<&str>, durable: bool) -> Result<(), WriteError> {
    let stage = folder.join(STAGE);
    disk.create_folder(&stage).map_err(WriteError::io(&stage))?;
    plan.staged.par_iter().enumerate().try_for_each(|(number, bytes)| {
        let path = stage.join(number.to_string());
        disk.write(&path, bytes, durable).map_err(WriteError::io(&path))
    })?;
    if let Some(list) = list {
        let path = stage.join(STAGED_LIST);
        disk.write(&path, list.as_bytes(), true).map_err(WriteError::io(&path))?;
    }
    let (waiting, journal) = (stage.join(STAGED_JOURNAL), folder.join(JOURNAL));
    disk.write(&waiting, journal::text(&plan.steps).as_bytes(), true).map_err(WriteError::io(&waiting))?;
    disk.sync_folder(&stage);
    disk.rename(&waiting, &journal).map_err(WriteError::io(&journal))?;
    disk.sync_folder(folder);
    Ok(())
}
