//! What inlines say as plain text: for titles, anchors, outlines and labels.
//!
//! Must not know what links lead to.

use super::tree::{Inline, WrittenLink};

/// The inlines as plain text; of a link that has no text of its own, what its destination says. Raw HTML and references to
/// footnotes say nothing. `links` are those of the same body.
pub fn plain_text(inlines: &[Inline], links: &[WrittenLink]) -> String {
    let mut text = String::new();
    push(inlines, links, true, &mut text);
    text
}

/// What a heading says: its words. The texts that stand for its pictures, such as badges, count only where it has no words.
pub(super) fn heading_text(inlines: &[Inline], links: &[WrittenLink]) -> String {
    let said = |with_pictures| {
        let mut text = String::new();
        push(inlines, links, with_pictures, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let words = said(false);
    if words.is_empty() { said(true) } else { words }
}

/// Whether a picture stands among the inlines.
pub(super) fn has_picture(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Image { .. } => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => has_picture(inner),
        Inline::Link { inlines, .. } => has_picture(inlines),
        _ => false,
    })
}

/// The last part of a destination: `knife-crime` of `priority:knife-crime`.
pub fn slug_of_destination(destination: &str) -> &str {
    destination.split_once(':').map_or(destination, |(_, slug)| slug)
}

fn push(inlines: &[Inline], links: &[WrittenLink], with_pictures: bool, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(said) | Inline::Code(said) => text.push_str(said),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push(inner, links, with_pictures, text);
            }
            Inline::Link { link, inlines, .. } if inlines.is_empty() => {
                let destination = links.get(link.0 as usize).map_or("", |link| link.destination.as_str());
                text.push_str(slug_of_destination(destination));
            }
            Inline::Link { inlines, .. } => push(inlines, links, with_pictures, text),
            Inline::Image { alternative, .. } if with_pictures => text.push_str(alternative),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::Image { .. } | Inline::Html(_) | Inline::FootnoteReference { .. } => {}
        }
    }
}
