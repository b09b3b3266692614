//! Goes over the folder of a site and puts a watch wherever something of it lies.
//!
//! Must not know what comes of the watches.

use std::collections::BTreeSet;
use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};

use notify::RecursiveMode::{self, NonRecursive, Recursive};

use super::ground::Ground;
use super::watched::Watched;
use crate::load::{self, BUILT_LIST, CONTENT, SETTINGS, THEMES};
use crate::sources::history;

/// Most links that lead on to links which are followed; the system itself follows no more.
const MOST_LINKS: usize = 40;

/// Puts a watch on a folder or file. It fails only where there is no use in going on.
pub(super) type Post<'a> = &'a mut dyn FnMut(&Path, RecursiveMode) -> io::Result<()>;

/// How the watches work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The system tells of what happens to the entries of a folder, also of those that are not there yet.
    Told,
    /// What is at a path is read over and over and compared, so that a folder beside the site would be read for nothing.
    Compared,
}

/// Looks for what is to be watched and puts a watch on each, always before it reads what is there, so that nothing can
/// come in between unseen.
///
/// # Errors
/// Where there is no root that can be read, or `post` gives up.
pub(super) fn survey(watched: &Watched, way: Way, post: Post<'_>) -> io::Result<Ground> {
    let root = watched.root.canonicalize()?;
    if !root.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let output = watched.output_folder.as_ref().filter(|folder| !folder.as_os_str().is_empty());
    let output = output.map(|folder| root.join(folder)).map(|folder| in_full(&folder).unwrap_or(folder));
    let ground = Ground { output: output.filter(|folder| *folder != root), root, ..Ground::default() };
    let mut survey = Survey { ground, way, post, posted: BTreeSet::new(), ahead: Vec::new() };
    survey.root(watched)?;
    survey.tops()?;
    survey.history()?;
    survey.settings(watched.config.as_deref())?;
    survey.folders()?;
    Ok(survey.ground)
}

struct Survey<'a> {
    ground: Ground,
    way: Way,
    post: Post<'a>,
    /// The folders and files with a watch.
    posted: BTreeSet<PathBuf>,
    /// The folders still to go over, each with whether a watch from above covers it where the system's recursion is used.
    ahead: Vec<(PathBuf, bool)>,
}

