//! What a build makes: files by their path in the site.
//!
//! Must not know disks.

use std::sync::Arc;

use imbl::OrdMap;

/// The path of a file of the site, relative, with `/`: `priorities/knife-crime.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Takes a path of the output; nothing where it is empty, absolute, has a `\`, a control character, an empty part, `.` or `..`.
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let sound = path
            .split('/')
            .all(|part| !matches!(part, "" | "." | "..") && !part.contains('\\') && !part.contains(char::is_control));
        sound.then(|| Self(Arc::from(path)))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for OutputPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The bytes of a file; shared, because static files pass through unchanged.
pub type Bytes = Arc<[u8]>;

/// Every file of a site, in the order of their paths. Two states of a site share what they have in common, so that neither a
/// copy nor the difference of two costs more than what is other.
pub type Output = OrdMap<OutputPath, Bytes>;
