//! The kinds of record: the one list that folders, references, indexes and the manual are drawn from.

/// Hands the list of kinds to a macro: variant, name in references, folder, label, plural label.
macro_rules! for_each_kind {
    ($then:ident) => {
        $then! {
            Document, "document", "documents", "Document", "Documents";
            Organisation, "organisation", "organisations", "Organisation", "Organisations";
            Board, "board", "boards", "Board", "Boards";
            Group, "group", "groups", "Group", "Groups";
            Priority, "priority", "priorities", "Priority", "Priorities";
            Topic, "topic", "topics", "Topic", "Topics";
            Plan, "plan", "plans", "Plan", "Plans";
            Legislation, "legislation", "legislation", "Law", "Laws";
            Event, "event", "events", "Event", "Events";
            Consultation, "consultation", "consultations", "Consultation", "Consultations";
            Term, "term", "terms", "Term", "Terms";
            Page, "page", "", "Page", "Pages";
        }
    };
}
pub(crate) use for_each_kind;

macro_rules! declare_kinds {
    ($($variant:ident, $name:literal, $folder:literal, $label:literal, $plural:literal;)+) => {
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

            /// As shown on a page: `Priority`.
            pub fn label(self) -> &'static str {
                match self { $(Kind::$variant => $label),+ }
            }

            /// As shown over a list of them: `Priorities`.
            pub fn plural(self) -> &'static str {
                match self { $(Kind::$variant => $plural),+ }
            }
        }
    };
}
for_each_kind!(declare_kinds);

impl Kind {
    /// The kind with this name in references.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The kind whose records lie in this folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| !folder.is_empty() && kind.folder() == folder)
    }
}
