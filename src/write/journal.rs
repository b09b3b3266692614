//! What is still to be done to put a staged site in place, on disk before the first of it is done, and the doing of it.
//!
//! Every step may be done again with the same end: a build that was cut short is finished by going through all its steps
//! from the first. What is read back from the disk is held to what a build could have written.
#![expect(clippy::disallowed_methods, reason = "write.rs reads its own journal")]

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use super::disk::Disk;
use super::error::WriteError;
use super::folder::{Lies, look};
use super::list;
use super::names::{JOURNAL, LIST, STAGE, STAGED_LIST};
use crate::output::OutputPath;

const HEADER: &str = "folkmoot-journal 1";

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Removes a file of ours that stands in the way of a staged one, while that one still waits. (Afterwards the same
    /// path may be a part of the new site: `a` has become the folder of `a/x`.)
    Clear { staged: usize, path: OutputPath },
    /// Moves the staged file of this number into place, where it has not been moved yet.
    Place { staged: usize, path: OutputPath },
    /// Removes a file that is no longer made.
    Remove { path: OutputPath },
}

/// The steps as text.
pub(super) fn text(steps: &[Step]) -> String {
    let mut text = format!("{HEADER}\n");
    for step in steps {
        let _ = match step {
            Step::Clear { staged, path } => writeln!(text, "clear {staged} {path}"),
            Step::Place { staged, path } => writeln!(text, "place {staged} {path}"),
            Step::Remove { path } => writeln!(text, "remove {path}"),
        };
    }
    let _ = writeln!(text, "end {}", steps.len());
    text
}

/// The steps of a journal, or the number of its first line that makes no sense.
pub(super) fn parse(text: &str) -> Result<Vec<Step>, usize> {
    let lines: Vec<&str> = text.split_terminator('\n').collect();
    let [HEADER, steps @ .., end] = lines.as_slice() else { return Err(1) };
    let steps: Vec<Step> =
        steps.iter().zip(2..).map(|(line, number)| parse_step(line).ok_or(number)).collect::<Result<_, usize>>()?;
    if *end == format!("end {}", steps.len()) && text.ends_with('\n') { Ok(steps) } else { Err(lines.len()) }
}

fn parse_step(line: &str) -> Option<Step> {
    let (word, rest) = line.split_once(' ')?;
    if word == "remove" {
        return Some(Step::Remove { path: list::sound(rest)? });
    }
    let (staged, path) = rest.split_once(' ')?;
    let (staged, path) = (staged.parse().ok()?, list::sound(path)?);
    match word {
        "clear" => Some(Step::Clear { staged, path }),
        "place" => Some(Step::Place { staged, path }),
        _ => None,
    }
}

/// The steps that a build left undone in `folder`; nothing where there are none.
pub(super) fn read(folder: &Path) -> Result<Option<Vec<Step>>, WriteError> {
    let path = folder.join(JOURNAL);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WriteError::io(&path)(error)),
    };
    match parse(&String::from_utf8_lossy(&bytes)) {
        Ok(steps) if is_folder(&folder.join(STAGE)) => Ok(Some(steps)),
        Ok(_) => Err(WriteError::Damaged { path, line: 1 }),
        Err(line) => Err(WriteError::Damaged { path, line }),
    }
}

/// Does all steps, then the list, and takes away journal and stage.
pub(super) fn carry_out(folder: &Path, steps: &[Step], disk: &dyn Disk) -> Result<(), WriteError> {
    let stage = folder.join(STAGE);
    for step in steps {
        match step {
            Step::Clear { staged, path } if waits(&stage, *staged) => remove(folder, path, disk)?,
            Step::Place { staged, path } if waits(&stage, *staged) => place(folder, *staged, path, disk)?,
            Step::Remove { path } => remove(folder, path, disk)?,
            Step::Clear { .. } | Step::Place { .. } => {}
        }
    }
    let (staged_list, list, journal) = (stage.join(STAGED_LIST), folder.join(LIST), folder.join(JOURNAL));
    if staged_list.is_file() {
        disk.rename(&staged_list, &list).map_err(WriteError::unfinished(&list))?;
    }
    disk.remove_file(&journal).map_err(WriteError::unfinished(&journal))?;
    disk.remove_tree(&stage).map_err(WriteError::unfinished(&stage))
}

