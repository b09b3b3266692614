//! What a build leaves for the next one, in `.folkmoot/` beside the content: of what the site was made, and each file as it
//! was written, by fingerprints. With it, a build does only what it must, and one without a change does nothing.
//!
//! Safe to delete at any time. What is damaged, or was left by another version of the program, is as good as none. Nothing
//! is believed of the site's folder: a file counts as there when its bytes have the fingerprint that was kept. Must not know
//! what the files mean.

mod ground;
mod kept;

#[cfg(test)]
mod tests;

pub use ground::{Ground, fingerprint};
pub use kept::{Kept, KeptFile, read, save};

/// The folder, in that of the site.
pub const FOLDER: &str = ".folkmoot";
