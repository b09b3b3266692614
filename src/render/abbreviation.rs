//! Abbreviations explained where a reader first meets them: `<abbr title="Community Safety Partnership">CSP</abbr>`.
//!
//! Must not know which text is running text; its caller hands over nothing else.

use std::collections::{HashMap, HashSet};

use crate::pages::parts::AbbreviationView;
use crate::parse::markdown::escape::push_escaped;

/// The abbreviations of a site and what each means.
#[derive(Debug, Clone, Default)]
pub struct Abbreviations {
    meanings: HashMap<String, Meaning>,
}

/// What an abbreviation means.
#[derive(Debug, Clone)]
struct Meaning {
    text: String,
    /// Its language, where it is not that of the page.
    language: Option<String>,
}

impl Abbreviations {
    /// An abbreviation is one word: letters, digits and `&` of any script. Of two that are alike the later counts.
    pub fn new(all: impl IntoIterator<Item = AbbreviationView>) -> Self {
        let entry = |AbbreviationView { short, meaning, language }| (short, Meaning { text: meaning, language });
        Self { meanings: all.into_iter().map(entry).collect() }
    }

    /// Whether there is nothing to explain.
    pub fn is_empty(&self) -> bool {
        self.meanings.is_empty()
    }
}

/// Writes the text of one body and explains each abbreviation once.
pub(super) struct Explainer<'a> {
    meanings: &'a HashMap<String, Meaning>,
    explained: HashSet<&'a str>,
}

impl<'a> Explainer<'a> {
    /// Nothing is explained yet.
    pub(super) fn new(abbreviations: &'a Abbreviations) -> Self {
        Self { meanings: &abbreviations.meanings, explained: HashSet::new() }
    }

    /// Writes `text`, escaped, and explains the abbreviations in it that have not been.
    pub(super) fn write(&mut self, out: &mut String, text: &str) {
        if self.meanings.len() == self.explained.len() {
            return push_escaped(out, text);
        }
        let mut rest = text;
        while let Some(start) = rest.find(is_of_word) {
            let (between, from_word) = rest.split_at(start);
            push_escaped(out, between);
            let (word, after) = from_word.split_at(from_word.find(|c| !is_of_word(c)).unwrap_or(from_word.len()));
            self.write_word(out, word);
            rest = after;
        }
        push_escaped(out, rest);
    }

    fn write_word(&mut self, out: &mut String, word: &str) {
        let singular =
            || word.strip_suffix('s').and_then(|singular| Some((self.meanings.get_key_value(singular)?, "s")));
        let found = self.meanings.get_key_value(word).map(|entry| (entry, "")).or_else(singular);
        let Some(((abbreviation, meaning), plural)) = found else { return push_escaped(out, word) };
        if !self.explained.insert(abbreviation) {
            return push_escaped(out, word);
        }
        out.push_str("<abbr");
        if let Some(language) = &meaning.language {
            out.push_str(" lang=\"");
            push_escaped(out, language);
            out.push('"');
        }
        out.push_str(" title=\"");
        push_escaped(out, &meaning.text);
        out.push_str("\">");
        push_escaped(out, abbreviation);
        out.push_str("</abbr>");
        out.push_str(plural);
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '&'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(texts: &[&str]) -> String {
        let all = [
            ("CSP", "Community Safety Partnership", None),
            ("A&E", "Accident & Emergency", None),
            ("PDC", "Partneriaeth", Some("cy")),
        ];
        let view = |(short, meaning, language): (&str, &str, Option<&str>)| AbbreviationView {
            short: short.to_owned(),
            meaning: meaning.to_owned(),
            language: language.map(str::to_owned),
        };
        let abbreviations = Abbreviations::new(all.map(view));
        let mut explainer = Explainer::new(&abbreviations);
        let mut out = String::new();
        for text in texts {
            explainer.write(&mut out, text);
        }
        out
    }

    #[test]
    fn each_is_explained_once_as_a_whole_word() {
        let csp = "<abbr title=\"Community Safety Partnership\">CSP</abbr>";
        assert_eq!(written(&["CSPX, a CSP-led CSP", " CSP <"]), format!("CSPX, a {csp}-led CSP CSP &lt;"));
        assert_eq!(written(&["CSPs’ plan"]), format!("{csp}s’ plan"));
        assert_eq!(written(&["to A&E"]), "to <abbr title=\"Accident &amp; Emergency\">A&amp;E</abbr>");
        assert_eq!(written(&["PDC"]), "<abbr lang=\"cy\" title=\"Partneriaeth\">PDC</abbr>");
    }
}
