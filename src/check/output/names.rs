//! The elements and attributes that matter to links, as words that can be compared at once.
//!
//! Must not know what stands in an attribute.

/// An element that a link, an id or the shape of a page may hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tag {
    A,
    Area,
    Base,
    Button,
    Embed,
    Form,
    Frame,
    H1,
    Html,
    Image,
    Img,
    Input,
    Link,
    Media,
    Meta,
    NoScript,
    Object,
    Script,
    Source,
    Style,
    Svg,
    Template,
    Title,
    Track,
    Use,
    #[default]
    Other,
}

impl Tag {
    /// The element of this name, which is in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::A,
            b"area" => Self::Area,
            b"base" => Self::Base,
            b"button" => Self::Button,
            b"embed" => Self::Embed,
            b"form" => Self::Form,
            b"iframe" | b"frame" => Self::Frame,
            b"h1" => Self::H1,
            b"html" => Self::Html,
            b"image" => Self::Image,
            b"img" => Self::Img,
            b"input" => Self::Input,
            b"link" => Self::Link,
            b"audio" | b"video" => Self::Media,
            b"meta" => Self::Meta,
            b"noscript" => Self::NoScript,
            b"object" => Self::Object,
            b"script" => Self::Script,
            b"source" => Self::Source,
            b"style" => Self::Style,
            b"svg" => Self::Svg,
            b"template" => Self::Template,
            b"title" => Self::Title,
            b"track" => Self::Track,
            b"use" => Self::Use,
            _ => Self::Other,
        }
    }
}

/// An attribute that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    Action,
    Alt,
    Content,
    Data,
    FormAction,
    Handler,
    Href,
    HttpEquiv,
    Id,
    ImageSrcset,
    Lang,
    Method,
    Name,
    Poster,
    Property,
    Rel,
    Src,
    Srcset,
    Style,
    Type,
}

/// What the names of events begin with, after `on`.
const EVENTS: [&str; 36] = [
    "abort",
    "after",
    "anim",
    "before",
    "blur",
    "cancel",
    "change",
    "click",
    "close",
    "context",
    "copy",
    "cut",
    "dblclick",
    "drag",
    "drop",
    "ended",
    "error",
    "focus",
    "hashchange",
    "input",
    "invalid",
    "key",
    "load",
    "message",
    "mouse",
    "page",
    "paste",
    "pointer",
    "popstate",
    "reset",
    "resize",
    "scroll",
    "select",
    "submit",
    "toggle",
    "touch",
];

impl Attribute {
    /// The attribute of this name, which is in lower case; nothing for one that does not matter.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"action" => Self::Action,
            b"alt" => Self::Alt,
            b"content" => Self::Content,
            b"data" => Self::Data,
            b"formaction" => Self::FormAction,
            b"href" | b"xlink:href" => Self::Href,
            b"http-equiv" => Self::HttpEquiv,
            b"id" => Self::Id,
            b"imagesrcset" => Self::ImageSrcset,
            b"lang" => Self::Lang,
            b"method" => Self::Method,
            b"name" => Self::Name,
            b"poster" => Self::Poster,
            b"property" => Self::Property,
            b"rel" => Self::Rel,
            b"src" => Self::Src,
            b"srcset" => Self::Srcset,
            b"style" => Self::Style,
            b"type" => Self::Type,
            [b'o', b'n', event @ ..] if EVENTS.iter().any(|known| event.starts_with(known.as_bytes())) => Self::Handler,
            _ => return None,
        })
    }
}
