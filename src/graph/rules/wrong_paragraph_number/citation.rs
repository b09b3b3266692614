//! Citations of paragraphs by number in running text, and where one stands in the source.
//!
//! Must not know documents.

use std::collections::HashMap;
use std::ops::Range;

use crate::sources::{Sources, Span};

/// `paragraph 12`, `paragraphs 3 to 5`, `paragraphs 3 and 5`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation {
    /// The number, or the first of two.
    pub(super) first: i64,
    /// The second of two.
    pub(super) last: Option<i64>,
    /// Whether all numbers in between are meant.
    is_range: bool,
    /// Where the first number stands in the text.
    number: Range<usize>,
    /// What follows in the text.
    after: String,
}

/// How much of what follows a citation is kept: enough for `of this community safety strategy`.
const KEPT_CHARACTERS: usize = 40;

impl Citation {
    /// Whether the number is among those cited.
    pub(super) fn covers(&self, number: i64) -> bool {
        match self.last {
            Some(last) if self.is_range => (self.first..=last).contains(&number),
            last => number == self.first || last == Some(number),
        }
    }

    /// Whether it says that it is a paragraph of something that is no document of a site: a schedule, an Act.
    pub(super) fn is_of_another(&self) -> bool {
        let after = self.after.to_lowercase();
        ["schedule", "regulation", " act", "order", "part ", "article"].iter().any(|other| after.contains(other))
    }

    /// Whether what is cited is the link that follows: `paragraph 12 of the`, and then the end of the text.
    pub(super) fn leads_to_what_follows(&self) -> bool {
        matches!(self.after.trim(), "of" | "of the" | "of its" | "of our" | "of this" | "in" | "in the" | "of that")
    }

    /// Whether it says that it is a paragraph of the document that it stands in.
    pub(super) fn is_of_this_document(&self) -> bool {
        const OWN: [&str; 8] = ["report", "document", "strategy", "agreement", "plan", "paper", "policy", "assessment"];
        let words: Vec<&str> =
            self.after.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3).collect();
        match words[..] {
            ["above" | "below", ..] => self.after.starts_with(char::is_whitespace),
            ["of", "this", what, ..] => OWN.contains(&what),
            _ => false,
        }
    }
}

/// Every citation of a text. Numbers with a dot or a letter, such as 4.2 and 12a, are those of other documents.
pub(super) fn citations(text: &str) -> Vec<Citation> {
    let lower = text.to_ascii_lowercase();
    let words = lower.match_indices("para").map(|(at, _)| at);
    words.filter(|at| !lower[..*at].ends_with(char::is_alphanumeric)).filter_map(|at| citation(&lower, at)).collect()
}

/// The citation that begins at a byte.
fn citation(text: &str, start: usize) -> Option<Citation> {
    let rest = text.get(start..)?.strip_prefix("para")?;
    let rest = rest.strip_prefix("graph").unwrap_or(rest);
    let (rest, is_plural) = rest.strip_prefix('s').map_or((rest, false), |rest| (rest, true));
    let (first, mut rest) = number(spaced(rest)?)?;
    let digits = first.to_string().len();
    let end = text.len() - rest.len();
    let mut last = None;
    let mut is_range = false;
    if let Some((second, joined, after)) = second(rest).filter(|_| is_plural) {
        (last, is_range, rest) = (Some(second), joined, after);
    }
    let after = rest.chars().take(KEPT_CHARACTERS).collect();
    Some(Citation { first, last, is_range, number: end - digits..end, after })
}

/// A second number, and whether all in between are meant.
fn second(rest: &str) -> Option<(i64, bool, &str)> {
    for (word, is_range) in [("to", true), ("and", false), ("or", false)] {
        let after = spaced(rest).and_then(|rest| rest.strip_prefix(word)).and_then(spaced);
        if let Some((number, rest)) = after.and_then(number) {
            return Some((number, is_range, rest));
        }
    }
    let (number, rest) = number(rest.trim_start().strip_prefix(['-', '–', '—'])?.trim_start())?;
    Some((number, true, rest))
}

/// What follows some white space.
fn spaced(text: &str) -> Option<&str> {
    Some(text.trim_start()).filter(|rest| rest.len() < text.len())
}

/// The whole number that a text begins with.
fn number(text: &str) -> Option<(i64, &str)> {
    const MOST_DIGITS: usize = 5;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let mut next = rest.chars();
    let ends = match next.next() {
        Some('.') => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    };
    let is_sound = digits <= MOST_DIGITS && !number.starts_with('0') && ends;
    Some((number.parse().ok().filter(|_| is_sound)?, rest))
}

/// The place of the number in the text of a link whose destination stands at `span`, or before that link.
pub(super) fn before(sources: &Sources, span: Span, wanted: &Citation) -> Option<Span> {
    const LONGEST_LINK_BYTES: usize = 600;
    let text = sources.get(span.source).text();
    let end = if sources.slice(span).starts_with('[') { span.end } else { span.start } as usize;
    let mut start = end.saturating_sub(LONGEST_LINK_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let found = citations(text.get(start..end)?).into_iter().rfind(|citation| citation.first == wanted.first)?;
    Some(Span::new(span.source, start + found.number.start..start + found.number.end))
}

/// The places of the first numbers of all citations in a paragraph that say they are of the document itself.
pub(super) fn inside(sources: &Sources, paragraph: Span) -> HashMap<i64, Span> {
    let own = citations(sources.slice(paragraph)).into_iter().filter(Citation::is_of_this_document);
    let start = paragraph.start as usize;
    let place = |range: Range<usize>| Span::new(paragraph.source, start + range.start..start + range.end);
    // The first of several stays, as it is collected last.
    own.rev().map(|citation| (citation.first, place(citation.number))).collect()
}

/// Whether a text can cite anything at all, at a glance.
pub(super) fn may_cite(text: &str) -> bool {
    text.contains("para") || text.contains("Para") || text.contains("PARA")
}

#[test]
fn reads_numbers_as_people_cite_them() {
    let read =
        |text: &str| citations(text).into_iter().map(|one| (one.first, one.last, one.is_range)).collect::<Vec<_>>();
    for (text, expected) in [
        ("paragraph 12 of the report", vec![(12, None, false)]),
        ("Paragraphs 3 to 5, and para 7.", vec![(3, Some(5), true), (7, None, false)]),
        ("paragraphs 3–5", vec![(3, Some(5), true)]),
        ("paras 3 and 5", vec![(3, Some(5), false)]),
        ("paragraph 12 and 13 councils", vec![(12, None, false)]),
        ("paragraph\n12.", vec![(12, None, false)]),
        ("paragraph 4.2, paragraph 12a, paragraph 007, paragraphs", vec![]),
        ("subparagraph 3, parade 4, paragraph", vec![]),
        ("paragraph 99999999999999999999", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}
