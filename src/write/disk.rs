//! Every change to the disk, so that a test can have the disk fail or the power go at each of them.
#![expect(clippy::disallowed_methods, reason = "write.rs writes the site")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// What may be changed on a disk.
pub(super) trait Disk: Send + Sync {
    /// Makes a folder and those above it, where they are missing.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes one folder.
    fn create_one_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a file where there is none. Where it cannot be written whole, there is none after either.
    fn create_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes or replaces a file; `durable` sees it through to the disk itself.
    fn write(&self, path: &Path, bytes: &[u8], durable: bool) -> io::Result<()>;
    /// Moves a file, in place of one that may be there, at one stroke.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that holds nothing.
    fn remove_empty_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and all in it, or the link that stands in its place.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Sees the names in a folder through to the disk itself, where the system can do that; it is no fault where it cannot.
    fn sync_folder(&self, path: &Path);
}

/// The disk.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn create_one_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        let written = file.write_all(bytes);
        if written.is_err() {
            drop(file);
            let _ = fs::remove_file(path);
        }
        written
    }

    fn write(&self, path: &Path, bytes: &[u8], durable: bool) -> io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        if durable { file.sync_all() } else { Ok(()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync_folder(&self, path: &Path) {
        if let Ok(folder) = File::open(path) {
            let _ = folder.sync_all();
        }
    }
}
