//! What happened in one short while, and what is to be told of it.
//!
//! A change counts by what is at its path in the end, not by how it came about: systems and editors have many ways to
//! write a file, and only one matters. Must not know where the events come from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use notify::event::{EventKind, MetadataKind, ModifyKind, RenameMode};

use super::ground::{Ground, Weight};
use super::watched::Changed;

/// What happened since the last telling.
#[derive(Debug, Default)]
pub(super) struct Batch {
    touched: BTreeMap<PathBuf, Touched>,
    /// The system could not keep up: anything may have happened.
    overflowed: bool,
    /// A watch failed: what it was for may be gone, or come again.
    failed: bool,
}

#[derive(Debug)]
struct Touched {
    weight: Weight,
    /// Whether the first that happened was that something came to this path.
    came: bool,
}

/// What to do about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    /// What to tell, where there is anything.
    pub(super) changed: Option<Changed>,
    /// Whether the folders are others than before, so that all must be gone over before it is told.
    pub(super) survey: bool,
    /// Whether to go over them all a little later: at once it would fail again.
    pub(super) survey_later: bool,
}

impl Batch {
    /// Takes in an event; whether it is of any interest.
    pub(super) fn add(&mut self, event: notify::Result<notify::Event>, ground: &Ground) -> bool {
        let Ok(event) = event else {
            self.failed = true;
            return true;
        };
        if event.need_rescan() {
            self.overflowed = true;
            return true;
        }
        let mut is_of_interest = false;
        for path in event.paths {
            if is_only_date(event.kind) && ground.knows_folder(&path) && path.is_dir() {
                continue;
            }
            if let Some(weight) = ground.weigh(&path) {
                let came = matches!(
                    event.kind,
                    EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
                );
                self.touched.entry(path).or_insert(Touched { weight, came });
                is_of_interest = true;
            }
        }
        is_of_interest
    }

    /// What comes of it all, by what is on the disk now.
    pub(super) fn settle(self, ground: &Ground) -> Outcome {
        let mut files = BTreeSet::new();
        let mut outcome = Outcome { survey: self.overflowed, survey_later: self.failed, changed: None };
        let mut everything = self.overflowed || self.failed;
        for (path, touched) in self.touched {
            match end(&path, &touched, ground) {
                End::File => {
                    files.insert(path);
                }
                End::Nothing => {}
                End::Gone => everything = true,
                End::Other => {
                    everything = true;
                    outcome.survey = true;
                }
            }
        }
        everything |= ground.has_links && !files.is_empty();
        outcome.changed = if everything {
            Some(Changed::Everything)
        } else {
            Some(Changed::Files(files)).filter(|changed| *changed != Changed::Files(BTreeSet::new()))
        };
        outcome
    }
}

/// What became of a path.
enum End {
    File,
    /// There was a file for a moment that nobody had a use for.
    Nothing,
    /// A file is no longer there.
    Gone,
    /// It is or was a folder or a link, or may change anything.
    Other,
}

fn end(path: &Path, touched: &Touched, ground: &Ground) -> End {
    if touched.weight == Weight::Named || ground.folders.contains(path) {
        return End::Other;
    }
    match path.symlink_metadata() {
        Ok(about) if about.is_file() => End::File,
        Ok(_) => End::Other,
        Err(_) if touched.weight == Weight::Passing && touched.came => End::Nothing,
        Err(_) => End::Gone,
    }
}

/// Whether no more is known than that the date at a path is another.
fn is_only_date(kind: EventKind) -> bool {
    matches!(kind, EventKind::Modify(ModifyKind::Any | ModifyKind::Metadata(MetadataKind::WriteTime)))
}
