//! Pages that hold pictures and no words: most often a leaflet or a table that was photographed (WCAG 2.2, criterion 1.4.5).
//!
//! Must not know what a picture shows.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::kind::Kind;
use crate::parse::markdown::prose::RunKind;
use crate::parse::markdown::tree::Block;

/// A page of pictures alone.
pub(super) static ONLY_PICTURES: Rule = Rule {
    code: "only-pictures",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "This page holds nothing but pictures. Words in a picture cannot be found, enlarged, translated or read aloud \
        (WCAG 2.2, criterion 1.4.5), so a leaflet or a table that was scanned has to be typed. Where the pictures really are \
        pictures, write a few words about them.",
    wrong: "# Contact us\n\n![Leaflet: how to reach the team](leaflet.png)",
    right: "# Contact us\n\nRing 0116 496 0000 on weekdays from 9 to 5.\n\n![The team at the county hall](team.png)",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let is_page = page.record.id.kind == Kind::Page || page.section.is_some();
    // A picture in a link is a button or a badge.
    let shown = page.prose.pictures.iter().find(|picture| !picture.in_link);
    let Some(first) = shown.filter(|_| is_page) else { return };
    let says_something = page
        .prose
        .runs
        .iter()
        .any(|run| run.kind != RunKind::Heading && run.words.text().contains(|c: char| c.is_alphanumeric()));
    let holds_more = page
        .text
        .body
        .blocks
        .iter()
        .any(|block| !matches!(block, Block::Paragraph(_) | Block::Heading(_) | Block::Html(_) | Block::Rule));
    if !says_something && !page.prose.has_raw_words && !holds_more {
        let message = "This page holds pictures and no words.";
        let help = "Type what can be read in the picture, or write a few words about it.";
        all.push(Diagnostic::new(&ONLY_PICTURES, first.span, message).help(help));
    }
}
