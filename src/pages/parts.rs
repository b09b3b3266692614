//! The small pieces that views are made of: dates, texts that may lead somewhere, lists of them.

use serde::Serialize;

/// A date in words and for machines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// `2019-11-06`, `2019-11` or `2019`, for `<time datetime>`.
    pub iso: String,
    /// `6 November 2019`.
    pub text: String,
}

/// A piece of a fact or a cell: text that may lead somewhere or be a date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// The date for machines, where the text is one.
    pub iso: Option<String>,
    /// A word set apart beside it, such as `Vacant`.
    pub tag: Option<String>,
    /// Whether no source states what it says, which the tag then tells.
    pub illustrative: bool,
    /// A sentence below it.
    pub note: Option<String>,
    /// The language of the text, and of what it leads to, where it is not that of the page (WCAG 3.1.2).
    pub language: Option<String>,
    /// The language of the note, where it is not that of the page.
    pub note_language: Option<String>,
    /// The text in pieces, where some of them lead somewhere and others do not.
    pub pieces: Vec<Self>,
}

/// An abbreviation that is explained where a reader first meets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AbbreviationView {
    /// The short form.
    pub short: String,
    /// What it stands for.
    pub meaning: String,
    /// Its language, where it is not that of the page.
    pub language: Option<String>,
}

/// A piece with a sentence below it in the same language.
pub(super) fn noted(part: Part, note: Option<&String>) -> Part {
    let note_language = part.language.clone().filter(|_| note.is_some());
    Part { note: note.cloned(), note_language, ..part }
}

/// Links under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkGroup {
    /// The heading.
    pub title: String,
    /// An anchor for it.
    pub anchor: String,
    /// The links; a note is the summary of what each leads to.
    pub links: Vec<Part>,
}
