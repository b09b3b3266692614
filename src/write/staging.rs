//! A site that is on its way to a folder: its files come one by one, while others are still being made.
//!
//! What is safe to decide is decided as each file comes: whether the folder has it already, byte for byte. All that needs
//! to know the whole site (what is gone, what stands in the way, what clashes) waits for the end.
#![expect(clippy::disallowed_methods, reason = "write.rs reads a file that changes its name")]

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::disk::{Disk, RealDisk};
use super::error::WriteError;
use super::folder::{self, Known, Lies, Standing, is_sound, look};
use super::journal::{self, Start, Step};
use super::list;
use super::lock::Lock;
use super::names::{JOURNAL, STAGED_JOURNAL, STAGED_LIST};
use super::plan::{self, Gone, Put, Site, has_bytes};
use super::stage::{Stage, Waits};
use super::written::Written;
use crate::output::{Bytes, Output, OutputPath};

/// A site that is on its way to a folder: its files come one by one, from any thread, and nothing in the folder changes
/// until all are there. Dropped before its end, it leaves the folder as it was.
pub struct Staging {
    folder: PathBuf,
    disk: Box<dyn Disk>,
    /// Gone only when the value is dropped.
    lock: Option<Lock>,
    /// The folders that were not there before, the innermost first.
    missing: Vec<PathBuf>,
    /// No build made anything here before.
    is_first: bool,
    /// What the build before made, and its list.
    ours: BTreeSet<OutputPath>,
    old_list: String,
    known: Known,
    stage: Stage,
    files: Mutex<Vec<Put>>,
    failure: OnceLock<WriteError>,
    reached: Reached,
}

/// How far a site has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// Its files come in, and may be thrown away.
    Stage,
    /// The journal is written: what waits must go on waiting until it is in place.
    Journal,
    /// All is in place.
    End,
}

impl Staging {
    /// Takes the right to write to `folder`, makes it where it is missing, and finishes or throws away what an interrupted
    /// build left.
    ///
    /// # Errors
    /// A folder that is none or not ours, another build that writes to it, notes that cannot be read.
    pub fn begin(folder: &Path) -> Result<Self, WriteError> {
        Self::begin_on(Box::new(RealDisk), folder)
    }

    pub(super) fn begin_on(disk: Box<dyn Disk>, folder: &Path) -> Result<Self, WriteError> {
        folder::standing(folder)?;
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err();
        let missing = folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
        disk.create_folder(folder).map_err(WriteError::io(folder))?;
        let mut staging = Self {
            lock: Some(Lock::take(folder)?),
            folder: folder.to_owned(),
            disk,
            missing,
            is_first: false,
            ours: BTreeSet::new(),
            old_list: String::new(),
            known: Known::default(),
            stage: Stage::new(folder),
            files: Mutex::default(),
            failure: OnceLock::new(),
            reached: Reached::Stage,
        };
        journal::finish_interrupted(folder, &*staging.disk)?;
        // Looked at again: another build may have come and gone before the lock was ours.
        folder::standing(folder)?;
        match list::read(folder)? {
            Some((ours, old_list)) => (staging.ours, staging.old_list) = (ours, old_list),
            None => staging.is_first = true,
        }
        Ok(staging)
    }

