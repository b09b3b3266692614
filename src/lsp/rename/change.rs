//! What is to be changed: words of texts, and the names of files.
//!
//! Must not know why.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::sources::{Source, SourceId, Sources, Span};

/// Words to be written in place of others, and files to be moved. The words are those of the texts before anything moves.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::lsp) struct Change {
    /// By text: the bytes, none twice, in order, and what is to stand there.
    pub(in crate::lsp) edits: BTreeMap<SourceId, BTreeMap<(usize, usize), String>>,
    /// From which path to which, relative to the site's root.
    pub(in crate::lsp) moves: Vec<(String, String)>,
}

impl Change {
    /// Has `words` written in place of a span.
    pub(in crate::lsp) fn replace(&mut self, span: Span, words: &str) {
        let Range { start, end } = span.range();
        self.edits.entry(span.source).or_default().insert((start, end), words.to_owned());
    }

    /// Has a file, or a folder with all in it, moved.
    pub(super) fn move_file(&mut self, from: String, to: String) {
        self.moves.push((from, to));
    }

    /// The moves as paths relative to the content folder.
    pub(super) fn moves_within(&self, sources: &Sources) -> Vec<(String, String)> {
        let within = |path: &String| sources.within_content(path).to_owned();
        self.moves.iter().map(|(from, to)| (within(from), within(to))).collect()
    }

    /// Where the file at a path is then.
    pub(super) fn path(&self, path: &str) -> Option<String> {
        self.moves.iter().find_map(|(from, to)| {
            let rest = path.strip_prefix(from.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
        })
    }

    /// The sources as they are once all is changed; every text keeps its name.
    pub(super) fn apply(&self, sources: &Sources) -> Sources {
        let mut changed = sources.clone();
        let ids = sources.content.iter().copied().chain(sources.settings);
        for id in ids {
            let source = sources.get(id);
            let path = self.path(&source.path);
            let edits = self.edits.get(&id);
            if path.is_none() && edits.is_none() {
                continue;
            }
            let mut text = source.text().to_string();
            for ((start, end), words) in edits.into_iter().flatten().rev() {
                text.replace_range(*start..*end, words);
            }
            changed.put(id, Source::new(path.unwrap_or_else(|| source.path.clone()), text));
        }
        let mut content = changed.content.clone();
        content.sort_by(|one, other| changed.get(*one).path.cmp(&changed.get(*other).path));
        changed.content = content;
        let moved = |path: &String| self.path(path).unwrap_or_else(|| path.clone());
        changed.assets = sources.assets.iter().map(|(path, bytes)| (moved(path), bytes.clone())).collect();
        changed
    }
}
