//! Abbreviations in running text: which words are one, and whether a page says what it stands for.
//!
//! Must not know records.

use std::ops::Range;

/// What everybody knows, so that nobody needs to explain it: countries, media, forms of files, titles and honours; and words
/// that are written in capitals for emphasis.
const KNOWN: &[&str] = &[
    "A&E", "AD", "AIDS", "AGM", "ALL", "AM", "AND", "ANY", "ARE", "ASAP", "ATM", "BBC", "BC", "BE", "BEFORE", "BST",
    "BUT", "CAN", "CBE", "CCTV", "CD", "CSS", "CSV", "CV", "DNA", "DO", "DVD", "EACH", "EU", "FAQ", "FREE", "GB",
    "GDPR", "GMT", "GOV", "GP", "GPS", "HIV", "HM", "HTML", "HTTP", "HTTPS", "ID", "IF", "IN", "IS", "IT", "ITV",
    "JPEG", "KC", "LED", "LGBT", "LTD", "MAY", "MBE", "MIT", "MOT", "MP", "MUST", "NEVER", "NEW", "NHS", "NO", "NOT",
    "NOTE", "NOW", "OBE", "OF", "OFF", "OK", "ON", "ONE", "ONLY", "OR", "OUR", "OUT", "PC", "PDF", "PIN", "PLC",
    "PLEASE", "PM", "PNG", "PO", "QC", "QR", "RSS", "SHALL", "SMS", "STOP", "SVG", "TBA", "TBC", "THE", "TO", "TV",
    "UK", "UN", "UP", "URL", "US", "USA", "USB", "VAT", "WE", "WHO", "WILL", "XML", "YES", "YOU", "YOUR", "ZIP",
];

/// Stands in a text for what is no running text of it: code, links, raw HTML.
pub(super) const GAP: char = '\u{fffc}';

/// A word of capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Capitals<'a> {
    /// The word, without the `s` of a plural.
    pub(super) word: &'a str,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
}

/// The words of a text that may be abbreviations: two capitals or more. Not what everybody knows; not codes and citations,
/// which have digits or are followed by a number; not parts of addresses; not Roman numerals; not what is shouted, several
/// words in a row.
pub(super) fn abbreviations(text: &str) -> Vec<Capitals<'_>> {
    let words: Vec<Range<usize>> = words(text);
    let capitals = |range: &Range<usize>| in_capitals(&text[range.clone()]);
    let mut found = Vec::new();
    for (place, range) in words.iter().enumerate() {
        let Some(word) = capitals(range) else { continue };
        let is_shouted = |other: Option<&Range<usize>>| {
            other.is_some_and(|other| {
                let between = &text[range.end.min(other.end)..range.start.max(other.start)];
                between.chars().all(|c| c.is_whitespace() || c == ',') && capitals(other).is_some()
            })
        };
        let neighbours = [place.checked_sub(1).and_then(|before| words.get(before)), words.get(place + 1)];
        if KNOWN.contains(&word)
            || is_roman(word)
            || is_word_written_large(word)
            || is_part_of_code(text, range)
            || neighbours.into_iter().any(is_shouted)
        {
            continue;
        }
        found.push(Capitals { word, range: range.start..range.start + word.len() });
    }
    found
}

/// Every word: letters, digits and `&`.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || *c == '&') {
        match words.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// The word without the `s` of a plural, where it is of two capitals or more.
pub(super) fn in_capitals(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let letters = singular.chars().filter(|c| c.is_uppercase()).count();
    let is_sound = letters >= 2 && singular.chars().all(|c| c.is_uppercase() || c == '&') && !singular.ends_with('&');
    is_sound.then_some(singular)
}

/// Numerals up to XXXIX; whoever writes larger ones writes about other things.
fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    let tens = word.len() - units.len();
    let is_unit = matches!(units, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX");
    tens <= 3 && is_unit
}

/// Six letters or more that can be pronounced: a word in capitals, not initials.
fn is_word_written_large(word: &str) -> bool {
    const LONGEST_ANYWAY: usize = 5;
    let letters = word.chars().count();
    let vowels = word.chars().filter(|c| "AEIOUYÂÊÎÔÛŴŶ".contains(*c)).count();
    letters > LONGEST_ANYWAY && vowels * 4 >= letters
}

