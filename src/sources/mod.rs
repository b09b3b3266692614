//! What a build reads: the texts and files of a site, in memory, each with a name.
//!
//! Must not know YAML or Markdown, nor disks: `load` reads.

pub mod changes;
mod compare;
pub mod history;
mod names;
mod span;

pub use names::Names;
pub use span::{LineIndex, Position, SourceId, Span, Spanned};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// One text of the site: a Markdown or YAML file, the settings, or a template.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the site's root, with `/`, in Unicode form NFC.
    pub path: String,
    /// The text without a byte order mark.
    pub text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A text under a name.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The lines of the text, found at the first call.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// Everything a build reads, by path.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    texts: Vec<Arc<Source>>,
    /// The settings file, where there is one.
    pub settings: Option<SourceId>,
    /// Markdown and YAML of the content, in order of path.
    pub content: Vec<SourceId>,
    /// Folder that holds the content, relative to the root: `content`, or empty when the root itself is the content.
    pub content_folder: String,
    /// Every other file of the content, by path relative to the site's root.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// Files that lie beside the content and are no part of the site, by path relative to its root: source code, say.
    pub unpublished: BTreeSet<String>,
    /// Templates of the site's own theme folders, by path relative to the root.
    pub templates: BTreeMap<String, SourceId>,
    /// Files of messages of the site's own theme folders, by path relative to the root.
    pub messages: BTreeMap<String, SourceId>,
    /// Whether something of the site was reached through a link.
    pub has_links: bool,
    /// Other files of the site's own theme folders, by path relative to the root.
    pub theme_files: BTreeMap<String, Arc<[u8]>>,
}

impl Sources {
    /// Adds a text and gives its name.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(Arc::new(source));
        id
    }

    /// All texts, by their ids; where one is gone, one without a path.
    pub fn texts(&self) -> &[Arc<Source>] {
        &self.texts
    }

    /// The text behind an id of these sources.
    ///
    /// # Panics
    /// When the id came from other `Sources`.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.texts[id.0 as usize]
    }

    /// The path of a content text relative to the content folder.
    pub fn content_path(&self, id: SourceId) -> &str {
        self.within_content(&self.get(id).path)
    }

    /// `path` relative to the content folder, where it lies in it.
    pub fn within_content<'a>(&self, path: &'a str) -> &'a str {
        if self.content_folder.is_empty() {
            return path;
        }
        path.strip_prefix(&self.content_folder).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path)
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or("")
    }

    /// Line and column of a span's first byte.
    pub fn start(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines().position(&source.text, span.start as usize)
    }

    /// Line and column one past a span's last byte.
    pub fn end(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines().position(&source.text, span.end as usize)
    }
}
