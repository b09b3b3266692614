//! What a build has to do to a folder: which files differ, which are gone, and what stands in the way.
//!
//! Changes nothing. Refuses, before anything is touched, to replace what no build made.
#![expect(clippy::disallowed_methods, reason = "write.rs compares with what lies on the disk")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::error::WriteError;
use super::folder::{Lies, is_sound, look};
use super::journal::Step;
use crate::output::{Bytes, Output, OutputPath};

/// What has to be done.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// The files to stage; a step names one by its place here.
    pub(super) staged: Vec<&'a Bytes>,
    /// What puts them in place and removes the gone.
    pub(super) steps: Vec<Step>,
    /// How many files are there already, byte for byte.
    pub(super) unchanged: usize,
    /// How many files are removed.
    pub(super) removed: usize,
}

/// Files of the build before that are no longer made.
struct Gone<'a> {
    paths: BTreeSet<&'a OutputPath>,
    /// The same by their names in small letters: where the disk takes `Plan.html` and `plan.html` for one file, the
    /// removal of the one would take the other with it.
    small_letters: BTreeMap<String, &'a OutputPath>,
}

/// What has to be done to a file of the site.
enum Need {
    Nothing,
    /// Write it, when these, all of them gone, have been cleared away.
    Write {
        clear: Vec<OutputPath>,
    },
}

/// Refuses an output that cannot be files: a path of our own, or a file that is a folder too.
pub(super) fn check_output(output: &Output) -> Result<(), WriteError> {
    let files: HashSet<&str> = output.keys().map(OutputPath::as_str).collect();
    for path in output.keys() {
        if !is_sound(path) {
            return Err(WriteError::BadPath { path: path.clone() });
        }
        let text = path.as_str();
        let above = text.match_indices('/').map(|(at, _)| &text[..at]).find(|above| files.contains(above));
        if let Some(file) = above.and_then(OutputPath::new) {
            return Err(WriteError::Clash { file, within: path.clone() });
        }
    }
    Ok(())
}

/// What makes the site in `folder`, where the build before made `ours`, into `output`.
pub(super) fn plan<'a>(output: &'a Output, folder: &Path, ours: &BTreeSet<OutputPath>) -> Result<Plan<'a>, WriteError> {
    let paths: BTreeSet<&OutputPath> = ours.iter().filter(|path| !output.contains_key(*path)).collect();
    let small_letters = paths.iter().map(|path| (path.as_str().to_lowercase(), *path)).collect();
    let gone = Gone { paths, small_letters };
    let files: Vec<(&OutputPath, &Bytes)> = output.iter().collect();
    let needs: Vec<Need> =
        files.par_iter().map(|(path, bytes)| need(folder, path, bytes, ours, &gone)).collect::<Result<_, _>>()?;
    let mut plan = Plan::default();
    let (mut places, mut cleared) = (Vec::new(), BTreeSet::new());
    for ((path, bytes), need) in files.into_iter().zip(needs) {
        let Need::Write { clear } = need else {
            plan.unchanged += 1;
            continue;
        };
        let staged = plan.staged.len();
        plan.staged.push(bytes);
        places.push(Step::Place { staged, path: path.clone() });
        cleared.extend(clear.iter().cloned());
        plan.steps.extend(clear.into_iter().map(|path| Step::Clear { staged, path }));
    }
    plan.steps.append(&mut places);
    for path in gone.paths {
        match look(folder, path).map_err(WriteError::io(&folder.join(path.as_str())))? {
            Lies::Link(path) => return Err(WriteError::Link { path }),
            Lies::File(_) => {
                plan.removed += 1;
                if !cleared.contains(path) {
                    plan.steps.push(Step::Remove { path: path.clone() });
                }
            }
            // Somebody removed it, or put something of their own there.
            Lies::Nothing | Lies::Folder | Lies::FileAbove(_) | Lies::Other(_) => {}
        }
    }
    Ok(plan)
}

fn need(
    folder: &Path,
    path: &OutputPath,
    bytes: &[u8],
    ours: &BTreeSet<OutputPath>,
    gone: &Gone<'_>,
) -> Result<Need, WriteError> {
    let target = folder.join(path.as_str());
    let twin = gone.small_letters.get(&path.as_str().to_lowercase()).copied();
    let clear = |path: Option<&OutputPath>| Ok(Need::Write { clear: path.cloned().into_iter().collect() });
    match look(folder, path).map_err(WriteError::io(&target))? {
        Lies::Nothing => clear(twin),
        Lies::File(_) if twin.is_some_and(|twin| is_one_file(folder, twin, &target)) => clear(twin),
        Lies::File(length_bytes) => {
            let same =
                length_bytes == bytes.len() as u64 && std::fs::read(&target).map_err(WriteError::io(&target))? == bytes;
            match (same, ours.contains(path)) {
                (true, _) => Ok(Need::Nothing),
                (false, true) => clear(None),
                (false, false) => Err(WriteError::NotOurs { path: target }),
            }
        }
        Lies::Folder => Ok(Need::Write { clear: files_of_ours(folder, &target, ours)? }),
        Lies::FileAbove(above) if ours.contains(&above) => clear(Some(&above)),
        Lies::FileAbove(above) => Err(WriteError::NotOurs { path: folder.join(above.as_str()) }),
        Lies::Link(path) => Err(WriteError::Link { path }),
        Lies::Other(path) => Err(WriteError::NotOurs { path }),
    }
}

/// Whether the disk knows both paths, which differ in capitals alone, as one file under the name of the first.
fn is_one_file(folder: &Path, twin: &OutputPath, target: &Path) -> bool {
    target.canonicalize().is_ok_and(|real| real.ends_with(twin.as_str())) && folder.join(twin.as_str()).exists()
}

/// The files in the folder `target`, all of which must be ours.
fn files_of_ours(folder: &Path, target: &Path, ours: &BTreeSet<OutputPath>) -> Result<Vec<OutputPath>, WriteError> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(target).sort_by_file_name() {
        let entry = entry.map_err(|error| WriteError::io(target)(error.into()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = inside.iter().map(std::ffi::OsStr::to_str).collect();
        let path = parts.and_then(|parts| OutputPath::new(parts.join("/"))).filter(|path| ours.contains(path));
        match path {
            Some(path) if entry.file_type().is_file() => files.push(path),
            _ => return Err(WriteError::NotOurs { path: entry.into_path() }),
        }
    }
    Ok(files)
}
