//! The path of a request → the file of the site that is meant. Nothing here can reach a disk: what is not in the site's list of
//! files is not there.

use percent_encoding::percent_decode_str;

use crate::output::{Output, OutputPath};

/// The page of a folder.
const INDEX: &str = "index.html";

/// Where the preview's own files lie.
pub(super) const OWN: &str = "_folkmoot";

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This file.
    File(OutputPath),
    /// A folder, whose address ends with a slash.
    Folder,
    /// Nothing.
    Nothing,
}

/// What the path of a request leads to, as hosts do: a folder to its page, `/x` to `x.html`.
pub(super) fn find(path: &str, output: &Output) -> Found {
    let Some(path) = decoded(path) else { return Found::Nothing };
    let has = |path: String| OutputPath::new(path).filter(|path| output.contains_key(path));
    if path.is_empty() || path.ends_with('/') {
        return has(format!("{path}{INDEX}")).map_or(Found::Nothing, Found::File);
    }
    if let Some(file) = has(path.clone()) {
        return Found::File(file);
    }
    if has(format!("{path}/{INDEX}")).is_some() {
        return Found::Folder;
    }
    has(format!("{path}.html")).map_or(Found::Nothing, Found::File)
}

/// The path without its slash in front, decoded once; nothing where no file of a site can be meant.
fn decoded(path: &str) -> Option<String> {
    let path = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    let is_own = path == OWN || path.strip_prefix(OWN).is_some_and(|rest| rest.starts_with('/'));
    let part = path.strip_suffix('/').unwrap_or(&path);
    let is_sound = path.is_empty() || OutputPath::new(part).is_some();
    (is_sound && !is_own).then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_where_hosts_lead() {
        let files =
            ["index.html", "a/index.html", "b.html", "caf\u{e9} 1.html", "_folkmoot/x.html", "100%.html", "%41.html"];
        let output: Output =
            files.iter().map(|path| (OutputPath::new(*path).unwrap(), crate::output::Bytes::from([]))).collect();
        let table = [
            ("/", Some("index.html")),
            ("/index.html", Some("index.html")),
            ("/a/", Some("a/index.html")),
            ("/b", Some("b.html")),
            ("/b.html", Some("b.html")),
            ("/caf%C3%A9%201.html", Some("caf\u{e9} 1.html")),
            ("/100%.html", Some("100%.html")),
            ("/100%25.html", Some("100%.html")),
            ("/%2541.html", Some("%41.html")),
            ("/%41.html", None),
            ("/b/", None),
            ("/b.html/", None),
            ("/B", None),
            ("/_folkmoot/x.html", None),
            ("/%5Ffolkmoot/x.html", None),
            ("", None),
            ("*", None),
            ("//", None),
            ("/a//", None),
            ("/a/./", None),
            ("/a/../b", None),
            ("/a/%2e%2e/b", None),
            ("/%FF", None),
            ("/b.html%00", None),
            ("/a%5Cindex.html", None),
        ];
        for (path, wanted) in table {
            let wanted = wanted.map_or(Found::Nothing, |path| Found::File(OutputPath::new(path).unwrap()));
            assert_eq!(find(path, &output), wanted, "{path}");
        }
        assert_eq!(find("/a", &output), Found::Folder);
    }
}
