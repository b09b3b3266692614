//! The texts that are open in the editor, as they are typed.
//!
//! Must not know which site they belong to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::positions::Encoding;
use crate::sources::LineIndex;

/// A text that is open.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// As the editor names it.
    pub(super) uri: Uri,
    /// The number of its last change, where the editor counts.
    pub(super) version: i32,
    /// What stands in it.
    pub(super) text: String,
}

/// Every text that is open, by the path of its file.
#[derive(Debug, Default)]
pub(super) struct Documents(BTreeMap<PathBuf, Document>);

impl Documents {
    /// Takes a text that was opened.
    pub(super) fn open(&mut self, path: PathBuf, document: Document) {
        self.0.insert(path, document);
    }

    /// Lets go of a text that was closed.
    pub(super) fn close(&mut self, path: &Path) {
        self.0.remove(path);
    }

    /// The open text of a file.
    pub(super) fn get(&self, path: &Path) -> Option<&Document> {
        self.0.get(path)
    }

    /// Every open text with the path of its file.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&PathBuf, &Document)> {
        self.0.iter()
    }

    /// Types into an open text, one change after the other; one without a range is the whole text anew.
    pub(super) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        encoding: Encoding,
    ) -> Option<&Document> {
        let document = self.0.get_mut(path)?;
        document.version = version;
        for change in changes {
            let Some(range) = change.range else {
                document.text.clone_from(&change.text);
                continue;
            };
            let lines = LineIndex::new(&document.text);
            let at = |position| encoding.offset(&document.text, &lines, position);
            let (start, end) = (at(range.start), at(range.end));
            document.text.replace_range(start..end.max(start), &change.text);
        }
        Some(document)
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use lsp_types::{Position, Range};

    use super::*;

    #[test]
    fn changes_are_typed_one_after_the_other() {
        let mut documents = Documents::default();
        let path = Path::new("/a.md");
        let uri = Uri::from_str("file:///a.md").unwrap_or_else(|_| unreachable!("it is one"));
        documents.open(path.to_owned(), Document { uri, version: 1, text: "é one\r\ntwo\r\n".to_owned() });
        let change = |from: (u32, u32), to: (u32, u32), text: &str| TextDocumentContentChangeEvent {
            range: Some(Range { start: Position::new(from.0, from.1), end: Position::new(to.0, to.1) }),
            range_length: None,
            text: text.to_owned(),
        };
        let changes =
            vec![change((0, 2), (0, 5), "1"), change((1, 0), (1, 3), "2\r\n3"), change((9, 9), (9, 9), "end")];
        let document = documents.change(path, 2, &changes, Encoding::Utf16);
        assert_eq!(document.map(|document| document.text.as_str()), Some("é 1\r\n2\r\n3\r\nend"));
        let whole = TextDocumentContentChangeEvent { range: None, range_length: None, text: "new".to_owned() };
        let document = documents.change(path, 3, &[whole], Encoding::Utf8);
        assert_eq!(document.map(|document| (document.version, document.text.as_str())), Some((3, "new")));
    }
}
