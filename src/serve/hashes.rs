//! What identifies the bytes of a file, worked out when it is first asked for.

use std::hash::{DefaultHasher, Hasher};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::output::OutputPath;

/// The hashes of the files of one state that have been asked for.
#[derive(Debug, Default)]
pub(super) struct Hashes(Mutex<FxHashMap<OutputPath, u64>>);

impl Hashes {
    /// The hash of the file at `path`, whose bytes these are.
    pub(super) fn of(&self, path: &OutputPath, bytes: &[u8]) -> u64 {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied();
        known.unwrap_or_else(|| {
            // Not under the lock: a large file takes a while.
            let hash = hash(bytes);
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), hash);
            hash
        })
    }

    /// The same for a state in which the files at these paths are others.
    pub(super) fn without<'a>(&self, paths: impl Iterator<Item = &'a OutputPath>) -> Self {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for path in paths {
            known.remove(path);
        }
        Self(Mutex::new(known))
    }
}

/// `SipHash` with a fixed key: a browser that kept a page over a restart of the server need not load it again.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}
