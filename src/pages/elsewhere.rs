//! What other pages show of a text: its title, its headings and anchors, where it leads, the words with which it opens.
//!
//! Two texts that agree in these differ on their own pages alone. Must not know how a page is drawn.

use crate::parse::markdown::body::Body;

/// Whether all that other pages show of two texts is the same. Where paragraphs are numbered, more is shown of them than
/// is looked at here: the list of addresses and the data of records hold their words.
pub fn is_same_elsewhere(one: &Body, other: &Body) -> bool {
    one.title == other.title && one.links == other.links && one.embeds == other.embeds && one.outline == other.outline
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::{self, ParseOptions};
    use crate::sources::SourceId;

    fn body(text: &str) -> Body {
        let options = ParseOptions { title_given: None, reserved_ids: &[] };
        markdown::parse(text, SourceId(0), 0, &options).value
    }

    #[test]
    fn only_what_no_other_page_shows_may_differ() {
        const TEXT: &str =
            "# Title\n\nAn opening of more than twenty letters.\n\n## Part\n\nA [link](a.md) and more.\n";
        let before = body(TEXT);
        let same = |from: &str, to: &str| {
            let edited = TEXT.replace(from, to);
            assert_ne!(edited, TEXT);
            is_same_elsewhere(&before, &body(&edited))
        };
        assert!(same("and more.", "and *less*."));
        assert!(same("and more.", "and more.\n\nA new paragraph."));
        for (from, to) in [
            ("# Title", "# Another"),
            ("An opening", "The opening"),
            ("## Part", "## Section"),
            ("## Part", "### Part"),
            ("a.md", "b.md"),
            ("and more.", "and <a href=\"c.md\">more</a>."),
            ("and more.", "and <span id=\"x\">more</span>."),
            ("and more.", "and more.\n\n## Another part"),
            ("and more.", "and more.\n\n![A view](view:timeline)"),
        ] {
            assert!(!same(from, to), "{from} -> {to}");
        }
    }
}
