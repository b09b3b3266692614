//! A piece of raw HTML with the place of each of its bytes: the lines of a block stand apart in the source where a quote or a
//! list puts its marks before them.
//!
//! Must not know what HTML means.

use std::ops::Range;

/// Raw HTML and where it came from.
#[derive(Debug, Default)]
pub(super) struct Fragment {
    /// The HTML.
    pub(super) html: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Its first byte in the HTML.
    start: usize,
    /// Where it stands in the Markdown text.
    range: Range<usize>,
    /// Whether it stands there byte for byte.
    exact: bool,
}

impl Fragment {
    /// Appends `html`, which stands at `range` of the Markdown text, where one reads `written`.
    pub(super) fn push(&mut self, html: &str, range: Range<usize>, written: &str) {
        self.parts.push(Part { start: self.html.len(), range, exact: html == written });
        self.html.push_str(html);
    }

    /// Where a range of the HTML stands in the Markdown text.
    pub(super) fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start).map_or(0, |(start, _)| start);
        let end = self.place(range.end.saturating_sub(1).max(range.start)).map_or(start, |(_, end)| end);
        start..end.max(start)
    }

    /// The first byte, and one past the last, of what stands for the byte at `at`.
    fn place(&self, at: usize) -> Option<(usize, usize)> {
        let index = self.parts.partition_point(|part| part.start <= at).checked_sub(1)?;
        let part = self.parts.get(index)?;
        if !part.exact {
            return Some((part.range.start, part.range.end));
        }
        let start = (part.range.start + at - part.start).min(part.range.end);
        Some((start, (start + 1).min(part.range.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_past_the_marks_of_a_quote() {
        let text = "> <a\n> href=x>";
        let mut fragment = Fragment::default();
        fragment.push("<a\n", 2..5, &text[2..5]);
        fragment.push("href=x>", 7..14, &text[7..14]);
        assert_eq!(fragment.html, "<a\nhref=x>");
        assert_eq!(&text[fragment.range(8..9)], "x");
        assert_eq!(&text[fragment.range(0..10)], "<a\n> href=x>");
    }
}
