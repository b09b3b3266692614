//! The kinds of record: the one list that folders, references, indexes and the manual are drawn from.

use super::word::FixedWord;

/// Hands the list of kinds to a macro: variant, name in references, folder.
macro_rules! for_each_kind {
    ($then:ident) => {
        $then! {
            Document, "document", "documents";
            Organisation, "organisation", "organisations";
            Board, "board", "boards";
            Group, "group", "groups";
            Priority, "priority", "priorities";
            Topic, "topic", "topics";
            Plan, "plan", "plans";
            Legislation, "legislation", "legislation";
            Event, "event", "events";
            Consultation, "consultation", "consultations";
            Term, "term", "terms";
            Page, "page", "";
        }
    };
}
pub(crate) use for_each_kind;

macro_rules! declare_kinds {
    ($($variant:ident, $name:literal, $folder:literal;)+) => {
        /// A kind of record. The folder that a record lies in gives its kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(
                #[doc = concat!("`", $name, "`, in the folder `", $folder, "/`.")]
                $variant,
            )+
        }

        impl Kind {
            /// Every kind in the order of the manual.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant),+];

            /// As written in references: `priority`.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name),+ }
            }

            /// The folder under the content that holds this kind; empty for pages, which lie anywhere else.
            pub fn folder(self) -> &'static str {
                match self { $(Kind::$variant => $folder),+ }
            }
        }
    };
}
for_each_kind!(declare_kinds);

/// Pages show a kind by the messages `kind-priority` and, over a list of them, `kind-priority-plural`.
impl FixedWord for Kind {
    const SET: &'static str = "Kind";
    fn written(self) -> &'static str {
        self.name()
    }
}

impl Kind {
    /// The kind with this name in references.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The folders of all kinds that have one.
    pub fn folders() -> Vec<&'static str> {
        Self::ALL.iter().map(|kind| kind.folder()).filter(|folder| !folder.is_empty()).collect()
    }

    /// The kind whose records lie in this folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| !folder.is_empty() && kind.folder() == folder)
    }
}
