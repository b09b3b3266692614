//! Bytes become a text, and what was wrong with them is told at its place.
//!
//! A text comes out whatever the bytes were, with U+FFFD where something could not be kept, so that its other faults are
//! still found and references to it still resolve. Must not know where the bytes came from.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::rules::{CONTROL_CHARACTER, NOT_UTF_8};
use crate::diagnostic::Rule;

/// Shown for what could not be kept.
const REPLACEMENT: char = '\u{FFFD}';

const SAVE_AS: &str = "Save the file as UTF-8: in most editors this is a choice in the Save as window.";

/// What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); the rest is as in Latin-1.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A text and what was wrong with its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text without a byte order mark.
    pub(super) text: Arc<str>,
    /// What was wrong, in order of place.
    pub(super) faults: Vec<Fault>,
}

/// A text that is still being mended.
struct Mended {
    text: String,
    faults: Vec<Fault>,
}

/// Something wrong with the bytes of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) rule: &'static Rule,
    /// The bytes of the decoded text that show the fault.
    pub(super) at: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Reads bytes as text.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mended = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => match str::from_utf8(bytes) {
            Ok(text) if !has_faults(text) => return Decoded { text: text.into(), faults: Vec::new() },
            Ok(text) => Mended { text: text.to_owned(), faults: Vec::new() },
            Err(_) => utf_8(bytes),
        },
    };
    let Mended { text, faults } = without_control_characters(mended);
    Decoded { text: text.into(), faults }
}

/// Whether a text has control characters.
fn has_faults(text: &str) -> bool {
    // In pieces, each looked at whole, which is many bytes at a time.
    let is_faulty = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | is_fault(*byte));
    text.as_bytes().chunks(256).any(is_faulty)
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Mended {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    let text = char::decode_utf16(units).map(|decoded| decoded.unwrap_or(REPLACEMENT)).collect();
    let message = "This file is saved as UTF-16, and texts are read as UTF-8.".to_owned();
    Mended { text, faults: vec![Fault { rule: &NOT_UTF_8, at: 0..0, message, help: SAVE_AS.to_owned() }] }
}

fn utf_8(bytes: &[u8]) -> Mended {
    let mut text = String::with_capacity(bytes.len());
    let mut first: Option<(Range<usize>, u8)> = None;
    let mut count = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            count += 1;
            first.get_or_insert((text.len()..text.len() + REPLACEMENT.len_utf8(), *byte));
            text.push(REPLACEMENT);
        }
    }
    let faults = first.map(|(at, byte)| Fault {
        rule: &NOT_UTF_8,
        at,
        message: foreign_byte(byte, count),
        help: SAVE_AS.to_owned(),
    });
    Mended { text, faults: faults.into_iter().collect() }
}

fn foreign_byte(byte: u8, count: usize) -> String {
    let likely = match byte {
        0x80..=0x9F => WINDOWS_1252.chars().nth(usize::from(byte - 0x80)),
        _ => Some(char::from(byte)),
    };
    let likely = likely.filter(|likely| !likely.is_control());
    let likely = likely.map(|likely| format!(" (in Windows-1252 it would be {likely})")).unwrap_or_default();
    let more = match count {
        1 => String::new(),
        2 => ", and one more further on".to_owned(),
        _ => format!(", and {} more further on", count - 1),
    };
    format!("This file is not saved as UTF-8: a sign here cannot be read{likely}{more}.")
}

/// Replaces control characters. Each kind is told once, at its first place; in a file of another encoding they are but a
/// part of that fault.
fn without_control_characters(mut decoded: Mended) -> Mended {
    if !has_faults(&decoded.text) {
        return decoded;
    }
    let mut text = String::with_capacity(decoded.text.len());
    let mut seen: BTreeMap<u8, (usize, usize)> = BTreeMap::new();
    for character in decoded.text.chars() {
        match u8::try_from(character).ok().filter(|byte| is_fault(*byte)) {
            Some(byte) => {
                seen.entry(byte).or_insert((text.len(), 0)).1 += 1;
                text.push(REPLACEMENT);
            }
            None => text.push(character),
        }
    }
    // Each control character became longer, so what stands after it has moved.
    let moved = |at: usize| {
        let before =
            decoded.text.as_bytes()[..at.min(decoded.text.len())].iter().filter(|byte| is_fault(**byte)).count();
        at + before * (REPLACEMENT.len_utf8() - 1)
    };
    for fault in &mut decoded.faults {
        fault.at = moved(fault.at.start)..moved(fault.at.end);
    }
    if decoded.faults.is_empty() {
        let faults = seen.iter().map(|(byte, (at, count))| control_character(*byte, *at, *count, text.len()));
        decoded.faults = faults.collect();
        decoded.faults.sort_by_key(|fault| fault.at.start);
    }
    decoded.text = text;
    decoded
}

