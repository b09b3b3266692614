//! What an address on a page is for: a link that a reader follows, or something that the browser fetches by itself.
//!
//! Must not know where an address leads.

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// `<a href>`, `<area href>`.
    Link,
    /// `<form action>`, `<button formaction>`.
    Form,
    /// `<meta http-equiv=refresh>`.
    Refresh,
    /// `<link>` to what belongs to the page and is not fetched with it: `rel=canonical`, `rel=next`.
    Relation,
    /// `og:image`, `og:url`, `twitter:image`: what other sites show of the page.
    Social,
    /// `<link rel=preconnect>`, `rel=dns-prefetch`: a host that the browser is to turn to early.
    Host,
    /// `<script src>`.
    Script,
    /// A style sheet.
    Style,
    /// An icon, a manifest, or anything else that `<link>` fetches.
    Furniture,
    /// `<img>`, `<source>`, `<input type=image>`, `poster`.
    Picture,
    /// `<video>`, `<audio>`, `<track>`.
    Media,
    /// `<iframe>`.
    Frame,
    /// `<object>`, `<embed>`.
    Object,
    /// A part of a drawing: `<use href>`, and `<image href>` in SVG.
    Drawing,
    /// `url()` in a style: a picture or a font.
    InStyle,
    /// `<base href>`.
    Base,
    /// `<loc>` of a sitemap.
    Listed,
    /// The start page or a picture of a web manifest.
    Manifest,
}

impl Role {
    /// Whether the browser fetches it without being asked by the reader.
    pub(super) fn is_fetched(self) -> bool {
        matches!(
            self,
            Self::Host
                | Self::Script
                | Self::Style
                | Self::Furniture
                | Self::Picture
                | Self::Media
                | Self::Frame
                | Self::Object
                | Self::Drawing
                | Self::InStyle
        )
    }

    /// Whether it may be written out in a `data:` address, which runs nothing.
    pub(super) fn may_be_data(self) -> bool {
        matches!(self, Self::Picture | Self::Media | Self::InStyle | Self::Drawing | Self::Furniture | Self::Manifest)
    }

    /// What to call it in a sentence.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Link => "a link",
            Self::Form => "a form",
            Self::Refresh => "a redirect",
            Self::Relation => "a `<link>` in the head",
            Self::Social => "what other sites show of the page",
            Self::Host => "a hint to the browser",
            Self::Script => "a script",
            Self::Style => "a style sheet",
            Self::Furniture => "an icon or other file of the page",
            Self::Picture => "a picture",
            Self::Media => "a film or sound",
            Self::Frame => "a frame",
            Self::Object => "an embedded object",
            Self::Drawing => "a part of a drawing",
            Self::InStyle => "a picture or font of a style",
            Self::Base => "`<base>`",
            Self::Listed => "an entry of the site map",
            Self::Manifest => "an entry of the web manifest",
        }
    }
}
