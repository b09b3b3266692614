//! Languages of pages that the theme has no words in, so that their menus and labels are in another.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::sources::Spanned;
use crate::words::Words;

/// A language without words.
pub static LANGUAGE_WITHOUT_WORDS: Rule = Rule {
    code: "language-without-words",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A page is in a language in which the theme has no words. Its text is shown, but menus, labels and dates \
                  around it are in the language of the site, or in English. English and Welsh are built in. For another \
                  language, make a file of messages; for a page or two, accept the finding with the reason.",
    wrong: "title: O nas\nlanguage: pl",
    right: "title: O nas\nlanguage: pl\n# and a file themes/civic/messages/pl.ftl",
};

/// Every language of the site without words, told at the first page that is in it.
pub fn without_words(graph: &Graph, words: &Words) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    if let Some(language) = graph.settings.language.as_ref().filter(|language| !words.has(&language.value)) {
        all.push(finding(graph, language, "every page"));
    }
    let mut pages: BTreeMap<&str, Vec<&Spanned<String>>> = BTreeMap::new();
    for (_, record) in graph.records() {
        let languages = record.shared.language.iter().filter(|language| !words.has(&language.value));
        for language in languages {
            pages.entry(language.value.as_str()).or_default().push(language);
        }
    }
    for several in pages.values() {
        let Some(first) = several.first() else { continue };
        let more = match several.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        all.push(finding(graph, first, &format!("this page{more}")));
    }
    all
}

fn finding(graph: &Graph, language: &Spanned<String>, pages: &str) -> Diagnostic {
    let tag = &language.value;
    let file = format!("themes/{}/messages/{}.ftl", graph.settings.theme_name(), base_of(tag));
    let message =
        format!("The theme has no words in the language `{tag}`, so menus and labels around {pages} are in another.");
    let help = format!("Make the file `{file}`, with a line for each message, such as `skip-link = …`.");
    Diagnostic::new(&LANGUAGE_WITHOUT_WORDS, language.span, message).help(help)
}

/// The language without what comes after it: its words serve every form of it.
fn base_of(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
}
