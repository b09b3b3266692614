//! A style sheet as declarations, each with its place and the conditions it holds under (CSS Syntax Level 3, as far as
//! colours need it).
//!
//! Must not know colours.

use std::ops::Range;

/// A style sheet as it is read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Every declaration in order.
    pub(super) declarations: Vec<Declaration>,
    /// What every comment says.
    pub(super) comments: Vec<String>,
}

/// A property with its value.
#[derive(Debug)]
pub(super) struct Declaration {
    /// The property, in lower case; of the theme's own, which begin with `--`, as written.
    pub(super) name: String,
    /// Its value, `!important` left out.
    pub(super) value: String,
    /// Where the value stands, in bytes.
    pub(super) range: Range<usize>,
    /// What it holds for.
    pub(super) selector: String,
    /// Which block it stands in; each has a number of its own.
    pub(super) block: usize,
    /// When it holds.
    pub(super) condition: Condition,
}

/// When a block holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Condition {
    /// Of one colour scheme alone.
    pub(super) scheme: Option<Scheme>,
    /// On paper alone.
    pub(super) is_print: bool,
    /// On screens alone.
    pub(super) is_screen: bool,
    /// Where the reader's own colours take the place of the theme's, or under a condition that nobody can weigh here.
    pub(super) is_set_aside: bool,
}

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Dark letters on a light ground.
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// A block that is open.
struct Open {
    prelude: String,
    number: usize,
    condition: Condition,
}

/// Reads a style sheet. Never fails: what it does not understand it passes over, as browsers do.
pub(super) fn read(css: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let mut open: Vec<Open> = Vec::new();
    let mut blocks = 0;
    // What has been read since the last block or declaration: its first byte, and its text without comments.
    let (mut start, mut text) = (0, String::new());
    let mut at = 0;
    while let Some(c) = css[at..].chars().next() {
        let end = at + token_bytes(&css[at..], c);
        match c {
            '/' if css[at..].starts_with("/*") => {
                let inner = css[at..end].trim_start_matches("/*").trim_end_matches("*/");
                sheet.comments.push(inner.trim().to_owned());
                if text.trim().is_empty() {
                    start = end;
                    text.clear();
                }
            }
            '{' => {
                let around = open.last().map(|block: &Open| block.condition).unwrap_or_default();
                let prelude = std::mem::take(&mut text).trim().to_owned();
                blocks += 1;
                let condition = within(around, &prelude);
                open.push(Open { prelude, number: blocks, condition });
                start = end;
            }
            ';' | '}' => {
                sheet.declarations.extend(open.last().and_then(|block| declaration(block, css, start..at, &text)));
                text.clear();
                start = end;
                if c == '}' {
                    open.pop();
                }
            }
            _ => text.push_str(&css[at..end]),
        }
        at = end;
    }
    sheet.declarations.extend(open.last().and_then(|block| declaration(block, css, start..at, &text)));
    sheet
}

/// How many bytes belong together from here: a comment, a string, an escape, the brackets of `url()`, or one character.
fn token_bytes(rest: &str, c: char) -> usize {
    let ends = |found: Option<usize>, more: usize| found.map_or(rest.len(), |at| at + more);
    match c {
        '/' if rest.starts_with("/*") => 2 + rest[2..].find("*/").map_or(rest.len() - 2, |at| at + 2),
        '"' | '\'' => {
            let mut is_escaped = false;
            let end = rest.char_indices().skip(1).find(|(_, inner)| {
                let found = !is_escaped && (*inner == c || *inner == '\n');
                is_escaped = !is_escaped && *inner == '\\';
                found
            });
            ends(end.map(|(at, _)| at), 1)
        }
        '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        'u' | 'U' if rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("url(")) => ends(rest.find(')'), 1),
        c => c.len_utf8(),
    }
}

fn declaration(block: &Open, css: &str, place: Range<usize>, text: &str) -> Option<Declaration> {
    if block.prelude.starts_with('@') {
        return None;
    }
    let (name, value) = text.split_once(':')?;
    let name = name.trim();
    let name = if name.starts_with("--") { name.to_owned() } else { name.to_ascii_lowercase() };
    let value = value.trim();
    let plain = value.rsplit_once('!').map_or(value, |(before, _)| before.trim_end());
    let written = css.get(place.clone())?;
    let after = written.find(':').map_or(0, |at| at + 1);
    let found = written[after..].find(plain).map_or(after, |at| after + at);
    let start = place.start + found;
    let range = start..(start + plain.len()).min(place.end);
    let (value, selector) = (plain.to_owned(), block.prelude.clone());
    Some(Declaration { name, value, range, selector, block: block.number, condition: block.condition })
}

/// The condition of a block with this prelude in one of that condition.
fn within(around: Condition, prelude: &str) -> Condition {
    let lower = prelude.to_ascii_lowercase();
    let Some(media) = lower.strip_prefix("@media") else {
        // Frames of an animation and the like show what comes and goes.
        let is_passing = ["@keyframes", "@-webkit-keyframes", "@font-face", "@page", "@property", "@container"];
        let is_set_aside = around.is_set_aside || is_passing.iter().any(|word| lower.starts_with(word));
        return Condition { is_set_aside, ..around };
    };
    let media: String = media.split_whitespace().collect();
    let mut condition = around;
    if media.contains("prefers-color-scheme:dark") {
        condition.scheme = Some(Scheme::Dark);
    } else if media.contains("prefers-color-scheme:light") {
        condition.scheme = Some(Scheme::Light);
    }
    condition.is_print |= media.starts_with("print") || media.starts_with("onlyprint");
    condition.is_screen |= media.starts_with("screen") || media.starts_with("onlyscreen");
    condition.is_set_aside |= ["forced-colors", "inverted-colors", "prefers-contrast", "not", "monochrome"]
        .iter()
        .any(|word| media.contains(word));
    condition
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn declarations_are_read_with_their_places_and_conditions() {
        let css = "@import 'x;{.css';\n/* contrast 3: --a on --b */\n:root { --A: #fff /* white */; color : RED !important }\n\
                   @media screen and (prefers-color-scheme: dark) { @supports (a: b) { :root { --A: #000 } } }\n\
                   a::after { content: '}'; background: url(a;b.png) red; &:hover { color: blue } }\n\
                   @media (forced-colors: active) { a { color: Canvas } } b { color: green";
        let sheet = read(css);
        let told: Vec<_> =
            sheet.declarations.iter().map(|found| (found.name.as_str(), &css[found.range.clone()])).collect();
        let expected = [
            ("--A", "#fff"),
            ("color", "RED"),
            ("--A", "#000"),
            ("content", "'}'"),
            ("background", "url(a;b.png) red"),
            ("color", "blue"),
            ("color", "Canvas"),
            ("color", "green"),
        ];
        assert_eq!(told, expected);
        let conditions: Vec<_> = sheet.declarations.iter().map(|found| found.condition).collect();
        assert_eq!(conditions[0], Condition::default());
        assert_eq!((conditions[2].scheme, conditions[2].is_screen), (Some(Scheme::Dark), true));
        assert!(conditions[6].is_set_aside && !conditions[7].is_set_aside);
        assert_eq!(sheet.comments, ["contrast 3: --a on --b", "white"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(css in "[a-z{};:/*'\"\\\\@#()\\n -é]{0,80}") {
            for found in read(&css).declarations {
                prop_assert!(css.get(found.range.clone()).is_some(), "{:?}", found.range);
            }
        }
    }
}
