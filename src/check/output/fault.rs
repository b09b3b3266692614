//! What is wrong with a page, before anybody is told: where it stands in what is written, and what it is.
//!
//! Must not know the sources.

use std::ops::Range;

use super::address::Malformed;
use super::document::InlineKind;
use super::files::FileId;
use super::role::Role;
use crate::diagnostic::Rule;

/// A fault of a file of the site.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The rule that it breaks.
    pub(super) rule: &'static Rule,
    /// The file.
    pub(super) file: FileId,
    /// The bytes of its text.
    pub(super) range: Range<u32>,
    /// What it is.
    pub(super) wrong: Wrong,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Wrong {
    /// With an address.
    Address {
        /// As written, character references undone.
        written: String,
        /// What it is for.
        role: Role,
        /// What is wrong with it.
        what: Address,
    },
    /// The same id twice.
    DuplicateId {
        /// The id.
        name: String,
        /// The byte where it stands first.
        first: u32,
    },
    /// No page links to this one.
    Orphan,
    /// A `<base>`.
    Base,
    /// A page that turns into another by itself, after so many seconds.
    Refresh(u32),
    /// A program or style within the page.
    Inline(InlineKind),
    /// `<html>` names no language.
    Language,
    /// This many titles, of which the first has text or not.
    Title {
        /// How many.
        count: usize,
    },
    /// This many headings of the first level.
    Headings {
        /// How many.
        count: usize,
    },
    /// A picture without `alt`.
    Alternative,
}

/// What can be wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Address {
    /// There is no file at this path.
    Dead(String),
    /// The file has no part of this name.
    DeadAnchor(FileId, String),
    /// A folder that has no page.
    Bare(String),
    /// A folder, where its page would work on a disk too.
    Folder(FileId),
    /// A folder without the slash, where its page would work everywhere.
    FolderWithoutSlash(FileId),
    /// A slash after this file.
    FileWithSlash(FileId),
    /// A path that differs from that of this file in case or in the form of its accents.
    Alike(FileId),
    /// It climbs above the root of the site.
    Leaves,
    /// It counts from the root of the host, and in full is perhaps this.
    Rooted(Option<String>),
    /// It takes its scheme from the page, and in full is this.
    WithoutScheme(String),
    /// Nothing can be made of it.
    Malformed(Malformed),
    /// A scheme that no page of the site may have.
    Scheme(String),
    /// It is fetched from another host.
    Elsewhere,
}
