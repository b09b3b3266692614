//! What somebody means who asks for a record, a part of one or a page from outside of the sources: by its name as in a
//! reference, by the path of its page, or by the file that it is written in.
//!
//! Must not know how the answer is told.

use super::address::{Address, decode};
use super::anchors::{Anchors, Found};
use super::furniture::Furniture;
use super::resolve::names_of;
use super::{Graph, Link, RecordIndex};
use crate::diagnostic::{Wanted, nearest};
use crate::model::kind::Kind;
use crate::model::reference::RecordId;
use crate::parse::reference::{self, canonical};
use crate::sources::{Sources, Spanned};

/// What a question means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// This: a record, a part of one, a page that the site makes, or a file.
    One(Link),
    /// One of several, by the names that tell them apart.
    Several(Vec<String>),
    /// Nothing; perhaps this was meant.
    Nothing(Option<String>),
}

/// How alike a name must be, from 0 to 1, before it is offered.
const ALIKE: f64 = 0.70;

impl Graph {
    /// Finds what is meant by `priority:knife-crime`, `knife-crime`, `document:report#p10`, `priorities/knife-crime.html` or
    /// `content/priorities/knife-crime.md`.
    pub fn asked(&self, sources: &Sources, text: &str) -> Asked {
        let text = text.trim();
        let (whole, part) = match text.split_once('#') {
            Some((whole, part)) => (whole.trim(), Some(canonical(part)).filter(|part| !part.is_empty())),
            None => (text, None),
        };
        let mut found = self.by_reference(whole);
        for link in self.by_path(sources, whole) {
            if !found.contains(&link) {
                found.push(link);
            }
        }
        match (&found[..], part) {
            ([], _) => Asked::Nothing(self.meant(whole)),
            ([one], None) => Asked::One(one.clone()),
            ([one], Some(part)) => self.part_of(one, &part),
            (several, _) => Asked::Several(several.iter().map(|link| self.name_of(link)).collect()),
        }
    }

    /// The name by which a link's target is asked for.
    pub fn name_of(&self, link: &Link) -> String {
        match link {
            Link::Record { record, section, anchor } => {
                let record = self.record(*record);
                let section = section.and_then(|place| record.sections.get(place)).map(|section| section.slug.as_str());
                let part = anchor.as_deref().or(section);
                part.map_or_else(|| record.id.to_string(), |part| format!("{}#{part}", record.id))
            }
            Link::Furniture(page) => format!("page:{}", page.name()),
            Link::Folder(address) => format!("{}.html", address.as_str()),
            Link::File { path, .. } => path.clone(),
            Link::External(address) => address.clone(),
            Link::Here(anchor) => format!("#{anchor}"),
            Link::Nowhere(written) => written.to_string(),
        }
    }

    /// By `kind:slug` or a bare slug.
    fn by_reference(&self, text: &str) -> Vec<Link> {
        let Ok(reference) = reference::parse(text) else { return Vec::new() };
        let kinds = reference.kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
        let records =
            kinds.iter().filter_map(|kind| self.find(&RecordId { kind: *kind, slug: reference.slug.clone() }));
        let mut found: Vec<Link> = records.map(whole).collect();
        let page = Furniture::from_name(&reference.slug).filter(|page| kinds.contains(&Kind::Page) && self.has(*page));
        if found.is_empty() {
            found.extend(page.map(Link::Furniture));
        }
        found
    }

    /// By the path of a page, one that it had before, that of a source, or that of a file.
    fn by_path(&self, sources: &Sources, text: &str) -> Vec<Link> {
        let path = text.trim_start_matches("./").trim_start_matches('/');
        let decoded = decode(path);
        let path = canonical(decoded.as_deref().unwrap_or(path));
        let addresses = addresses_at(&path);
        let mut found: Vec<Link> = addresses.iter().find_map(|address| self.at_address(address)).into_iter().collect();
        for (index, record) in self.records() {
            let is_here = |source| sources.get(source).path == path || sources.content_path(source) == path;
            let was_here = |aliases: &[Spanned<String>]| {
                let former = aliases.iter().flat_map(|alias| addresses_at(alias.value.trim().trim_start_matches('/')));
                former.into_iter().any(|former| addresses.contains(&former))
            };
            if is_here(record.source) || was_here(&record.shared.aliases) {
                found.push(whole(index));
            }
            for (place, section) in record.sections.iter().enumerate() {
                if is_here(section.source) || was_here(&section.aliases) {
                    found.push(Link::Record { record: index, section: Some(place), anchor: None });
                }
            }
        }
        let is_file = |known: &&String| **known == path || sources.within_content(known) == path;
        let file = |known: &String| Link::File { path: sources.within_content(known).to_owned(), fragment: None };
        found.extend(sources.assets.keys().filter(is_file).map(file));
        let mut once: Vec<Link> = Vec::new();
        for link in found {
            if !once.contains(&link) {
                once.push(link);
            }
        }
        once
    }

