//! The words with which a page opens, which stand for it in lists where it has no summary.
//!
//! Must not know where they are shown.

use super::text::plain_text;
use super::tree::{Block, Inline, WrittenLink};

/// Most characters that are taken.
const MOST: usize = 160;
/// Fewest characters that say something.
const FEWEST: usize = 20;

/// The first sentences of the first paragraph that is running text, and no row of badges or links.
pub(super) fn first_words(blocks: &[Block], links: &[WrittenLink]) -> Option<String> {
    blocks.iter().find_map(|block| {
        let Block::Paragraph(paragraph) = block else { return None };
        let own: usize = paragraph.inlines.iter().map(own_words).sum();
        let said: Vec<Inline> = paragraph.inlines.iter().filter(|inline| !is_picture(inline)).cloned().collect();
        let text = plain_text(&said, links);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (own >= FEWEST).then(|| shortened(&text))
    })
}

/// How many characters of running text an inline has, links not counted.
fn own_words(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text.trim().chars().count(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().map(own_words).sum(),
        _ => 0,
    }
}

fn is_picture(inline: &Inline) -> bool {
    match inline {
        Inline::Image { .. } => true,
        Inline::Link { inlines, .. } => !inlines.is_empty() && inlines.iter().all(is_picture),
        _ => false,
    }
}

/// As many whole sentences as there is room for, else as many whole words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let end = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let sentence = [". ", "? "].iter().filter_map(|stop| head.rfind(stop)).max().filter(|at| *at >= MOST / 3);
    match (sentence, head.rfind(' ')) {
        (Some(at), _) => head[..=at].to_owned(),
        (None, Some(at)) => format!("{}…", head[..at].trim_end_matches([',', ';', ':', '.'])),
        (None, None) => format!("{head}…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_with_a_sentence_or_a_word() {
        assert_eq!(shortened("Short."), "Short.");
        let sentences = format!("{}. And {}", "word ".repeat(20).trim_end(), "more ".repeat(30));
        assert_eq!(shortened(&sentences), format!("{}.", "word ".repeat(20).trim_end()));
        let words = shortened(&"été, ".repeat(60));
        assert!(words.ends_with("été…") && words.chars().count() <= MOST + 1, "{words}");
        assert_eq!(shortened(&"é".repeat(200)), format!("{}…", "é".repeat(MOST)));
    }
}
