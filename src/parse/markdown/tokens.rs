//! Raw HTML as tags and text, each with its bytes; what html5gum reads, without what no body needs.
//!
//! Must not know what is allowed.

use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Error, Span, Tokenizer};

/// A tag or a run of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A start tag.
    Start(Start),
    /// An end tag: its name, in lower case, and its bytes.
    End(String, Range<usize>),
    /// Text, references undone.
    Text(String),
    /// What begins here, a tag or a comment, has no end.
    Unfinished(Range<usize>),
}

/// A start tag.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// Its name, in lower case.
    pub(super) name: String,
    /// Its attributes; where one is given twice, only the first counts.
    pub(super) attributes: Vec<Written>,
    /// Whether it ends with `/>`.
    pub(super) self_closing: bool,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

/// An attribute as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Its name, in lower case.
    pub(super) name: String,
    /// Its value, references undone.
    pub(super) value: String,
    /// The bytes of the value, or of the name where there is none.
    pub(super) range: Range<usize>,
}

/// Reads `html`.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut open = Start::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        let range = span.start..span.end;
        match event {
            CallbackEvent::OpenStartTag { name } => {
                open = Start { name: string(name), range, ..Start::default() };
                None
            }
            CallbackEvent::AttributeName { name } => {
                open.attributes.push(Written { name: string(name), value: String::new(), range });
                None
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(last) = open.attributes.last_mut() {
                    last.value = string(value);
                    last.range = range;
                }
                None
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                let mut start = std::mem::take(&mut open);
                start.self_closing = self_closing;
                start.range.end = span.end;
                Some(Token::Start(start))
            }
            CallbackEvent::EndTag { name } => Some(Token::End(string(name), range)),
            CallbackEvent::String { value } => Some(Token::Text(string(value))),
            CallbackEvent::Error(Error::EofInTag) => Some(Token::Unfinished(from_last("<", html))),
            CallbackEvent::Error(Error::EofInComment) => Some(Token::Unfinished(from_last("<!--", html))),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => None,
        }
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).map(|token| token.unwrap_or_else(|never| match never {})).collect()
}

fn from_last(start: &str, html: &str) -> Range<usize> {
    html.rfind(start).unwrap_or(html.len())..html.len()
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_attributes_carry_their_bytes() {
        let html = "<A HREF='é&amp;x' open title=y>b &lt; c</a ><!-- no --><script>1 < 2 <b></script><i";
        let tokens = tokens(html);
        let Some(Token::Start(start)) = tokens.first() else { panic!("{tokens:?}") };
        assert_eq!(start.name, "a");
        assert_eq!(&html[start.range.clone()], "<A HREF='é&amp;x' open title=y>");
        let told: Vec<_> = start
            .attributes
            .iter()
            .map(|attribute| (attribute.name.as_str(), attribute.value.as_str(), &html[attribute.range.clone()]))
            .collect();
        assert_eq!(told, [("href", "é&x", "é&amp;x"), ("open", "", "open"), ("title", "y", "y")]);
        assert_eq!(tokens.get(1), Some(&Token::Text("b < c".to_owned())));
        assert!(matches!(&tokens[2], Token::End(name, range) if name == "a" && &html[range.clone()] == "</a >"));
        assert!(matches!(&tokens[4], Token::Text(text) if text == "1 < 2 <b>"));
        assert!(matches!(tokens.last(), Some(Token::Unfinished(range)) if &html[range.clone()] == "<i"));
    }
}
