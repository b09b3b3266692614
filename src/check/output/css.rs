//! The addresses of a style: `url(…)` and `@import`.
//!
//! Must not know where an address leads.

use std::borrow::Cow;
use std::ops::Range;

use super::role::Role;

/// An address of a style.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// The address, escapes undone.
    pub(super) text: Cow<'a, str>,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it is for.
    pub(super) role: Role,
}

/// The addresses in `css`, in order. What only names a part of the page that the style is used on is left out.
pub(super) fn addresses(css: &str) -> Vec<Found<'_>> {
    let bytes = css.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    // What the next address is for: `@import` fetches a style sheet, `@namespace` fetches nothing.
    let mut next = Some(Role::InStyle);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let begins = |word: &[u8]| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        match bytes[at] {
            b'/' if begins(b"/*") => {
                at = memchr::memmem::find(&rest[2..], b"*/").map_or(bytes.len(), |end| at + 2 + end + 2);
            }
            quote @ (b'"' | b'\'') => {
                let end = end_of(bytes, at + 1, |byte| byte == quote || byte == b'\n');
                if next == Some(Role::Style) {
                    push(css, at + 1..end, Role::Style, &mut found);
                    next = Some(Role::InStyle);
                }
                at = end + 1;
            }
            b'@' => {
                next = if begins(b"@import") {
                    Some(Role::Style)
                } else if begins(b"@namespace") {
                    None
                } else {
                    Some(Role::InStyle)
                };
                at += 1;
            }
            b';' | b'{' => {
                next = Some(Role::InStyle);
                at += 1;
            }
            b'u' | b'U' if begins(b"url(") && !is_within_word(bytes, at) => {
                let range = argument(bytes, at + 4);
                at = end_of(bytes, range.end, |byte| byte == b')') + 1;
                if let Some(role) = next {
                    push(css, range, role, &mut found);
                }
                next = Some(Role::InStyle);
            }
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    found
}

/// Whether the letter at `at` goes on a word, as in `my-url(`.
fn is_within_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || !byte.is_ascii())
}

/// The bytes of what stands in the brackets of `url(`, without quotes and white space.
fn argument(bytes: &[u8], from: usize) -> Range<usize> {
    let start = end_of(bytes, from, |byte| !byte.is_ascii_whitespace());
    if let Some(quote @ (b'"' | b'\'')) = bytes.get(start) {
        return start + 1..end_of(bytes, start + 1, |byte| byte == *quote);
    }
    let end = end_of(bytes, start, |byte| byte == b')');
    start..start + bytes[start..end].trim_ascii_end().len()
}

/// The first byte from `from` that is wanted and has no backslash before it; the end where there is none.
fn end_of(bytes: &[u8], from: usize, is_wanted: impl Fn(u8) -> bool) -> usize {
    let mut at = from;
    while at < bytes.len() && !is_wanted(bytes[at]) {
        at += 1 + usize::from(bytes[at] == b'\\');
    }
    at.min(bytes.len())
}

fn push<'a>(css: &'a str, range: Range<usize>, role: Role, found: &mut Vec<Found<'a>>) {
    let Some(written) = css.get(range.clone()) else { return };
    if !written.starts_with('#') {
        found.push(Found { text: unescaped(written), range, role });
    }
}

/// Undoes escapes (CSS Syntax Level 3, 4.3.7): up to six digits and a space, or a character that means itself.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits == 0 {
            let mut characters = after.chars();
            plain.extend(characters.next().filter(|c| *c != '\n'));
            rest = characters.as_str();
        } else {
            let code = u32::from_str_radix(&after[..digits], 16).ok().and_then(char::from_u32);
            plain.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = after[digits..].strip_prefix([' ', '\t', '\n']).unwrap_or(&after[digits..]);
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn listed(css: &str) -> Vec<(String, Role)> {
        addresses(css).into_iter().map(|found| (found.text.into_owned(), found.role)).collect()
    }

    #[test]
    fn addresses_are_found_and_nothing_else() {
        let css = "@import 'a.css'; @IMPORT url( \"b.css\" ) print; @namespace url(http://www.w3.org/2000/svg);\
                   /* url(no.png) */ a { background: URL(c.png), url('d e.png'); content: 'url(no)'; filter: url(#f) }\
                   b { my-url: x; cursor: url(f\\ g.png) 1 2; x: my-url(no) }";
        let expected = [
            ("a.css", Role::Style),
            ("b.css", Role::Style),
            ("c.png", Role::InStyle),
            ("d e.png", Role::InStyle),
            ("f g.png", Role::InStyle),
        ];
        assert_eq!(listed(css), expected.map(|(text, role)| (text.to_owned(), role)));
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(listed("x{y:url(\\61 b\\).png)}"), [("ab).png".to_owned(), Role::InStyle)]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(css in "(url\\(|@import |['\"()\\\\/*;{ ]|é|a){0,40}") {
            for found in addresses(&css) {
                prop_assert!(css.get(found.range).is_some());
            }
        }
    }
}
