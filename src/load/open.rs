//! Texts that stand in an editor, changed and not yet saved, count in place of what the disk has.
//!
//! Must not know who edits them, nor what they mean.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::decode;
use super::part::{CONTENT, Part};
use super::walk::Found;
use crate::sources::{Source, Sources};

/// Texts of an editor by path relative to the site's root, with `/`, in Unicode form NFC.
pub type OpenTexts = BTreeMap<String, String>;

/// The sources with one text as it was just typed; nothing where more than that text has to be looked at: it is new to the
/// site, or has faults of its own, which reading all of it tells.
pub fn typed(before: &Sources, name: &str, text: &str) -> Option<Sources> {
    let id = before.find(name)?;
    let decoded = decode::decode(text.as_bytes());
    if !decoded.faults.is_empty() {
        return None;
    }
    let mut sources = before.clone();
    sources.put(id, Source::new(name, decoded.text));
    Some(sources)
}

/// The folder of the content, relative to the root: that of the disk, or one that an open text will lie in.
pub(super) fn content_folder(root: &Path, open: Option<&OpenTexts>) -> &'static str {
    let is_in_it = |name: &String| name.strip_prefix(CONTENT).is_some_and(|rest| rest.starts_with('/'));
    let will_be = open.is_some_and(|open| open.keys().any(is_in_it));
    if will_be || root.join(CONTENT).is_dir() { CONTENT } else { "" }
}

/// Adds the open texts that the disk does not have yet, where `part` says that they are any, and keeps the files in order.
pub(super) fn add_new(
    files: &mut Vec<(Part, Found)>,
    root: &Path,
    open: Option<&OpenTexts>,
    part: &dyn Fn(&str) -> Option<Part>,
) {
    let known: HashSet<&str> = files.iter().map(|(_, found)| found.name.as_str()).collect();
    let new = open.into_iter().flatten().filter(|(name, _)| !known.contains(name.as_str()));
    let found = |name: &String| Found { path: root.join(name), name: name.clone(), is_linked: false };
    let new: Vec<(Part, Found)> = new.filter_map(|(name, _)| Some((part(name)?, found(name)))).collect();
    if !new.is_empty() {
        files.extend(new);
        files.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name));
    }
}

/// The text of an open file, as bytes.
pub(super) fn bytes<'a>(open: Option<&'a OpenTexts>, name: &str) -> Option<&'a [u8]> {
    open?.get(name).map(String::as_bytes)
}
