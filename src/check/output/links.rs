//! Every address of a file held against the files of the site, as a browser would follow it.
//!
//! Must not know the sources.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::FxHashSet;

use super::address::{From, Malformed, Meaning, Root, meaning};
use super::document::{Document, Written};
use super::fault::{Address, Fault, Wrong};
use super::files::{FileId, Files, Found};
use super::kind::{Kind, kind_of};
use super::link_rules::rule_of;
use super::role::Role;
use crate::diagnostic::nearest;
use crate::graph::address::decode;
use crate::model::settings::UrlStyle;

/// What every address is held against.
pub(super) struct Ground<'a> {
    /// The files of the site.
    pub(super) files: &'a Files<'a>,
    /// What was read of each; nothing of those that hold no links.
    pub(super) documents: &'a [Option<Document<'a>>],
    /// The ids of each.
    pub(super) ids: &'a [FxHashSet<&'a str>],
    /// Which files the site makes itself, so that no script has a part in them.
    pub(super) is_made: &'a [bool],
    /// Where the site is published.
    pub(super) root: Option<&'a Root>,
    /// How pages are addressed.
    pub(super) style: UrlStyle,
    /// Which pages another page links to.
    pub(super) is_linked: &'a [AtomicBool],
    /// Which pages only send the reader on, or are shown where there is none.
    pub(super) is_no_way: &'a [bool],
}

/// What came of a file's addresses.
#[derive(Debug, Default)]
pub(super) struct Followed<'a> {
    /// How many lead somewhere.
    pub(super) links: usize,
    /// How many of them to a part of a page that is there.
    pub(super) anchors: usize,
    /// Those that lead out of the site, with the byte where each stands.
    pub(super) outward: Vec<(Cow<'a, str>, u32)>,
    /// What is wrong.
    pub(super) faults: Vec<Fault>,
}

/// Where the relative addresses of a file count from.
struct Start<'a> {
    folder: Cow<'a, str>,
    /// What an address of a part alone is a part of; nothing where a `<base>` leads to no file.
    here: Option<FileId>,
    /// Whether a `<base>` sends every relative address out of the site.
    is_outside: bool,
}

/// Follows every address of a file.
pub(super) fn follow<'a>(ground: &Ground<'a>, file: FileId, document: &'a Document<'a>) -> Followed<'a> {
    let mut followed = Followed::default();
    let mut path = String::new();
    let start = start(ground, file, document, &mut path);
    for written in &document.addresses {
        followed.links += usize::from(!matches!(written.role, Role::Base | Role::Host));
        let outcome = one(ground, file, &start, written, &mut path, &mut followed);
        if let Err(what) = outcome {
            let wrong = Wrong::Address { written: written.text.to_string(), role: written.role, what };
            followed.faults.push(Fault { rule: rule_of(&wrong), file, range: written.range.clone(), wrong });
        }
    }
    followed
}

fn start<'a>(ground: &Ground<'a>, file: FileId, document: &Document<'a>, path: &mut String) -> Start<'a> {
    let own = ground.files.path(file);
    let folder = &own[..own.rfind('/').map_or(0, |slash| slash + 1)];
    let plain = Start { folder: Cow::Borrowed(folder), here: Some(file), is_outside: false };
    let Some(base) = document.base.and_then(|base| document.addresses.get(base)) else { return plain };
    let from = From { folder, root: ground.root, is_everywhere: false };
    match meaning(&base.text, from, path) {
        Meaning::Within { .. } => {
            let here = match ground.files.find(path) {
                Found::File(file) | Found::Folder(file) => Some(file),
                _ => None,
            };
            path.truncate(path.rfind('/').map_or(0, |slash| slash + 1));
            Start { folder: Cow::Owned(path.clone()), here, is_outside: false }
        }
        Meaning::Here { .. } => plain,
        _ => Start { is_outside: true, here: None, ..plain },
    }
}

