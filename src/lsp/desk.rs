//! What is on the desk of a session: the editor, the texts that are open, the sites that they belong to.
//!
//! Must not know how the connection is kept.

use std::collections::HashMap;
use std::path::PathBuf;

use super::client::Client;
use super::documents::Documents;
use super::sites::Sites;
use crate::diagnostic::{Diagnostic, Rule};

/// Tells the day; asked at each look, because an editor may stay open over midnight.
pub type Day = dyn Fn() -> jiff::civil::Date;

/// All that questions are answered from.
pub(super) struct Desk {
    pub(super) client: Client,
    pub(super) documents: Documents,
    pub(super) sites: Sites,
    /// Every rule there is.
    pub(super) rules: Vec<&'static Rule>,
    /// Tells the day.
    pub(super) day: Box<Day>,
    /// What the last check of each site found, with the change that it was made after.
    pub(super) found: HashMap<PathBuf, (u64, Vec<Diagnostic>)>,
}
