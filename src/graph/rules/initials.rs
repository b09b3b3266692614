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

/// Whether a text can hold an abbreviation at all, at a glance: two capitals in a row, or letters beyond ASCII.
pub(super) fn may_hold_any(text: &str) -> bool {
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte == b'&' || !byte.is_ascii();
    text.as_bytes().windows(2).any(|pair| is_capital(pair[0]) && is_capital(pair[1]))
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
            Some('_' | '#' | '\\' | '@' | GAP) => true,
            Some(c) if is_joint(c) => is_of_word,
            Some('-' | '/' | '–' | ':') => is_digit,
            _ => false,
        }
    };
    let numbered = matches!(after, (Some(' ' | '\u{a0}'), Some(c)) if c.is_numeric());
    joined(after) || joined(before) || numbered
}

/// Longest abbreviation that is looked for in words.
const LONGEST: usize = 16;

/// Whether a page says what an abbreviation stands for: `Police and Crime Commissioner (PCC)`, `PCC (Police and …)`, `PCC
/// stands for …`, or the words themselves: with capitals that spell it anywhere, in small letters right beside it.
pub(super) fn is_explained(page: &str, word: &str) -> bool {
    let wanted: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    if wanted.len() > LONGEST {
        return false;
    }
    let places = page.match_indices(word).map(|(at, _)| (&page[..at], &page[at + word.len()..]));
    let mut places = places.filter(|(before, _)| !before.ends_with(char::is_alphanumeric));
    let is_told = |(before, after): (&str, &str)| is_told_at(before, after) || is_spelt_beside(before, after, &wanted);
    places.any(is_told) || is_spelt_out(page, &wanted)
}

/// Whether brackets or words at the place itself explain it.
fn is_told_at(before: &str, after: &str) -> bool {
    let singular = after.strip_prefix('s').unwrap_or(after);
    let in_brackets = before.strip_suffix('(').is_some_and(|before| before.ends_with(char::is_whitespace));
    let names = |text: &str| text.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"');
    let then_named = after.strip_prefix(" (").is_some_and(names);
    let then_told = [" stands for", " is short for", ", short for"].iter().any(|words| after.starts_with(words));
    (in_brackets && singular.starts_with([')', ',', ';'])) || then_named || then_told
}

/// Whether the words right before or after it have its letters at their beginnings.
fn is_spelt_beside(before: &str, after: &str, wanted: &[char]) -> bool {
    let near = wanted.len() * 2;
    let mut words_before: Vec<&str> = before.rsplit(is_between).filter(|word| !word.is_empty()).take(near).collect();
    words_before.reverse();
    let words_after: Vec<&str> = after.split(is_between).filter(|word| !word.is_empty()).take(near + 2).collect();
    let begins =
        |words: &[&str], starts: usize| (0..starts.min(words.len())).any(|at| spells(&words[at..], wanted, true));
    begins(&words_before, near) || begins(&words_after, 3)
}

/// Whether words with capitals follow each other somewhere that spell it; small words between them count or not.
fn is_spelt_out(page: &str, wanted: &[char]) -> bool {
    let words: Vec<&str> = page.split(is_between).filter(|word| !word.is_empty()).collect();
    let begins = |word: &&str| word.starts_with(wanted[0]) && in_capitals(word).is_none();
    let mut starts = words.iter().enumerate().filter(|(_, first)| begins(first));
    starts.any(|(place, _)| spells(&words[place..], wanted, false))
}

fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && c != '\'' && c != '’'
}

/// Whether the words spell it from the first on. Bit `n` of `reached` says that the first `n` letters may have been spelt, so
/// that a small word can be tried both ways at once.
fn spells(words: &[&str], wanted: &[char], in_any_case: bool) -> bool {
    const SMALL: [&str; 9] = ["and", "of", "for", "the", "in", "on", "to", "with", "a"];
    let mut reached = 1_u32;
    for word in words.iter().take(wanted.len() * 3) {
        let is_small = SMALL.contains(word);
        let may_count = in_any_case || is_small || word.starts_with(char::is_uppercase);
        let initial = word.chars().next().and_then(|c| c.to_uppercase().next()).filter(|_| may_count);
        let fits = |place: &usize| reached & (1 << place) != 0 && initial == Some(wanted[*place]);
        let next: u32 = (0..wanted.len()).filter(fits).map(|place| 1 << (place + 1)).sum();
        reached = if is_small { reached | next } else { next };
        if reached & (1 << wanted.len()) != 0 {
            return true;
        }
        if reached == 0 {
            return false;
        }
    }
    false
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
            ("P\u{fffc}CC and \u{fffc}", vec![]),
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
            "The PCC, the police and crime commissioner, decides.",
            "The police and crime commissioner, or PCC, decides.",
        ] {
            assert!(is_explained(page, "PCC"), "{page}");
        }
        for page in ["The PCC decides.", "They (PCCs and others) met.", "The PCC, the police and partners", "(PCC)"] {
            assert!(!is_explained(page, "PCC"), "{page}");
        }
    }
}
