//! Headings in capitals alone, which are slow to read and which some screen readers spell letter by letter.
//!
//! Must not know titles; see [`super::titles`].

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, short_name};
use crate::parse::markdown::prose::RunKind;

/// A heading in capitals.
pub(super) static HEADING_IN_CAPITALS: Rule = Rule {
    code: "heading-in-capitals",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Words in capitals alone are slower to read, and some screen readers spell them letter by letter. Write a heading \
        like a sentence: a capital at the beginning and for names. Abbreviations keep theirs.",
    wrong: "## AIMS OF THE STRATEGY",
    right: "## Aims of the strategy",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for run in page.prose.runs.iter().filter(|run| run.kind == RunKind::Heading && !run.is_quoted) {
        let text = run.words.without(|manner| manner.is_code);
        if is_in_capitals(&text, page.graph) {
            let message = "This heading is written in capitals.";
            let help =
                format!("Write “{}”, with capitals for names.", as_sentence(run.words.text().trim(), page.graph));
            all.push(Diagnostic::new(&HEADING_IN_CAPITALS, run.words.whole(), message).help(help));
        }
    }
}

/// Whether a heading is written in capitals: two words of four letters or more, or one of seven, or four words at all, and
/// no small letter anywhere. Shorter ones are abbreviations, those with digits or `_` names of other things.
pub(super) fn is_in_capitals(text: &str, graph: &Graph) -> bool {
    const NAMES_OF_FILES: [&str; 4] = ["README", "CHANGELOG", "COPYING", "CONTRIBUTING"];
    if text.contains(char::is_lowercase) {
        return false;
    }
    let abbreviations = abbreviations(graph);
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == '\0' || matches!(c, '/' | '-' | '–' | '—'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().all(char::is_uppercase) && can_be_pronounced(word))
        .filter(|word| !NAMES_OF_FILES.contains(word) && !abbreviations.contains(word))
        .collect();
    let at_least = |letters: usize| words.iter().filter(|word| word.chars().count() >= letters).count();
    at_least(4) >= 2 || words.len() >= 4 || (at_least(7) >= 1 && !text.contains(['_', '.']))
}

/// Whether every sixth letter is a vowel: HMICFRS is no word, and nobody can write it in small letters.
fn can_be_pronounced(word: &str) -> bool {
    let vowels = word.chars().filter(|c| "AEIOUY".contains(*c)).count();
    vowels > 0 && vowels * 6 >= word.chars().count()
}

/// The same words with one capital at the beginning; abbreviations that the site explains keep theirs.
pub(super) fn as_sentence(text: &str, graph: &Graph) -> String {
    let abbreviations = abbreviations(graph);
    let mut is_first = true;
    let words = text.split_whitespace().map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if abbreviations.contains(&bare) || bare.chars().any(|c| c.is_ascii_digit()) {
            is_first = false;
            return word.to_owned();
        }
        let small = word.to_lowercase();
        if !std::mem::take(&mut is_first) {
            return small;
        }
        let mut letters = small.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every abbreviation that the site explains: of terms, and the short names of records.
fn abbreviations(graph: &Graph) -> Vec<&str> {
    graph.records().filter_map(|(_, record)| short_name(&record.data)).collect()
}
