//! The tree of a Markdown body: ours, with positions, every link in one list so that the graph can resolve them all before
//! anything is rendered.
//!
//! Must not know where a link leads.

use crate::sources::Span;

/// The place of a link in [`super::body::Body::links`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkId(pub u32);

/// The place of an embed in [`super::body::Body::embeds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EmbedId(pub u32);

/// A link as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkUse {
    /// `[text](destination)`, and `<a href>`.
    Text,
    /// `<kind:slug>`: its text is the title of what it leads to.
    Autolink,
    /// `![text](destination)`, and `<img src>`.
    Image,
}

/// A place of a body that leads somewhere.
#[derive(Debug, Clone)]
pub struct WrittenLink {
    /// What it leads to, as written, with Markdown's escapes and entities undone.
    pub destination: String,
    /// Where the destination stands; the whole link where it stands in a definition elsewhere.
    pub span: Span,
    /// What it is used for.
    pub usage: LinkUse,
}

/// An embed as written: `![caption](kind:slug)` or `![caption](view:name)`, alone in its paragraph.
#[derive(Debug, Clone)]
pub struct WrittenEmbed {
    /// What is embedded, as written.
    pub destination: String,
    /// The text in the brackets: the caption of what is drawn.
    pub caption: String,
    /// Where the destination stands.
    pub span: Span,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Footnote {
    /// Its label as written.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// How often it is referred to.
    pub references: u32,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading.
    Heading(Heading),
    /// A quotation.
    Quote(Vec<Block>),
    /// An alert: `> [!NOTE]`.
    Alert(AlertKind, Vec<Block>),
    /// A code block.
    Code {
        /// The language it is marked with.
        language: Option<String>,
        /// Its text.
        text: String,
    },
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A definition list.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
    /// Harmless raw HTML.
    Html(Vec<HtmlPiece>),
    /// A block drawn from a record or a view.
    Embed(EmbedId),
}

/// A paragraph.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its text.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 2 to 6: the page's own title is the only one of level 1.
    pub level: u8,
    /// Its anchor, unique in the body.
    pub id: String,
    /// Classes from `{.class}`.
    pub classes: Vec<String>,
    /// Its content.
    pub inlines: Vec<Inline>,
    /// Its content as plain text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What an alert is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// `[!NOTE]`, `[!TIP]` and `[!IMPORTANT]`: inset text.
    Inset,
    /// `[!WARNING]` and `[!CAUTION]`: warning text.
    Warning,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// Of a task list: whether it is done.
    pub done: Option<bool>,
    /// Its content; a single paragraph of a tight list is [`Block::Paragraph`] all the same, with `tight` set.
    pub blocks: Vec<Block>,
    /// Whether its paragraphs are written without `<p>`.
    pub tight: bool,
}

/// Terms and what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// Each of its meanings.
    pub details: Vec<Vec<Block>>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// From a paragraph right before or after the table that begins with `Table:`.
    pub caption: Option<Vec<Inline>>,
    /// How each column is aligned.
    pub alignments: Vec<Alignment>,
    /// The header cells.
    pub head: Vec<Vec<Inline>>,
    /// The rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Where it stands.
    pub span: Span,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As usual.
    Default,
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// A run within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Text, smart punctuation done.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck through.
    Strikethrough(Vec<Inline>),
    /// A link; of [`LinkUse::Autolink`] the inlines are empty where the record's title is the text.
    Link {
        /// Which.
        link: LinkId,
        /// The title in quotes.
        title: Option<String>,
        /// Its text.
        inlines: Vec<Inline>,
    },
    /// An image.
    Image {
        /// Which.
        link: LinkId,
        /// The text that stands for it.
        alternative: String,
        /// The title in quotes.
        title: Option<String>,
    },
    /// Harmless raw HTML.
    Html(Vec<HtmlPiece>),
    /// A line break that means nothing.
    SoftBreak,
    /// A line break that is meant.
    HardBreak,
    /// A reference to a footnote.
    FootnoteReference {
        /// The footnote's place in [`super::body::Body::footnotes`], from 0.
        footnote: u32,
        /// Which reference to it this is, from 1.
        occurrence: u32,
    },
}

/// A piece of raw HTML: markup that is known to be harmless, with the addresses in it left open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum HtmlPiece {
    /// Markup to be written as it stands: tags and attributes of the allow-list, written anew, never copied.
    Markup(String),
    /// The value of the attribute just begun: where this link leads, escaped.
    Address(LinkId),
}

/// Equality and hash of what is said, wherever it stands.
macro_rules! said {
    ($type:ident: $($field:ident),+) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                true $(&& self.$field == other.$field)+
            }
        }
        impl Eq for $type {}
        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                $(self.$field.hash(state);)+
            }
        }
    };
}
said!(WrittenLink: destination, usage);
said!(WrittenEmbed: destination, caption);
said!(Paragraph: inlines);
said!(Heading: level, id, classes, inlines);
said!(Table: caption, alignments, head, rows);
