//! Pages that the preview shows where the site has none to show.

use std::fmt::Write as _;
use std::path::Path;

use super::editor::Editor;
use super::shown::Shown;
use crate::diagnostic::report::{Finding, Spot};

/// What stands in the place of every page while there is no good site: everything that was found.
pub(super) fn no_site(shown: &Shown, editor: &Editor, root: &Path) -> String {
    if shown.findings.is_empty() {
        return page("The site is being made", "<p>This page shows it as soon as it is there.</p>\n");
    }
    let mut text = String::from(
        "<p>Mend what is listed here and save: this page becomes the site by itself.</p>\n<ol class=\"folkmoot-list\">\n",
    );
    // Errors first: they keep the site from being made.
    let (errors, others): (Vec<&Finding>, Vec<_>) = shown.findings.iter().partition(|found| found.severity == "error");
    for finding in errors.into_iter().chain(others) {
        item(&mut text, finding, editor, root);
    }
    text.push_str("</ol>\n");
    page("The site cannot be made", &text)
}

/// What answers where nothing is and the site has no page of its own for that.
pub(super) fn not_found() -> String {
    page(
        "Page not found",
        "<p>The site has no page at this address.</p>\n<p><a href=\"/\">Go to the home page</a></p>\n",
    )
}

fn page(title: &str, content: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – preview</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n\
         <body class=\"folkmoot-page\">\n<main>\n<h1>{title}</h1>\n{content}</main>\n</body>\n</html>\n"
    )
}

fn item(text: &mut String, finding: &Finding, editor: &Editor, root: &Path) {
    let severity = if finding.severity == "error" { "Error" } else { "Warning" };
    let _ = write!(text, "<li><p><strong>{severity}:</strong> {}</p>", escaped(&finding.message));
    if let Some(help) = &finding.help {
        let _ = write!(text, "<p>{}</p>", escaped(help));
    }
    let _ = write!(text, "<p>{}</p>", place(&finding.spot, editor, root));
    for related in &finding.related {
        let _ = write!(
            text,
            "<p>{}: {}</p>",
            escaped(related.message.trim_end_matches('.')),
            place(&related.spot, editor, root)
        );
    }
    text.push_str("</li>\n");
}

fn place(spot: &Spot, editor: &Editor, root: &Path) -> String {
    let name = escaped(&format!("{}:{}:{}", spot.file, spot.line, spot.column));
    match editor.link(root, &spot.file, spot.line, spot.column) {
        Some(link) => format!("<a href=\"{}\">{name}</a>", escaped(&link)),
        None => name,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
