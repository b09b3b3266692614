//! One build at a time in a folder.
//!
//! The lock is the system's own, on a file, so that it goes when the process does, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::WriteError;
use super::names::LOCK;

/// How often a lock is tried whose file is taken away meanwhile by the build that ends.
const TRIES: usize = 10;

/// The right to write to a folder; goes with the value.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the right to write to `folder`, which exists.
    pub(super) fn take(folder: &Path) -> Result<Self, WriteError> {
        let path = folder.join(LOCK);
        if path.is_symlink() {
            return Err(WriteError::Link { path });
        }
        for _ in 0..TRIES {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
            let file = file.map_err(WriteError::io(&path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(WriteError::Busy(folder.to_owned())),
                // Some network disks know no locks; a build must be possible there.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(WriteError::io(&path)(error)),
            }
            if is_still_there(&file, &path) {
                return Ok(Self { path, file });
            }
        }
        Err(WriteError::Busy(folder.to_owned()))
    }

    /// Gives the right back and takes the file away, while it is still ours to take.
    pub(super) fn release(self, disk: &dyn Disk) {
        // A lock file that stays behind harms nobody: it is not locked any more.
        let _ = disk.remove_file(&self.path);
        // Closing the file would leave the lock to a process that was just begun and still holds a copy of it.
        let _ = self.file.unlock();
    }
}

/// Whether the file is not one that the build before removed between our opening it and locking it.
#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(ours), Ok(there)) = (file.metadata(), path.symlink_metadata()) else { return false };
    (ours.dev(), ours.ino()) == (there.dev(), there.ino())
}

/// Elsewhere an open file keeps its name until it is closed.
#[cfg(not(unix))]
fn is_still_there(_file: &File, _path: &Path) -> bool {
    true
}
