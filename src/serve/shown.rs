//! What is handed to the preview each time that the site was made, or could not be.
//!
//! Must not know HTTP.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::report::Finding;
use crate::output::{Output, OutputPath};

/// One state of the site.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The last good site; empty where there never was one.
    pub output: Arc<Output>,
    /// Whether there is a good site.
    pub has_site: bool,
    /// What is known of pages besides their bytes.
    pub notes: Arc<BTreeMap<OutputPath, Note>>,
    /// Everything that was found, in order.
    pub findings: Arc<Vec<Finding>>,
    /// Whether `output` is what the sources say now; else findings keep the site from being made.
    pub is_current: bool,
    /// The page whose source was just saved, where the browser is to go there.
    pub open: Option<OutputPath>,
}

/// What is known of a page besides its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file that it was written in, from the site's root.
    pub source: String,
    /// Whether a site that is published would leave it out.
    pub is_draft: bool,
}
