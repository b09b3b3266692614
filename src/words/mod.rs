//! The words of the theme: one file of messages per language, in Fluent, the site's own before those built in.
//!
//! Must not know pages, templates or HTML.

mod circles;
mod faults;
mod languages;
mod lexicon;
mod load;
mod mentions;

#[cfg(test)]
mod tests;

pub use faults::{MESSAGE_FAULT, MISSING_MESSAGES, UNKNOWN_MESSAGE};
pub use languages::Words;
pub use lexicon::{Argument, ENGLISH, Lexicon};
pub use load::words;
