//! Finds where a word of running text stands in the source, past what only looks like it: code, addresses, raw HTML, the
//! text of links.
//!
//! Must not know why it is looked for.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::build::options;

/// The bytes of the first `word` in the running text of a paragraph or table, as a word of its own.
pub fn word(text: &str, word: &str) -> Option<Range<usize>> {
    let mut links = 0_usize;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => links = links.saturating_sub(1),
            Event::Text(_) if links == 0 => {
                let written = &text[range.clone()];
                let is_whole = |at: usize| {
                    let (before, after) = (&text[..range.start + at], &written[at + word.len()..]);
                    let after = after.strip_prefix('s').unwrap_or(after);
                    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
                };
                if let Some((at, _)) = written.match_indices(word).find(|(at, _)| is_whole(*at)) {
                    return Some(range.start + at..range.start + at + word.len());
                }
            }
            _ => {}
        }
    }
    None
}

#[test]
fn passes_by_what_is_no_running_text() {
    for (text, at) in [
        ("The PCC decides", Some(4)),
        ("`PCC` and [PCC](https://PCC.uk) and <b title=\"PCC\">PCC</b>", Some(51)),
        ("SPCC PCCX PCCs", Some(10)),
        ("| a |\n| - |\n| PCC |", Some(14)),
        ("**PCC**", Some(2)),
        ("`PCC`", None),
        ("", None),
    ] {
        assert_eq!(word(text, "PCC").map(|range| range.start), at, "{text}");
    }
}