/// Whether the word belongs to an address, a file name, a code or a citation: `GOV.UK`, `COVID-19`, `SI 2007/1830`.
fn is_part_of_code(text: &str, range: &Range<usize>) -> bool {
    let mut after = text[range.end..].chars();
    let mut before = text[..range.start].chars().rev();
    let is_joint = |c: char| matches!(c, '.' | '@' | '_' | '#' | '\\');
    let after = (after.next(), after.next());
    let before = (before.next(), before.next());
    let joined = |(joint, beyond): (Option<char>, Option<char>)| {
        let is_of_word = beyond.is_some_and(char::is_alphanumeric);
        let is_digit = beyond.is_some_and(char::is_numeric);
        match joint {
            Some('_' | '#' | '\\' | '@') => true,
            Some(c) if is_joint(c) => is_of_word,
            Some('-' | '/' | '–' | ':') => is_digit,
            _ => false,
        }
    };
    let numbered = matches!(after, (Some(' ' | '\u{a0}'), Some(c)) if c.is_numeric());
    joined(after) || joined(before) || numbered
}

/// Whether a page says what an abbreviation stands for: `Police and Crime Commissioner (PCC)`, `PCC (Police and …)`, `PCC
/// stands for …`, or the words themselves, whose capitals spell it.
pub(super) fn is_explained(page: &str, word: &str) -> bool {
    for (at, _) in page.match_indices(word) {
        let (before, after) = (&page[..at], &page[at + word.len()..]);
        let singular = after.strip_prefix('s').unwrap_or(after);
        let in_brackets = before.ends_with('(') && before.trim_end_matches('(').ends_with(char::is_whitespace);
        let names = |text: &str| text.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"');
        let then_named = after.strip_prefix(" (").is_some_and(names);
        let in_words = [" stands for", " means ", " is short for", " is the ", ", the ", ": "];
        let then_told = in_words.iter().any(|words| after.starts_with(words));
        if (in_brackets && singular.starts_with([')', ',', ';'])) || then_named || then_told {
            return true;
        }
    }
    is_spelt_out(page, word)
}

/// Whether words with capitals follow each other that spell the abbreviation; small words between them count or not.
fn is_spelt_out(page: &str, word: &str) -> bool {
    let wanted: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let page_words: Vec<&str> =
        page.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty()).collect();
    let starts =
        page_words.iter().enumerate().filter(|(_, first)| first.starts_with(wanted[0]) && in_capitals(first).is_none());
    starts.map(|(place, _)| &page_words[place..]).any(|rest| spells(rest, &wanted))
}

fn spells(words: &[&str], wanted: &[char]) -> bool {
    let Some((next, left)) = wanted.split_first() else { return true };
    let Some((word, rest)) = words.split_first() else { return false };
    let is_small =
        matches!(word.to_lowercase().as_str(), "and" | "of" | "for" | "the" | "in" | "on" | "to" | "with" | "a");
    let initial = word.chars().next().and_then(|c| c.to_uppercase().next());
    let fits = initial == Some(*next) && (is_small || word.starts_with(char::is_uppercase));
    (fits && spells(rest, left)) || (is_small && spells(rest, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        abbreviations(text).into_iter().map(|found| found.word).collect()
    }

    #[test]
    fn initials_are_told_from_codes_and_shouting() {
        for (text, expected) in [
            ("The PCC and CSPs met.", vec!["PCC", "CSP"]),
            ("PCC’s MAPPA-led HMICFRS", vec!["PCC", "MAPPA", "HMICFRS"]),
            ("NHS, UK, A&E, PDFs and MPs", vec![]),
            ("E07000130, LE3 8RA, SI 2007/1830, COVID-19, GOV.UK, WCAG 2.2, MP3", vec![]),
            ("Part II, XIV and King Charles III", vec![]),
            ("DO NOT ENTER, IMPORTANT", vec![]),
            ("THE DRAFT STRATEGY", vec![]),
            ("a_PCC, info@PCC.police.uk, C:\\PCC", vec![]),
            ("I A B", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_page_explains_in_many_ways() {
        for page in [
            "The Police and Crime Commissioner (PCC) decides.",
            "The PCC (Police and Crime Commissioner) decides.",
            "PCC stands for what it says.",
            "The Police and Crime Commissioner decides. The PCC is elected.",
            "Police & crime commissioners (PCCs) decide.",
        ] {
            assert!(is_explained(page, "PCC"), "{page}");
        }
        for page in ["The PCC decides.", "They (PCCs and others) met.", "police and crime commissioner PCC", "(PCC)"] {
            assert!(!is_explained(page, "PCC"), "{page}");
        }
    }
}
