//! When each file of the site was last changed, as version control tells it.
//!
//! Asks git for the whole story once, not once a file. Must not know what the files hold. Where there is no git, no
//! repository, or only the newest part of its story (a shallow clone), nothing is known and nothing is guessed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// Stands before the date in what git prints: no path in a repository begins with it.
const DATE_MARK: u8 = b'/';

/// The day of the last change of each file that version control knows.
#[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
pub struct History(BTreeMap<String, Date>);

impl History {
    /// A history of these files, by path relative to the site's root.
    pub fn new(days: BTreeMap<String, Date>) -> Self {
        Self(days)
    }

    /// The day on which the file at `path` (relative to the site's root, with `/`, NFC) was last changed.
    pub fn get(&self, path: &str) -> Option<Date> {
        self.0.get(path).copied()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The committer's day, in the committer's own zone, of the newest commit that touched each file under `content_folder`
/// (relative to `root`; empty for the root itself). A merge counts as a change of what it made different from all its
/// parents. Empty where git cannot tell.
pub fn last_changed(root: &Path, content_folder: &str) -> History {
    let Some(prefix) = prefix_in_full_repository(root) else { return History::default() };
    days(root, content_folder, &prefix).map(History).unwrap_or_default()
}

/// Where version control keeps what it knows of `root`: first the folder that is the checkout's own, with its `HEAD`, then
/// the one that all checkouts of the repository share, which is mostly the same. Nothing where there is no repository.
pub fn kept_in(root: &Path) -> Option<(PathBuf, PathBuf)> {
    let mut git = git(root);
    git.args(["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]);
    let answer = git.output().ok().filter(|answer| answer.status.success())?;
    let text = String::from_utf8(answer.stdout).ok()?;
    let (own, shared) = text.strip_suffix('\n')?.split_once('\n')?;
    Some((PathBuf::from(own), PathBuf::from(shared)))
}

/// The path of `root` within its repository (empty, or ending in `/`); nothing where there is no repository or its
/// history is cut short.
fn prefix_in_full_repository(root: &Path) -> Option<String> {
    let mut git = git(root);
    git.args(["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"]);
    let answer = git.output().ok().filter(|answer| answer.status.success())?;
    let text = String::from_utf8(answer.stdout).ok()?;
    text.strip_prefix("true\nfalse\n")?.strip_suffix('\n').map(str::to_owned)
}

fn days(root: &Path, content_folder: &str, prefix: &str) -> Option<BTreeMap<String, Date>> {
    let mut git = git(root);
    git.args(["log", "-z", "--format=tformat:/%cs", "--name-only", "--no-renames", "-c", "--no-show-signature"]);
    git.args(["--no-ext-diff", "--no-textconv", "--"]);
    git.arg(if content_folder.is_empty() { "." } else { content_folder });
    let mut child = git.stdout(Stdio::piped()).spawn().ok()?;
    let told = child.stdout.take().and_then(|told| read_log(BufReader::new(told), prefix));
    if told.is_none() {
        // What cannot be read is not worth waiting for; that the process may be gone already is no news.
        let _ = child.kill();
    }
    let status = child.wait().ok()?;
    told.filter(|_| status.success())
}

/// Reads `/2019-11-06 NUL LF path NUL path NUL /2019-11-05 …`.
fn read_log(mut log: impl BufRead, prefix: &str) -> Option<BTreeMap<String, Date>> {
    let mut days: BTreeMap<String, Date> = BTreeMap::new();
    let mut day: Option<Date> = None;
    let mut token = Vec::new();
    loop {
        token.clear();
        if log.read_until(0, &mut token).ok()? == 0 {
            return Some(days);
        }
        let token = token.strip_suffix(&[0]).unwrap_or(&token);
        if let Some(date) = token.strip_prefix(&[DATE_MARK]) {
            day = Some(std::str::from_utf8(date).ok()?.parse().ok()?);
            continue;
        }
        let path = token.strip_prefix(b"\n").unwrap_or(token);
        let Some(path) = std::str::from_utf8(path).ok().and_then(|path| path.strip_prefix(prefix)) else { continue };
        let (false, Some(day)) = (path.is_empty(), day) else { continue };
        // The order of commits is only nearly that of their dates, so the greatest day is taken, not the first.
        let newest = days.entry(path.nfc().collect()).or_insert(day);
        *newest = day.max(*newest);
    }
}

/// A git that obeys nothing but its arguments, runs no program of the repository's choosing, never asks anybody, and
/// never goes to the network (a partial clone would fetch what it lacks).
#[expect(clippy::disallowed_methods, reason = "history is the one that asks git")]
pub(super) fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            git.env_remove(name);
        }
    }
    git.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
    git.arg("-C").arg(root).args(["--no-pager", "--literal-pathspecs", "--no-optional-locks"]);
    for setting in [
        "core.quotepath=off",
        "core.fsmonitor=false",
        "protocol.allow=never",
        "log.showRoot=true",
        "log.follow=false",
        "diff.relative=false",
    ] {
        git.args(["-c", setting]);
    }
    git.stdin(Stdio::null()).stderr(Stdio::null());
    git
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test lays out its own files and may stop")]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// Runs git on the test's own repository, as a committer at `when`.
    fn run(folder: &Path, when: &str, arguments: &[&str]) {
        let mut git = git(folder);
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        git.env("GIT_COMMITTER_DATE", when).env("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z");
        git.args(["-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "protocol.allow=always"]);
        assert!(git.args(arguments).status().is_ok_and(|status| status.success()), "git {arguments:?}");
    }

    fn commit(folder: &Path, when: &str, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = folder.join(path);
            assert!(path.parent().is_some_and(|parent| std::fs::create_dir_all(parent).is_ok()));
            put(&path, text);
        }
        run(folder, when, &["add", "-A"]);
        run(folder, when, &["commit", "-q", "-m", "change"]);
    }

    fn put(path: &Path, text: &str) {
        assert!(std::fs::write(path, text).is_ok());
    }

    fn repository() -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        run(folder.path(), "2019-01-01T00:00:00Z", &["init", "-q", "-b", "main"]);
        folder
    }

    fn day(history: &History, path: &str) -> Option<String> {
        history.get(path).map(|day| day.to_string())
    }

    #[test]
    fn gives_the_day_of_the_last_change_in_the_committers_zone() {
        let repository = repository();
        let root = repository.path();
        commit(root, "2019-03-01T12:00:00Z", &[("content/a.md", "1"), ("content/b c.md", "1"), ("other.txt", "1")]);
        commit(root, "2019-05-01T23:30:00-0500", &[("content/a.md", "2")]);
        let history = last_changed(root, "content");
        assert_eq!(day(&history, "content/a.md").as_deref(), Some("2019-05-01"));
        assert_eq!(day(&history, "content/b c.md").as_deref(), Some("2019-03-01"));
        assert_eq!(day(&history, "other.txt"), None);
        assert_eq!(day(&last_changed(root, ""), "other.txt").as_deref(), Some("2019-03-01"));
    }

    #[test]
    fn works_from_a_sub_folder_and_gives_paths_from_there_in_nfc() {
        let repository = repository();
        commit(repository.path(), "2019-03-01T12:00:00Z", &[("sites/one/content/cafe\u{301}.md", "1"), ("x.md", "1")]);
        let history = last_changed(&repository.path().join("sites/one"), "content");
        assert_eq!(day(&history, "content/caf\u{e9}.md").as_deref(), Some("2019-03-01"));
        assert_eq!(history.0.len(), 1);
    }

    #[test]
    fn takes_the_newest_day_whatever_the_order_of_commits() {
        let repository = repository();
        let root = repository.path();
        commit(root, "2019-06-01T12:00:00Z", &[("content/a.md", "1")]);
        commit(root, "2019-02-01T12:00:00Z", &[("content/a.md", "2")]);
        assert_eq!(day(&last_changed(root, "content"), "content/a.md").as_deref(), Some("2019-06-01"));
    }

    #[test]
    fn a_merge_changes_only_what_it_made_different_from_both_sides() {
        let repository = repository();
        let root = repository.path();
        commit(root, "2019-01-01T12:00:00Z", &[("content/both.md", "a\nb\nc\nd\ne\n"), ("content/one.md", "1")]);
        run(root, "2019-01-01T12:00:00Z", &["checkout", "-q", "-b", "side"]);
        commit(root, "2019-02-01T12:00:00Z", &[("content/both.md", "A\nb\nc\nd\ne\n"), ("content/one.md", "2")]);
        run(root, "2019-01-01T12:00:00Z", &["checkout", "-q", "main"]);
        commit(root, "2019-03-01T12:00:00Z", &[("content/both.md", "a\nb\nc\nd\nE\n")]);
        run(root, "2019-04-01T12:00:00Z", &["merge", "-q", "--no-edit", "side"]);
        let history = last_changed(root, "content");
        assert_eq!(day(&history, "content/both.md").as_deref(), Some("2019-04-01"));
        assert_eq!(day(&history, "content/one.md").as_deref(), Some("2019-02-01"));
    }

    #[test]
    fn knows_nothing_without_a_repository_without_commits_and_in_a_shallow_clone() {
        let plain = tempfile::tempdir().expect("a temporary folder");
        assert!(last_changed(plain.path(), "").is_empty());
        assert!(last_changed(&plain.path().join("missing"), "").is_empty());
        let origin = repository();
        assert!(last_changed(origin.path(), "").is_empty());
        commit(origin.path(), "2019-01-01T12:00:00Z", &[("content/a.md", "1")]);
        commit(origin.path(), "2019-02-01T12:00:00Z", &[("content/a.md", "2")]);
        let address = format!("file://{}", origin.path().display());
        run(plain.path(), "2019-01-01T12:00:00Z", &["clone", "-q", "--depth", "1", &address, "clone"]);
        assert!(!last_changed(origin.path(), "content").is_empty());
        assert!(last_changed(&plain.path().join("clone"), "content").is_empty());
    }

    #[test]
    fn a_path_is_taken_as_it_is_written() {
        let log = b"/2019-05-01\0\nsub/a\0sub/\nodd\0/2019-04-01\0/2019-03-01\0\nsub/a\0other/a\0";
        let days = read_log(&log[..], "sub/").map(History);
        let history = days.expect("the log can be read");
        assert_eq!(day(&history, "a").as_deref(), Some("2019-05-01"));
        assert_eq!(day(&history, "\nodd").as_deref(), Some("2019-05-01"));
        assert_eq!(history.0.len(), 2);
        assert_eq!(read_log(&b"/soon\0\na\0"[..], ""), None);
    }
}
