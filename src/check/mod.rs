//! What only shows once the parts meet: names in the settings, paths of the site.
//!
//! Must not know disks.

pub mod paths;
pub mod settings;
