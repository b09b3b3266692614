//! Lines with a typed bullet that serve as a list (WCAG 2.2, criterion 1.3.1).
//!
//! Must not know Markdown's own lists.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::RunKind;

/// Lines that look like a list.
pub(super) static FAKE_LIST: Rule = Rule {
    code: "typed-bullets",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Lines that begin with a bullet from another program look like a list and are none: they run together into one \
        paragraph, and nobody is told how many there are (WCAG 2.2, criterion 1.3.1). Begin each with a hyphen and a space.",
    wrong: "The priorities are:\n\n• knife crime\n• hate crime",
    right: "The priorities are:\n\n- knife crime\n- hate crime",
};

/// What word processors put before the items of a list.
const BULLETS: [char; 7] = ['•', '▪', '◦', '‣', '●', '\u{f0b7}', '\u{f0a7}'];

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let mut before: Option<(usize, bool)> = None;
    for (index, run) in page.prose.runs.iter().enumerate() {
        if run.kind != RunKind::Paragraph || run.is_quoted {
            continue;
        }
        let text = run.words.without(|manner| manner.is_code);
        let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let bullets: Vec<usize> = lines
            .into_iter()
            .map(|line| line + text[line..].len() - text[line..].trim_start_matches([' ', '\t']).len())
            .filter(|line| text[*line..].starts_with(BULLETS))
            .collect();
        let Some(first) = bullets.first() else { continue };
        // One line alone is a list where the paragraph before or after it is one.
        let follows = before.is_some_and(|(last, _)| last + 1 == index);
        let is_told = before.is_some_and(|(_, told)| told) && follows;
        let next =
            page.prose.runs.get(index + 1).is_some_and(|next| next.words.text().trim_start().starts_with(BULLETS));
        let is_list = bullets.len() > 1 || next || follows;
        if is_list && !is_told {
            let message = "These lines look like a list, but are none.";
            let help = "Begin each line with `- ` in place of the bullet, with an empty line before the first.";
            all.push(Diagnostic::new(&FAKE_LIST, run.words.span(*first..*first + 1), message).help(help));
        }
        before = Some((index, is_list));
    }
}
