//! Where the destination of a link stands within what was written, and which schemes are the web's own.
//!
//! Must not know what else a destination may name.

use std::ops::Range;

use pulldown_cmark::LinkType;

/// Whether links of this scheme leave the site.
pub(super) fn is_of_the_web(scheme: &str) -> bool {
    ["http", "https", "mailto", "tel"].iter().any(|web| web.eq_ignore_ascii_case(scheme))
}

/// The bytes of the destination of a link or image written at `range` of `text`, whose label ends not before
/// `label_end`; the whole link where the destination stands in a definition elsewhere.
pub(super) fn destination(text: &str, range: &Range<usize>, label_end: usize, link_type: LinkType) -> Range<usize> {
    match link_type {
        LinkType::Autolink | LinkType::Email => range.start + 1..range.end.saturating_sub(1).max(range.start + 1),
        LinkType::Inline => inline_destination(text, range, label_end).unwrap_or_else(|| range.clone()),
        _ => range.clone(),
    }
}

fn inline_destination(text: &str, range: &Range<usize>, label_end: usize) -> Option<Range<usize>> {
    let label_end = label_end.clamp(range.start, range.end);
    let opens = label_end + text.get(label_end..range.end)?.find("](")? + 2;
    // Between lines of a quote its marks stand too.
    let rest = text.get(opens..range.end)?;
    let blank = |c: char| c.is_whitespace();
    let mut start = opens + rest.len() - rest.trim_start_matches(blank).len();
    if rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) {
        let rest = rest.trim_start_matches(|c: char| blank(c) || c == '>');
        start = range.end - rest.len();
    }
    let rest = text.get(start..range.end)?;
    if rest.starts_with('<') {
        let length_bytes = first_unescaped(rest, |c, _| c == '>')?;
        return Some(start + 1..start + length_bytes);
    }
    let mut open = 0_u32;
    let length_bytes = first_unescaped(rest, |c, _| {
        open += u32::from(c == '(');
        let closes = c == ')' && open == 0;
        open -= u32::from(c == ')' && open > 0);
        closes || c.is_ascii_whitespace()
    })?;
    Some(start..start + length_bytes)
}

/// The first character without a backslash before it that `is_end`.
fn first_unescaped(text: &str, mut is_end: impl FnMut(char, usize) -> bool) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if is_end(c, at) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, label_end: usize) -> &str {
        &text[destination(text, &(0..text.len()), label_end, LinkType::Inline)]
    }

    #[test]
    fn the_destination_is_found() {
        assert_eq!(found("[a](b)", 2), "b");
        assert_eq!(found("[a](  <x y> 't')", 2), "x y");
        assert_eq!(found("[a](b(c)\\)d \"t\")", 2), "b(c)\\)d");
        assert_eq!(found("[`](no)`](yes)", 8), "yes");
        assert_eq!(found("[a](\n> b)", 2), "b");
        assert_eq!(found("![a]()", 3), "");
    }
}
