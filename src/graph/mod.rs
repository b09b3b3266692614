//! Drafts become a graph: every reference resolved, every anchor known, who refers to whom.
//!
//! Must not know HTML.

pub mod address;
mod anchors;
mod asked;
mod backlinks;
mod build;
mod dead_link;
mod forge;
pub mod furniture;
mod links;
pub mod moved;
mod numbering;
mod order;
mod relative;
mod resolve;
pub mod rules;
mod successor;
mod translations;
pub mod verification;

pub use asked::Asked;
pub(crate) use build::in_words;
pub use build::{Inputs, build, is_draft, rules};
pub(crate) use order::sort_key;
pub(crate) use resolve::short_name;

use std::collections::HashMap;
use std::sync::Arc;

use crate::graph::address::Address;
use crate::graph::furniture::{Furniture, View};
use crate::model::acceptance::Acceptance;
use crate::model::record::{Data, Shared};
use crate::model::reference::RecordId;
use crate::model::settings::Settings;
use crate::model::target::{Ref, Target};
use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::ParagraphNumber;
use crate::sources::{SourceId, Span, Spanned};

/// The place of a record in [`Graph::records`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIndex(u32);

impl RecordIndex {
    /// The record at a place; no site has four thousand million of them.
    fn new(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// The first one.
    #[cfg(test)]
    pub(crate) fn first() -> Self {
        Self(0)
    }

    /// The place of the record among all.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

/// Everything that the site says, with every reference resolved.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The settings.
    pub settings: Settings,
    records: Vec<Record>,
    ids: HashMap<RecordId, RecordIndex>,
    references: HashMap<Span, Link>,
    /// The field of each, in the order of the records and then of the settings.
    field_places: Vec<(Span, &'static str)>,
    backlinks: Vec<Vec<Backlink>>,
    /// See [`Graph::rank`].
    ranks: Vec<u32>,
    folders: Vec<Address>,
    addresses: HashMap<Address, RecordIndex>,
    /// The address of the page that each translation translates.
    translated: HashMap<RecordIndex, Address>,
    /// The translations of each page, by the address of the one that was written first.
    translations: HashMap<Address, Vec<RecordIndex>>,
}

/// A record with its text.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// The address of its page.
    pub address: Address,
    /// The fields that every kind has.
    pub shared: Shared,
    /// The fields of its kind.
    pub data: Data,
    /// Its text.
    pub text: Option<Text>,
    /// The sections of a document, in order.
    pub sections: Vec<Section>,
    /// The file that it stands in.
    pub source: SourceId,
    /// Where findings about the whole record stand.
    pub span: Span,
    /// All that was written of it.
    pub extent: Span,
    /// Whether it is plain Markdown of any origin, in which nobody wrote for this program.
    pub is_plain: bool,
}

impl Record {
    /// The words with which its text opens, which stand for it in lists where it has no summary.
    pub fn opening(&self) -> Option<&str> {
        self.text.as_ref()?.body.outline.opening()
    }
}

/// A section of a document.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its slug.
    pub slug: String,
    /// Its heading.
    pub title: String,
    /// One or two sentences that stand for it.
    pub summary: Option<Spanned<String>>,
    /// The address of its page.
    pub address: Address,
    /// Its text.
    pub text: Text,
    /// Former addresses of its page.
    pub aliases: Vec<Spanned<String>>,
    /// Findings that are accepted in it.
    pub accept: Vec<Acceptance>,
    /// The number of its first paragraph, where the numbering starts anew.
    pub first_number: Option<Spanned<i64>>,
    /// Where findings about the whole section stand.
    pub span: Span,
    /// The file that it stands in.
    pub source: SourceId,
    /// The whole file.
    pub extent: Span,
}

/// A body with its links resolved.
#[derive(Debug, Clone)]
pub struct Text {
    /// The tree.
    pub body: Arc<Body>,
    /// Where each of its links leads, in the order of [`Body::links`].
    pub links: Vec<Link>,
    /// What each of its embeds draws, in the order of [`Body::embeds`].
    pub embeds: Vec<Embed>,
    /// The number of each of its blocks that has one, in the order of [`Body::blocks`].
    pub numbers: Vec<Option<ParagraphNumber>>,
}

/// A reference seen from its target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Backlink {
    /// The record that refers.
    pub from: RecordIndex,
    /// The section of it whose text refers.
    pub section: Option<usize>,
    /// How it refers.
    pub manner: Manner,
}

/// How a record refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// By a cross-plan link, by its place in the record's `links`.
    CrossLink(usize),
    /// By a field of this name.
    Field(&'static str),
    /// In its text.
    Text,
}

/// Where a reference or a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Link {
    /// To a record, a section of it, a part of either.
    Record {
        /// The record.
        record: RecordIndex,
        /// The section, by its place in [`Record::sections`].
        section: Option<usize>,
        /// The anchor on that page.
        anchor: Option<Box<str>>,
    },
    /// To a page without a source of its own.
    Furniture(Furniture),
    /// To the list that a folder without an `index.md` gets.
    Folder(Address),
    /// To a file of the content.
    File {
        /// Its path in the site.
        path: String,
        /// What follows the `#`, such as `page=3` of a PDF.
        fragment: Option<String>,
    },
    /// Out of the site.
    External(String),
    /// To a part of the same page.
    Here(String),
    /// Nowhere, though this was written; the text stays and leads nowhere. Only ordinary text of a page may have such a link,
    /// with a warning.
    Nowhere(Box<str>),
}

/// What an embed draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Embed {
    /// A block drawn from a record.
    Record(RecordIndex),
    /// A view over many records.
    View(View),
    /// Nothing; a finding has said why.
    Nothing,
}

impl Graph {
    /// Every record, by kind and slug.
    pub fn records(&self) -> impl Iterator<Item = (RecordIndex, &Record)> {
        self.records.iter().enumerate().map(|(index, record)| (RecordIndex::new(index), record))
    }

    /// A record of this graph.
    pub fn record(&self, index: RecordIndex) -> &Record {
        &self.records[index.place()]
    }

    /// The record of this name.
    pub fn find(&self, id: &RecordId) -> Option<RecordIndex> {
        self.ids.get(id).copied()
    }

    /// Where a reference in a field leads.
    pub fn follow<T: Target>(&self, reference: &Ref<T>) -> Option<(RecordIndex, &Record)> {
        match self.references.get(&reference.span)? {
            Link::Record { record, .. } => Some((*record, self.record(*record))),
            _ => None,
        }
    }

    /// Where a reference in a field leads, with the part that it aims at.
    pub fn link<T: Target>(&self, reference: &Ref<T>) -> Option<&Link> {
        self.references.get(&reference.span)
    }

    /// Every reference of a field, of records and then of the settings: where it stands, the field, where it leads.
    pub fn field_places(&self) -> impl Iterator<Item = (Span, &'static str, &Link)> {
        self.field_places.iter().filter_map(|(span, field)| Some((*span, *field, self.references.get(span)?)))
    }

    /// How many references of fields and settings lead somewhere.
    pub fn field_references(&self) -> usize {
        self.references.len()
    }

    /// Whether the site has a page of its furniture.
    pub fn has(&self, page: Furniture) -> bool {
        page.is_made(&self.settings, |is| self.records.iter().any(|record| is(&record.shared, &record.data)))
    }

    /// Folders that hold pages and have no page of their own: each gets a list under this address.
    pub fn folders(&self) -> &[Address] {
        &self.folders
    }

    /// Who refers to a record.
    pub fn backlinks(&self, index: RecordIndex) -> &[Backlink] {
        &self.backlinks[index.place()]
    }
}
