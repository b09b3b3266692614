//! A single file outside of the site, such as a report: whole, or as it was before.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};

/// Makes or replaces the file at `path`. Where that fails, what stood there still does. What is no ordinary file, such as
/// `/dev/stdout` or a pipe, is written to as it is.
///
/// # Errors
/// What the system says.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_to(&RealDisk, path, bytes)
}

fn put_to(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed, so that the file it leads to changes and the link stays.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.metadata().is_ok_and(|about| !about.is_file()) {
        return disk.write(&path, bytes, false);
    }
    let waiting = beside(&path);
    let put = disk.write(&waiting, bytes, false).and_then(|()| disk.rename(&waiting, &path));
    if put.is_err() {
        let _ = disk.remove_file(&waiting);
    }
    put
}

/// A name of this run's own in the same folder, so that two runs at once do not write into each other's file.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_a_file_or_leaves_it_as_it_was() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("report.json");
        put(&path, b"one").unwrap();
        put(&path, b"two").unwrap();
        let read = || String::from_utf8(path.metadata().map(|_| read_file(&path)).unwrap()).unwrap();
        assert_eq!(read(), "two");
        assert!(put(&folder.path().join("none/report.json"), b"x").is_err());
        assert!(put(folder.path(), b"x").is_err());
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
    fn read_file(path: &Path) -> Vec<u8> {
        std::fs::read(path).unwrap()
    }
}
