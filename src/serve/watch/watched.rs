//! What is to be watched, what is told of it, and why it cannot be watched.
//!
//! Must not know how watching is done.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// What is to be watched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watched {
    /// The folder of the site.
    pub root: PathBuf,
    /// The settings file, absolute or relative to the root, where it is not `folkmoot.yaml` of the root.
    pub config: Option<PathBuf>,
    /// Where the built site goes, absolute or relative to the root; never looked at.
    pub output_folder: Option<PathBuf>,
    /// How often to read everything and compare, for disks that tell of no change; nothing where the system is to tell.
    pub poll: Option<Duration>,
}

/// What may have changed. A telling may prove empty; no change goes untold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Only what these files hold, and whether they are there, if they are new. Each was a regular file a moment ago; the
    /// path is in full, with no link in it.
    Files(BTreeSet<PathBuf>),
    /// Anything: the whole folder is to be looked at again.
    Everything,
}

/// Why the folder of a site cannot be watched.
#[derive(Debug)]
pub enum WatchFault {
    /// There is no folder at the root, or it cannot be read.
    Root(PathBuf, io::Error),
    /// The system has no room for one more thread.
    Thread(io::Error),
}

impl fmt::Display for WatchFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(root, error) => write!(f, "The folder \"{}\" cannot be watched: {error}.", root.display()),
            Self::Thread(error) => {
                write!(f, "Changes cannot be watched for: {error}. Close other programs, try again.")
            }
        }
    }
}

impl std::error::Error for WatchFault {}
