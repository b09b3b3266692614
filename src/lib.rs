//! Folkmoot turns a folder of Markdown and YAML into the public website of a partnership's strategy, and checks every link
//! and every fact that refers to another.
pub mod diagnostic;
pub mod model;
pub mod output;
pub mod parse;
pub mod render;
pub mod sources;
