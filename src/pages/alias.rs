//! Former addresses and the pages that they lead to now.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::pages::site::Site;
use crate::sources::Span;

/// A former address and the page that it leads to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The former address, without an ending.
    pub from: Address,
    /// The page.
    pub to: Address,
    /// The record whose page that is, and which section of it.
    pub(super) target: (RecordIndex, Option<usize>),
    /// Where it was written.
    pub span: Span,
}

#[cfg(test)]
impl Alias {
    /// One that leads to some page.
    pub(crate) fn to_page(from: &str, to: &str, span: Span) -> Self {
        Self { from: Address::new(from), to: Address::new(to), target: (RecordIndex::first(), None), span }
    }
}

/// Every former address.
pub fn aliases(site: &Site<'_>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for (index, record) in site.graph.records() {
        let own = (None, &record.address, &record.shared.aliases);
        let sections = record.sections.iter().enumerate();
        let sections = sections.map(|(place, section)| (Some(place), &section.address, &section.aliases));
        for (section, to, written) in std::iter::once(own).chain(sections) {
            aliases.extend(written.iter().map(|alias| Alias {
                from: alias_address(&alias.value),
                to: to.clone(),
                target: (index, section),
                span: alias.span,
            }));
        }
    }
    aliases
}

/// The address that was written: a file where it names one, whatever the style of the site is now; a folder; a page.
pub fn alias_address(alias: &str) -> Address {
    let path = alias.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { Address::new(format!("{path}index")) } else { Address::new(path) }
}
