//! The addresses in files that machines read: a sitemap, a web manifest.
//!
//! Must not know where an address leads.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value;

use super::document::{Document, Written, small};
use super::role::Role;

/// Reads a sitemap (sitemaps.org, protocol 0.9); nothing where the XML is none.
pub(super) fn sitemap(text: &str) -> Option<Document<'_>> {
    const HEAD_BYTES: usize = 2048;
    let head = &text.as_bytes()[..text.len().min(HEAD_BYTES)];
    let is_sitemap = [&b"<urlset"[..], b"<sitemapindex"].iter().any(|root| memchr::memmem::find(head, root).is_some());
    let mut document = Document::default();
    let mut at = 0;
    while let Some(start) = text[at..].find("<loc>").map(|found| at + found + "<loc>".len()).filter(|_| is_sitemap) {
        let end = text[start..].find('<').map_or(text.len(), |found| start + found);
        document.addresses.push(Written {
            text: unescaped(&text[start..end]),
            range: small(start..end),
            role: Role::Listed,
        });
        at = end;
    }
    is_sitemap.then_some(document)
}

/// Undoes the five references that XML knows by itself (XML 1.0, 4.6).
fn unescaped(text: &str) -> Cow<'_, str> {
    const KNOWN: [(&str, &str); 5] = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(KNOWN.iter().fold(text.to_owned(), |text, (reference, sign)| text.replace(reference, sign)))
}

/// Reads a web manifest (W3C, Web Application Manifest): its start page, its icons and pictures, its shortcuts.
pub(super) fn manifest(text: &str) -> Option<Document<'static>> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let mut document = Document::default();
    let mut take = |address: &Value| {
        let Some(address) = address.as_str() else { return };
        let range = place(text, address);
        let written = Cow::Owned(address.to_owned());
        document.addresses.push(Written { text: written, range: small(range), role: Role::Manifest });
    };
    take(&value["start_url"]);
    let shortcuts = || value["shortcuts"].as_array().into_iter().flatten();
    shortcuts().for_each(|shortcut| take(&shortcut["url"]));
    for holder in std::iter::once(&value).chain(shortcuts()) {
        let pictures = ["icons", "screenshots"].into_iter().filter_map(|list| holder[list].as_array()).flatten();
        pictures.for_each(|picture| take(&picture["src"]));
    }
    Some(document)
}

/// Where a text stands in quotes; the beginning of the file where it is written with escapes.
fn place(text: &str, wanted: &str) -> Range<usize> {
    let found = text.find(&format!("\"{wanted}\"")).map(|quote| quote + 1);
    found.map_or(0..0, |start| start..start + wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(document: Option<&Document<'_>>) -> Vec<String> {
        let addresses = document.into_iter().flat_map(|document| &document.addresses);
        addresses.map(|written| format!("{} {}", written.range.start, written.text)).collect()
    }

    #[test]
    fn sitemaps_and_manifests_are_read() {
        let xml = "<urlset><url><loc>https://a.b/?c&amp;d</loc></url><loc>e";
        assert_eq!(listed(sitemap(xml).as_ref()), ["18 https://a.b/?c&d", "55 e"]);
        assert!(sitemap("<feed><loc>x</loc></feed>").is_none());
        let json = r#"{"start_url": "./", "icons": [{"src": "i.png"}, 3], "shortcuts": [{"url": "a\/b"}]}"#;
        assert_eq!(listed(manifest(json).as_ref()), ["15 ./", "0 a/b", "39 i.png"]);
        assert!(manifest("{").is_none());
    }
}
