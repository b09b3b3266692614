//! YAML 1.2 becomes a tree in which every key and value knows where it stands.
//!
//! Must not know what any key means; that is the decoder's part.

mod build;
mod comment;
pub mod cursor;
pub mod decode;
mod fault;
pub mod insert;
mod scalar;
mod wording;

pub use build::{DUPLICATE_KEY, YAML_SYNTAX, parse};
pub use comment::HIDDEN_BY_COMMENT;
pub use scalar::is_url;
pub use wording::example;

use crate::sources::{Span, Spanned};

/// Deepest nesting of lists and groups.
const DEEPEST_NESTING: usize = 64;

/// A value of a YAML text.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub data: NodeData,
}

/// What a value of a YAML text is.
#[derive(Debug, Clone)]
pub enum NodeData {
    /// Nothing: an empty place, `~` or `null`.
    Null,
    /// A text, a number, a date: what it means is for the field to say.
    Scalar {
        /// As written, quotes and escapes undone.
        text: String,
        /// Whether it was written without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Values under names, in the order written, each name once.
    Map(Vec<(Spanned<String>, Node)>),
}

/// A YAML text as far as it could be read.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// Its value; nothing where the text is empty.
    pub root: Option<Node>,
    /// Whether it was read to the end; if not, what is missing may only not have been reached.
    pub complete: bool,
}
