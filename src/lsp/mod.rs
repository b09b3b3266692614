//! A site in an editor: a language server for its Markdown and YAML (Language Server Protocol 3.17).
//!
//! What is wrong is underlined as it is typed, by the same way that `folkmoot check` goes; names, fields and words are offered,
//! explained and followed, and records renamed with everything that refers to them. Must not know arguments, nor the terminal.

mod actions;
mod answers;
mod at;
mod capabilities;
mod checking;
mod client;
mod completion;
mod definition;
mod desk;
mod documents;
mod edits;
mod fields;
mod files;
mod findings;
mod hover;
mod positions;
mod publishing;
mod quotes;
mod rename;
mod session;
mod site;
mod sites;
mod symbols;

pub use desk::Day;
pub use session::{Fault, Settings, serve};
pub use site::Options;
