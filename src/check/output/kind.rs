//! What a file of the site is to its links, by its name.
//!
//! Must not know what stands in it.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// HTML.
    Page,
    /// SVG.
    Drawing,
    /// CSS.
    Style,
    /// XML, which may be a sitemap.
    Sitemap,
    /// A web manifest.
    Manifest,
}

/// What a file is; nothing for one that holds no links.
pub(super) fn kind_of(path: &str) -> Option<Kind> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, ending) = name.rsplit_once('.')?;
    let is = |endings: &[&str]| endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if is(&["html", "htm", "xhtml"]) {
        Some(Kind::Page)
    } else if is(&["svg"]) {
        Some(Kind::Drawing)
    } else if is(&["css"]) {
        Some(Kind::Style)
    } else if is(&["xml"]) {
        Some(Kind::Sitemap)
    } else if is(&["webmanifest"]) || name == "manifest.json" {
        Some(Kind::Manifest)
    } else {
        None
    }
}
