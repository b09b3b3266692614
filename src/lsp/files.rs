//! Files as the protocol names them, by URI (RFC 8089), and as the disk does.
//!
//! Must not know what they hold.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use url::Url;

use crate::parse::reference::canonical;

/// The file that a URI names; nothing of one that is no file of this machine, such as a text that was never saved.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    path_of(uri.as_str())
}

/// The same of a URI that need not be written by the letter.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    Url::parse(uri).ok()?.to_file_path().ok()
}

/// The URI of a file; nothing of a path that is not absolute.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    Uri::from_str(Url::from_file_path(path).ok()?.as_str()).ok()
}

/// The path of a file relative to a folder, with `/`, in Unicode form NFC, as sources are named.
pub(super) fn name_within(folder: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(folder).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(canonical(&parts?.join("/"))).filter(|name| !name.is_empty())
}

/// Where the file of a name lies: its letters may be composed otherwise on the disk than in the name.
#[expect(clippy::disallowed_methods, reason = "asks for names alone; what the files hold is for load to read")]
pub(super) fn place(folder: &Path, name: &str) -> PathBuf {
    let plain = folder.join(name);
    if name.is_ascii() || plain.symlink_metadata().is_ok() {
        return plain;
    }
    name.split('/').fold(folder.to_owned(), |folder, part| {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut names = entries.map(|entry| entry.file_name());
        let found = names.find(|name| name.to_str().is_some_and(|name| canonical(name) == part));
        folder.join(found.unwrap_or_else(|| part.into()))
    })
}

/// The nearest folder at or above a file that has a settings file: the root of the site that the file belongs to.
pub(super) fn root_above(path: &Path, settings: &str) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.join(settings).is_file()).map(Path::to_owned)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn names_with_spaces_and_letters_of_any_form_come_back() {
        let file = Path::new("/srv/my plan/content/cafe\u{301} %20.md");
        let named = uri(file).unwrap_or_else(|| unreachable!("the path is absolute"));
        assert_eq!(named.as_str(), "file:///srv/my%20plan/content/cafe%CC%81%20%2520.md");
        assert_eq!(path(&named).as_deref(), Some(file));
        let name = name_within(Path::new("/srv/my plan"), file);
        assert_eq!(name.as_deref(), Some("content/caf\u{e9} %20.md"));
        assert_eq!(name_within(Path::new("/srv/other"), file), None);
        let untitled = Uri::from_str("untitled:Untitled-1").ok();
        assert_eq!(untitled.as_ref().and_then(path), None);
    }
}
