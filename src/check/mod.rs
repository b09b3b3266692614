//! What only shows once the parts meet: names in the settings, what is accepted, files in the
//! wrong folder, paths of the site.
//!
//! Must not know disks.

pub mod acceptances;
pub mod accessibility;
pub mod baseline;
pub mod content;
pub mod contrast;
pub mod earlier;
pub mod folders;
pub mod languages;
pub mod output;
pub mod paths;
pub mod reviews;
pub mod search;
pub mod security;
pub mod settings;
pub mod windows;
