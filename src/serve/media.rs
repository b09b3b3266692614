//! What a file is, by the ending of its name.

use crate::output::OutputPath;
use mime_guess::{Mime, MimeGuess, mime};

/// What a file means to a browser that shows a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// It is a page.
    Page,
    /// A page is drawn by it.
    Style,
    /// A page may show or run it.
    Shown,
    /// No page does.
    Data,
}

/// The sort of a file.
pub(super) fn sort(path: &OutputPath) -> Sort {
    let guess = guess(path);
    match (guess.type_(), guess.subtype()) {
        (mime::TEXT, mime::HTML) => Sort::Page,
        (mime::TEXT, mime::CSS) => Sort::Style,
        (mime::TEXT, mime::JAVASCRIPT) | (mime::IMAGE | mime::FONT | mime::AUDIO | mime::VIDEO, _) => Sort::Shown,
        (_, kind) if kind == "wasm" => Sort::Shown,
        _ => Sort::Data,
    }
}

/// The value of `Content-Type`. Every text of a site is written in UTF-8.
pub(super) fn content_type(path: &OutputPath) -> String {
    let guess = guess(path);
    if guess.type_() == mime::TEXT { format!("{}; charset=utf-8", guess.essence_str()) } else { guess.to_string() }
}

fn guess(path: &OutputPath) -> Mime {
    let guess = MimeGuess::from_path(path.as_str()).first_or_octet_stream();
    // One type for programs, modules among them (RFC 9239).
    if guess.subtype() == mime::JAVASCRIPT { mime::TEXT_JAVASCRIPT } else { guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sites_hold_has_its_type() {
        let table = [
            ("index.html", "text/html; charset=utf-8", Sort::Page),
            ("assets/STYLE.CSS", "text/css; charset=utf-8", Sort::Style),
            ("assets/filter.js", "text/javascript; charset=utf-8", Sort::Shown),
            ("assets/filter.mjs", "text/javascript; charset=utf-8", Sort::Shown),
            ("robots.txt", "text/plain; charset=utf-8", Sort::Data),
            ("figures.csv", "text/csv; charset=utf-8", Sort::Data),
            ("calendar.ics", "text/calendar; charset=utf-8", Sort::Data),
            ("records.json", "application/json", Sort::Data),
            ("manifest.webmanifest", "application/manifest+json", Sort::Data),
            ("report.pdf", "application/pdf", Sort::Data),
            ("favicon.svg", "image/svg+xml", Sort::Shown),
            ("favicon.ico", "image/x-icon", Sort::Shown),
            ("a.png", "image/png", Sort::Shown),
            ("a.jpg", "image/jpeg", Sort::Shown),
            ("a.webp", "image/webp", Sort::Shown),
            ("a.avif", "image/avif", Sort::Shown),
            ("a.woff2", "font/woff2", Sort::Shown),
            ("a.mp4", "video/mp4", Sort::Shown),
            ("a.mp3", "audio/mpeg", Sort::Shown),
            ("a.wasm", "application/wasm", Sort::Shown),
            ("pagefind/wasm.en.pagefind", "application/octet-stream", Sort::Data),
            ("_headers", "application/octet-stream", Sort::Data),
        ];
        for (path, wanted, wanted_sort) in table {
            let path = OutputPath::new(path).unwrap();
            assert_eq!((content_type(&path).as_str(), sort(&path)), (wanted, wanted_sort), "{path}");
        }
    }
}
