//! Paragraph numbers that stand for other texts than before.
//!
//! A text that only changed is no fault, and from its hash it cannot be told from another. Where numbers moved, though, a
//! text of before stands under another number, and that is seen.

use std::collections::{HashMap, HashSet};

use super::rules::PARAGRAPH_NUMBER_MOVED;
use super::served::Served;
use crate::diagnostic::{Diagnostic, Place};
use crate::export::PageAddress;
use crate::pages::view::Page;
use crate::parse::markdown::tree::Block;

/// The finding where numbers of a page moved, at the first such paragraph.
pub(super) fn finding(old: &PageAddress, new: Served<'_>, page_place: Place) -> Option<Diagnostic> {
    let now: HashMap<&str, &str> = texts(new.entry).collect();
    let before: HashMap<&str, &str> = texts(old).collect();
    let anchors_now = by_text(new.entry);
    let hashes_before: HashSet<&str> = before.values().copied().collect();
    let moved: Vec<(&str, Option<&str>)> = texts(old)
        .filter(|(anchor, hash)| now.get(anchor).is_some_and(|text| text != hash))
        .filter_map(|(anchor, hash)| {
            let stands_at = anchors_now.get(hash).copied();
            let takes_place = now.get(anchor).is_some_and(|text| hashes_before.contains(text));
            (stands_at.is_some() || takes_place).then_some((anchor, stands_at))
        })
        .collect();
    let (anchor, stands_at) = *moved.first()?;
    let path = &old.path;
    let number = number(anchor);
    let message = match stands_at {
        Some(other) => format!("What was paragraph {number} of `{path}` is now paragraph {}.", self::number(other)),
        None => format!("Paragraph {number} of `{path}` is now what was another paragraph."),
    };
    let others = match moved.len() - 1 {
        0 => String::new(),
        1 => " One more number stands for another text, too.".to_owned(),
        more => format!(" {more} more numbers stand for other texts, too."),
    };
    let help = "Put new text after the last numbered paragraph, or into a list or quotation, which take no number; where a \
                paragraph was taken out, leave one in its place that says so.";
    let place = paragraph_place(new.page, anchor).unwrap_or(page_place);
    Some(Diagnostic::new(&PARAGRAPH_NUMBER_MOVED, place, format!("{message}{others}")).help(help))
}

fn texts(page: &PageAddress) -> impl Iterator<Item = (&str, &str)> {
    page.paragraphs.iter().map(|paragraph| (paragraph.anchor.as_str(), paragraph.text_hash.as_str()))
}

/// The first anchor of each text.
fn by_text(page: &PageAddress) -> HashMap<&str, &str> {
    let mut anchors = HashMap::new();
    for (anchor, hash) in texts(page) {
        anchors.entry(hash).or_insert(anchor);
    }
    anchors
}

/// `12` for `p12`.
fn number(anchor: &str) -> &str {
    anchor.strip_prefix('p').unwrap_or(anchor)
}

/// Where the paragraph of this number stands now.
fn paragraph_place(page: &Page, anchor: &str) -> Option<Place> {
    let body = page.body.as_ref()?;
    let mut numbered = body.numbers.iter().zip(&body.tree.blocks);
    numbered.find_map(|(number, block)| match block {
        Block::Paragraph(paragraph) if number.as_ref().is_some_and(|number| number.anchor == anchor) => {
            Some(paragraph.span.into())
        }
        _ => None,
    })
}
