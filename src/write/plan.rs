//! What a build has to do to a folder: which files are new, which are gone, and what stands in the way.
//!
//! Changes nothing. Refuses, before anything is touched, to replace what no build made.
#![expect(clippy::disallowed_methods, reason = "write.rs compares with what lies on the disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::error::WriteError;
use super::folder::{Known, Lies, look};
use super::journal::Step;
use super::stage::{Stage, Waits};
use super::written::Written;
use crate::output::OutputPath;

/// How much of a file is read at once to compare it.
const LARGEST_PART_BYTES: usize = 256 * 1024;

/// A file of the new site.
#[derive(Debug, Clone)]
pub(super) struct Put {
    pub(super) path: OutputPath,
    /// Where it waits; nothing where the folder has it already, byte for byte.
    pub(super) waits: Option<Waits>,
}

/// What has to be done.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What puts the staged files in place and removes the gone.
    pub(super) steps: Vec<Step>,
    /// What will have come of it.
    pub(super) written: Written,
}

/// The new site and the folder that it goes to.
pub(super) struct Site<'a> {
    pub(super) folder: &'a Path,
    pub(super) stage: &'a Stage,
    /// All files of the new site, in the order of their paths.
    pub(super) files: &'a [Put],
    /// What the build before made.
    pub(super) ours: &'a BTreeSet<OutputPath>,
    pub(super) gone: &'a Gone<'a>,
}

/// Files of the build before that are no longer made.
#[derive(Debug)]
pub(super) struct Gone<'a> {
    paths: Vec<&'a OutputPath>,
    /// The same by their names in small letters: where the disk takes `Plan.html` and `plan.html` for one file, the
    /// removal of the one would take the other with it.
    small_letters: BTreeMap<String, &'a OutputPath>,
}

impl<'a> Gone<'a> {
    /// What the build before made and is not among these files, which are in the order of their paths.
    pub(super) fn new(ours: &'a BTreeSet<OutputPath>, files: &[Put]) -> Self {
        let mut made = files.iter().map(|file| &file.path).peekable();
        let is_gone = |path: &&OutputPath| {
            while made.next_if(|made| made < path).is_some() {}
            made.peek() != Some(path)
        };
        let paths: Vec<&OutputPath> = ours.iter().filter(is_gone).collect();
        let small_letters = paths.iter().map(|path| (path.as_str().to_lowercase(), *path)).collect();
        Self { paths, small_letters }
    }

    /// The gone file whose name differs from this one in capitals alone.
    fn twin(&self, path: &OutputPath) -> Option<&'a OutputPath> {
        if self.paths.is_empty() { None } else { self.small_letters.get(&path.as_str().to_lowercase()).copied() }
    }

    /// Whether what lies at `path` is a gone file, on a disk that knows no capitals.
    pub(super) fn is_twin_of(&self, path: &OutputPath, folder: &Path) -> bool {
        self.twin(path).is_some_and(|twin| is_one_file(folder, twin, &folder.join(path.as_str())))
    }
}

/// What has to be done to a file of the site.
enum Need {
    Nothing,
    /// Put it in place, when these, all of them gone, have been cleared away.
    Place {
        clear: Vec<OutputPath>,
    },
}

/// Refuses files that cannot be a site together: two of one path, or a file that is a folder too. They come in the order of
/// their paths.
pub(super) fn check(files: &[Put]) -> Result<(), WriteError> {
    if let Some(twice) = files.windows(2).find(|two| two[0].path == two[1].path) {
        return Err(WriteError::Twice { path: twice[0].path.clone() });
    }
    let mut folders: FxHashMap<&str, &OutputPath> = FxHashMap::default();
    for file in files {
        let mut folder = file.path.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            // Those further above were met with it.
            if folders.insert(above, &file.path).is_some() {
                break;
            }
            folder = above;
        }
    }
    let clash = files.iter().find_map(|file| Some((&file.path, *folders.get(file.path.as_str())?)));
    match clash {
        Some((file, within)) => Err(WriteError::Clash { file: file.clone(), within: within.clone() }),
        None => Ok(()),
    }
}

