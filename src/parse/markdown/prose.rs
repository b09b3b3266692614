//! What a body says to those who read it: its runs of words, links and pictures, each byte of them with its place in the
//! source. For rules on how a text reads; the tree of [`super::tree`] is what pages are made from.
//!
//! Must not know where a link leads, nor any rule.

use std::ops::Range;

use crate::sources::{SourceId, Span};

/// A body as it is read.
#[derive(Debug, Default)]
pub struct Prose {
    /// Headings, paragraphs, cells and the like, in order. Code blocks and blocks of raw HTML are none.
    pub runs: Vec<Run>,
    /// Links that show a text, in order: those of Markdown and `<a href>`.
    pub links: Vec<ReadLink>,
    /// Pictures in order: those of Markdown and `<img>`.
    pub pictures: Vec<Picture>,
    /// Whether raw HTML holds words, which are no runs.
    pub has_raw_words: bool,
}

/// A heading, a paragraph, a cell: words that stand together.
#[derive(Debug)]
pub struct Run {
    /// What it is.
    pub kind: RunKind,
    /// Where it stands, marks and all.
    pub span: Span,
    /// What it says.
    pub words: Words,
    /// Whether it stands in a quotation.
    pub is_quoted: bool,
    /// Whether it stands in a list, a note or a footnote.
    pub is_listed: bool,
    /// Whether all its words are strong.
    pub is_strong: bool,
}

/// What a run of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// A heading.
    Heading,
    /// A paragraph, or the words of an item of a list.
    Paragraph,
    /// A cell of a table.
    Cell,
    /// A term that is explained.
    Term,
}

/// How words are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manner {
    /// As code.
    pub is_code: bool,
    /// As the text of a link.
    pub is_link: bool,
    /// Under raw HTML that says which language they are in.
    pub has_language: bool,
}

/// Words as they are shown, each byte with its place.
#[derive(Debug)]
pub struct Words {
    text: String,
    pieces: Vec<Piece>,
    source: SourceId,
}

#[derive(Debug)]
struct Piece {
    /// Its first byte in the text.
    start: usize,
    /// Its bytes in the source.
    place: Range<usize>,
    /// Whether the source says the same byte for byte.
    is_exact: bool,
    manner: Manner,
}

impl Words {
    /// No words yet, of this source.
    pub(super) fn new(source: SourceId) -> Self {
        Self { text: String::new(), pieces: Vec::new(), source }
    }

    /// Adds words that stand at `place`, where the source reads `written`.
    pub(super) fn push(&mut self, said: &str, place: Range<usize>, written: &str, manner: Manner) {
        self.pieces.push(Piece { start: self.text.len(), place, is_exact: said == written, manner });
        self.text.push_str(said);
    }

    /// What they say; where a line is broken, a line end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, byte for byte as long, with NUL for each byte that is shown in a manner to be `hidden`.
    pub fn without(&self, hidden: impl Fn(Manner) -> bool) -> String {
        let mut text = String::with_capacity(self.text.len());
        for (index, piece) in self.pieces.iter().enumerate() {
            let end = self.pieces.get(index + 1).map_or(self.text.len(), |next| next.start);
            if hidden(piece.manner) {
                text.extend(std::iter::repeat_n('\0', end - piece.start));
            } else {
                text.push_str(&self.text[piece.start..end]);
            }
        }
        text
    }

    /// Where bytes of the text stand.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start).start;
        let end = self.place(range.end.saturating_sub(1).max(range.start)).end;
        Span::new(self.source, start..end.max(start))
    }

    /// Where all of it stands.
    pub fn whole(&self) -> Span {
        let trimmed = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        self.span(start..start + trimmed.len())
    }

    /// The bytes of the source that stand for the byte at `at`.
    fn place(&self, at: usize) -> Range<usize> {
        let index = self.pieces.partition_point(|piece| piece.start <= at).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return 0..0 };
        if !piece.is_exact {
            return piece.place.clone();
        }
        let start = (piece.place.start + at - piece.start).min(piece.place.end);
        start..(start + 1).min(piece.place.end)
    }
}

/// A link that shows a text.
#[derive(Debug)]
pub struct ReadLink {
    /// Its text, line ends and runs of spaces made one space.
    pub text: String,
    /// How it is written.
    pub form: Form,
    /// Where its text stands; the whole link where there is none.
    pub label: Span,
    /// Where its destination stands, as in [`super::tree::WrittenLink::span`].
    pub destination: Span,
    /// Whether a picture is part of its text.
    pub has_picture: bool,
    /// Whether its text is code and nothing else.
    pub is_code: bool,
}

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `[text](destination)` or `[text][label]`.
    Markdown,
    /// `<https://…>`.
    Address,
    /// `<name@example.org>`, `<mailto:…>`, `<tel:…>`.
    Mail,
    /// `<kind:slug>`, whose text is a title.
    Record,
    /// `<a href>`.
    Raw,
}

/// A picture.
#[derive(Debug)]
pub struct Picture {
    /// The text that stands for it; nothing where raw HTML has no `alt`.
    pub alternative: Option<String>,
    /// Where that text stands, without marks; nothing where there is none.
    pub words: Option<Span>,
    /// The file or address.
    pub address: String,
    /// The whole of it.
    pub span: Span,
    /// Whether it is written as `<img>`.
    pub is_raw: bool,
    /// Whether it is part of a link.
    pub in_link: bool,
}
