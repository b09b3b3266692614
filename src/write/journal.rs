//! What is still to be done to put a staged site in place, on disk before the first of it is done, and the doing of it.
//!
//! Every step may be done again with the same end: a build that was cut short is finished by going through all its steps
//! from the first. What is read back from the disk is held to what a build could have written.
#![expect(clippy::disallowed_methods, reason = "write.rs reads its own journal")]

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use super::disk::Disk;
use super::error::WriteError;
use super::folder::{Known, Lies, look, parent};
use super::list;
use super::names::{JOURNAL, LIST, STAGE, STAGED_LIST, STAGED_TREE};
use super::stage::numbered;
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
    /// Moves a file or a whole folder of this name from the staged tree into place, where it has not been moved yet. Nothing
    /// of ours can lie there.
    Move { name: OutputPath },
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
            Step::Move { name } => writeln!(text, "move {name}"),
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
    if word == "move" {
        // A build moves what stands at the top and is not hidden, and nothing else.
        return list::sound(rest)
            .filter(|name| !name.as_str().contains('/') && !rest.starts_with('.'))
            .map(|name| Step::Move { name });
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

/// Does what the journal of an interrupted build says; where there is none, nothing of that build is in place yet, and what
/// waits is thrown away.
pub(super) fn finish_interrupted(folder: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    if let Some(steps) = read(folder)? {
        return carry_out(folder, &steps, disk, Start::Again);
    }
    let stage = folder.join(STAGE);
    match stage.symlink_metadata() {
        Ok(_) => disk.remove_tree(&stage).map_err(WriteError::io(&stage)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(WriteError::io(&stage)(error)),
    }
}

/// Whether steps are done for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// None of them was done: all files wait.
    Fresh,
    /// Some may have been done by the build that was cut short.
    Again,
}

/// Does all steps, then the list, and takes away journal and stage.
pub(super) fn carry_out(folder: &Path, steps: &[Step], disk: &dyn Disk, start: Start) -> Result<(), WriteError> {
    let stage = folder.join(STAGE);
    let waits = |staged: usize| start == Start::Fresh || numbered(&stage, staged).is_file();
    let clears = steps.iter().filter_map(|step| match step {
        Step::Clear { staged, path } if waits(*staged) => Some(path),
        _ => None,
    });
    remove(folder, &clears.collect::<Vec<_>>(), disk)?;
    // One after the other: of two names that the disk takes for one, the second finds nothing left to move.
    for step in steps {
        if let Step::Move { name } = step {
            move_whole(folder, name, disk)?;
        }
    }
    // No place lies within another, so that their order does not matter.
    let known = Known::default();
    steps.par_iter().try_for_each(|step| match step {
        Step::Place { staged, path } if waits(*staged) => {
            place(folder, (&numbered(&stage, *staged), path), disk, &known)
        }
        _ => Ok(()),
    })?;
    let removes = steps.iter().filter_map(|step| if let Step::Remove { path } = step { Some(path) } else { None });
    remove(folder, &removes.collect::<Vec<_>>(), disk)?;
    let (staged_list, list, journal) = (stage.join(STAGED_LIST), folder.join(LIST), folder.join(JOURNAL));
    if staged_list.is_file() {
        disk.rename(&staged_list, &list).map_err(WriteError::unfinished(&list))?;
    }
    disk.remove_file(&journal).map_err(WriteError::unfinished(&journal))?;
    disk.remove_tree(&stage).map_err(WriteError::unfinished(&stage))
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

fn place(
    folder: &Path,
    (staged, path): (&Path, &OutputPath),
    disk: &dyn Disk,
    known: &Known,
) -> Result<(), WriteError> {
    let target = folder.join(path.as_str());
    match look(folder, path, known).map_err(WriteError::unfinished(&target))? {
        Lies::Link(link) => return Err(WriteError::Link { path: link }),
        Lies::Folder => prune(&target, disk),
        Lies::Nothing | Lies::FileAbove(_) if !known.holds(parent(path)) => {
            let above = target.parent().unwrap_or(folder);
            disk.create_folder(above).map_err(WriteError::unfinished(above))?;
            known.add(parent(path));
        }
        Lies::Nothing | Lies::FileAbove(_) | Lies::File(_) | Lies::Other(_) => {}
    }
    disk.rename(staged, &target).map_err(WriteError::unfinished(&target))
}

/// Moves a file or a folder of a first build. What lies in its place came there since that build began and is not ours.
fn move_whole(folder: &Path, name: &OutputPath, disk: &dyn Disk) -> Result<(), WriteError> {
    let staged = folder.join(STAGE).join(STAGED_TREE).join(name.as_str());
    let target = folder.join(name.as_str());
    if staged.symlink_metadata().is_err() {
        return Ok(());
    }
    match target.symlink_metadata() {
        Ok(about) if about.is_symlink() => Err(WriteError::Link { path: target }),
        Ok(about) if !about.is_dir() => Err(WriteError::unfinished(&target)(ErrorKind::AlreadyExists.into())),
        // A folder that holds something makes the rename fail, which says so.
        _ => disk.rename(&staged, &target).map_err(WriteError::unfinished(&target)),
    }
}

/// Removes files, in the order of their paths, and the folders that become empty by it. Where a file has gone already, the
/// build that removed it may not have come to the folders.
fn remove(folder: &Path, paths: &[&OutputPath], disk: &dyn Disk) -> Result<(), WriteError> {
    let known = Known::default();
    for (at, path) in paths.iter().enumerate() {
        let target = folder.join(path.as_str());
        match look(folder, path, &known).map_err(WriteError::unfinished(&target))? {
            Lies::Link(link) => return Err(WriteError::Link { path: link }),
            Lies::Folder | Lies::FileAbove(_) | Lies::Other(_) => continue,
            Lies::File(_) => disk.remove_file(&target).map_err(WriteError::unfinished(&target))?,
            Lies::Nothing => {}
        }
        // A folder cannot be empty before the last of its files has come.
        if paths.get(at + 1).is_none_or(|next| parent(next) != parent(path)) {
            remove_empty(folder, &target, disk);
        }
    }
    Ok(())
}

/// Removes the folders of a file that went, as far as they are empty.
fn remove_empty(folder: &Path, target: &Path, disk: &dyn Disk) {
    for above in target.ancestors().skip(1).take_while(|above| *above != folder) {
        match disk.remove_empty_folder(above) {
            Err(error) if error.kind() != ErrorKind::NotFound => break,
            _ => {}
        }
    }
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
            .chain(path("b c").map(|name| Step::Move { name }))
            .chain(path("old").map(|path| Step::Remove { path }))
            .collect();
        assert_eq!(text(&steps), "folkmoot-journal 1\nclear 1 a b\nplace 0 é/x\nmove b c\nremove old\nend 4\n");
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
            ("folkmoot-journal 1\nmove ..\nend 1\n", 2),
            ("folkmoot-journal 1\nmove a/b\nend 1\n", 2),
            ("folkmoot-journal 1\nmove .git\nend 1\n", 2),
            ("folkmoot-journal 1\nburn 1 a\nend 1\n", 2),
        ];
        for (text, line) in refused {
            assert_eq!(parse(text), Err(line), "{text}");
        }
    }
}
