//! Reads a few files of a site again, for somebody who knows that no others can have changed.
//!
//! Gives nothing wherever that might not be the whole story; then the whole site is read. Must not know what the files mean.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{decode, read};
use crate::sources::{Source, Sources};

/// The sources with these files (paths in full) as they are now; nothing where one of them is no ordinary file that `before`
/// has read under that very name and no other, or cannot be read without a fault.
pub fn again(before: &Sources, root: &Path, files: &BTreeSet<PathBuf>) -> Option<Sources> {
    if before.has_links {
        return None;
    }
    let root = super::resolve_root(root).ok()?;
    let mut sources = before.clone();
    for path in files {
        if !path.symlink_metadata().is_ok_and(|about| about.is_file() && has_one_name(&about)) {
            return None;
        }
        let name = path.strip_prefix(&root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        if let Some(id) = sources.find(&name) {
            let decoded = decode::decode(&read::bytes(path, &name, Some(read::TEXT_LIMIT_BYTES)).ok()?);
            if !decoded.faults.is_empty() {
                return None;
            }
            sources.put(id, Source::new(name, decoded.text));
            continue;
        }
        let known = sources.assets.get_mut(&name).or_else(|| sources.theme_files.get_mut(&name))?;
        *known = Arc::from(read::bytes(path, &name, None).ok()?);
    }
    Some(sources)
}

/// Whether a file has no second name under which the site may hold it too.
#[cfg(unix)]
fn has_one_name(about: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(about) == 1
}

#[cfg(not(unix))]
fn has_one_name(_about: &Metadata) -> bool {
    true
}
