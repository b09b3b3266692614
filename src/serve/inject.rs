//! The preview's script and style sheet put into a page, in serving only.

use memchr::memmem;

/// The page with the preview's script in its head. `hash` identifies the page's own bytes: the script asks with it whether
/// what it stands in is still what is shown.
pub(super) fn injected(html: &[u8], hash: u64) -> Vec<u8> {
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"/_folkmoot/preview.css\">\
         <script src=\"/_folkmoot/preview.js\" data-page=\"{hash:016x}\" defer></script>\n"
    );
    let at = end_of_head(html);
    [&html[..at], tags.as_bytes(), &html[at..]].concat()
}

/// Before `</head>`; in a page that leaves that out before its body, else at its end: never before the doctype, without which
/// a browser draws the page by other rules.
fn end_of_head(html: &[u8]) -> usize {
    let found = memmem::find(html, b"</head>").or_else(|| find_in_any_case(html, b"</head"));
    found.or_else(|| find_in_any_case(html, b"<body")).unwrap_or(html.len())
}

fn find_in_any_case(html: &[u8], tag: &[u8]) -> Option<usize> {
    html.windows(tag.len()).position(|part| part.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let tags = String::from_utf8(injected(b"", 0xab)).unwrap();
        assert!(tags.contains("data-page=\"00000000000000ab\""), "{tags}");
        let table = [
            ("<!doctype html><head>x", "</head><body>y"),
            ("<!doctype html><HEAD>x", "</HEAD ><BODY>y"),
            ("<!doctype html><title>x</title>", "<Body>y"),
            ("<!doctype html>x", ""),
        ];
        for (before, after) in table {
            let html = injected(format!("{before}{after}").as_bytes(), 0xab);
            assert_eq!(String::from_utf8(html).unwrap(), format!("{before}{tags}{after}"));
        }
    }
}
