//! Reads a site from disk: its settings, its content, its own themes.
//!
//! The only reader of content, settings and theme files. What is wrong with a file is told and the rest is read all the
//! same; only a root that is not there ends it. Must not know YAML or Markdown.

mod again;
mod decode;
mod links;
mod open;
mod part;
mod read;
pub mod rules;
mod walk;

#[cfg(all(test, unix))]
mod tests;

pub use again::again;
pub use open::{OpenTexts, typed};
pub use part::{CONTENT, SETTINGS, THEMES};
pub use walk::{BUILT_LIST, is_ignored};

use std::collections::HashSet;
use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Diagnostic};
use crate::sources::{Names, Source, SourceId, Sources, Span};
use decode::Decoded;
use part::{Part, content_part, part_of_open, theme_part};
use walk::{Found, Ground};

/// What to read beside the content, and what to leave.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions<'a> {
    /// The settings file, absolute or relative to the root; `folkmoot.yaml` of the root where none is named.
    pub config: Option<PathBuf>,
    /// Where the built site goes, absolute or relative to the root; never read as content. Empty where there is none.
    pub output_folder: PathBuf,
    /// The folders of the content, each named like a kind, in which YAML files are records. Elsewhere they are plain files.
    pub kind_folders: &'a [&'a str],
    /// Texts that count in place of those on the disk, where somebody edits them.
    pub open: Option<&'a OpenTexts>,
}

/// Why a site cannot be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is nothing at the root.
    RootMissing(PathBuf),
    /// The root is a file.
    RootNotFolder(PathBuf),
    /// The root cannot be read.
    RootUnreadable(PathBuf, io::Error),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RootMissing(root) => {
                write!(f, "There is no folder \"{}\". Name the folder of the site with --root.", root.display())
            }
            Self::RootNotFolder(root) => {
                write!(f, "\"{}\" is a file. Name the folder of the site with --root.", root.display())
            }
            Self::RootUnreadable(root, error) => {
                write!(f, "The folder \"{}\" cannot be read: {error}.", root.display())
            }
        }
    }
}

impl std::error::Error for LoadError {}

/// What was read of a file.
enum Body {
    Text(Decoded),
    Bytes(Arc<[u8]>),
}

/// Reads the site at `root`. The content is `root/content`, or the root itself where there is no such folder. Everything
/// is in order of path, whatever the disk's own order. Texts that an earlier reading knew keep their names.
///
/// # Errors
/// Where `root` is no folder that can be read.
pub fn load(root: &Path, options: &LoadOptions<'_>, before: Option<&Sources>) -> Result<Checked<Sources>, LoadError> {
    let root = resolve_root(root)?;
    let mut diagnostics = Vec::new();
    let content_folder = open::content_folder(&root, options.open);
    let mut files: Vec<(Part, Found)> = Vec::new();
    let settings = settings_file(&root, options, &mut diagnostics);
    let content_part = |name: &str| content_part(name, content_folder, options.kind_folders);
    let (content, passed) = files_in(&root, content_folder, options, &content_part, &mut diagnostics);
    let themes = if root.join(THEMES).is_dir() {
        files_in(&root, THEMES, options, &theme_part, &mut diagnostics).0
    } else {
        Vec::new()
    };
    let is_settings = |found: &Found| settings.as_ref().is_some_and(|settings| same_file(&settings.path, &found.path));
    files.extend(content.into_iter().chain(themes).filter(|(_, found)| !is_settings(found)));
    files.extend(settings.map(|found| (Part::Settings, found)));
    let settings_name = options.config.is_none().then_some(SETTINGS);
    let part = |name: &str| part_of_open(name, settings_name, content_folder, options.kind_folders);
    open::add_new(&mut files, &root, options.open, &part);
    let bodies: Vec<Result<Body, Box<Diagnostic>>> =
        files.par_iter().map(|(part, found)| body(*part, found, options)).collect();
    let mut sources = Sources::default();
    content_folder.clone_into(&mut sources.content_folder);
    sources.unpublished = passed.into_iter().collect();
    sources.has_links = files.iter().any(|(_, found)| found.is_linked);
    let nothing = Sources::default();
    let texts: HashSet<String> =
        files.iter().filter(|(part, _)| part.is_text()).map(|(_, found)| found.name.clone()).collect();
    let mut names = Names::after(before.unwrap_or(&nothing), |path| texts.contains(path));
    for ((part, found), body) in files.into_iter().zip(bodies) {
        match body {
            Ok(body) => keep(&mut sources, &mut names, (part, found.name, body), &mut diagnostics),
            Err(fault) => diagnostics.push(*fault),
        }
    }
    Ok(Checked { value: sources, diagnostics })
}

/// Reads a text that was named on the command line and is no part of the site, such as the list of accepted findings, and
/// adds it to the sources.
///
/// # Errors
/// Where it cannot be read: the sentence says why.
pub fn add_named(path: &Path, root: &Path, sources: &mut Sources) -> Result<Checked<SourceId>, String> {
    let name = name_within(path, root);
    let bytes = named(path)?;
    let decoded = decode::decode(&bytes);
    let id = sources.add(Source::new(name, decoded.text));
    let told =
        |fault: decode::Fault| Diagnostic::new(fault.rule, Span::new(id, fault.at), fault.message).help(fault.help);
    Ok(Checked { value: id, diagnostics: decoded.faults.into_iter().map(told).collect() })
}

