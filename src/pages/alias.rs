//! Former addresses and the pages that they lead to now.

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
    /// Where it was written.
    pub span: Span,
}

/// Every former address.
pub fn aliases(site: &Site<'_>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for (_, record) in site.graph.records() {
        let own = record.shared.aliases.iter().map(|alias| (alias, &record.address));
        let sections =
            record.sections.iter().flat_map(|section| section.aliases.iter().map(|alias| (alias, &section.address)));
        for (alias, to) in own.chain(sections) {
            aliases.push(Alias { from: alias_address(&alias.value), to: to.clone(), span: alias.span });
        }
    }
    aliases
}

/// The address that was written: a file where it names one, whatever the style of the site is now; a folder; a page.
pub fn alias_address(alias: &str) -> Address {
    let path = alias.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { Address::new(format!("{path}index")) } else { Address::new(path) }
}
