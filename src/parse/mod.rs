//! One source becomes drafts with positions: YAML, front matter, Markdown, references.
//!
//! Parsing never fails: it returns what it could read and says what was wrong. Must not know any other file.

pub mod baseline;
pub mod draft;
mod foreign;
pub mod front_matter;
pub mod limits;
pub mod markdown;
pub mod place;
pub mod reference;
pub mod settings;
pub mod toml;
pub mod yaml;
