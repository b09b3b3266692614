//! Labels that stand for an address or a footnote elsewhere in the file: `[the plan][plan]` and `[plan]: https://…`, `[^1]`.
//! Those that are used and not defined, and those that are defined and not used.
//!
//! Must not know where an address leads.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Tag};

use super::ledger::Ledger;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity, nearest};

/// A link to a label that stands for nothing.
pub static UNDEFINED_LABEL: Rule = Rule {
    code: "undefined-label",
    family: Family::Link,
    severity: Severity::Warning,
    explanation: "`[the plan][plan]` takes its address from a line `[plan]: https://…` elsewhere in the same file. Without that \
        line there is no link, and the brackets stand on the page. Add the line, mend the label, or write the address in \
        round brackets right after the text.",
    wrong: "Read [the plan][pln].\n\n[plan]: plans/safer-melton.md",
    right: "Read [the plan][plan].\n\n[plan]: plans/safer-melton.md",
};

/// The line of a label that nothing uses.
pub static UNUSED_LABEL: Rule = Rule {
    code: "unused-label",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "A line such as `[plan]: https://…` gives an address a label for the links of the same file. No link uses this \
        one, so it shows nowhere: most often a link was taken out, or its label is spelt in another way.",
    wrong: "Read the plan.\n\n[plan]: plans/safer-melton.md",
    right: "Read [the plan][plan].\n\n[plan]: plans/safer-melton.md",
};

/// The mark of a footnote that is not there.
pub static UNDEFINED_FOOTNOTE: Rule = Rule {
    code: "undefined-footnote",
    family: Family::Link,
    severity: Severity::Warning,
    explanation: "A footnote has two parts: a mark in the text, `[^census]`, and its own line, `[^census]: Census 2021`. Without \
        that line there is no footnote, and the mark stands on the page as it is written.",
    wrong: "The city grew.[^census]",
    right: "The city grew.[^census]\n\n[^census]: Census 2021.",
};

/// How far is looked around a label, in bytes.
const LONGEST_BYTES: usize = 60;

/// How often two labels of a body are compared to find which was meant: a file may have thousands of both.
const MOST_COMPARED: usize = 100_000;

/// The labels of a body.
pub(super) struct Labels {
    /// Each that is defined, and where.
    defined: Vec<(String, Range<usize>)>,
    used: HashSet<String>,
    footnotes: Vec<String>,
    /// What looks like the mark of a footnote and is none.
    marks: Vec<Range<usize>>,
    is_code: bool,
}