fn one<'a>(
    ground: &Ground<'a>,
    file: FileId,
    start: &Start<'_>,
    written: &'a Written<'a>,
    path: &mut String,
    followed: &mut Followed<'a>,
) -> Result<(), Address> {
    let is_everywhere = ground.files.path(file) == "404.html";
    let from = From { folder: &start.folder, root: ground.root, is_everywhere };
    let role = written.role;
    match meaning(&written.text, from, path) {
        Meaning::Within { is_full: false, .. } | Meaning::Here { .. } | Meaning::Leaves if start.is_outside => Ok(()),
        Meaning::Within { .. } | Meaning::Leaves | Meaning::Rooted if role == Role::Base => Ok(()),
        Meaning::Here { .. } if role.is_fetched() && written.text.trim().is_empty() => {
            Err(Address::Malformed(Malformed::Empty))
        }
        Meaning::Here { fragment } => {
            let Some(here) = start.here else { return Ok(()) };
            at_fragment(ground, here, fragment.as_deref(), followed)
        }
        Meaning::Within { fragment, is_full } => {
            let target = reached(ground, path, is_full)?;
            if matches!(role, Role::Link | Role::Form) && target != file && !ground.is_no_way[file.index()] {
                ground.is_linked[target.index()].store(true, Ordering::Relaxed);
            }
            at_fragment(ground, target, fragment.as_deref(), followed)
        }
        Meaning::Web(url) => outward(role, url, written, followed),
        Meaning::WithoutScheme(url) => {
            let elsewhere = outward(role, Cow::Owned(url.clone()), written, followed);
            elsewhere.and(Err(Address::WithoutScheme(url)))
        }
        Meaning::Device => Ok(()),
        Meaning::Scheme(scheme) if is_harmless(&scheme, role) => Ok(()),
        Meaning::Scheme(scheme) => Err(Address::Scheme(scheme)),
        Meaning::Malformed(why) => Err(Address::Malformed(why)),
        Meaning::Leaves => Err(Address::Leaves),
        Meaning::Rooted => Err(Address::Rooted(ground.root.map(|root| root.on_host(&written.text)))),
    }
}

/// Schemes that only a link would be wrong with: pictures written out, and names that nothing fetches.
fn is_harmless(scheme: &str, role: Role) -> bool {
    match scheme {
        "data" => role.may_be_data(),
        "about" => role == Role::Frame,
        "javascript" | "vbscript" | "file" => false,
        _ => role == Role::Relation,
    }
}

fn outward<'a>(
    role: Role,
    url: Cow<'a, str>,
    written: &Written<'a>,
    followed: &mut Followed<'a>,
) -> Result<(), Address> {
    if !matches!(role, Role::Host | Role::Base) {
        followed.outward.push((url, written.range.start));
    }
    if role.is_fetched() { Err(Address::Elsewhere) } else { Ok(()) }
}

/// The file at a path; how a link may name a folder depends on how the site names its own pages. A full address is only
/// ever followed on the web, where a folder shows its page.
fn reached(ground: &Ground<'_>, path: &str, is_full: bool) -> Result<FileId, Address> {
    let by_folder = is_full || ground.style == UrlStyle::Directories;
    match ground.files.find(path) {
        Found::File(file) => Ok(file),
        Found::Folder(file) if by_folder => Ok(file),
        Found::Folder(file) => Err(Address::Folder(file)),
        Found::FolderWithoutSlash(file) => Err(Address::FolderWithoutSlash(file)),
        Found::Bare => Err(Address::Bare(path.to_owned())),
        Found::FileWithSlash(file) => Err(Address::FileWithSlash(file)),
        Found::Alike(file) => Err(Address::Alike(file)),
        Found::Nothing => Err(Address::Dead(path.to_owned())),
    }
}

/// Sees that a file has the part that is asked for (HTML Living Standard, 7.4.6.4). What stands after `:~:` is for the
/// browser alone (URL Fragment Text Directives, 3.1).
fn at_fragment(
    ground: &Ground<'_>,
    target: FileId,
    fragment: Option<&str>,
    followed: &mut Followed<'_>,
) -> Result<(), Address> {
    let Some(fragment) = fragment.map(|text| text.split_once(":~:").map_or(text, |(before, _)| before)) else {
        return Ok(());
    };
    let Some(document) = ground.documents[target.index()].as_ref().filter(|_| !fragment.is_empty()) else {
        return Ok(());
    };
    let path = ground.files.path(target);
    // A view of a drawing, and a time or a place of it, name no part.
    match kind_of(path) {
        Some(Kind::Page) => {}
        Some(Kind::Drawing) if !fragment.contains(['(', '=']) => {}
        _ => return Ok(()),
    }
    let ids = &ground.ids[target.index()];
    let decoded = || if fragment.contains('%') { decode(fragment) } else { None };
    let is_there = ids.contains(fragment)
        || fragment.eq_ignore_ascii_case("top")
        || decoded().is_some_and(|name| ids.contains(name.as_str()) || name.eq_ignore_ascii_case("top"));
    if is_there {
        followed.anchors += 1;
        return Ok(());
    }
    // A page of somebody else's making may name its parts by a script.
    if document.has_script && !ground.is_made[target.index()] {
        return Ok(());
    }
    Err(Address::DeadAnchor(target, decoded().unwrap_or_else(|| fragment.to_owned())))
}

/// The part of a file that was most likely meant.
pub(super) fn nearest_id<'a>(ids: &FxHashSet<&'a str>, name: &str) -> Option<&'a str> {
    const MOST: usize = 500;
    if ids.len() > MOST {
        return None;
    }
    let mut sorted: Vec<&str> = ids.iter().copied().collect();
    sorted.sort_unstable();
    nearest(name, sorted)
}
