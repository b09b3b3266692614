//! What each page shows: plain data, every decision made here. One file a view or a family of kinds.
//!
//! Must not know templates or HTML.

mod alias;
mod alignment;
mod body;
pub mod brief;
mod consultation;
pub mod content;
mod cross_links;
pub mod dates;
pub mod directory;
mod document;
pub mod drawing;
mod elsewhere;
mod ends;
mod facts;
mod folder;
mod found;
mod frame;
mod furnishings;
mod furniture;
mod groups;
pub mod head;
mod home;
mod legislation;
mod lettering;
mod lists;
mod making;
mod measures;
mod members;
mod metadata;
pub mod news;
mod on_page;
mod order;
mod organisation;
mod outline;
pub mod overview;
mod paging;
mod particulars;
pub mod parts;
mod plan;
mod planning_cycle;
mod priority;
mod record;
mod reviews;
mod search;
mod site;
mod span;
mod status;
mod structure;
pub mod tables;
mod timeline;
mod told_apart;
mod translations;
pub mod view;
mod views;
mod wording;

pub use alias::{Alias, alias_address, aliases};
pub use elsewhere::is_same_elsewhere;
pub use frame::BRAND_STYLE;
pub use making::Making;
pub use reviews::since_change;
pub use search::{PROGRAM as SEARCH_PROGRAM, is_made as has_search};
pub use site::Site;

use std::collections::BTreeMap;

use crate::pages::parts::AbbreviationView;
use crate::pages::view::Page;

/// Pages that were made, with what is explained on them.
#[derive(Debug, Clone)]
pub struct Pages {
    /// Every page.
    pub pages: Vec<Page>,
    /// See [`Making::abbreviations`].
    pub abbreviations: BTreeMap<String, Vec<AbbreviationView>>,
}
