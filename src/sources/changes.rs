//! Which lines of which files have changed since a revision, as version control tells it.
//!
//! Must not know what the files hold.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::history::git;

/// The lines that have changed, by path relative to the site's root (with `/`, NFC).
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes(BTreeMap<String, Lines>);

/// The changed lines of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Lines {
    /// A file that the revision does not have.
    All,
    /// Runs of lines, each from 1.
    Some(Vec<Range<usize>>),
}

/// Why nobody can say what has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangesError {
    /// The site is in no repository, or there is no git.
    NoRepository,
    /// The repository has no such revision.
    NoRevision,
    /// What is here has no beginning in common with the revision, as far as the repository reaches back.
    NothingInCommon,
}

impl Changes {
    /// Whether one of these lines of a file (each from 1) has changed.
    pub fn touch(&self, path: &str, lines: &RangeInclusive<usize>) -> bool {
        match self.0.get(path) {
            None => false,
            Some(Lines::All) => true,
            Some(Lines::Some(runs)) => runs.iter().any(|run| run.start <= *lines.end() && *lines.start() < run.end),
        }
    }
}

/// What has changed under `root` since `revision` went another way: all that the files hold now beyond their common
/// beginning, whether it is committed or not, and every file that is new.
///
/// # Errors
/// When version control cannot tell.
pub fn since(root: &Path, revision: &str) -> Result<Changes, ChangesError> {
    let inside = ask(root, &["rev-parse", "--is-inside-work-tree"]).ok_or(ChangesError::NoRepository)?;
    if inside.trim_ascii() != b"true" {
        return Err(ChangesError::NoRepository);
    }
    let commit = format!("{revision}^{{commit}}");
    let commit = ask(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
    let commit = commit.and_then(|commit| String::from_utf8(commit).ok()).ok_or(ChangesError::NoRevision)?;
    let base = ask(root, &["merge-base", commit.trim(), "HEAD"]).ok_or(ChangesError::NothingInCommon)?;
    let base = String::from_utf8(base).map_err(|_| ChangesError::NothingInCommon)?;
    let diff = ask(
        root,
        &[
            "diff",
            "-U0",
            "--inter-hunk-context=0",
            "--relative",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
        ]
        .into_iter()
        .chain(["--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", base.trim(), "--"])
        .collect::<Vec<_>>(),
    );
    let mut changes = read_diff(&diff.ok_or(ChangesError::NothingInCommon)?);
    let new = ask(root, &["ls-files", "-z", "--others", "--exclude-standard"]).unwrap_or_default();
    for path in new.split(|byte| *byte == 0).filter(|path| !path.is_empty()) {
        changes.insert(name(path), Lines::All);
    }
    Ok(Changes(changes))
}

/// What git prints; nothing where it says no.
fn ask(root: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let answer = git(root).args(arguments).output().ok()?;
    answer.status.success().then_some(answer.stdout)
}

fn name(path: &[u8]) -> String {
    String::from_utf8_lossy(path).nfc().collect()
}

/// Reads `+++ b/path` and `@@ -1,2 +3,4 @@`. The lines after the second are counted, so that none is taken for a header.
fn read_diff(diff: &[u8]) -> BTreeMap<String, Lines> {
    let mut changes: BTreeMap<String, Lines> = BTreeMap::new();
    let mut path: Option<String> = None;
    let mut left = 0;
    let mut is_new = false;
    for line in diff.split(|byte| *byte == b'\n') {
        if left > 0 {
            // `\ No newline at end of file` is no line.
            left -= usize::from(!line.starts_with(b"\\"));
        } else if line.starts_with(b"--- ") {
            is_new = line == b"--- /dev/null";
        } else if let Some(to) = line.strip_prefix(b"+++ ") {
            path = unquoted(to).strip_prefix(b"b/").map(name);
            if let Some(path) = path.clone().filter(|_| is_new) {
                changes.insert(path, Lines::All);
            }
        } else if let Some((removed, added)) = read_hunk(line) {
            left = removed.saturating_add(added.len());
            let Some(path) = path.clone().filter(|_| !added.is_empty()) else { continue };
            if let Lines::Some(runs) = changes.entry(path).or_insert_with(|| Lines::Some(Vec::new())) {
                runs.push(added);
            }
        }
    }
    changes
}

/// How many lines were taken away, and which are there instead.
fn read_hunk(line: &[u8]) -> Option<(usize, Range<usize>)> {
    let text = std::str::from_utf8(line.strip_prefix(b"@@ -")?.split(|byte| *byte == b'@').next()?).ok()?;
    let (removed, added) = text.trim().split_once(" +")?;
    let numbers = |part: &str| -> Option<(usize, usize)> {
        let (start, count) = part.split_once(',').unwrap_or((part, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let ((_, removed), (start, count)) = (numbers(removed)?, numbers(added)?);
    Some((removed, start..start.saturating_add(count)))
}

/// A path as git writes it: odd ones in quotation marks, with the escapes of C; one with a space ends in a tab.
fn unquoted(path: &[u8]) -> Vec<u8> {
    let path = path.strip_suffix(b"\t").unwrap_or(path);
    let Some(inner) = path.strip_prefix(b"\"").and_then(|path| path.strip_suffix(b"\"")) else { return path.to_vec() };
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner.iter().copied();
    while let Some(byte) = rest.next() {
        let escaped = if byte == b'\\' { rest.next() } else { None };
        bytes.push(match escaped {
            None => byte,
            Some(b'a') => 7,
            Some(b'b') => 8,
            Some(b't') => b'\t',
            Some(b'n') => b'\n',
            Some(b'v') => 11,
            Some(b'f') => 12,
            Some(b'r') => b'\r',
            Some(digit @ b'0'..=b'3') => {
                let low = [rest.next(), rest.next()].into_iter().flatten();
                low.fold(digit - b'0', |value, digit| value.wrapping_mul(8).wrapping_add(digit.wrapping_sub(b'0')))
            }
            Some(other) => other,
        });
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_which_lines_are_new() {
        let diff = b"diff --git a/a.md b/a.md\nindex 1..2 100644\n--- a/a.md\n+++ b/a.md\n\
            @@ -1 +1 @@ heading\n-old\n+++ b/not-a-file.md\n@@ -3,2 +2,0 @@\n-x\n--- a/y\n@@ -9,0 +8,3 @@\n+1\n+2\n+3\n\
            \\ No newline at end of file\ndiff --git a/n.md b/n.md\nnew file mode 100644\n--- /dev/null\n+++ b/n.md\n@@ -0,0 +1 @@\n+x\n\
            --- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n--- \"a/caf\\303\\251 \\\".md\"\n+++ \"b/caf\\303\\251 \\\".md\"\n@@ -1 +1 @@\n-a\n+b\n\
            --- a/b c.md\t\n+++ b/b c.md\t\n@@ -1 +1 @@\n-a\n+b\n";
        let changes = Changes(read_diff(diff));
        let touched = |path: &str, line: usize| changes.touch(path, &(line..=line));
        let lines: Vec<usize> = (1..=12).filter(|line| touched("a.md", *line)).collect();
        assert_eq!(lines, [1, 8, 9, 10]);
        assert!(changes.touch("a.md", &(3..=8)) && !changes.touch("a.md", &(2..=7)));
        assert!(touched("n.md", 500) && touched("caf\u{e9} \".md", 1) && touched("b c.md", 1));
        assert!(!touched("gone.md", 1) && !touched("not-a-file.md", 1) && !touched("y", 1));
        assert_eq!(changes.0.len(), 4, "{changes:?}");
    }
}
