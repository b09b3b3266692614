//! Files that are shown as pictures and are none.
//!
//! Must not know more of a format than its first bytes.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Link;
use crate::parse::markdown::tree::LinkUse;

/// A file that is no picture.
pub(super) static NOT_A_PICTURE: Rule = Rule {
    code: "not-a-picture",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "The file is there, but a browser cannot show it: it is empty, or begins unlike any picture. Most often a \
        download went wrong and a web page was saved under the name of a picture, or only the stand-in of a large file was \
        fetched. Save the picture again.",
    wrong: "![A map of the districts](map.png) where map.png is empty",
    right: "![A map of the districts](map.png) where map.png is a picture",
};

/// Endings of pictures whose first bytes are known.
const ENDINGS: [&str; 10] = ["apng", "avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"];

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let shown = page.text.body.links.iter().zip(&page.text.links).filter(|(link, _)| link.usage == LinkUse::Image);
    for (link, target) in shown {
        let Link::File { path, .. } = target else { continue };
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        let folder = &page.sources.content_folder;
        let from_root = if folder.is_empty() { path.clone() } else { format!("{folder}/{path}") };
        let Some(bytes) = page.sources.assets.get(&from_root) else { continue };
        if !ENDINGS.contains(&ending.as_str()) {
            continue;
        }
        let what = if bytes.is_empty() {
            "is empty"
        } else if bytes.starts_with(b"version https://git-lfs") {
            "is only the stand-in of a large file"
        } else if !is_picture(bytes) {
            "is not a picture"
        } else {
            continue;
        };
        let message = format!("The file `{path}` {what}, so nothing is shown here.");
        all.push(Diagnostic::new(&NOT_A_PICTURE, link.span, message).help("Save the picture to that file again."));
    }
}

/// Whether a file begins like a picture of any format that browsers show.
fn is_picture(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 8] =
        [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"\0\0\x01\0", b"II*\0", b"MM\0*", b"\x1f\x8b"];
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_avif = bytes.get(4..8) == Some(b"ftyp");
    let is_wide = bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"\xFF\xFE");
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning)) || is_webp || is_avif || is_wide || is_svg(bytes)
}

fn is_svg(bytes: &[u8]) -> bool {
    let looks_like_page = bytes.iter().take(500).copied().collect::<Vec<u8>>().to_ascii_lowercase();
    let is_page = looks_like_page.windows(5).any(|part| part == b"<html");
    !is_page && bytes.windows(4).any(|part| part == b"<svg" || part == b":svg")
}

#[cfg(test)]
mod tests {
    use super::is_picture;

    #[test]
    fn pictures_are_told_from_others() {
        let webp = b"RIFF\x10\0\0\0WEBPVP8 ";
        let svg: &[u8] = b"<?xml version='1.0'?>\n<!-- a map -->\n<svg xmlns='http://www.w3.org/2000/svg'/>";
        for picture in [b"\x89PNG\r\n\x1a\n".as_slice(), b"GIF89a", b"\xFF\xD8\xFF\xE0", webp, svg] {
            assert!(is_picture(picture), "{picture:?}");
        }
        for other in [b"<!DOCTYPE html><html><svg>".as_slice(), b"Not found", b"%PDF-1.7", b"RIFF\0\0\0\0WAVE"] {
            assert!(!is_picture(other), "{other:?}");
        }
    }
}
