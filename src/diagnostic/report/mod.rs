//! A report of findings in each form that people and programs read.
//!
//! Gives text; printing it belongs to the command line.

mod human;

pub use human::{human, summary_line};
