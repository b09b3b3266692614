//! Where a finding stands, as lines and columns for programs.

use crate::diagnostic::{Place, locate};
use crate::sources::Sources;

/// Lines and columns, each from 1; columns in Unicode scalar values; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Location<'a> {
    /// Path relative to the site's root.
    pub(super) path: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// The lines and columns of a place; where only its beginning is known, it ends there.
pub(super) fn location<'a>(place: &'a Place, sources: &'a Sources) -> Location<'a> {
    let (path, line, column) = locate(place, sources);
    let (end_line, end_column) = match place {
        Place::Span(span) => {
            let end = sources.end(*span);
            (end.line, end.column)
        }
        Place::File { .. } => (line, column),
    };
    Location { path, line, column, end_line, end_column }
}
