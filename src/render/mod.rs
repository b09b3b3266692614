//! What the graph and the views hold becomes HTML.
//!
//! Must not know the clock, the environment or the disk.

pub mod abbreviation;
pub mod body;