impl Survey<'_> {
    /// The root, which may be removed and come again. Nobody is told of a folder's own end while a shell stands in it, so
    /// that the folder above is asked too.
    fn root(&mut self, watched: &Watched) -> io::Result<()> {
        let root = self.ground.root.clone();
        self.name(&root)?;
        if watched.root.is_symlink()
            && let Some(link) = in_full(&watched.root)
        {
            self.name(&link)?;
        }
        self.watch(&root, NonRecursive)
    }

    /// The folders in the root that hold the site, or the root itself.
    fn tops(&mut self) -> io::Result<()> {
        let root = self.ground.root.clone();
        let (content, themes) = (root.join(CONTENT), root.join(THEMES));
        self.ground.has_content = content.is_dir();
        if !self.ground.has_content {
            self.ahead.push((root, false));
            return Ok(());
        }
        for top in [content, themes] {
            self.ground.named.insert(top.clone());
            if top.is_symlink() {
                self.link(&top)?;
            } else if top.is_dir() {
                self.ahead.push((top, false));
            }
        }
        Ok(())
    }

    /// Where git keeps what the checkout stands on: a commit changes the days of last change, and no file.
    fn history(&mut self) -> io::Result<()> {
        let here = self.ground.root.join(".git");
        if here.is_dir() {
            // It may be in the making, and be no repository until the last of these is there.
            for part in ["objects", "refs", "HEAD", "config"] {
                self.name(&here.join(part))?;
            }
        }
        let Some((own, shared)) = history::kept_in(&self.ground.root) else { return Ok(()) };
        let (Ok(own), Ok(shared)) = (own.canonicalize(), shared.canonicalize()) else { return Ok(()) };
        for file in ["HEAD", "logs/HEAD", "reftable/tables.list"] {
            self.name(&own.join(file))?;
        }
        for file in ["shallow", "reftable/tables.list"] {
            self.name(&shared.join(file))?;
        }
        let branches = shared.join("refs/heads");
        let mut ahead = vec![branches.clone()];
        while let Some(folder) = ahead.pop() {
            self.watch(&folder, NonRecursive)?;
            ahead.extend(entries(&folder).into_iter().filter(|(_, kind)| kind.is_dir()).map(|(path, _)| path));
        }
        self.ground.branches = Some(branches);
        Ok(())
    }

    /// The settings file, which may lie elsewhere.
    fn settings(&mut self, config: Option<&Path>) -> io::Result<()> {
        let path = self.ground.root.join(config.unwrap_or(Path::new(SETTINGS)));
        if config.is_some() {
            let Some(path) = in_full(&path) else {
                // Its folder is not there.
                self.ground.awaited.push(path);
                return Ok(());
            };
            if self.way == Way::Compared && !path.exists() {
                self.ground.awaited.push(path.clone());
            }
            self.post_beside(&path)?;
            self.ground.config = Some(path);
        }
        if path.is_symlink() { self.link(&path) } else { Ok(()) }
    }

    fn folders(&mut self) -> io::Result<()> {
        while let Some((folder, is_covered)) = self.ahead.pop() {
            if !self.ground.folders.insert(folder.clone()) {
                continue;
            }
            let one_by_one = self.way == Way::Compared || cfg!(not(any(target_os = "macos", target_os = "windows")));
            if one_by_one {
                self.watch(&folder, NonRecursive)?;
            } else if !is_covered {
                // These two systems have recursion of their own, and take long over each single watch.
                self.watch(&folder, Recursive)?;
            }
            for (path, kind) in entries(&folder) {
                let is_output = self.ground.output.as_ref() == Some(&path);
                if is_output || path.file_name().is_none_or(load::is_ignored) {
                    continue;
                }
                if kind.is_symlink() {
                    self.link(&path)?;
                } else if kind.is_dir() {
                    self.folder(path)?;
                }
            }
        }
        Ok(())
    }

    /// A folder of the site, or one that is left out for what lies in it.
    fn folder(&mut self, folder: PathBuf) -> io::Result<()> {
        let is_target = folder.parent() == Some(&self.ground.root) && folder.ends_with("target");
        let marks = [(true, BUILT_LIST), (is_target, "CACHEDIR.TAG")];
        for mark in marks.into_iter().filter(|(may_be, _)| *may_be).map(|(_, name)| folder.join(name)) {
            if mark.is_file() {
                self.name(&mark)?;
                self.ground.left_out.insert(folder);
                return Ok(());
            }
        }
        self.ahead.push((folder, true));
        Ok(())
    }

    /// A link: where it leads, and all that it leads through.
    fn link(&mut self, link: &Path) -> io::Result<()> {
        self.ground.has_links = true;
        let mut at = link.to_owned();
        for _ in 0..MOST_LINKS {
            let Some(folder) = at.parent() else { return Ok(()) };
            let Ok(target) = at.read_link() else { return Ok(()) };
            let target = folder.join(target);
            let Some(target) = in_full(&target).or_else(|| target.canonicalize().ok()) else { return Ok(()) };
            // What leads out of the site is never read, wherever it leads; but named settings may.
            let is_config = self.ground.config.as_deref() == Some(link);
            if !is_config && !target.starts_with(&self.ground.root) {
                return Ok(());
            }
            self.name(&target)?;
            if !target.is_symlink() {
                if target.is_dir() {
                    self.ahead.push((target, false));
                }
                return Ok(());
            }
            at = target;
        }
        Ok(())
    }

    /// Takes heed of all that happens to what is at `path`, or comes there.
    fn name(&mut self, path: &Path) -> io::Result<()> {
        self.post_beside(path)?;
        self.ground.named.insert(path.to_owned());
        Ok(())
    }

    fn post_beside(&mut self, path: &Path) -> io::Result<()> {
        match (self.way, path.parent()) {
            (Way::Told, Some(folder)) => self.watch(folder, NonRecursive),
            // Folders are gone over as such; a file that is not there cannot be compared.
            (Way::Compared, _) if path.is_file() => self.watch(path, NonRecursive),
            _ => Ok(()),
        }
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> io::Result<()> {
        // One watch that is set twice would count for less than before where the second is the lesser.
        if mode == NonRecursive && !self.posted.insert(path.to_owned()) {
            return Ok(());
        }
        (self.post)(path, mode)
    }
}

/// The path with no link in its folders; nothing where there is no such folder.
fn in_full(path: &Path) -> Option<PathBuf> {
    Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
}

/// What is in a folder now; nothing where it is gone or cannot be read, of which its own folder tells.
#[expect(clippy::disallowed_methods, reason = "only the names are read, never what the files hold")]
fn entries(folder: &Path) -> Vec<(PathBuf, FileType)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(Result::ok).filter_map(|entry| Some((entry.path(), entry.file_type().ok()?))).collect()
}
