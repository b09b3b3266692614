//! The sitemap for search engines (sitemaps.org, protocol 0.9): one file, or of a very large site an index of several.

use std::fmt::Write as _;

use crate::output::Bytes;
use crate::pages::brief::Brief;

/// Its path, which `robots.txt` names.
pub(super) const SITEMAP: &str = "sitemap.xml";

/// Most addresses in one file that the protocol allows.
const MOST_ADDRESSES: usize = 50_000;

/// Most bytes of one file that it allows, 50 MB.
const MOST_BYTES: usize = 52_428_800;

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
const LISTED: &str = "</urlset>\n";

/// `sitemap.xml` with every page; above what the protocol allows, an index of `sitemap-1.xml`, `sitemap-2.xml`… It names full
/// addresses, so it is made where `base_url` is known and every page has one.
pub fn sitemap(pages: &[Brief], base_url: &str) -> Vec<(String, Bytes)> {
    let mut lines: Vec<String> = pages.iter().filter_map(line).collect();
    lines.sort();
    files(&lines, base_url, MOST_ADDRESSES, MOST_BYTES)
}

fn line(page: &Brief) -> Option<String> {
    let location = escape(page.canonical.as_ref().filter(|_| page.redirects_to.is_none())?);
    let changed = page.last_changed.as_ref();
    let changed = changed.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    Some(format!("  <url><loc>{location}</loc>{changed}</url>\n"))
}

fn files(lines: &[String], base_url: &str, most_addresses: usize, most_bytes: usize) -> Vec<(String, Bytes)> {
    let parts = parts(lines, most_addresses, most_bytes);
    if parts.len() < 2 {
        return vec![(SITEMAP.to_owned(), listed(lines))];
    }
    let base = escape(base_url.trim_end_matches('/'));
    let mut index = format!("{OPENING}<sitemapindex {NAMESPACE}>\n");
    let mut files = Vec::new();
    for (place, part) in parts.into_iter().enumerate() {
        let path = format!("sitemap-{}.xml", place + 1);
        let _ = writeln!(index, "  <sitemap><loc>{base}/{path}</loc></sitemap>");
        files.push((path, listed(part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push((SITEMAP.to_owned(), Bytes::from(index.into_bytes())));
    files
}

/// The lines cut where one more would be too many, or too long.
fn parts(lines: &[String], most_addresses: usize, most_bytes: usize) -> Vec<&[String]> {
    let empty = listed(&[]).len();
    let mut parts = Vec::new();
    let (mut start, mut bytes) = (0, empty);
    for (place, line) in lines.iter().enumerate() {
        let is_full = place - start == most_addresses || bytes + line.len() > most_bytes;
        if is_full && place > start {
            parts.push(&lines[start..place]);
            (start, bytes) = (place, empty);
        }
        bytes += line.len();
    }
    parts.push(&lines[start..]);
    parts
}

fn listed(lines: &[String]) -> Bytes {
    let mut xml = format!("{OPENING}<urlset {NAMESPACE}>\n");
    xml.extend(lines.iter().map(String::as_str));
    xml.push_str(LISTED);
    Bytes::from(xml.into_bytes())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("  <url><loc>https://a.b/{number}</loc></url>\n")).collect()
    }

    fn text(bytes: &Bytes) -> &str {
        std::str::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_fits_is_one_file() {
        let made = files(&lines(3), "https://a.b", 3, MOST_BYTES);
        let paths: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["sitemap.xml"]);
        assert!(text(&made[0].1).contains("<urlset") && text(&made[0].1).contains("https://a.b/2<"));
        assert_eq!(files(&[], "https://a.b", 3, MOST_BYTES).len(), 1);
    }

    #[test]
    fn what_does_not_fit_is_an_index_of_several() {
        let made = files(&lines(5), "https://a.b/plan/?x&y", 2, MOST_BYTES);
        let paths: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let index = text(&made[3].1);
        let first = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
                     <sitemap><loc>https://a.b/plan/?x&amp;y/sitemap-1.xml</loc></sitemap>\n";
        assert!(index.contains(first) && index.contains("/sitemap-3.xml<"), "{index}");
        assert!(text(&made[2].1).contains("https://a.b/4<") && !text(&made[2].1).contains("https://a.b/3<"));
        roxmltree::Document::parse(index).unwrap();
        roxmltree::Document::parse(text(&made[0].1)).unwrap();
    }

    proptest! {
        #[test]
        fn every_address_is_in_one_file_and_none_is_too_large(
            count in 0..60_usize, most in 1..20_usize, most_bytes in 200..900_usize
        ) {
            let lines = lines(count);
            let parts = parts(&lines, most, most_bytes);
            prop_assert_eq!(parts.concat(), lines.clone());
            for part in &parts {
                prop_assert!(part.len() <= most && listed(part).len() <= most_bytes);
                prop_assert!(!part.is_empty() || count == 0);
            }
        }
    }
}
