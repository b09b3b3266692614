//! A site in a folder of its own, which goes away with the last of the site and its runs.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use tempfile::TempDir;

use super::Run;

/// The day on which every site of the tests is built, unless a test says otherwise.
const TODAY: &str = "2019-11-06";

/// A site that the command can be run on.
///
/// ```ignore
/// let run = Site::new().file("folkmoot.yaml", "title: X\n").file("content/index.md", "# Hi\n").build();
/// assert_eq!(run.exit_code(), 0);
/// assert!(run.output("index.html").contains("Hi"));
/// ```
#[derive(Clone)]
pub(crate) struct Site {
    folder: Arc<TempDir>,
    /// Where in the folder the site lies; empty where the folder is the site.
    place: String,
    args: Vec<String>,
    variables: Vec<(String, OsString)>,
}

impl Site {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = Arc::new(TempDir::new().unwrap());
        Self { folder, place: String::new(), args: Vec::new(), variables: Vec::new() }
    }

    /// A copy of a folder, given relative to the root of the repository: `tests/sites/small`.
    pub(crate) fn from_folder(folder: &str) -> Self {
        let site = Self::new();
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), site.root());
        site
    }

    /// The same with a copy of a folder of the repository, at the same place.
    pub(crate) fn folder(self, folder: &str) -> Self {
        let target = self.root().join(folder);
        fs::create_dir_all(&target).unwrap();
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &target);
        self
    }

    /// The same with a text file; one that is there is replaced.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes_file(path, text.as_bytes())
    }

    /// The same with a file of any bytes.
    pub(crate) fn bytes_file(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// The same without a file.
    pub(crate) fn without(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).unwrap();
        self
    }

    /// The same with a symbolic link at `path` that leads to `target`.
    #[cfg(unix)]
    pub(crate) fn symlink(self, path: &str, target: impl AsRef<Path>) -> Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
        self
    }

    /// The same, with further arguments at the end of every command.
    pub(crate) fn args(mut self, args: &[&str]) -> Self {
        self.args.extend(args.iter().map(ToString::to_string));
        self
    }

    /// The same, with a variable of the environment at every command.
    pub(crate) fn variable(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.variables.push((name.to_owned(), value.into()));
        self
    }

    /// The same, with the site in a folder below.
    pub(crate) fn rooted_in(mut self, place: &str) -> Self {
        place.clone_into(&mut self.place);
        self
    }

    /// The folder of the site, or the one that it lies in.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `folkmoot build` on the site.
    pub(crate) fn build(&self) -> Run {
        self.command(&["build"])
    }

    /// Runs any command on the site: `site.command(&["list", "priority"])`.
    pub(crate) fn command(&self, command: &[&str]) -> Run {
        let mut process = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        process.args(command).arg("-r").arg(self.root().join(&self.place)).args(["--color", "never"]);
        if !self.args.iter().any(|arg| arg == "--today") {
            process.args(["--today", TODAY]);
        }
        process.args(&self.args);
        process.current_dir(self.root()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        for name in ["GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"] {
            process.env_remove(name);
        }
        process.envs(self.variables.iter().cloned());
        let output = process.output().unwrap();
        Run::new(self.folder.clone(), self.output_folder(), &output)
    }

    /// Where the site is built to: what `-o` says, else `site/`.
    fn output_folder(&self) -> PathBuf {
        let at = self.args.iter().position(|arg| arg == "-o" || arg == "--output-dir");
        let named = at.and_then(|at| self.args.get(at + 1)).map_or("site", String::as_str);
        self.root().join(named)
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
