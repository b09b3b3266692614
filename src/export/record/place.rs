//! Where a page lies, and when its source was last changed.

use crate::graph::address::Address;
use crate::pages::Site;
use crate::sources::SourceId;

/// The path of a page below the root, as links write it.
pub(super) fn path(site: &Site<'_>, address: &Address) -> String {
    address.from_root(site.style)
}

/// The day on which a file was last changed.
pub(super) fn last_changed(site: &Site<'_>, source: SourceId) -> Option<String> {
    site.history.get(&site.sources.get(source).path).map(|day| day.to_string())
}
