//! References between records as an author writes them, and the ids they aim at.

use std::fmt;

use super::kind::Kind;

/// The name of a record: its kind and its slug, the slug in Unicode form NFC.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// Its kind.
    pub kind: Kind,
    /// Its slug: the file's stem, the folder of a document, the `id` of a list's entry, the path of a page.
    pub slug: String,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.name(), self.slug)
    }
}

/// A reference as written: `priority:knife-crime`, `document:report#p10`, or a bare slug where the field says the kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The kind, where it was written.
    pub kind: Option<Kind>,
    /// The slug, in Unicode form NFC.
    pub slug: String,
    /// A part of the record: a numbered paragraph, a heading, an item of a plan, a section of an Act.
    pub part: Option<String>,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(kind) = self.kind {
            write!(f, "{}:", kind.name())?;
        }
        f.write_str(&self.slug)?;
        self.part.as_ref().map_or(Ok(()), |part| write!(f, "#{part}"))
    }
}
