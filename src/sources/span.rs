//! Positions: which source, and which bytes of it. A position of bytes is all that is kept; line and column are worked out
//! when somebody asks.
//!
//! Must not know what the bytes mean.

use std::hash::{Hash, Hasher};

/// Names one text of a [`super::Sources`]; only valid with the `Sources` that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) u32);

/// A run of bytes in one source, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text it lies in.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of `range` bytes in `source`. Offsets past 4 GiB are held at that limit; no source is that long.
    pub fn new(source: SourceId, range: std::ops::Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { source, start: clamp(range.start), end: clamp(range.end.max(range.start)) }
    }

    /// The bytes as a range of indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it was written. Two are equal, and hash alike, when their values are: where a thing stands is no
/// part of what it says.
#[derive(Clone, Copy, Debug)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: Hash> Hash for Spanned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// Where a byte stands for a reader: both count from 1; a column is one Unicode scalar value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values.
    pub column: usize,
}

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Bytes within very long lines with how many characters of their line come before them, so that the column of each of
    /// a thousand faults in a line of 10 MB does not take counting the line a thousand times.
    marks: Vec<(u32, u32)>,
}

/// How far the marks within a long line lie apart, in bytes.
const MARKS_APART_BYTES: usize = 4096;

impl LineIndex {
    /// Finds the lines of `text`. A line ends with LF, CR LF or a lone CR, as in YAML 1.2 (5.4) and `CommonMark` (2.1).
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        let marks = marks(text, &starts);
        Self { starts, marks }
    }

    /// The line and column of the byte at `offset` of `text`; past the end, the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let mark = self.marks.partition_point(|(at, _)| *at as usize <= offset).checked_sub(1);
        let mark = mark.map(|index| self.marks[index]).filter(|(at, _)| *at as usize > start);
        let (from, before) = mark.map_or((start, 0), |(at, before)| (at as usize, before as usize));
        Position { line, column: before + text[from..offset].chars().count() + 1 }
    }

    /// The bytes of a line, counted from 0, without its end; nothing past the last.
    pub fn line(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        self.starts.get(line).map(|start| self.line_range(text, *start as usize))
    }

    /// The bytes of the line that holds `offset`, without its end.
    pub fn line_range(&self, text: &str, offset: usize) -> std::ops::Range<usize> {
        let line = self.starts.partition_point(|start| *start as usize <= offset.min(text.len()));
        let start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let end = self.starts.get(line).map_or(text.len(), |next| *next as usize);
        start..start + text[start..end].trim_end_matches(['\r', '\n']).len()
    }
}

/// The marks within the long lines of `text`.
fn marks(text: &str, starts: &[u32]) -> Vec<(u32, u32)> {
    let mut marks = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |next| *next as usize);
        let (mut at, mut before) = (*start as usize, 0);
        while end.saturating_sub(at) > MARKS_APART_BYTES {
            let mut next = at + MARKS_APART_BYTES;
            while !text.is_char_boundary(next) {
                next -= 1;
            }
            before += text[at..next].chars().count();
            at = next;
            marks.push((u32::try_from(at).unwrap_or(u32::MAX), u32::try_from(before).unwrap_or(u32::MAX)));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_of_every_ending_and_columns_in_characters() {
        let text = "a\r\nbé c\rd\n";
        let index = LineIndex::new(text);
        let at = |needle: &str| index.position(text, text.find(needle).unwrap_or(usize::MAX));
        assert_eq!(at("b"), Position { line: 2, column: 1 });
        assert_eq!(at("c"), Position { line: 2, column: 4 });
        assert_eq!(at("d"), Position { line: 3, column: 1 });
        assert_eq!(index.position(text, 999), Position { line: 4, column: 1 });
        assert_eq!(&text[index.line_range(text, 4)], "bé c");
    }

    #[test]
    fn counts_columns_of_long_lines_as_of_short_ones() {
        let text = format!("{}\n{}\nz", "é€x".repeat(5000), "€".repeat(4000));
        let index = LineIndex::new(&text);
        for (offset, _) in text.char_indices().step_by(97) {
            let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
            let line = text[..offset].matches('\n').count() + 1;
            let column = text[start..offset].chars().count() + 1;
            assert_eq!(index.position(&text, offset), Position { line, column }, "{offset}");
        }
    }
}
