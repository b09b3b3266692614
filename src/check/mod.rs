//! What only shows once the parts meet: names in the settings, what is accepted, paths of the site.
//!
//! Must not know disks.

pub mod acceptances;
pub mod paths;
pub mod settings;
