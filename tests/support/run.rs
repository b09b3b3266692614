//! What a run of the command said, and the files that it left.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use std::time::SystemTime;

use tempfile::TempDir;

use super::findings::{Finding, parse};

/// The files of a built site by path, with their bytes and when each was last written.
pub(crate) type Snapshot = BTreeMap<String, (Vec<u8>, SystemTime)>;

/// A run of the command that has ended.
pub(crate) struct Run {
    /// Keeps the site's folder as long as somebody looks at it.
    _folder: Arc<TempDir>,
    output_folder: PathBuf,
    exit_code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    pub(super) fn new(folder: Arc<TempDir>, output_folder: PathBuf, output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            _folder: folder,
            output_folder,
            exit_code: output.status.code().unwrap_or(-1),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    /// The exit code; -1 when a signal ended the command.
    pub(crate) fn exit_code(&self) -> i32 {
        self.exit_code
    }

    /// What was printed to standard output.
    pub(crate) fn stdout(&self) -> &str {
        &self.stdout
    }

    /// What was printed to standard error.
    pub(crate) fn stderr(&self) -> &str {
        &self.stderr
    }

    /// The same run; stops the test with all that was said unless the command ended with this code.
    pub(crate) fn expect_exit(self, code: i32) -> Self {
        assert_eq!(self.exit_code, code, "exit code\n{}\n{}", self.stdout, self.stderr);
        self
    }

    /// The findings that were printed: a report to standard output, those of a build to standard error.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        parse(&format!("{}\n{}", self.stdout, self.stderr))
    }

    /// The counts of `Built 143 pages (143 files written, 0 unchanged, 0 removed) in 0.21 s`.
    pub(crate) fn summary(&self) -> Option<Summary> {
        self.stderr.lines().rev().find_map(Summary::parse)
    }

    /// The text of a built file; stops the test when it is not there.
    pub(crate) fn output(&self, path: &str) -> String {
        let found = self.maybe_output(path);
        found.unwrap_or_else(|| panic!("no {path} among {:#?}\n{}", self.files(), self.stderr))
    }

    /// The text of a built file, where there is one.
    pub(crate) fn maybe_output(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.output_folder.join(path)).ok()
    }

    /// The paths of all built files, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        self.snapshot().into_keys().collect()
    }

    /// All built files as they are now.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let mut found = Snapshot::new();
        gather(&self.output_folder, "", &mut found);
        found
    }

    /// Whether the built files are those of `snapshot`, each with the same bytes.
    pub(crate) fn unchanged_since(&self, snapshot: &Snapshot) -> bool {
        let bytes = |files: &Snapshot| -> Vec<(String, Vec<u8>)> {
            files.iter().map(|(path, (bytes, _))| (path.clone(), bytes.clone())).collect()
        };
        bytes(&self.snapshot()) == bytes(snapshot)
    }

    /// Whether, beside that, no file was written again.
    pub(crate) fn untouched_since(&self, snapshot: &Snapshot) -> bool {
        self.snapshot() == *snapshot
    }
}

/// What a build said it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) pages: usize,
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
    pub(crate) removed: usize,
}

impl Summary {
    fn parse(line: &str) -> Option<Self> {
        let mut numbers =
            line.strip_prefix("Built ")?.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut next = || numbers.next()?.parse().ok();
        Some(Self { pages: next()?, written: next()?, unchanged: next()?, removed: next()? })
    }
}

fn gather(folder: &Path, prefix: &str, found: &mut Snapshot) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(Result::unwrap) {
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &format!("{path}/"), found);
        } else {
            let written = entry.metadata().unwrap().modified().unwrap();
            found.insert(path, (fs::read(entry.path()).unwrap(), written));
        }
    }
}

#[test]
fn reads_the_summary_of_a_build() {
    let summary = Summary { pages: 143, written: 150, unchanged: 2, removed: 1 };
    let line = "Built 143 pages (150 files written, 2 unchanged, 1 removed) in 0.21 s";
    assert_eq!(Summary::parse(line), Some(summary));
    assert_eq!(Summary::parse("2 errors, 1 warning"), None);
    assert_eq!(Summary::parse("Built nothing"), None);
}