    /// Takes a file of the site. Where the folder has this file, made by a build, with these bytes, it is only counted; else
    /// it is written beside the site, to be put in place at the end. Two files of one path are refused, at the latest at the
    /// end.
    ///
    /// # Errors
    /// Whatever refuses or fails. The first error is kept: after it no more files are taken, each further one gets the same
    /// error, and so does [`Staging::finish`].
    pub fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), WriteError> {
        if let Some(failure) = self.failure.get() {
            return Err(failure.again());
        }
        self.take(path, bytes).inspect_err(|error| {
            // Where another thread failed before, its error stays.
            let _ = self.failure.set(error.again());
        })
    }

    /// Takes every file of an output, many at a time.
    ///
    /// # Errors
    /// As [`Staging::put`].
    pub fn put_all(&self, output: &Output) -> Result<(), WriteError> {
        let files: Vec<(&OutputPath, &Bytes)> = output.iter().collect();
        files.par_iter().try_for_each(|(path, bytes)| self.put(path, bytes))
    }

    fn take(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), WriteError> {
        if !is_sound(path) {
            return Err(WriteError::BadPath { path: path.clone() });
        }
        if self.is_there(path, bytes)? {
            self.note(path, None);
            return Ok(());
        }
        let waits = self.waits(path);
        // Noted first, so that of two that clash each finds the other.
        self.note(path, Some(waits));
        let written = self.stage.write(&*self.disk, (waits, path), bytes, !self.is_first);
        written.map_err(|error| self.clash(path, &error).unwrap_or(error))
    }

    /// Whether the folder has this file, made by a build, byte for byte.
    fn is_there(&self, path: &OutputPath, bytes: &[u8]) -> Result<bool, WriteError> {
        if !self.ours.contains(path) {
            return Ok(false);
        }
        let target = self.folder.join(path.as_str());
        match look(&self.folder, path, &self.known) {
            Ok(Lies::File(length_bytes)) => has_bytes(&target, length_bytes, bytes),
            lies => lies.map(|_| false),
        }
        .map_err(WriteError::io(&target))
    }

    /// Where a file is to wait. A first build finds nothing in the folder but hidden files, so that all others can be put in
    /// place with the whole folder that they are in.
    fn waits(&self, path: &OutputPath) -> Waits {
        if self.is_first && !path.as_str().starts_with('.') { Waits::InTree } else { self.stage.next_number() }
    }

    fn note(&self, path: &OutputPath, waits: Option<Waits>) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(Put { path: path.clone(), waits });
    }

    /// The clash of a file with a folder that made the disk refuse this one.
    fn clash(&self, path: &OutputPath, error: &WriteError) -> Option<WriteError> {
        let WriteError::Io { error, .. } = error else { return None };
        let in_the_way = [ErrorKind::AlreadyExists, ErrorKind::IsADirectory, ErrorKind::NotADirectory];
        in_the_way.contains(&error.kind()).then_some(())?;
        let is_within = |inner: &OutputPath, outer: &OutputPath| {
            inner.as_str().strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().map(|file| &file.path).find_map(|other| {
            let (file, within) = if is_within(path, other) { (other, path) } else { (path, other) };
            is_within(within, file).then(|| WriteError::Clash { file: file.clone(), within: within.clone() })
        })
    }

    /// Puts the site in place, now that all its files are there: what was staged goes to its place, what is no longer made
    /// is removed.
    ///
    /// # Errors
    /// The first error of any [`Staging::put`]; whatever refuses or fails. The folder is then as it was, except for
    /// [`WriteError::Unfinished`].
    pub fn finish(mut self) -> Result<Written, WriteError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        self.check_standing()?;
        let mut files = mem::take(self.files.get_mut().unwrap_or_else(PoisonError::into_inner));
        files.par_sort_unstable_by(|one, other| one.path.cmp(&other.path));
        plan::check(&files)?;
        let ours = mem::take(&mut self.ours);
        let gone = Gone::new(&ours, &files);
        for file in files.iter_mut().filter(|file| file.waits.is_none()) {
            self.stage_twin(file, &gone)?;
        }
        let site = Site { folder: &self.folder, stage: &self.stage, files: &files, ours: &ours, gone: &gone };
        let plan = plan::plan(&site)?;
        let new_list = list::text(files.iter().map(|file| &file.path));
        let list = (self.is_first || new_list != self.old_list).then_some(new_list.as_str());
        if plan.steps.is_empty() && list.is_none() {
            self.stage.discard(&*self.disk);
        } else {
            self.commit(&plan.steps, list)?;
            journal::carry_out(&self.folder, &plan.steps, &*self.disk, Start::Fresh)?;
        }
        self.reached = Reached::End;
        Ok(plan.written)
    }

    /// Sees that the folder is still what it was at the beginning: making a site takes its time.
    fn check_standing(&self) -> Result<(), WriteError> {
        match (folder::standing(&self.folder)?, self.is_first) {
            (Standing::Empty, true) | (Standing::Ours, false) => Ok(()),
            _ => {
                let error = io::Error::new(ErrorKind::NotFound, "it was changed while the site was built");
                Err(WriteError::io(&self.folder)(error))
            }
        }
    }

    /// On a disk that knows no capitals, a file that is there already may be there under a name that is gone, and would be
    /// removed with it: it is staged after all.
    fn stage_twin(&self, file: &mut Put, gone: &Gone<'_>) -> Result<(), WriteError> {
        if gone.is_twin_of(&file.path, &self.folder) {
            let target = self.folder.join(file.path.as_str());
            let bytes = std::fs::read(&target).map_err(WriteError::io(&target))?;
            let waits = self.stage.next_number();
            self.stage.write(&*self.disk, (waits, &file.path), &bytes, true)?;
            file.waits = Some(waits);
        }
        Ok(())
    }

    /// Writes the list beside the site and last of all, at one stroke, the journal.
    fn commit(&mut self, steps: &[Step], list: Option<&str>) -> Result<(), WriteError> {
        let disk = &*self.disk;
        if let Some(list) = list {
            self.stage.write_note(disk, STAGED_LIST, list)?;
        }
        let journal = self.folder.join(JOURNAL);
        let waiting = self.stage.write_note(disk, STAGED_JOURNAL, &journal::text(steps))?;
        disk.sync_folder(self.stage.path());
        disk.rename(&waiting, &journal).map_err(WriteError::io(&journal))?;
        disk.sync_folder(&self.folder);
        self.reached = Reached::Journal;
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.reached == Reached::Stage {
            self.stage.discard(&*self.disk);
        }
        if let Some(lock) = self.lock.take() {
            lock.release(&*self.disk);
        }
        if self.reached != Reached::End {
            // Only empty folders go: there were none before.
            let _ = self.missing.iter().try_for_each(|folder| self.disk.remove_empty_folder(folder));
        }
    }
}