/// What makes the folder hold the new site.
pub(super) fn plan(site: &Site<'_>) -> Result<Plan, WriteError> {
    let known = Known::default();
    let needs: Vec<Need> = site.files.par_iter().map(|file| need(site, file, &known)).collect::<Result<_, _>>()?;
    let mut plan = Plan::default();
    let (mut places, mut cleared) = (Vec::new(), BTreeSet::new());
    for (file, need) in site.files.iter().zip(needs) {
        match (need, file.waits) {
            (Need::Nothing, _) | (_, None) => plan.written.unchanged += 1,
            (Need::Place { clear }, Some(Waits::Numbered(staged))) => {
                plan.written.written += 1;
                places.push(Step::Place { staged, path: file.path.clone() });
                cleared.extend(clear.iter().cloned());
                plan.steps.extend(clear.into_iter().map(|path| Step::Clear { staged, path }));
            }
            (Need::Place { .. }, Some(Waits::InTree)) => {
                plan.written.written += 1;
                let name = file.path.as_str().split('/').next().unwrap_or_default();
                let is_new = !matches!(places.last(), Some(Step::Move { name: last }) if last.as_str() == name);
                places.extend(OutputPath::new(name).filter(|_| is_new).map(|name| Step::Move { name }));
            }
        }
    }
    plan.steps.append(&mut places);
    for path in &site.gone.paths {
        match look(site.folder, path, &known).map_err(WriteError::io(&site.folder.join(path.as_str())))? {
            Lies::Link(path) => return Err(WriteError::Link { path }),
            Lies::File(_) => {
                plan.written.removed += 1;
                if !cleared.contains(*path) {
                    plan.steps.push(Step::Remove { path: (*path).clone() });
                }
            }
            // Somebody removed it, or put something of their own there.
            Lies::Nothing | Lies::Folder | Lies::FileAbove(_) | Lies::Other(_) => {}
        }
    }
    Ok(plan)
}

fn need(site: &Site<'_>, file: &Put, known: &Known) -> Result<Need, WriteError> {
    let Put { path, waits: Some(waits @ Waits::Numbered(_)) } = file else {
        // There already, or on its way to a folder that held nothing.
        return Ok(if file.waits.is_none() { Need::Nothing } else { Need::Place { clear: Vec::new() } });
    };
    let target = site.folder.join(path.as_str());
    let twin = site.gone.twin(path);
    let clear = |path: Option<&OutputPath>| Ok(Need::Place { clear: path.cloned().into_iter().collect() });
    match look(site.folder, path, known).map_err(WriteError::io(&target))? {
        Lies::Nothing => clear(twin),
        Lies::File(_) if twin.is_some_and(|twin| is_one_file(site.folder, twin, &target)) => clear(twin),
        Lies::File(_) if site.ours.contains(path) => clear(None),
        Lies::File(length_bytes) => {
            let staged = site.stage.place(*waits, path);
            let bytes = std::fs::read(&staged).map_err(WriteError::io(&staged))?;
            if has_bytes(&target, length_bytes, &bytes).map_err(WriteError::io(&target))? {
                Ok(Need::Nothing)
            } else {
                Err(WriteError::NotOurs { path: target })
            }
        }
        Lies::Folder => Ok(Need::Place { clear: files_of_ours(site.folder, &target, site.ours)? }),
        Lies::FileAbove(above) if site.ours.contains(&above) => clear(Some(&above)),
        Lies::FileAbove(above) => Err(WriteError::NotOurs { path: site.folder.join(above.as_str()) }),
        Lies::Link(path) => Err(WriteError::Link { path }),
        Lies::Other(path) => Err(WriteError::NotOurs { path }),
    }
}

/// Whether the file at `path`, which is so long, has these bytes; it is opened only where the length is theirs.
pub(super) fn has_bytes(path: &Path, length_bytes: u64, bytes: &[u8]) -> io::Result<bool> {
    if length_bytes != bytes.len() as u64 {
        return Ok(false);
    }
    let mut file = File::open(path)?;
    // One byte more than there should be: that a file gives less than was asked for says that it is at its end.
    let mut part = vec![0; (bytes.len() + 1).min(LARGEST_PART_BYTES)];
    let mut rest = bytes;
    loop {
        let count = match file.read(&mut part) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            count => count?,
        };
        match rest.split_at_checked(count) {
            Some((expected, after)) if *expected == part[..count] => rest = after,
            _ => return Ok(false),
        }
        if count < part.len() && (count == 0 || rest.is_empty()) {
            return Ok(rest.is_empty());
        }
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
