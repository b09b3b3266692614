//! Where in an unfinished Markdown text somebody is typing what a link leads to.
//!
//! Looks at the line alone, and at the fences of code before it, for the text is rarely sound while it is typed (`CommonMark`
//! 0.31, 6.3 and 6.5). Must not know where links lead.

use std::ops::Range;

/// The destination of a link in which the cursor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// All bytes of it.
    pub range: Range<usize>,
    /// Whether it is that of a picture or of a block that is drawn: `![…](…)`.
    pub is_drawn: bool,
    /// Whether it stands between `<` and `>` by itself, where only a reference may stand.
    pub is_bare: bool,
}

/// The destination at `offset` of `text`, of which the Markdown begins at `body_start`; nothing elsewhere.
pub fn destination(text: &str, body_start: usize, offset: usize) -> Option<Destination> {
    let offset = text.floor_char_boundary(offset);
    if offset < body_start || is_in_fence(text.get(body_start..offset)?) {
        return None;
    }
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1).max(body_start);
    let before = &text[start..offset];
    if before.matches('`').count() % 2 == 1 {
        return None;
    }
    let inline = before.rfind("](").map(|at| at + 2);
    let bare = before.rfind('<').map(|at| at + 1);
    let defined = definition(before);
    let opens = inline.max(bare).or(defined)?;
    let is_bare = bare == Some(opens) && inline.map(|at| at + 1) != Some(opens);
    // Between `](` and `<` there is nothing but the second sign of one link: `[text](<my file.md>)`.
    let is_pointed = bare == Some(opens);
    let typed = &before[opens..];
    let ends: &[char] = if is_pointed { &['<', '>'] } else { &['(', ')', ' ', '\t'] };
    // What follows a bare `<` and has a blank or a quotation mark is running text, or a tag of HTML.
    let is_reference = |typed: &str| {
        let is_other = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=');
        !typed.contains(is_other) && !typed.starts_with(|c: char| !c.is_ascii_alphabetic())
    };
    if typed.contains(ends) || (is_bare && !is_reference(typed)) {
        return None;
    }
    let rest = &text[offset..];
    let closes: &[char] = if is_pointed { &['>', '\n', '\r', '<'] } else { &[')', '\n', '\r', ' ', '\t'] };
    let length = rest.find(closes).unwrap_or(rest.len());
    // Words that follow an unfinished `<` on its line are none of the reference.
    let length = if is_bare && !rest[length..].starts_with('>') {
        rest.find(|c: char| c.is_whitespace()).unwrap_or(length).min(length)
    } else {
        length
    };
    let range = start + opens..offset + length;
    let label = inline.filter(|_| !is_bare).and_then(|at| before[..at - 2].rfind('['));
    let is_drawn = label.is_some_and(|at| before[..at].ends_with('!'));
    Some(Destination { range, is_drawn, is_bare })
}

/// Where the destination of a definition such as `[name]: file.md` begins on this line.
fn definition(before: &str) -> Option<usize> {
    let trimmed = before.trim_start();
    let rest = trimmed.strip_prefix('[')?;
    let (label, after) = rest.split_once("]:")?;
    if label.is_empty() || label.starts_with('^') {
        return None;
    }
    let typed = after.trim_start();
    Some(before.len() - typed.len())
}

/// Whether a fence of code was opened before and not closed (`CommonMark` 0.31, 4.5).
fn is_in_fence(before: &str) -> bool {
    let mut open: Option<(char, usize)> = None;
    for line in before.lines() {
        let trimmed = line.trim_start_matches([' ', '>']);
        let Some(sign) = trimmed.chars().next().filter(|c| matches!(c, '`' | '~')) else { continue };
        let rest = trimmed.trim_start_matches(sign);
        let length = trimmed.len() - rest.len();
        open = match open {
            None if length >= 3 && !(sign == '`' && rest.contains('`')) => Some((sign, length)),
            Some((opened, least)) if opened == sign && length >= least && rest.trim().is_empty() => None,
            open => open,
        };
    }
    open.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` marks the cursor. The destination, and what it is for.
    fn at(marked: &str) -> String {
        let offset = marked.find('|').unwrap_or(marked.len());
        let text = marked.replacen('|', "", 1);
        let Some(found) = destination(&text, 0, offset) else { return "nothing".to_owned() };
        let manner = match (found.is_drawn, found.is_bare) {
            (true, _) => " drawn",
            (_, true) => " bare",
            _ => "",
        };
        format!("`{}`{manner}", &text[found.range])
    }

    #[test]
    fn destinations_are_found_as_they_are_typed() {
        assert_eq!(at("See [a](prio|)."), "`prio`");
        assert_eq!(at("See [a](priority:kni|fe#x) and more."), "`priority:knife#x`");
        assert_eq!(at("See [a](prio|"), "`prio`");
        assert_eq!(at("![Members](board:|)"), "`board:` drawn");
        assert_eq!(at("See <priority:kn|> now"), "`priority:kn` bare");
        assert_eq!(at("See <prio| now"), "`prio` bare");
        assert_eq!(at("[a](<my fi|le.md>)"), "`my file.md`");
        assert_eq!(at("[a]: ../bo|ard.md"), "`../board.md`");
        assert_eq!(at("[a](one) and [b](two|)"), "`two`");
        assert_eq!(at("```x```\n[a](b|)"), "`b`");
    }

    #[test]
    fn other_places_are_none() {
        for text in [
            "See [a](x) |",
            "a < b|",
            "`[a](x|)`",
            "```\n[a](x|)",
            "[^1]: see |",
            "<|",
            "[a](b c|)",
            "if a <b then|",
            "<a href=\"pri|\">",
            "````\n```\n[a](x|)",
        ] {
            assert_eq!(at(text), if text == "<|" { "`` bare" } else { "nothing" }, "{text}");
        }
        assert_eq!(destination("---\ntitle: <a\n---\n", 18, 12), None);
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_odd(text in "[a\u{e9}<>()\\[\\]!:`~\n\r ]{0,60}", at in 0_usize..90) {
            if let Some(found) = destination(&text, 0, at.min(text.len())) {
                prop_assert!(text.get(found.range.clone()).is_some(), "{:?}", found);
            }
        }
    }
}
