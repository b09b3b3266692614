//! What the graph hands to whoever writes a body as HTML: where each link leads, and the number of a paragraph.
//!
//! Must not know how it was found out.

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Destination {
    /// To this address.
    To {
        /// The address, not yet escaped.
        href: String,
        /// The title of what it leads to: the text of a link that has none of its own.
        title: String,
        /// The language of what it leads to, where it is not that of the text.
        language: Option<String>,
    },
    /// Nowhere: only the link's own text is written.
    Nowhere {
        /// What to write where the link has no text of its own.
        text: String,
    },
}

/// The number of a numbered paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParagraphNumber {
    /// As it is shown: `12`.
    pub label: String,
    /// The id it is linked by: `p12`.
    pub anchor: String,
}
