//! One source becomes drafts with positions.
pub mod markdown;
