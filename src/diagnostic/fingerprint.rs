//! What tells a finding from others in every run, wherever its line has moved to: its code, its file, the words of its line
//! and those at fault, and its place among findings that are alike in all of these.
//!
//! Shared by SARIF, where it tells new findings from known ones, and by the list of accepted findings.

use std::collections::HashMap;

use super::{Diagnostic, Place, locate};
use crate::sources::{Sources, Span};

/// Longest line that counts as a whole, in bytes; of longer ones what stands around the fault does.
const LONGEST_LINE_BYTES: usize = 1000;

/// The fingerprint of each finding: 16 hexadecimal digits, a hyphen, and which of those that are alike it is, from 1.
pub fn fingerprints(findings: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let hash = hash(finding, sources);
            let count = seen.entry(hash).or_insert(0);
            *count += 1;
            format!("{hash:016x}-{count}")
        })
        .collect()
}

/// The line that a finding stands in, white space made one; nothing where it stands in no text of ours.
pub fn line_of(finding: &Diagnostic, sources: &Sources) -> String {
    let Place::Span(span) = finding.place else { return String::new() };
    let source = sources.get(span.source);
    let line = source.lines().line_range(source.text(), span.start as usize);
    let line = if line.len() > LONGEST_LINE_BYTES { around(span, &line, source.text()) } else { line };
    plain(&source.text()[line])
}

/// The part of a very long line that the fault stands in.
fn around(span: Span, line: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let at = (span.start as usize).clamp(line.start, line.end);
    let start = text.floor_char_boundary(at.saturating_sub(LONGEST_LINE_BYTES / 4).max(line.start));
    start..text.ceil_char_boundary((start + LONGEST_LINE_BYTES / 2).min(line.end))
}

fn hash(finding: &Diagnostic, sources: &Sources) -> u64 {
    let (path, ..) = locate(&finding.place, sources);
    let words = match finding.place {
        // The words at fault tell two findings of one line apart.
        Place::Span(span) => {
            let slice = sources.slice(span);
            plain(&slice[..slice.floor_char_boundary(LONGEST_LINE_BYTES)])
        }
        Place::File { .. } => finding.message.clone(),
    };
    let parts = [finding.rule.code, path, &line_of(finding, sources), &words];
    fnv1a(&parts.join("\0"))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// FNV-1a with 64 bits: short, the same on every machine and in every version of the tool.
pub fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Family, Rule, Severity};
    use crate::sources::Source;

    const RULE: Rule = Rule {
        code: "made-up",
        family: Family::Source,
        severity: Severity::Error,
        explanation: "",
        wrong: "",
        right: "",
    };

    /// The fingerprint of a finding at each place where `word` stands.
    fn of(text: &str, word: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("content/a.md", text));
        let findings: Vec<Diagnostic> = text
            .match_indices(word)
            .map(|(at, _)| Diagnostic::new(&RULE, Span::new(id, at..at + word.len()), "A sentence."))
            .collect();
        fingerprints(&findings, &sources)
    }

    #[test]
    fn stays_when_the_line_moves_and_changes_when_its_words_do() {
        let before = of("One two.\n", "two");
        assert_eq!(before, of("# A heading\n\n  One   two.\r\n", "two"));
        assert_ne!(before, of("Won two.\n", "two"));
        assert_ne!(before, of("One two.\n", "One"));
        let twice = of("two two\n\ntwo two\n", "two");
        let apart: std::collections::BTreeSet<&String> = twice.iter().collect();
        assert_eq!(apart.len(), 4, "{twice:?}");
    }

    #[test]
    fn a_very_long_line_is_not_read_whole_for_each_finding() {
        let text = format!("{}é two {}", "x".repeat(5000), "y".repeat(5000));
        assert_eq!(of(&text, "two").len(), 1);
        assert_eq!(of(&text, "two"), of(&text.replace("xxxxxxxxxx", "x"), "two"));
    }
}
