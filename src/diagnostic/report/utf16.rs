//! Columns in UTF-16 code units.

use crate::sources::{SourceId, Sources, Span};

/// Works out columns, and remembers how far it has counted: findings come in order, and counting a line of 10 MB anew for
/// each of thousands of findings in it would take minutes.
#[derive(Debug, Default)]
pub(super) struct Columns {
    counted: Option<Counted>,
}

/// How many code units stand between the beginning of a line and a byte of it.
#[derive(Debug, Clone, Copy)]
struct Counted {
    source: SourceId,
    line_start: usize,
    offset: usize,
    units: usize,
}

impl Columns {
    /// The columns of a span's first byte and of the byte after its last, from 1.
    pub(super) fn of(&mut self, span: Span, sources: &Sources) -> (usize, usize) {
        let range = span.range();
        let start = self.count(span.source, range.start, sources);
        self.counted = Some(start);
        let end = self.count(span.source, range.end, sources);
        (start.units + 1, end.units + 1)
    }

    fn count(&self, source: SourceId, offset: usize, sources: &Sources) -> Counted {
        let text = sources.get(source).text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line_start = sources.get(source).lines().line_range(text, offset).start;
        let reached = self
            .counted
            .filter(|counted| counted.source == source && counted.line_start == line_start && counted.offset <= offset);
        let (from, units) = reached.map_or((line_start, 0), |counted| (counted.offset, counted.units));
        Counted { source, line_start, offset, units: units + text[from..offset].encode_utf16().count() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Source;

    #[test]
    fn counts_two_units_for_what_lies_beyond_the_basic_plane() {
        let mut sources = Sources::default();
        let text = "é😀x\r\n😀y 😀z";
        let id = sources.add(Source::new("a.md", text));
        let mut columns = Columns::default();
        let mut of = |from: &str, to: &str| {
            let at = |needle: &str| text.find(needle).unwrap_or(text.len());
            columns.of(Span::new(id, at(from)..at(to)), &sources)
        };
        assert_eq!(of("x", "\r"), (4, 5));
        assert_eq!(of("y", "z"), (3, 7));
        assert_eq!(of("z", "the end"), (7, 8));
        assert_eq!(of("é", "y"), (1, 3));
    }
}
