//! The text as people read it: whether everybody can use it, and whether it reads well on the web.
//!
//! Must not know the pages that are made of it.

use crate::diagnostic::Diagnostic;
use crate::graph::Graph;
use crate::sources::Sources;

/// What is wrong with the texts of a site.
pub fn check(_graph: &Graph, _sources: &Sources) -> Vec<Diagnostic> {
    Vec::new()
}
