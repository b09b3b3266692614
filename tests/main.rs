//! The one integration test binary: the command run on whole sites, and the house rules held over the source.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at what it did not expect, and stands outside the command's core"
)]

mod accepting;
mod asking;
mod bad_input;
mod building;
mod cases;
mod codes;
mod computers;
#[cfg(unix)]
mod corpus;
mod editing;
mod explaining;
mod formats;
mod keeping;
mod languages;
mod licences;
mod listing;
mod manual;
mod messages;
mod metadata;
mod packaging;
mod previewing;
mod rebuilding;
mod recalling;
// Its pages show what a whole program does.
#[cfg(feature = "search")]
mod reference;
mod reviewing;
mod scaffolding;
mod schemas;
#[cfg(feature = "search")]
mod searching;
mod serving;
mod stranger;
mod support;
mod theming;
mod tidy;
#[cfg(all(unix, feature = "search"))]
mod tutorial;
mod watching;
mod ways;
mod web;
mod written_pages;