/// The bytes of a file that was named on the command line; at most as many as a text may have.
///
/// # Errors
/// Where it cannot be read: the sentence says why.
pub fn named(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.to_string_lossy();
    read::bytes(path, &name, Some(read::TEXT_LIMIT_BYTES)).map_err(|fault| fault.message)
}

/// The path of a file relative to the root, up from it where it lies elsewhere; in full where the two have nothing in common.
pub fn name_within(path: &Path, root: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let from_root = root.canonicalize().ok().and_then(|root| way(&root, &whole));
    from_root.map_or_else(|| whole.to_string_lossy().replace('\\', "/"), |way| walk::lossy(&way))
}

/// The way from one folder to a file, both in full; nothing where they have no folder in common but the topmost.
fn way(from: &Path, to: &Path) -> Option<PathBuf> {
    let named = |path: &Path| path.components().filter(|part| matches!(part, Component::Normal(_))).count();
    let common: PathBuf = from.components().zip(to.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
    let up = from.components().count() - common.components().count();
    let rest = to.strip_prefix(&common).ok()?;
    (up == 0 || named(&common) > 0).then(|| std::iter::repeat_n(Path::new(".."), up).chain([rest]).collect())
}

fn resolve_root(root: &Path) -> Result<PathBuf, LoadError> {
    let resolved = root.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => LoadError::RootMissing(root.to_owned()),
        io::ErrorKind::NotADirectory => LoadError::RootNotFolder(root.to_owned()),
        _ => LoadError::RootUnreadable(root.to_owned(), error),
    })?;
    if resolved.is_dir() { Ok(resolved) } else { Err(LoadError::RootNotFolder(root.to_owned())) }
}

/// The settings file, where there is one. One within the root may be no link out of it; one elsewhere was named on
/// purpose.
fn settings_file(root: &Path, options: &LoadOptions<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Found> {
    let path = root.join(options.config.as_deref().unwrap_or(Path::new(SETTINGS)));
    let is_link = path.symlink_metadata().is_ok_and(|about| about.is_symlink());
    if !is_link && !path.exists() {
        return None;
    }
    let inside = path.strip_prefix(root).ok();
    let name = inside.map_or_else(|| path.to_string_lossy().replace('\\', "/"), walk::lossy);
    if is_link && inside.is_some() {
        let fault = links::fault(root, &path, &name);
        if fault.is_some() {
            diagnostics.extend(fault);
            return None;
        }
    }
    Some(Found { path, name, is_linked: is_link })
}

/// Whether two paths lead to one file; asked of the disk only where the names agree.
fn same_file(one: &Path, other: &Path) -> bool {
    let resolved = |path: &Path| path.canonicalize().ok();
    one.file_name() == other.file_name() && resolved(one).is_some_and(|one| resolved(other) == Some(one))
}

/// The files under `folder` (relative to the root) that are something to the site, as `part` tells by their names; and
/// the names of the others.
fn files_in(
    root: &Path,
    folder: &str,
    options: &LoadOptions<'_>,
    part: &dyn Fn(&str) -> Option<Part>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<(Part, Found)>, Vec<String>) {
    let output = output_folder(root, options);
    let ground = Ground { root, folder, output: output.as_deref(), wanted: &|name| part(name).is_some() };
    let (found, passed) = walk::files(&ground, diagnostics);
    (found.into_iter().filter_map(|found| part(&found.name).map(|part| (part, found))).collect(), passed)
}

fn output_folder(root: &Path, options: &LoadOptions<'_>) -> Option<PathBuf> {
    let named = Some(&options.output_folder).filter(|folder| !folder.as_os_str().is_empty());
    named.and_then(|folder| root.join(folder).canonicalize().ok()).filter(|folder| folder != root)
}

fn body(part: Part, found: &Found, options: &LoadOptions<'_>) -> Result<Body, Box<Diagnostic>> {
    if let Some(bytes) = open::bytes(options.open, &found.name).filter(|_| part.is_text()) {
        return Ok(Body::Text(decode::decode(bytes)));
    }
    let limit_bytes = part.is_text().then_some(read::TEXT_LIMIT_BYTES);
    let bytes = read::bytes(&found.path, &found.name, limit_bytes)?;
    Ok(if part.is_text() { Body::Text(decode::decode(&bytes)) } else { Body::Bytes(bytes.into()) })
}

fn keep(
    sources: &mut Sources,
    names: &mut Names<'_>,
    (part, name, body): (Part, String, Body),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let decoded = match body {
        Body::Text(decoded) => decoded,
        Body::Bytes(bytes) => {
            let files = if part == Part::ThemeFile { &mut sources.theme_files } else { &mut sources.assets };
            files.insert(name, bytes);
            return;
        }
    };
    let id = names.name(&name);
    sources.put(id, Source::new(name.clone(), decoded.text));
    for fault in decoded.faults {
        diagnostics.push(Diagnostic::new(fault.rule, Span::new(id, fault.at), fault.message).help(fault.help));
    }
    match part {
        Part::Settings => sources.settings = Some(id),
        Part::Template => {
            sources.templates.insert(name, id);
        }
        Part::Messages => {
            sources.messages.insert(name, id);
        }
        Part::Content | Part::Asset | Part::ThemeFile => sources.content.push(id),
    }
}
