//! Files for search engines and hosts: `robots.txt`, redirects, the owner's colour.

use std::fmt::Write as _;

use crate::export::sitemap::SITEMAP;
use crate::model::colour::Colour;
use crate::model::settings::UrlStyle;
use crate::output::Bytes;
use crate::pages::Alias;

/// `robots.txt` (RFC 9309): everything may be read; the sitemap is named where its full address is known.
pub fn robots(base_url: Option<&str>) -> Bytes {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = base_url {
        let _ = writeln!(text, "\nSitemap: {}/{SITEMAP}", base.trim_end_matches('/'));
    }
    Bytes::from(text.into_bytes())
}

/// `_redirects`, for hosts that read it: a former address, the present one, and that the move is for good; below the path
/// of `base_url`.
pub fn redirects(aliases: &[Alias], base_url: Option<&str>, style: UrlStyle) -> Option<Bytes> {
    let below = base_url.map(path_of).unwrap_or_default();
    let mut lines: Vec<String> = aliases
        .iter()
        .map(|Alias { from, to, .. }| {
            format!("{below}/{} {below}/{} 301\n", from.from_root(style), to.from_root(style))
        })
        .collect();
    lines.sort();
    (!lines.is_empty()).then(|| Bytes::from(lines.concat().into_bytes()))
}

/// The path of an address of the web, without a slash at its end: `/plan` of `https://example.org/plan/`.
pub(super) fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme.find('/').map_or("", |at| after_scheme[at..].trim_end_matches('/'))
}

/// The style sheet that gives the theme the owner's colour and font.
pub fn brand_style(colour: Option<&str>, font: Option<&str>) -> Option<Bytes> {
    let mut rules = String::new();
    if let Some(colour) = colour {
        let _ = writeln!(rules, "  --brand: {colour};\n  --brand-text: {};", text_on(colour));
    }
    if let Some(font) = font {
        let _ = writeln!(rules, "  --font: {font};");
    }
    (!rules.is_empty()).then(|| Bytes::from(format!(":root {{\n{rules}}}\n").into_bytes()))
}

/// Black or white, whichever stands out more on the colour: one of the two always has a contrast of at least 4.5 to 1
/// (WCAG 2.2, criterion 1.4.3).
fn text_on(colour: &str) -> &'static str {
    let ground = Colour::parse(colour).unwrap_or(Colour::BLACK);
    if ground.contrast(Colour::WHITE) >= ground.contrast(Colour::BLACK) { "#ffffff" } else { "#000000" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::{SourceId, Span};

    #[test]
    fn hosts_get_what_they_read() {
        let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(&robots(None)), "User-agent: *\nAllow: /\n");
        assert!(
            text(&robots(Some("https://example.org/plan/")))
                .ends_with("Sitemap: https://example.org/plan/sitemap.xml\n")
        );
        let span = Span::new(SourceId(0), 0..0);
        let alias = Alias::to_page("old", "boards/lscsb", span);
        let lines = redirects(std::slice::from_ref(&alias), None, UrlStyle::Files);
        assert_eq!(lines.as_ref().map(text).as_deref(), Some("/old.html /boards/lscsb.html 301\n"));
        let lines = redirects(&[alias], Some("https://example.org/plan/"), UrlStyle::Files);
        assert_eq!(lines.as_ref().map(text).as_deref(), Some("/plan/old.html /plan/boards/lscsb.html 301\n"));
        assert_eq!(redirects(&[], None, UrlStyle::Files), None);
        assert_eq!((text_on("#1d70b8"), text_on("#ffff00"), text_on("#036")), ("#ffffff", "#000000", "#ffffff"));
    }
}
