//! Definitions of links, `[label]: destination`, and where in them the destination stands (`CommonMark` 0.31, 4.7).
//!
//! Must not know where links lead.

use std::ops::Range;

use pulldown_cmark::Parser;

use super::build::options;

/// The bytes of the destination of each definition in `text`, which is the Markdown of a file, in order.
pub fn destinations(text: &str) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(text, options());
    let spans = parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
    let mut found: Vec<Range<usize>> = spans.filter_map(|span| destination(text, span)).collect();
    found.sort_by_key(|range| range.start);
    found
}

fn destination(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let written = text.get(span.clone())?;
    let label = label_end(written)?;
    // Between the lines of a quotation its marks stand too.
    let rest = written[label..].trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let start = span.end - rest.len();
    match rest.strip_prefix('<') {
        Some(inner) => Some(start + 1..start + 1 + inner.find('>')?),
        None => Some(start..start + rest.find(char::is_whitespace).unwrap_or(rest.len())),
    }
}

/// What follows the colon after the label.
fn label_end(written: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in written.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            ']' => return written[at..].starts_with("]:").then_some(at + 2),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_are_found_in_every_form_and_nowhere_else() {
        let found = |text: &str| -> Vec<String> {
            destinations(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(found("[a]: priority:x \"T\"\n\n[b]: <my file.md>\r\n"), ["priority:x", "my file.md"]);
        assert_eq!(found("> [a]:\n> priority:x\n\n- [b]: y\n\n[c\\]:d]: z"), ["priority:x", "y", "z"]);
        assert_eq!(
            found("```\n[a]: x\n```\n\n    [b]: y\n\n<!--\n[c]: z\n-->\n\n[^1]: note\n\n[d](e): f"),
            Vec::<String>::new()
        );
    }
}
