//! How a page is called in lists where others have the same title.

use crate::graph::Record;

/// The title with the folder that the page lies in; nothing where it lies in none. Nobody could tell one "Changelog" from
/// another.
pub(super) fn told_apart(record: &Record) -> Option<String> {
    let path = record.address.as_str();
    let own_folder = path.strip_suffix("/index");
    let (folder, _) = own_folder.unwrap_or(path).rsplit_once('/')?;
    Some(format!("{} ({})", record.title, own_folder.unwrap_or(folder)))
}
