//! The words of the theme: one file of messages per language, in Fluent, the site's own before those built in.
//!
//! Must not know pages, templates or HTML.

mod languages;
mod lexicon;
mod load;

pub use languages::Words;
pub use lexicon::{Argument, ENGLISH, Lexicon};
pub use load::{MESSAGE_FAULT, words};
