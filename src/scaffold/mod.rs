//! What `folkmoot init` and `folkmoot new` write: the files of a site to begin with, and a record with its fields laid out.
//!
//! Texts only. Must not know disks, terminals or what the person who asked was asked.

mod answers;
mod existing;
mod layout;
mod place;
mod record;
mod site;
mod slug;
mod text;

#[cfg(test)]
mod tests;

pub use answers::{Answers, Language, line};
pub use existing::find;
pub use place::place_of;
pub use record::{Wanted, record};
pub use site::{paths, site};
pub use slug::slug;

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where, relative to the folder of the site, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}
