//! Attributes that hold more than one address, or an address among other words: `srcset`, and `content` of a redirect.
//!
//! Must not know where an address leads.

use std::ops::Range;

/// Where each address of a `srcset` stands (HTML Living Standard, 4.8.4.2.2).
pub(super) fn candidates(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        at = first(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b',');
        let start = at;
        at = first(bytes, at, |byte| byte.is_ascii_whitespace());
        let end = start + text[start..at].trim_end_matches(',').len();
        if end > start {
            found.push(start..end);
        }
        // An address that ends with a comma has no size after it.
        if end == at {
            at = after_size(bytes, at);
        }
    }
    found
}

/// One past the comma that ends a size, which may hold commas in brackets.
fn after_size(bytes: &[u8], from: usize) -> usize {
    let mut open = false;
    first(bytes, from, |byte| {
        open = (open || byte == b'(') && byte != b')';
        byte == b',' && !open
    })
}

fn first(bytes: &[u8], from: usize, mut is_wanted: impl FnMut(u8) -> bool) -> usize {
    bytes[from..].iter().position(|byte| is_wanted(*byte)).map_or(bytes.len(), |found| from + found)
}

/// The seconds that a redirect waits and where its address stands, if it has one (HTML Living Standard, 4.2.5.3).
pub(super) fn refresh(content: &str) -> Option<(u32, Option<Range<usize>>)> {
    let bytes = content.as_bytes();
    let start = first(bytes, 0, |byte| !byte.is_ascii_whitespace());
    let end = first(bytes, start, |byte| !byte.is_ascii_digit());
    if start == end && bytes.get(start) != Some(&b'.') {
        return None;
    }
    // A number that is too long for us is a long time all the same.
    let seconds = if start == end { 0 } else { content[start..end].parse().unwrap_or(u32::MAX) };
    let rest = first(bytes, end, |byte| !byte.is_ascii_digit() && byte != b'.');
    let mut at = first(bytes, rest, |byte| !byte.is_ascii_whitespace());
    if matches!(bytes.get(at), Some(b';' | b',')) {
        at += 1;
    } else if at == rest {
        return Some((seconds, None));
    }
    at = first(bytes, at, |byte| !byte.is_ascii_whitespace());
    if content.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case("url")) {
        let equals = first(bytes, at + 3, |byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) == Some(&b'=') {
            at = first(bytes, equals + 1, |byte| !byte.is_ascii_whitespace());
        }
    }
    let quote = bytes.get(at).copied().filter(|byte| matches!(byte, b'"' | b'\''));
    let start = at + usize::from(quote.is_some());
    let end = quote.map_or(bytes.len(), |quote| first(bytes, start, |byte| byte == quote));
    Some((seconds, (end > start).then_some(start..end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(text: &str) -> Vec<&str> {
        candidates(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn each_candidate_is_found() {
        assert_eq!(listed("a.png 1x, b.png 2x"), ["a.png", "b.png"]);
        assert_eq!(listed(" , a.png,b.png 2x ,"), ["a.png,b.png"]);
        assert_eq!(listed("a.png, b.png"), ["a.png", "b.png"]);
        assert_eq!(
            listed("data:image/png;base64,AA== 1x,c.png (x,y) 3w, d"),
            ["data:image/png;base64,AA==", "c.png", "d"]
        );
        assert_eq!(listed(" ,, "), Vec::<&str>::new());
    }

    #[test]
    fn redirects_are_read_as_browsers_do() {
        let told =
            |text: &'static str| refresh(text).map(|(seconds, range)| (seconds, range.map(|range| &text[range])));
        assert_eq!(told("0; url=a.html"), Some((0, Some("a.html"))));
        assert_eq!(told(" 5;URL = 'a b.html' "), Some((5, Some("a b.html"))));
        assert_eq!(told("3.7 , a.html"), Some((3, Some("a.html"))));
        assert_eq!(told("10"), Some((10, None)));
        assert_eq!(told("0;url="), Some((0, None)));
        assert_eq!(told("99999999999999;url=\"x"), Some((u32::MAX, Some("x"))));
        assert_eq!(told("soon"), None);
        assert_eq!(told("5x"), Some((5, None)));
    }
}
