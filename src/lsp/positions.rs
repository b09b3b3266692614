//! Places of a text as the protocol counts them, lines and columns from 0, and as they are counted here, in bytes.
//!
//! Language Server Protocol 3.17, "Text Documents". Must not know what stands there.

use std::ops::Range;

use lsp_types::{Position, PositionEncodingKind, Range as LspRange};

use crate::sources::{LineIndex, Source, Sources, Span};

/// What columns are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16, which every client can count in.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The first of those that the client offers which costs least here; UTF-16 where it offers none.
    pub(super) fn chosen(offered: &[PositionEncodingKind]) -> Self {
        let has = |kind: &PositionEncodingKind| offered.contains(kind);
        match () {
            () if has(&PositionEncodingKind::UTF8) => Self::Utf8,
            () if has(&PositionEncodingKind::UTF32) => Self::Utf32,
            () => Self::Utf16,
        }
    }

    /// As the protocol calls it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// The byte of `text` at a position; past the end of a line its end, past the last line the end of the text.
    pub(super) fn offset(self, text: &str, lines: &LineIndex, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(range) = lines.line(text, line) else { return text.len() };
        let wanted = usize::try_from(position.character).unwrap_or(usize::MAX);
        let mut column = 0;
        for (at, c) in text[range.clone()].char_indices() {
            if column >= wanted {
                return range.start + at;
            }
            column += self.width(c);
        }
        range.end
    }

    /// The position of a byte of `text`; within a letter that of the letter, past the end that of the end.
    pub(super) fn position(self, text: &str, lines: &LineIndex, offset: usize) -> Position {
        let offset = text.floor_char_boundary(offset);
        let line = lines.position(text, offset).line - 1;
        // What ends a line is no part of it, and has no column of its own.
        let Range { start, end } = lines.line(text, line).unwrap_or_default();
        let before = text.get(start..offset.min(end)).unwrap_or("");
        // A line may be very long, and hold thousands of places.
        let column = if before.is_ascii() { before.len() } else { before.chars().map(|c| self.width(c)).sum() };
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(column) }
    }

    /// The range of some bytes of a source.
    pub(super) fn range(self, source: &Source, bytes: Range<usize>) -> LspRange {
        let at = |offset| self.position(source.text(), source.lines(), offset);
        LspRange { start: at(bytes.start), end: at(bytes.end) }
    }

    /// The range of a span.
    pub(super) fn of_span(self, sources: &Sources, span: Span) -> LspRange {
        self.range(sources.get(span.source), span.range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_are_counted_as_the_client_counts() {
        let text = "a\r\n😀é|\n";
        let lines = LineIndex::new(text);
        let bar = text.find('|').unwrap_or_default();
        for (encoding, column) in [(Encoding::Utf8, 6), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
            let position = Position { line: 1, character: column };
            assert_eq!(encoding.position(text, &lines, bar), position);
            assert_eq!(encoding.offset(text, &lines, position), bar);
        }
        let past = |line, character| Encoding::Utf16.offset(text, &lines, Position { line, character });
        assert_eq!((past(0, 99), past(2, 5), past(99, 0)), (1, text.len(), text.len()));
    }

    proptest! {
        #[test]
        fn there_and_back(text in "[a\u{e9}\u{1F600}\r\n]{0,30}", at in 0_usize..80) {
            let lines = LineIndex::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let position = encoding.position(&text, &lines, at);
                let offset = encoding.offset(&text, &lines, position);
                prop_assert_eq!(encoding.position(&text, &lines, offset), position);
            }
        }
    }
}
