//! What a build changed on disk.

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
