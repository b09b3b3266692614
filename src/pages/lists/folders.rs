//! What lies in a folder: the list of one without a page of its own, and what stands beside a README.

use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::graph::{Record, RecordIndex, in_words, sort_key};
use crate::model::kind::Kind;
use crate::pages::directory::entry::Entry;
use crate::pages::lists::front::Front;
use crate::pages::lists::links::in_folder;
use crate::pages::lists::list::{List, Shows};
use crate::pages::site::Site;
use crate::parse::place::is_readme;

/// The list of a folder without a page of its own. That of the root has the indexes too.
pub(super) fn list<'a>(site: &Site<'a>, address: &Address) -> List<'a> {
    let directory = site.directory;
    let name = name(address);
    let title = if name.is_empty() { site.graph.settings.title.value.clone() } else { in_words(name) };
    let front = Front::new(site, address, &title);
    if !name.is_empty() {
        return List::new(front, Shows::Folder, directory.within(address));
    }
    let mut entries = directory.within(address).to_vec();
    entries.extend(Kind::ALL.iter().filter(|kind| is_indexed(site, **kind)).map(|kind| Entry::Index(*kind)));
    entries.sort_by_cached_key(|entry| sort_key(&in_folder(site, address, entry).text));
    List::new(front, Shows::Folder, entries)
}

/// Whether there is an index of the records of a kind.
fn is_indexed(site: &Site<'_>, kind: Kind) -> bool {
    !kind.folder().is_empty() && site.graph.has(Furniture::Index(kind))
}

/// The name of a folder by the address of its page; empty where that is the root.
pub(super) fn name(address: &Address) -> &str {
    let folder = address.as_str().strip_suffix("index").unwrap_or("");
    folder.trim_end_matches('/').rsplit('/').next().unwrap_or("")
}

/// What lies beside a README that is its folder's page, and no more than that; nothing where nothing does.
pub(crate) fn beside_readme<'a>(site: &Site<'a>, index: RecordIndex) -> Option<List<'a>> {
    let record = site.graph.record(index);
    let at_index = |kind: &Kind| Furniture::Index(*kind).address() == record.address && is_indexed(site, *kind);
    let is_folder =
        record.id.kind == Kind::Page && is_readme_of_folder(site, record) && !Kind::ALL.iter().any(at_index);
    let entries = site.directory.within(&record.address);
    let list = || List::new(Front::of_record(site, index), Shows::Folder, entries);
    (is_folder && !entries.is_empty() && !translates_more(site, index)).then(list)
}

/// Whether a record is a README, which is its folder's page: a forge lists with it what lies beside it.
fn is_readme_of_folder(site: &Site<'_>, record: &Record) -> bool {
    let path = &site.sources.get(record.source).path;
    let file = path.rsplit('/').next().unwrap_or(path);
    record.address.as_str().rsplit('/').next() == Some("index") && is_readme(file)
}

/// Whether a page shows what it translates in place of what any page shows.
fn translates_more(site: &Site<'_>, index: RecordIndex) -> bool {
    let Some(original) = site.graph.translated(index) else { return false };
    let of_furniture = Furniture::all().any(|page| page.address() == *original);
    of_furniture || site.graph.at(original).is_some_and(|other| site.graph.record(other).id.kind != Kind::Page)
}