/// C0 control characters, except tab, line feed, form feed and carriage return.
fn is_fault(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0C | b'\r')
}

fn control_character(byte: u8, at: usize, count: usize, text_bytes: usize) -> Fault {
    let times = match count {
        1 => String::new(),
        _ => format!(" ({count} times in this file)"),
    };
    // In UTF-16 every letter of English has a NUL beside it; replaced, it takes three bytes of each four.
    let help = if byte == 0 && count * 6 > text_bytes {
        "This looks like UTF-16, or is no text at all. ".to_owned() + SAVE_AS
    } else {
        "Delete the character; it may be invisible in your editor.".to_owned()
    };
    let name = if byte == 0 { "NUL, " } else { "" };
    Fault {
        rule: &CONTROL_CHARACTER,
        at: at..at + REPLACEMENT.len_utf8(),
        message: format!("A control character that no page can show ({name}U+{byte:04X}) stands here{times}."),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> (String, Vec<(&'static str, usize)>) {
        let decoded = decode(bytes);
        let faults = decoded.faults.iter().map(|fault| (fault.rule.code, fault.at.start)).collect();
        (decoded.text.to_string(), faults)
    }

    fn clean(text: &str) -> (String, Vec<(&'static str, usize)>) {
        (text.to_owned(), Vec::new())
    }

    #[test]
    fn takes_utf_8_with_or_without_a_mark_and_leaves_line_ends() {
        assert_eq!(told("a\r\nb\tc\x0cé\n".as_bytes()), clean("a\r\nb\tc\x0cé\n"));
        assert_eq!(told(b"\xEF\xBB\xBFa\xEF\xBB\xBF"), clean("a\u{FEFF}"));
        assert_eq!(told(b""), clean(""));
    }

    #[test]
    fn tells_the_first_foreign_byte_and_what_it_would_be() {
        assert_eq!(told(b"a\nb\xA320 \x96 x"), ("a\nb\u{FFFD}20 \u{FFFD} x".to_owned(), vec![("not-utf-8", 3)]));
        let message = |bytes: &[u8]| decode(bytes).faults.remove(0).message;
        assert!(message(b"\xA3").ends_with("(in Windows-1252 it would be £)."));
        assert!(message(b"\x92 \x93").ends_with("(in Windows-1252 it would be ’), and one more further on."));
        assert!(message(b"\x9F").contains('Ÿ'));
        assert!(message(b"\x81\x81\x81").ends_with("cannot be read, and 2 more further on."));
    }

    #[test]
    fn reads_utf_16_so_that_the_rest_can_go_on_and_says_so() {
        let expected = ("h\u{e9}\n".to_owned(), vec![("not-utf-8", 0)]);
        assert_eq!(told(b"\xFF\xFEh\0\xe9\0\n\0"), expected);
        assert_eq!(told(b"\xFE\xFF\0h\0\xe9\0\n"), expected);
        assert_eq!(told(b"\xFF\xFE\x00\xD8x"), ("\u{FFFD}".to_owned(), vec![("not-utf-8", 0)]));
        assert!(decode(b"\xFF\xFE").faults[0].help.starts_with("Save the file as UTF-8"));
    }

    #[test]
    fn replaces_control_characters_and_tells_each_kind_once() {
        let (text, faults) = told(b"a\0b\x1b[0m\0\x01");
        assert_eq!(text, "a\u{FFFD}b\u{FFFD}[0m\u{FFFD}\u{FFFD}");
        assert_eq!(faults, [("control-character", 1), ("control-character", 5), ("control-character", 14)]);
        let faults = decode(b"a long text with\0a NUL, and\0another").faults;
        assert!(faults[0].message.contains("(NUL, U+0000) stands here (2 times in this file)."));
        assert!(faults[0].help.starts_with("Delete"));
        assert!(decode(b"h\0e\0l\0l\0o\0").faults[0].help.contains("UTF-16"));
    }

    #[test]
    fn control_characters_of_a_file_in_another_encoding_are_not_told_as_well() {
        assert_eq!(told(b"\xFF\0\x01"), ("\u{FFFD}\u{FFFD}\u{FFFD}".to_owned(), vec![("not-utf-8", 0)]));
    }
}
