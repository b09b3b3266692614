//! Links whose text does not say what they lead to (WCAG 2.2, criterion 2.4.4).
//!
//! Must not know whether a link leads anywhere.

use super::text::{Page, plain_words};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::{Form, ReadLink};

/// A link without text.
pub(super) static EMPTY_LINK_TEXT: Rule = Rule {
    code: "empty-link-text",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A link without words cannot be seen, and a screen reader says “link” and nothing more (WCAG 2.2, criterion \
        2.4.4). Write what it leads to between the square brackets.",
    wrong: "See [](the-board.md).",
    right: "See [who sits on the board](the-board.md).",
};

/// A link whose text would fit any other.
pub(super) static VAGUE_LINK_TEXT: Rule = Rule {
    code: "vague-link-text",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Many people go from link to link and hear nothing but their texts, so “click here” or “read more” tells them \
        nothing (WCAG 2.2, criterion 2.4.4). Let the text of the link say what it leads to.",
    wrong: "For the members of the board, [click here](the-board.md).",
    right: "See the [members of the board](the-board.md).",
};

/// Texts that would fit any link, as [`plain_words`] gives them.
const VAGUE: [&str; 30] = [
    "click",
    "click here",
    "click this link",
    "click the link",
    "click on this link",
    "find out more",
    "follow this link",
    "go here",
    "here",
    "hier",
    "in this link",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "over here",
    "read more",
    "read on",
    "read this",
    "right here",
    "see here",
    "see more",
    "this",
    "this link",
    "this page",
    "tap here",
    "view more",
];

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for link in page.prose.links.iter().filter(|link| matches!(link.form, Form::Markdown | Form::Raw)) {
        if link.text.trim().is_empty() {
            if !is_told_of_its_picture(page, link) {
                let message = "This link has no text.";
                let help = "Write what it leads to between the square brackets, or take the link out.";
                all.push(Diagnostic::new(&EMPTY_LINK_TEXT, link.label, message).help(help));
            }
        } else if is_vague(&plain_words(&link.text)) && !link.is_code {
            let message = format!("“{}” does not say what this link leads to.", link.text);
            let help = match page.title_of_target(link) {
                Some(title) => format!("Write what it leads to, such as `[{title}]({})`.", page.address(link)),
                None => "Write what it leads to in place of these words.".to_owned(),
            };
            all.push(Diagnostic::new(&VAGUE_LINK_TEXT, link.label, message).help(help));
        }
    }
}

/// Whether words, as [`plain_words`] gives them, would fit any link.
pub(super) fn is_vague(words: &str) -> bool {
    VAGUE.contains(&words)
}

/// Whether the text is missing because a picture in the link has none, which is told of the picture.
fn is_told_of_its_picture(page: &Page<'_>, link: &ReadLink) -> bool {
    // The pictures stand in their order, and a page may have thousands of them.
    let first = page.prose.pictures.partition_point(|picture| picture.span.start < link.label.start);
    let mut within = page.prose.pictures[first..].iter().take_while(|picture| picture.span.end <= link.label.end);
    within.any(|picture| picture.in_link && (!picture.is_raw || picture.alternative.is_none()))
}
