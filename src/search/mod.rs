//! The pages as they are written → the index of the search page, made by Pagefind in memory.
//!
//! Alone imports pagefind. Must not know records, templates or disks.

#[cfg(feature = "search")]
mod language;
#[cfg(feature = "search")]
mod pagefind_index;
mod searched;

pub use searched::Searched;

use crate::output::Bytes;
use crate::pages::SEARCH_PROGRAM as PROGRAM;

/// How the paths of all files of the index begin.
#[cfg(feature = "search")]
const FOLDER_PREFIX: &str = "pagefind/";

/// The files that every index has, whatever it holds: the program that reads it, and the list that it begins with.
pub const STARTING_FILES: [&str; 2] = ["pagefind/pagefind-entry.json", PROGRAM];

/// The files of the index and of the program that reads it, by their paths in the site. The same pages give the same bytes,
/// in whatever order they come.
///
/// # Errors
/// What went wrong, in Pagefind's words.
#[cfg(feature = "search")]
pub fn index(mut pages: Vec<Searched<'_>>) -> Result<Vec<(String, Bytes)>, String> {
    pages.sort_by_key(|page| page.path);
    pages.dedup_by_key(|page| page.path);
    let language = language::of(pages.iter().map(|page| page.language));
    let files = pagefind_index::files(&pages, language)?;
    Ok(files.into_iter().map(|(path, bytes)| (format!("{FOLDER_PREFIX}{path}"), Bytes::from(bytes))).collect())
}

/// Without the feature nothing is searched, and nothing asks.
///
/// # Errors
/// Always.
#[cfg(not(feature = "search"))]
pub fn index(_pages: Vec<Searched<'_>>) -> Result<Vec<(String, Bytes)>, String> {
    Err("this program was built without the search".to_owned())
}
