//! What could be typed, and where.
//!
//! Must not know how it is found.

use std::ops::Range;

use crate::diagnostic::Rule;
use crate::graph::Graph;
use crate::sources::{SourceId, Sources};

/// What is known of the site, and where in it somebody types.
pub(in crate::lsp) struct Typing<'a> {
    pub(in crate::lsp) sources: &'a Sources,
    /// Nothing where the settings cannot be read.
    pub(in crate::lsp) graph: Option<&'a Graph>,
    pub(in crate::lsp) rules: &'a [&'static Rule],
    /// The file.
    pub(in crate::lsp) source: SourceId,
    /// The byte of it.
    pub(in crate::lsp) offset: usize,
}

/// Something that could be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lsp) struct Offer {
    /// What would stand there.
    pub(in crate::lsp) words: String,
    /// In place of these bytes.
    pub(in crate::lsp) range: Range<usize>,
    /// What it is.
    pub(in crate::lsp) sort: Sort,
    /// What it is called, in a few words beside it.
    pub(in crate::lsp) detail: Option<String>,
    /// More about it, in Markdown.
    pub(in crate::lsp) about: Option<String>,
}

/// What is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lsp) enum Sort {
    /// A kind of record, before its colon.
    Kind,
    /// A record.
    Record,
    /// A part of a record.
    Part,
    /// A file.
    File,
    /// A folder.
    Folder,
    /// The name of a field.
    Field,
    /// A word of a fixed set.
    Word,
}

impl Offer {
    pub(super) fn new(words: impl Into<String>, range: &Range<usize>, sort: Sort) -> Self {
        Self { words: words.into(), range: range.clone(), sort, detail: None, about: None }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    pub(super) fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into()).filter(|about: &String| !about.is_empty());
        self
    }
}
