//! The place of a cursor in a YAML text: the way to it, and what is typed there.
//!
//! Must not know how it is found.

use std::ops::Range;

/// A step from the outermost level of a text inwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the value under a name.
    Key(String),
    /// Into an entry of a list.
    Entry,
}

/// What is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The name of a field.
    Key,
    /// The value of the field that the path ends in.
    Value,
    /// Words that may become the one or the other.
    Either,
}

/// The place of a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The way to it; of a name, that to the fields that it is to be one of.
    pub path: Vec<Step>,
    /// What is being typed.
    pub typed: Typed,
    /// The bytes of the word or value that the cursor stands in.
    pub range: Range<usize>,
    /// The names that the same fields have already.
    pub siblings: Vec<String>,
}