    /// What has its page at an address.
    fn at_address(&self, address: &Address) -> Option<Link> {
        let record = || self.addresses.get(address).map(|record| whole(*record));
        let section = || {
            self.records().find_map(|(record, entry)| {
                let place = entry.sections.iter().position(|section| section.address == *address)?;
                Some(Link::Record { record, section: Some(place), anchor: None })
            })
        };
        let made = || Furniture::all().find(|page| page.address() == *address && self.has(*page)).map(Link::Furniture);
        let folder = || self.folders.iter().find(|folder| *folder == address).cloned().map(Link::Folder);
        record().or_else(section).or_else(made).or_else(folder)
    }

    /// A part of what was found.
    fn part_of(&self, link: &Link, part: &str) -> Asked {
        let Link::Record { record: index, section: None, .. } = link else {
            // Of a section's page each part is one of its document.
            let Link::Record { record: index, section: Some(place), .. } = link else { return Asked::Nothing(None) };
            let anchors = Anchors::new(&self.records);
            let anchor = anchors.on((*index, Some(*place)), part).map(Into::into);
            return match anchor {
                Some(anchor) => {
                    Asked::One(Link::Record { record: *index, section: Some(*place), anchor: Some(anchor) })
                }
                None => Asked::Nothing(None),
            };
        };
        let (anchors, record) = (Anchors::new(&self.records), self.record(*index));
        match anchors.find(*index, record, part) {
            Found::Here(section, anchor) => Asked::One(Link::Record { record: *index, section, anchor }),
            Found::Several(sections) => {
                let address = |place: Option<usize>| {
                    place
                        .and_then(|place| record.sections.get(place))
                        .map_or(&record.address, |section| &section.address)
                };
                Asked::Several(
                    sections.into_iter().map(|place| format!("{}.html#{part}", address(place).as_str())).collect(),
                )
            }
            Found::Nowhere => {
                let near = anchors.parts(*index, record).and_then(|parts| nearest(part, parts));
                Asked::Nothing(near.map(|near| format!("{}#{near}", record.id)))
            }
        }
    }

    /// The record or page that was most likely meant.
    fn meant(&self, text: &str) -> Option<String> {
        if text.contains('/') {
            let pages: Vec<String> =
                self.addresses.keys().map(|address| format!("{}.html", address.as_str())).collect();
            return nearest(text, pages.iter().map(String::as_str)).map(str::to_owned);
        }
        let (kind, slug) = match text.split_once(':') {
            Some((word, slug)) => (nearest(word, Kind::ALL.iter().map(|kind| kind.name())), slug),
            None => (None, text),
        };
        let wanted = Wanted::new(&slug.trim().replace(' ', "-"));
        let likeness = |index: RecordIndex| {
            let record = self.record(index);
            let alike = names_of(record).iter().map(|name| wanted.likeness(name)).fold(0.0, f64::max);
            // One of another kind is offered only where none of this is near.
            let is_of_kind = kind.is_none_or(|kind| record.id.kind.name() == kind);
            (alike >= ALIKE).then_some(if is_of_kind { alike + 1.0 } else { alike })
        };
        let scored = self.records().filter_map(|(index, record)| Some((likeness(index)?, record)));
        let named = scored.map(|(score, record)| (score, record.id.to_string()));
        // Of those that are as near, the shortest name.
        let best = named.max_by(|one, other| one.0.total_cmp(&other.0).then_with(|| other.1.len().cmp(&one.1.len())));
        best.map(|(_, name)| name)
    }
}

fn whole(record: RecordIndex) -> Link {
    Link::Record { record, section: None, anchor: None }
}

/// The addresses that the page at a path may have, the likeliest first: `a/b.html`, `a/b`, and of folders `a/b/`.
fn addresses_at(path: &str) -> Vec<Address> {
    let bare = [".html", ".htm"].iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
    let bare = bare.trim_end_matches('/');
    let folder = bare.strip_suffix("/index");
    let index = if bare.is_empty() { "index".to_owned() } else { format!("{bare}/index") };
    [Some(bare), folder, Some(&index)].into_iter().flatten().map(Address::new).collect()
}
