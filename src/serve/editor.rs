//! Links that open a source in an editor.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path keeps as it is, whether it stands in the path or in the query of a link.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// How a link is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(Option<String>);

impl Default for Editor {
    fn default() -> Self {
        Self(Some(Self::DEFAULT.to_owned()))
    }
}

impl Editor {
    /// The template where none is given.
    pub const DEFAULT: &str = "vscode://file/{path}:{line}:{column}";

    /// Links by this template, in which `{path}`, `{line}` and `{column}` are filled in; none where it is `none`.
    ///
    /// # Errors
    /// What is wrong with the template, as one sentence.
    pub fn new(template: &str) -> Result<Self, String> {
        if template == "none" {
            return Ok(Self::none());
        }
        if !template.contains("{path}") {
            return Err(format!(
                "The template of editor links has no `{{path}}`; the usual one is `{}`.",
                Self::DEFAULT
            ));
        }
        let scheme = template.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let is_sign = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        match scheme {
            Some(scheme) if ["javascript", "data", "vbscript"].contains(&scheme.as_str()) => {
                Err("The template of editor links would run a script.".to_owned())
            }
            Some(scheme) if !scheme.is_empty() && scheme.chars().all(is_sign) => Ok(Self(Some(template.to_owned()))),
            _ => {
                Err("The template of editor links does not begin with the name of a program, such as `vscode:`."
                    .to_owned())
            }
        }
    }

    /// No links.
    pub fn none() -> Self {
        Self(None)
    }

    /// The link to a place of a file, whose path is relative to `root`.
    pub(super) fn link(&self, root: &Path, file: &str, line: usize, column: usize) -> Option<String> {
        let template = self.0.as_ref()?;
        let path = with_slashes(&root.join(file).to_string_lossy());
        let path = utf8_percent_encode(&path, ENCODED).to_string();
        // A template may write the slash that paths begin with, or not.
        let template = if path.starts_with('/') { template.replace("/{path}", "{path}") } else { template.clone() };
        let (line, column) = (line.to_string(), column.to_string());
        // The path last: it may hold what looks like a place to fill in, were it not encoded.
        Some(template.replace("{line}", &line).replace("{column}", &column).replace("{path}", &path))
    }
}

/// A path in full as editors take it: with slashes, and without what Windows puts before one that was made out in full.
fn with_slashes(path: &str) -> String {
    let bare = match path.strip_prefix(r"\\?\UNC\") {
        Some(of_the_network) => format!(r"\\{of_the_network}"),
        None => path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
    };
    // Elsewhere a backslash is a letter of a name, but no name of a site has one.
    bare.replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_windows_are_written_as_editors_take_them() {
        for (path, wanted) in [
            (r"C:\plans\content\a b.md", "C:/plans/content/a b.md"),
            (r"\\?\C:\plans\content/a.md", "C:/plans/content/a.md"),
            (r"\\?\UNC\server\share\a.md", "//server/share/a.md"),
            (r"\\server\share\a.md", "//server/share/a.md"),
            ("/home/plans/a.md", "/home/plans/a.md"),
        ] {
            assert_eq!(with_slashes(path), wanted);
        }
    }

    #[test]
    fn links_are_filled_in() {
        let table = [
            (Editor::DEFAULT, "a b/{line}.md", Some("vscode://file/site/a%20b/%7Bline%7D.md:3:9")),
            ("idea://open?file={path}&line={line}", "r&d.md", Some("idea://open?file=/site/r%26d.md&line=3")),
            ("zed://file{path}:{line}", "/elsewhere/x.yaml", Some("zed://file/elsewhere/x.yaml:3")),
            ("none", "x.md", None),
        ];
        for (template, file, wanted) in table {
            let link = Editor::new(template).unwrap().link(Path::new("/site"), file, 3, 9);
            assert_eq!(link.as_deref(), wanted, "{template}");
        }
    }

    #[test]
    fn a_template_that_is_none_is_refused() {
        for template in ["", "vscode:", "javascript:alert('{path}')", "JavaScript:{path}", "{path}", "code {path}:1"] {
            assert!(Editor::new(template).is_err(), "{template}");
        }
    }
}
