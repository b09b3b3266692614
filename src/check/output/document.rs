//! What stands in one file of the site, as far as it matters to the links of all: its addresses, its ids, its shape.
//!
//! Must not know where an address leads.

use std::borrow::Cow;
use std::ops::Range;

use super::role::Role;

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct Document<'a> {
    /// Every address, in the order in which they stand.
    pub(super) addresses: Vec<Written<'a>>,
    /// Every `id`, and `name` of `<a>`, in the order of their elements.
    pub(super) ids: Vec<Id<'a>>,
    /// Its `<base href>`, by its place in `addresses`.
    pub(super) base: Option<usize>,
    /// How the page is built.
    pub(super) shape: Shape,
    /// What would run or style against a strict Content-Security-Policy.
    pub(super) inline: Vec<Inline>,
    /// Pictures without alternative text.
    pub(super) without_alternative: Vec<Range<u32>>,
    /// Whether a script runs on it, which may make ids of its own.
    pub(super) has_script: bool,
}

/// An address as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written<'a> {
    /// The address, character references undone.
    pub(super) text: Cow<'a, str>,
    /// The bytes of the file where it stands.
    pub(super) range: Range<u32>,
    /// What it is for.
    pub(super) role: Role,
}

/// The name of a part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Id<'a> {
    /// The name.
    pub(super) name: Cow<'a, str>,
    /// The byte of the file where it stands.
    pub(super) at: u32,
    /// Whether it is the `name` of `<a>`, which may repeat the id.
    pub(super) by_name: bool,
}

/// How a page is built, as WCAG and the HTML standard ask it to be.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Where `<html>` stands, and whether it names a language.
    pub(super) html: Option<(Range<u32>, bool)>,
    /// Each `<title>` of the page, and whether it has text.
    pub(super) titles: Vec<(Range<u32>, bool)>,
    /// Each `<h1>`.
    pub(super) headings: Vec<Range<u32>>,
    /// A `<meta http-equiv=refresh>`, with the seconds that it waits.
    pub(super) refresh: Option<(Range<u32>, u32)>,
}

/// What a strict Content-Security-Policy does not let run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum InlineKind {
    /// `<script>` with the program in it.
    Script,
    /// `<style>`.
    Style,
    /// `style="…"`.
    StyleAttribute,
    /// `onclick="…"`.
    Handler,
}

/// A piece of program or style within a page.
#[derive(Debug, Clone)]
pub(super) struct Inline {
    /// What it is.
    pub(super) kind: InlineKind,
    /// Where it stands.
    pub(super) range: Range<u32>,
}

/// The text of a file. Bytes that are not UTF-8 are read as browsers do where nothing says what they are: byte by byte,
/// unless the page says that it is UTF-8 all the same.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    const DECLARED_WITHIN_BYTES: usize = 1024;
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) if bytes.starts_with(&[0xff, 0xfe]) => Cow::Owned(utf_16(&bytes[2..], u16::from_le_bytes)),
        Err(_) if bytes.starts_with(&[0xfe, 0xff]) => Cow::Owned(utf_16(&bytes[2..], u16::from_be_bytes)),
        Err(_) => {
            let head = bytes[..bytes.len().min(DECLARED_WITHIN_BYTES)].to_ascii_lowercase();
            let declares = memchr::memmem::find(&head, b"utf-8").is_some();
            if declares { String::from_utf8_lossy(bytes) } else { bytes.iter().map(|byte| char::from(*byte)).collect() }
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A range of bytes, kept small. No file of a site has 4 GiB.
pub(super) fn small(range: Range<usize>) -> Range<u32> {
    let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    clamp(range.start)..clamp(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_browsers_do() {
        assert_eq!(text("é".as_bytes()), "é");
        assert_eq!(text(b"caf\xe9"), "café");
        assert_eq!(text(b"<meta charset=UTF-8>caf\xe9"), "<meta charset=UTF-8>caf\u{fffd}");
        assert_eq!(text(&[0xff, 0xfe, b'a', 0, 0xe9, 0]), "aé");
        assert_eq!(text(&[0xfe, 0xff, 0, b'a']), "a");
    }
}
