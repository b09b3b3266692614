//! Summaries, which stand for a page in lists and in the results of a search.
//!
//! Must not know how pages show them.

use std::collections::HashMap;

use super::text::plain_words;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::sources::Spanned;

/// A summary that is cut off.
pub(super) static LONG_SUMMARY: Rule = Rule {
    code: "long-summary",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A summary stands for its page in lists and in the results of a search, which cut it off after about 160 \
        characters. Say in one plain sentence what the page holds; the rest belongs on the page.",
    wrong: "summary: >-\n  This page sets out in some detail the arrangements that have been made by the partners in order to work \
        together on the reduction of crime, of disorder and of re-offending in the county",
    right: "summary: How the partners work together to reduce crime and re-offending in the county.",
};

/// A summary that stands for two pages.
pub(super) static REPEATED_SUMMARY: Rule = Rule {
    code: "repeated-summary",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A summary tells a page from its neighbours in lists and in the results of a search. Two pages with the same one \
        cannot be told apart.",
    wrong: "summary: A plan of the county. (on two pages)",
    right: "summary: The plan of the county for roads. / summary: The plan of the county for schools.",
};

/// The most characters that lists and search engines show.
const MOST_CHARACTERS: usize = 160;

pub(super) fn find(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut first: HashMap<String, (&Spanned<String>, &str)> = HashMap::new();
    for (_, record) in graph.records() {
        let own = record.shared.summary.iter().map(|summary| (summary, record.title.as_str()));
        let sections = record.sections.iter();
        let sections = sections.filter_map(|section| Some((section.summary.as_ref()?, section.title.as_str())));
        for (summary, title) in own.chain(sections) {
            let length = summary.value.trim().chars().count();
            if length > MOST_CHARACTERS {
                let message = format!("This summary has {length} characters, and lists show {MOST_CHARACTERS}.");
                let help = "Say in one short sentence what the page holds.";
                all.push(Diagnostic::new(&LONG_SUMMARY, summary.span, message).help(help));
            }
            let words = plain_words(&summary.value);
            match first.get(&words) {
                Some((earlier, other)) => {
                    let message = format!("This is the summary of “{other}” too, so the two cannot be told apart.");
                    let finding = Diagnostic::new(&REPEATED_SUMMARY, summary.span, message);
                    let help = "Say in each what only that page holds.";
                    all.push(finding.help(help).related(earlier.span, "It stands here first."));
                }
                None if !words.is_empty() => {
                    first.insert(words, (summary, title));
                }
                None => {}
            }
        }
    }
    all
}
