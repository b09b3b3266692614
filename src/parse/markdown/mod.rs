//! Markdown becomes a tree of ours.
pub mod tree;
