//! What a build reads: the texts and files of a site, in memory, each with a name.
//!
//! Must not know YAML or Markdown, nor disks: `load` reads.

pub mod changes;
mod compare;
pub mod history;
mod names;
pub mod packed;
mod span;

pub use names::Names;
pub use span::{LineIndex, Position, SourceId, Span, Spanned};

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::sources::packed::Packed;

/// One text of the site: a Markdown or YAML file, the settings, or a template.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the site's root, with `/`, in Unicode form NFC.
    pub path: String,
    /// The text without a byte order mark; of one that is packed, once it was asked for by itself.
    text: OnceLock<Arc<str>>,
    packed: Option<Packed>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A text under a name.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: OnceLock::from(text.into()), packed: None, lines: OnceLock::new() }
    }

    /// The text. One that is packed stays unpacked from then on: for findings, which ask for the same one again and again.
    pub fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| self.unpacked())
    }

    /// The text, for something that looks at every one: it stays as packed as it was.
    pub fn passing(&self) -> Arc<str> {
        self.text.get().map_or_else(|| self.unpacked(), Arc::clone)
    }

    /// Whether the text is packed, and nobody has asked for it by itself.
    pub fn is_packed(&self) -> bool {
        self.text.get().is_none()
    }

    fn unpacked(&self) -> Arc<str> {
        self.packed.as_ref().map(Packed::text).unwrap_or_default().into()
    }

    fn pack(&mut self) {
        if let Some(text) = self.text.take() {
            self.packed = Some(Packed::new(&text));
        }
    }

    /// The lines of the text, found at the first call.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(self.text()))
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

    /// Packs every text of the content, where they are so large together that a build would fill the memory with them. Says
    /// whether it did.
    pub fn pack_if_large(&mut self, most_bytes: usize) -> bool {
        let bytes = |source: &Arc<Source>| source.text.get().map_or(0, |text| text.len());
        let is_large = self.texts.iter().map(bytes).sum::<usize>() > most_bytes;
        if is_large {
            let content: HashSet<usize> = self.content.iter().map(|id| id.0 as usize).collect();
            let texts = self.texts.par_iter_mut().enumerate().filter(|(place, _)| content.contains(place));
            texts.filter_map(|(_, source)| Arc::get_mut(source)).for_each(Source::pack);
        }
        is_large
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
        self.get(span.source).text().get(span.range()).unwrap_or("")
    }

    /// Line and column of a span's first byte.
    pub fn start(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines().position(source.text(), span.start as usize)
    }

    /// Line and column one past a span's last byte.
    pub fn end(&self, span: Span) -> Position {
        let source = self.get(span.source);
        source.lines().position(source.text(), span.end as usize)
    }
}
