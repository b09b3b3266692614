//! Puts a built site on disk: the only writer of the site.
//!
//! All or nothing. What differs is staged beside the site as it comes; when all is there, a journal of what is still to be
//! done is written, and only then is anything put in place. A build that is cut short before its journal leaves the old
//! site whole; one that is cut short after it is finished by the next. Files that are the same are not written, and files
//! that no build made are never touched. Beside the site: a report, and the files of a new site or record, where there are none yet. Must not know what the files mean.

mod disk;
mod error;
mod folder;
mod fresh;
mod journal;
mod list;
mod lock;
mod names;
mod plan;
mod single;
mod stage;
mod staging;
mod written;

#[cfg(all(test, unix))]
mod tests;

pub use error::WriteError;
pub use folder::check_folder;
pub use fresh::{Fresh, FreshError, check_fresh, put_fresh};
pub use single::put;
pub use staging::Staging;
pub use written::Written;

use std::path::Path;

use crate::output::{Output, OutputPath};
use disk::{Disk, RealDisk};
use lock::Lock;
use names::{JOURNAL, LOCK, STAGE};

/// Makes `folder` hold exactly `output`, beside files that no build made. What an interrupted build left is finished or
/// thrown away first.
///
/// # Errors
/// Whatever refuses or fails; the folder is then as it was, except for [`WriteError::Unfinished`].
pub fn write(output: &Output, folder: &Path) -> Result<Written, WriteError> {
    write_to(Box::new(RealDisk), output, folder)
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
    let recovered = journal::finish_interrupted(folder, &RealDisk);
    lock.release(&RealDisk);
    recovered
}

fn write_to(disk: Box<dyn Disk>, output: &Output, folder: &Path) -> Result<Written, WriteError> {
    let staging = Staging::begin_on(disk, folder)?;
    staging.put_all(output)?;
    staging.finish()
}
