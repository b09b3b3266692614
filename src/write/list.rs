//! The list of the files that a build made, kept beside them, so that the next build knows which it may replace.
//!
//! One line with the version and the number of paths, then a path a line, sorted. What is read back is held to all of
//! that: the file may have been damaged, merged or tampered with, and what it names is removed from the disk.
#![expect(clippy::disallowed_methods, reason = "write.rs reads its own list")]

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use super::error::WriteError;
use super::folder::is_sound;
use super::names::LIST;
use crate::output::OutputPath;

const HEADER: &str = "folkmoot-files 1 ";

/// The list as text.
pub(super) fn text<'a>(paths: impl ExactSizeIterator<Item = &'a OutputPath>) -> String {
    let mut text = format!("{HEADER}{}\n", paths.len());
    for path in paths {
        text.push_str(path.as_str());
        text.push('\n');
    }
    text
}

/// The paths of a list, or the number of its first line that makes no sense.
pub(super) fn parse(text: &str) -> Result<BTreeSet<OutputPath>, usize> {
    let mut lines = text.split_terminator('\n').zip(1..);
    let header = lines.next().and_then(|(line, _)| line.strip_prefix(HEADER));
    let count: usize = header.and_then(|count| count.parse().ok()).ok_or(1_usize)?;
    let mut paths = BTreeSet::new();
    for (line, number) in lines {
        let path = sound(line).ok_or(number)?;
        if paths.last().is_some_and(|last| *last >= path) {
            return Err(number);
        }
        paths.insert(path);
    }
    if paths.len() == count && text.ends_with('\n') { Ok(paths) } else { Err(paths.len() + 2) }
}

/// The files that the last build made in `folder`, and the text of the list; nothing where there is no list.
pub(super) fn read(folder: &Path) -> Result<Option<(BTreeSet<OutputPath>, String)>, WriteError> {
    let path = folder.join(LIST);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WriteError::io(&path)(error)),
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    match parse(&text) {
        Ok(paths) => Ok(Some((paths, text))),
        Err(line) => Err(WriteError::Damaged { path, line }),
    }
}

/// The path that a line names; nothing where no file of a build can have it.
pub(super) fn sound(line: &str) -> Option<OutputPath> {
    OutputPath::new(line).filter(is_sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(list: &[&str]) -> BTreeSet<OutputPath> {
        list.iter().filter_map(|path| OutputPath::new(*path)).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        for list in [&[][..], &["index.html"], &["a/b.html", "a b .html", "é.html"]] {
            let list = paths(list);
            assert_eq!(parse(&text(list.iter())), Ok(list));
        }
        assert_eq!(text(paths(&["b", "a "]).iter()), "folkmoot-files 1 2\na \nb\n");
    }

    #[test]
    fn a_list_that_no_build_wrote_is_refused_at_its_line() {
        let refused = [
            ("", 1),
            ("index.html\n", 1),
            ("folkmoot-files 2 0\n", 1),
            ("folkmoot-files 1 x\n", 1),
            ("folkmoot-files 1 1\n../../etc/passwd\n", 2),
            ("folkmoot-files 1 1\n/etc/passwd\n", 2),
            ("folkmoot-files 1 1\n.folkmoot-lock\n", 2),
            ("folkmoot-files 1 1\na\\b\n", 2),
            ("folkmoot-files 1 2\nb\na\n", 3),
            ("folkmoot-files 1 2\na\na\n", 3),
            ("folkmoot-files 1 2\na\n\n", 3),
            ("folkmoot-files 1 2\na\n", 3),
            ("folkmoot-files 1 1\na", 3),
            ("folkmoot-files 1 1\na\n<<<<<<< HEAD\n", 3),
        ];
        for (text, line) in refused {
            assert_eq!(parse(text), Err(line), "{text}");
        }
    }
}
