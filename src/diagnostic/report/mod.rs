//! A report of findings in each form that people and programs read.
//!
//! Gives text; printing it belongs to the command line.

mod github;
mod human;
mod json;
mod junit;
mod location;
mod sarif;
mod utf16;

pub use github::{Annotations, annotations, step_summary};
pub use human::{human, summary_line};
pub use json::{Finding, RelatedSpot, Spot, findings, json};
pub use junit::junit;
pub use sarif::{Run, sarif};
