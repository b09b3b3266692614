//! Text that was meant and that YAML takes for a comment: `colour: #336699`, `title: Plan #1`.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::sources::Span;

/// A value that begins, or goes on, with a `#`.
pub static HIDDEN_BY_COMMENT: Rule = Rule {
    code: "hidden-by-comment",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "A part of a value is taken for a comment and not read. In YAML, the language of the fields, a `#` \
                  after a space begins a comment. Where it belongs to the value, put quotes around the whole value; \
                  where it is a comment, put a space after the `#`.",
    wrong: "colour: #336699",
    right: "colour: \"#336699\"",
};

/// The finding where a `#` right after the value at `after` is followed by a letter or digit on the same line. `text`
/// begins `offset` bytes into its source.
pub(super) fn lost(text: &str, offset: usize, after: Span) -> Option<Diagnostic> {
    let from = (after.end as usize).checked_sub(offset)?;
    let rest = text.get(from..)?;
    let line = rest.split(['\r', '\n']).next().unwrap_or(rest);
    let said = line.strip_prefix(':').unwrap_or(line);
    let trimmed = said.trim_start();
    let follows_space = said.len() > trimmed.len();
    let meant = trimmed.strip_prefix('#').is_some_and(|word| word.starts_with(char::is_alphanumeric));
    (follows_space && meant).then(|| {
        let start = offset + from + (line.len() - trimmed.len());
        let span = Span::new(after.source, start..start + trimmed.trim_end().len());
        let message = format!("`{}` is taken for a comment and not read.", trimmed.trim_end());
        let help = "Put quotes around the whole value; if it is a comment, put a space after the `#`.";
        Diagnostic::new(&HIDDEN_BY_COMMENT, span, message).help(help)
    })
}