fn waits(stage: &Path, staged: usize) -> bool {
    stage.join(staged.to_string()).is_file()
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

fn place(folder: &Path, staged: usize, path: &OutputPath, disk: &dyn Disk) -> Result<(), WriteError> {
    let target = folder.join(path.as_str());
    let lies = look(folder, path).map_err(WriteError::unfinished(&target))?;
    match (lies, target.parent()) {
        (Lies::Link(link), _) => return Err(WriteError::Link { path: link }),
        (Lies::Folder, _) => prune(&target, disk),
        (Lies::Nothing | Lies::FileAbove(_), Some(parent)) => {
            disk.create_folder(parent).map_err(WriteError::unfinished(parent))?;
        }
        (Lies::Nothing | Lies::FileAbove(_) | Lies::File(_) | Lies::Other(_), _) => {}
    }
    disk.rename(&folder.join(STAGE).join(staged.to_string()), &target).map_err(WriteError::unfinished(&target))
}

/// Removes a file and the folders that become empty by it. Where the file has gone already, the build that removed it may
/// not have come to the folders.
fn remove(folder: &Path, path: &OutputPath, disk: &dyn Disk) -> Result<(), WriteError> {
    let target = folder.join(path.as_str());
    match look(folder, path).map_err(WriteError::unfinished(&target))? {
        Lies::Link(link) => return Err(WriteError::Link { path: link }),
        Lies::Folder | Lies::FileAbove(_) | Lies::Other(_) => return Ok(()),
        Lies::File(_) => disk.remove_file(&target).map_err(WriteError::unfinished(&target))?,
        Lies::Nothing => {}
    }
    for parent in target.ancestors().skip(1).take_while(|parent| *parent != folder) {
        match disk.remove_empty_folder(parent) {
            Err(error) if error.kind() != ErrorKind::NotFound => break,
            _ => {}
        }
    }
    Ok(())
}

/// Removes a folder that holds nothing but empty folders; where it holds more, it stays and the rename into its place
/// fails and says so.
fn prune(target: &Path, disk: &dyn Disk) {
    for entry in walkdir::WalkDir::new(target).contents_first(true).into_iter().flatten() {
        if entry.file_type().is_dir() {
            let _ = disk.remove_empty_folder(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let path = |path| OutputPath::new(path).into_iter();
        let steps: Vec<Step> = path("a b")
            .map(|path| Step::Clear { staged: 1, path })
            .chain(path("é/x").map(|path| Step::Place { staged: 0, path }))
            .chain(path("old").map(|path| Step::Remove { path }))
            .collect();
        assert_eq!(text(&steps), "folkmoot-journal 1\nclear 1 a b\nplace 0 é/x\nremove old\nend 3\n");
        assert_eq!(parse(&text(&steps)), Ok(steps));
    }

    #[test]
    fn a_journal_that_no_build_wrote_is_refused_at_its_line() {
        let refused = [
            ("", 1),
            ("folkmoot-journal 2\nend 0\n", 1),
            ("folkmoot-journal 1\nremove a\n", 2),
            ("folkmoot-journal 1\nremove a\nend 1", 3),
            ("folkmoot-journal 1\nremove a\nend 2\n", 3),
            ("folkmoot-journal 1\nremove ../a\nend 1\n", 2),
            ("folkmoot-journal 1\nremove .folkmoot-files\nend 1\n", 2),
            ("folkmoot-journal 1\nplace x a\nend 1\n", 2),
            ("folkmoot-journal 1\nburn 1 a\nend 1\n", 2),
        ];
        for (text, line) in refused {
            assert_eq!(parse(text), Err(line), "{text}");
        }
    }
}
