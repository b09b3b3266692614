//! Why a site could not be written, in a sentence and with what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::OutputPath;

/// Why a site could not be written. Unless it says otherwise, the folder is as it was.
#[derive(Debug)]
pub enum WriteError {
    /// The output may not go to this folder.
    BadFolder {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with it: `it is the folder of the site itself`.
        why: &'static str,
    },
    /// There is a file where the folder should be.
    NotAFolder(PathBuf),
    /// The folder holds files and was not made by a build.
    ForeignFolder(PathBuf),
    /// Something that no build made lies where a file of the site should go.
    NotOurs {
        /// What lies there.
        path: PathBuf,
    },
    /// A symbolic link lies on the way to a file of the site.
    Link {
        /// The link.
        path: PathBuf,
    },
    /// The site has a file and a folder of one name.
    Clash {
        /// The path that is to be a file.
        file: OutputPath,
        /// A path that needs it to be a folder.
        within: OutputPath,
    },
    /// The site has two files of one path.
    Twice {
        /// The path.
        path: OutputPath,
    },
    /// No file may have this path: it is kept for the build's own use or is none on this system.
    BadPath {
        /// The path.
        path: OutputPath,
    },
    /// The build's own notes in the folder cannot be read.
    Damaged {
        /// The file of notes.
        path: PathBuf,
        /// The first line that makes no sense.
        line: usize,
    },
    /// Another build is writing to the folder.
    Busy(PathBuf),
    /// The disk refused; the site is as it was.
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The disk refused while the new site was being put in place. The next build goes on from there.
    Unfinished {
        /// What was to be put in place.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl WriteError {
    /// Whether the folder was badly chosen, rather than the machine at fault.
    pub fn is_usage(&self) -> bool {
        !matches!(self, Self::Io { .. } | Self::Unfinished { .. } | Self::Busy(_))
    }

    /// The same once more: for whoever goes on after an error, and for whoever asks at the end what went wrong.
    pub(super) fn again(&self) -> Self {
        match self {
            Self::BadFolder { folder, why } => Self::BadFolder { folder: folder.clone(), why },
            Self::NotAFolder(path) => Self::NotAFolder(path.clone()),
            Self::ForeignFolder(path) => Self::ForeignFolder(path.clone()),
            Self::NotOurs { path } => Self::NotOurs { path: path.clone() },
            Self::Link { path } => Self::Link { path: path.clone() },
            Self::Clash { file, within } => Self::Clash { file: file.clone(), within: within.clone() },
            Self::Twice { path } => Self::Twice { path: path.clone() },
            Self::BadPath { path } => Self::BadPath { path: path.clone() },
            Self::Damaged { path, line } => Self::Damaged { path: path.clone(), line: *line },
            Self::Busy(path) => Self::Busy(path.clone()),
            Self::Io { path, error } => Self::Io { path: path.clone(), error: io_again(error) },
            Self::Unfinished { path, error } => Self::Unfinished { path: path.clone(), error: io_again(error) },
        }
    }

    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::Io { path: path.to_owned(), error }
    }

    pub(super) fn unfinished(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::Unfinished { path: path.to_owned(), error }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadFolder { folder, why } => {
                write!(
                    f,
                    "The site cannot be written to {}: {why}. Name another folder with --output-dir.",
                    quoted(folder)
                )
            }
            Self::NotAFolder(path) => write!(
                f,
                "The site cannot be written to {}: it is a file. Move it away, or name another folder with --output-dir.",
                quoted(path)
            ),
            Self::ForeignFolder(folder) => write!(
                f,
                "The folder {} holds files that no build of a site made, so nothing was written to it. Name an empty folder \
                 with --output-dir, or empty this one.",
                quoted(folder)
            ),
            Self::NotOurs { path } => write!(
                f,
                "{} was not made by a build, and a file of the site should go there. Move it away (files of your own \
                 belong in the content), then build again.",
                quoted(path)
            ),
            Self::Link { path } => write!(
                f,
                "{} is a symbolic link, and the site is not written through links. Delete the link, then build again.",
                quoted(path)
            ),
            Self::Clash { file, within } => write!(
                f,
                "The site would have both a file \"{file}\" and a folder of that name (for \"{within}\"). Rename one of them."
            ),
            Self::Twice { path } => {
                write!(f, "The site would have two files \"{path}\". Rename what one of them is made from.")
            }
            Self::BadPath { path } => {
                write!(f, "The site may not have a file \"{path}\". Rename what it is made from.")
            }
            Self::Damaged { path, line } => write!(
                f,
                "The list {} is damaged at line {line} or is of a later version, so it is not known which files may be \
                 replaced. Delete the whole folder, which a build makes again, then build.",
                quoted(path)
            ),
            Self::Busy(folder) => {
                write!(f, "Another build is writing to {}. Wait until it is done, then build again.", quoted(folder))
            }
            Self::Io { path, error } => write!(
                f,
                "{} could not be read or written: {error}. The site is as it was before. {}",
                quoted(path),
                advice(error)
            ),
            Self::Unfinished { path, error } => write!(
                f,
                "The new site is only partly in place, because {} could not be written: {error}. {} The next build goes on \
                 from there.",
                quoted(path),
                advice(error)
            ),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } | Self::Unfinished { error, .. } => Some(error),
            _ => None,
        }
    }
}

fn io_again(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::new(error.kind(), error.to_string()), io::Error::from_raw_os_error)
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display())
}

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "Make room on the disk, then build again.",
        io::ErrorKind::PermissionDenied => "Give yourself the right to write there, then build again.",
        io::ErrorKind::ReadOnlyFilesystem => "The disk is read-only: name another folder with --output-dir.",
        _ => "See what is in the way, then build again.",
    }
}
