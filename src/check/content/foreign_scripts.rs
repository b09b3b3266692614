//! Words in another script whose language is not said, so that they are read aloud as noise (WCAG 2.2, criterion 3.1.2).
//!
//! Knows a language by its script alone: what is written in Latin letters is not looked at.

use std::collections::HashSet;

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::RunKind;

/// Words of a language that is not named.
pub(super) static UNMARKED_LANGUAGE: Rule = Rule {
    code: "unmarked-language",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A screen reader has to be told when the language changes, or it reads the words as noise (WCAG 2.2, criterion \
        3.1.2). Put a passage between `<span lang=\"…\">` and `</span>`; of a page that is all in another language, say so in \
        its fields, `language: gu`. Only other scripts are found: Polish or Welsh have to be marked too.",
    wrong: "In Gujarati: આ પાનું ગુજરાતીમાં વાંચો.",
    right: "In Gujarati: <span lang=\"gu\">આ પાનું ગુજરાતીમાં વાંચો.</span>",
};

/// A script by its letters (the Unicode Standard, blocks), the tag of its likeliest language, and what may be meant.
struct Script {
    letters: &'static [std::ops::RangeInclusive<char>],
    tag: &'static str,
    languages: &'static str,
    /// Whether it is written without spaces between words.
    is_unspaced: bool,
}

const fn script(
    letters: &'static [std::ops::RangeInclusive<char>],
    tag: &'static str,
    languages: &'static str,
) -> Script {
    Script { letters, tag, languages, is_unspaced: false }
}

static SCRIPTS: [Script; 16] = [
    script(&['\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1fff}'], "el", "`el` for Greek"),
    script(&['\u{400}'..='\u{52f}'], "uk", "`uk` for Ukrainian, `ru` for Russian, `bg` for Bulgarian"),
    script(&['\u{530}'..='\u{58f}'], "hy", "`hy` for Armenian"),
    script(&['\u{590}'..='\u{5ff}'], "he", "`he` for Hebrew, `yi` for Yiddish"),
    script(
        &['\u{600}'..='\u{6ff}', '\u{750}'..='\u{77f}'],
        "ar",
        "`ar` for Arabic, `ur` for Urdu, `fa` for Persian, `ckb` for Kurdish",
    ),
    script(&['\u{900}'..='\u{97f}'], "hi", "`hi` for Hindi, `ne` for Nepali"),
    script(&['\u{980}'..='\u{9ff}'], "bn", "`bn` for Bengali"),
    script(&['\u{a00}'..='\u{a7f}'], "pa", "`pa` for Punjabi"),
    script(&['\u{a80}'..='\u{aff}'], "gu", "`gu` for Gujarati"),
    script(&['\u{b80}'..='\u{bff}'], "ta", "`ta` for Tamil"),
    script(&['\u{10a0}'..='\u{10ff}'], "ka", "`ka` for Georgian"),
    script(&['\u{1200}'..='\u{137f}'], "am", "`am` for Amharic, `ti` for Tigrinya"),
    script(&['\u{ac00}'..='\u{d7a3}'], "ko", "`ko` for Korean"),
    Script { letters: &['\u{3040}'..='\u{30ff}'], tag: "ja", languages: "`ja` for Japanese", is_unspaced: true },
    Script {
        letters: &['\u{4e00}'..='\u{9fff}'],
        tag: "zh",
        languages: "`zh` for Chinese, `ja` for Japanese",
        is_unspaced: true,
    },
    Script { letters: &['\u{e00}'..='\u{e7f}'], tag: "th", languages: "`th` for Thai", is_unspaced: true },
];

/// Languages that are written in Latin letters and that a site of this kind is likely to be in.
const LATIN: [&str; 14] = ["en", "cy", "ga", "gd", "kw", "pl", "ro", "lt", "fr", "de", "es", "pt", "it", "so"];

/// How many words in a row are a passage, and letters where words are not spaced: fewer are a name.
const PASSAGE_WORDS: usize = 3;
const PASSAGE_LETTERS: usize = 8;

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let of_site = page.graph.settings.language.as_ref().map(|tag| tag.value.as_str());
    let of_record = page.record.shared.language.as_ref().map(|tag| tag.value.as_str());
    let language = of_record.or(of_site).unwrap_or("en").split('-').next().unwrap_or("en").to_lowercase();
    if !LATIN.contains(&language.as_str()) {
        return;
    }
    let mut told = HashSet::new();
    for run in page.prose.runs.iter().filter(|run| run.kind != RunKind::Term) {
        if run.words.text().is_ascii() {
            continue;
        }
        let text = run.words.without(|manner| manner.is_code || manner.has_language);
        let Some((start, end, script)) = passage(&text) else { continue };
        if told.insert(script.tag) {
            let languages = script.languages;
            let message = "The language of these words is not said, so they are read aloud as if they were English.";
            let message = if language == "en" { message } else { "The language of these words is not said." };
            let help = format!(
                "Put `<span lang=\"{}\">` before them and `</span>` after them; the tag is {languages}.",
                script.tag
            );
            all.push(Diagnostic::new(&UNMARKED_LANGUAGE, run.words.span(start..end), message).help(help));
        }
    }
}

/// The first passage in another script.
fn passage(text: &str) -> Option<(usize, usize, &'static Script)> {
    let mut open: Option<(usize, usize, &'static Script, usize, usize)> = None;
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let script = SCRIPTS.iter().find(|script| script.letters.iter().any(|letters| letters.contains(&c)));
        match (script, &mut open) {
            (Some(script), Some((_, end, so_far, words, letters))) if script.tag == so_far.tag => {
                *end = at + c.len_utf8();
                *letters += 1;
                *words += usize::from(!in_word);
            }
            (Some(script), _) => {
                if let Some(found) = whole(open) {
                    return Some(found);
                }
                open = Some((at, at + c.len_utf8(), script, 1, 1));
            }
            (None, _) if c.is_alphanumeric() || c == '\0' => {
                if let Some(found) = whole(open) {
                    return Some(found);
                }
                open = None;
            }
            (None, _) => {}
        }
        in_word = script.is_some();
    }
    whole(open)
}

fn whole(open: Option<(usize, usize, &'static Script, usize, usize)>) -> Option<(usize, usize, &'static Script)> {
    let (start, end, script, words, letters) = open?;
    let is_passage = words >= PASSAGE_WORDS || (script.is_unspaced && letters >= PASSAGE_LETTERS);
    is_passage.then_some((start, end, script))
}