impl Labels {
    /// Those that are defined: label, address and place of each.
    pub(super) fn new<'a>(definitions: impl Iterator<Item = (&'a str, &'a str, Range<usize>)>) -> Self {
        // A line that gives no address, or a label of slashes, is the way to write a comment in Markdown.
        let is_comment = |label: &str, to: &str| matches!(to, "#" | "<>" | "") || label.starts_with("//");
        let defined = definitions.filter(|(label, to, _)| !is_comment(label, to));
        let mut defined: Vec<_> = defined.map(|(label, _, place)| (label.to_owned(), place)).collect();
        defined.sort_by_key(|(_, place)| place.start);
        Self { defined, used: HashSet::new(), footnotes: Vec::new(), marks: Vec::new(), is_code: false }
    }

    /// Takes note of what an event uses.
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>, text: &str) {
        match event {
            Event::Start(Tag::Link { id, link_type, .. } | Tag::Image { id, link_type, .. }) => {
                if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
                    self.used.insert(folded(id));
                }
            }
            Event::Start(Tag::FootnoteDefinition(label)) => self.footnotes.push(label.to_string()),
            Event::Start(Tag::CodeBlock(_)) => self.is_code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => self.is_code = false,
            Event::Text(said) if said.starts_with('[') && !self.is_code => {
                self.marks.extend(mark(text, range.start));
            }
            _ => {}
        }
    }

    /// Tells what is wrong. `undefined` are the links that lead to no label.
    pub(super) fn report(self, undefined: &[BrokenLink<'_>], ledger: &mut Ledger<'_>) {
        for link in undefined {
            if let Some(finding) = self.undefined(link, MOST_COMPARED / undefined.len(), ledger) {
                ledger.report(finding);
            }
        }
        for range in &self.marks {
            let label = ledger.slice(range.start + 2..range.end - 1);
            let most_compared = MOST_COMPARED / self.marks.len();
            let near = nearest(label, self.footnotes.iter().map(String::as_str).take(most_compared));
            let help = match near {
                Some(near) => format!("Did you mean `[^{near}]`?"),
                None => format!("Add a line `[^{label}]: ` and what the footnote says, or take the mark out."),
            };
            let message =
                format!("There is no footnote `{label}` in this file, so its mark stands on the page as it is.");
            ledger.report(Diagnostic::new(&UNDEFINED_FOOTNOTE, ledger.span(range.clone()), message).help(help));
        }
        for (label, place) in self.defined.iter().filter(|(label, _)| !self.used.contains(&folded(label))) {
            let message = format!("No link in this file uses the label `{label}`.");
            let help = format!("Take this line out, or use it: `[text][{label}]`.");
            ledger.report(Diagnostic::new(&UNUSED_LABEL, ledger.trimmed_span(place.clone()), message).help(help));
        }
    }

    /// The finding for a link; its label is compared with at most so many others.
    fn undefined(&self, link: &BrokenLink<'_>, most_compared: usize, ledger: &Ledger<'_>) -> Option<Diagnostic> {
        let written = ledger.slice(link.span.clone());
        let opens = if written.starts_with('!') { 2 } else { 1 };
        let within = match link.link_type {
            LinkType::Reference => written.rfind('[')? + 1..written.len().checked_sub(1)?,
            LinkType::Collapsed => opens..written.rfind(']')?,
            // A word in brackets alone is ordinary text.
            _ => return None,
        };
        let label = written.get(within.clone())?.trim();
        let before = ledger.slice(0..link.span.start).chars().next_back();
        let follows_a_word = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ']' | ')' | '_' | '}'));
        let said = written.get(opens..within.start.max(opens + label.len()))?;
        // `list[0][1]` is no link.
        if label.is_empty() || follows_a_word || said.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            return None;
        }
        let near = nearest(label, self.defined.iter().map(|(label, _)| label.as_str()).take(most_compared));
        // Words in brackets at the beginning of a line are tags: `[urgent][police]`.
        let nearby = ledger.slice(0..link.span.start);
        let nearby = &nearby[nearby.ceil_char_boundary(nearby.len().saturating_sub(LONGEST_BYTES))..];
        let begins_line = nearby.rsplit('\n').next().is_some_and(|start| !start.contains(char::is_alphanumeric));
        let is_tagged = begins_line && !written.contains([' ', '`', '!', '/']);
        if near.is_none() && is_tagged && link.link_type == LinkType::Reference {
            return None;
        }
        let help = match near {
            Some(near) => format!("Did you mean `[{near}]`?"),
            None => {
                format!("Add a line `[{label}]: ` and the address, or write `(…)` with the address after the text.")
            }
        };
        let start = link.span.start;
        let span = ledger.span(start + within.start..start + within.end);
        let message = format!("The label `{label}` stands for no address in this file, so this is no link.");
        Some(Diagnostic::new(&UNDEFINED_LABEL, span, message).help(help))
    }
}

/// The mark of a footnote that begins at `start` of `text`, where one is surely meant: a number, or a name right after a
/// word or its full stop. `[^a-z]` is a pattern of programmers.
fn mark(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?.strip_prefix("[^")?;
    let length = rest.bytes().take(LONGEST_BYTES).position(|byte| byte == b']')?;
    let label = rest.get(..length)?;
    let before = text[..start].chars().next_back();
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let follows = before.is_some_and(|c| c.is_alphanumeric() || ".,;:!?)”’\"'*_".contains(c));
    let after = rest[length + 1..].chars().next();
    let ends = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)[”’\"'*_|".contains(c)) && after != Some('*');
    (before != Some('\\') && !label.is_empty() && ends && (is_number || (is_name && follows)))
        .then(|| start..start + length + 3)
}

/// A label as labels are compared: case and spaces make no difference (`CommonMark` 4.7).
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
