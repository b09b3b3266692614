//! Headings in raw HTML, which the front pages of many folders have: what a lone `<h1>` says, and their levels.
//!
//! Reads only markup that [`super::html`] wrote, in which every `<` begins a tag.

use super::escape::unescaped;
use super::tree::HtmlPiece;

/// What a block says that is one `<h1>` and nothing else.
pub(super) fn lone_first_level(pieces: &[HtmlPiece]) -> Option<String> {
    let mut markup = String::new();
    for piece in pieces {
        if let HtmlPiece::Markup(part) = piece {
            markup.push_str(part);
        }
    }
    let inner = markup.trim().strip_prefix("<h1")?.strip_suffix("</h1>")?;
    if inner.contains("</h1>") {
        return None;
    }
    let mut text = String::new();
    for run in inner.split('<') {
        text.push_str(run.split_once('>').map_or("", |(_, after)| after));
    }
    Some(unescaped(&text))
}

/// Takes the first `<h1>` out of a block that holds more, and gives what it says; nothing where it says nothing, holds a
/// picture or lies in a link, and stays.
pub(super) fn take_first_level(pieces: &mut Vec<HtmlPiece>) -> Option<String> {
    let (first, start) = place_of(pieces, "<h1", 0)?;
    let (last, end) = place_of(pieces, "</h1>", first)?;
    let mut inner = String::new();
    for (at, piece) in pieces.iter().enumerate().take(last + 1).skip(first) {
        let HtmlPiece::Markup(markup) = piece else { continue };
        let from = if at == first { start } else { 0 };
        let to = if at == last { end } else { markup.len() };
        inner.push_str(markup.get(from..to)?);
    }
    let count = |tag: &str| -> usize {
        let before: usize =
            pieces[..first].iter().filter_map(markup_of).map(|markup| markup.matches(tag).count()).sum();
        before + markup_of(&pieces[first]).map_or(0, |markup| markup[..start].matches(tag).count())
    };
    // A link around it would be left with nothing in it.
    if inner.contains("<img") || count("<a href") > count("</a>") {
        return None;
    }
    let text: String = inner.split('<').map(|run| run.split_once('>').map_or(run, |(_, after)| after)).collect();
    let text = unescaped(&text);
    if text.trim().is_empty() {
        return None;
    }
    let after = match &pieces[last] {
        HtmlPiece::Markup(markup) => markup[end + "</h1>".len()..].to_owned(),
        HtmlPiece::Address(_) => String::new(),
    };
    if let HtmlPiece::Markup(markup) = &mut pieces[first] {
        markup.truncate(start);
        markup.push_str(&after);
    }
    pieces.drain(first + 1..=last);
    Some(text)
}

fn markup_of(piece: &HtmlPiece) -> Option<&str> {
    match piece {
        HtmlPiece::Markup(markup) => Some(markup),
        HtmlPiece::Address(_) => None,
    }
}

/// The first piece not before `from` that holds `tag`, and where in it.
fn place_of(pieces: &[HtmlPiece], tag: &str, from: usize) -> Option<(usize, usize)> {
    pieces.iter().enumerate().skip(from).find_map(|(at, piece)| match piece {
        HtmlPiece::Markup(markup) => markup.find(tag).map(|start| (at, start)),
        HtmlPiece::Address(_) => None,
    })
}

/// Whether a heading of the first level begins in these pieces.
pub(super) fn has_first_level(pieces: &[HtmlPiece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, HtmlPiece::Markup(markup) if markup.contains("</h1>")))
}

/// Makes each heading in these pieces one level lower, the sixth excepted, which is the lowest there is.
pub(super) fn lower(pieces: &mut [HtmlPiece]) {
    for piece in pieces {
        let HtmlPiece::Markup(markup) = piece else { continue };
        for level in (1..6).rev() {
            for start in ["<h", "</h"] {
                let written = format!("{start}{level}");
                if markup.contains(&written) {
                    *markup = markup.replace(&written, &format!("{start}{}", level + 1));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::tree::LinkId;

    #[test]
    fn a_lone_heading_is_read_and_others_are_lowered() {
        let markup = |text: &str| vec![HtmlPiece::Markup(text.to_owned())];
        assert_eq!(
            lone_first_level(&markup("<h1 id=\"a\">The <b>plan</b> &amp; us</h1>\n")).as_deref(),
            Some("The plan & us")
        );
        assert_eq!(lone_first_level(&markup("<div><h1>No</h1></div>")), None);
        assert_eq!(lone_first_level(&markup("<h1>One</h1><h1>Two</h1>")), None);
        let mut pieces = markup("<div><h1><code>a</code> &amp; b</h1>\n<p>c</p>");
        pieces.splice(0..0, [HtmlPiece::Markup("<i>x</i>".to_owned()), HtmlPiece::Address(LinkId(0))]);
        assert_eq!(take_first_level(&mut pieces).as_deref(), Some("a & b"));
        assert_eq!(pieces.last(), Some(&HtmlPiece::Markup("<div>\n<p>c</p>".to_owned())));
        assert_eq!(take_first_level(&mut markup("<h1><img src=\"\"></h1>")), None);
        let mut pieces = markup("<h1>a</h1><h6>b</h6><hr>");
        assert!(has_first_level(&pieces));
        lower(&mut pieces);
        assert_eq!(pieces, markup("<h2>a</h2><h6>b</h6><hr>"));
    }
}
