//! The fields between two lines of `+++` at the top of a Markdown file, which are TOML, the language of other tools: of them
//! only a title and whether the page is a draft are read, where each is a plain value on one line.
//!
//! Must not know what becomes of the page.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::yaml::{Node, NodeData};
use crate::sources::{SourceId, Span, Spanned};

/// Front matter in TOML.
pub static TOML_FIELDS: Rule = Rule {
    code: "toml-fields",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "The fields at the top of a file are written in TOML, the language of other tools. TOML stands \
                  between lines of `+++`; here fields are YAML and stand between lines of three hyphens. Of the TOML \
                  only the title and whether the page is a draft are taken, and everything else is left out. Write \
                  the fields as YAML.",
    wrong: "+++\ntitle = \"Knife crime\"\n+++",
    right: "---\ntitle: Knife crime\n---",
};

/// The fields that are taken.
const TAKEN: [&str; 2] = ["title", "draft"];

/// Reads the TOML at `range` of `text`.
pub fn fields(text: &str, source: SourceId, range: Range<usize>) -> (Node, Diagnostic) {
    let mut taken: Vec<(Spanned<String>, Node)> = Vec::new();
    let mut start = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let at = start;
        start += line.len();
        if line.trim_start().starts_with('[') {
            break;
        }
        let field = field(line, source, at).filter(|(key, _)| taken.iter().all(|(known, _)| known.value != key.value));
        taken.extend(field);
    }
    let place = Span::new(source, 0..text.find(['\n', '\r']).unwrap_or(text.len()));
    let message = "The fields that begin here are TOML, which is read no further than the title.";
    let finding = Diagnostic::new(&TOML_FIELDS, place, message)
        .help("Write them as YAML between lines of `---`, such as `title: Knife crime`.");
    (Node { span: Span::new(source, range), data: NodeData::Map(taken) }, finding)
}

/// `key = value` on one line that begins at byte `at`, where it is one that is taken and its value is plain.
fn field(line: &str, source: SourceId, at: usize) -> Option<(Spanned<String>, Node)> {
    let (key, value) = line.split_once('=')?;
    let name = key.trim();
    if !TAKEN.contains(&name) {
        return None;
    }
    let (text, plain) = plain_value(value.trim())?;
    let key_start = at + key.len() - key.trim_start().len();
    let value_start = at + key.len() + 1 + value.len() - value.trim_start().len();
    let span = Span::new(source, value_start..value_start + value.trim().len());
    let key = Spanned::new(name.to_owned(), Span::new(source, key_start..key_start + name.len()));
    Some((key, Node { span, data: NodeData::Scalar { text: text.to_owned(), plain } }))
}

/// A text in quotes without escapes, or `true` or `false`, with perhaps a comment after it; and whether it has no quotes.
fn plain_value(value: &str) -> Option<(&str, bool)> {
    let ends = |rest: &str| rest.trim_start().is_empty() || rest.trim_start().starts_with('#');
    for word in ["true", "false"] {
        if value.strip_prefix(word).is_some_and(ends) {
            return Some((word, true));
        }
    }
    let quote = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let (text, rest) = value[1..].split_once(quote)?;
    (ends(rest) && !text.is_empty() && (quote == '\'' || !text.contains('\\'))).then_some((text, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_titles_are_read_with_their_places() {
        let text = "+++\ndate = 2020-01-01\r\n title = \"Knife = crime\" # so\r\ndraft = true\ntitle = 'b'\n[x]\ntitle = 'c'\n+++\n";
        let (node, finding) = fields(text, SourceId(0), 4..text.len() - 4);
        let NodeData::Map(entries) = node.data else { panic!("no fields") };
        let told: Vec<_> = entries.iter().map(|(key, value)| (key.value.as_str(), &text[value.span.range()])).collect();
        assert_eq!(told, [("title", "\"Knife = crime\" # so"), ("draft", "true")]);
        assert!(matches!(&entries[0].1.data, NodeData::Scalar { text, .. } if text == "Knife = crime"));
        assert_eq!(finding.rule.code, "toml-fields");
        for value in ["\"\"\"", "\"a\\\"b\"", "[1]", "\"a", "truely"] {
            assert_eq!(plain_value(value), None, "{value}");
        }
    }
}
