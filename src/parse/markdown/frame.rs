//! What is open while the events of a body go by: one frame for each block or run that has begun and not ended.
//!
//! Must not know events.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::embeds;
use super::fragment::Fragment;
use super::ledger::Ledger;
use super::nesting::OpenTags;
use super::tables::with_captions;
use super::tree::{AlertKind, Alignment, Block, Definition, HtmlPiece, Inline, Item, WrittenEmbed};

/// One block or run that has begun.
pub(super) struct Frame {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// One past the last byte of what it holds so far.
    pub(super) content_end: usize,
    /// The blocks it holds so far.
    pub(super) blocks: Vec<Block>,
    /// Raw HTML that is open among the blocks.
    pub(super) block_tags: OpenTags,
    /// The inlines it holds so far; in a frame that holds blocks, those of a paragraph without mark of its own.
    pub(super) inlines: Vec<Inline>,
    /// Raw HTML that is open among the inlines.
    pub(super) inline_tags: OpenTags,
    /// Where the inlines stand.
    pub(super) inlines_range: Option<Range<usize>>,
    /// An embed that stands before any other inline.
    pub(super) embed: Option<Box<WrittenEmbed>>,
}

/// What a frame is.
pub(super) enum Kind {
    /// The body.
    Root,
    /// A quotation or an alert.
    Quote(Option<AlertKind>),
    /// A code block.
    Code { language: Option<String>, text: String },
    /// A block of raw HTML.
    Html(Fragment),
    /// A list.
    List { start: Option<u64>, items: Vec<Item> },
    /// An item of a list.
    Item { done: Option<bool>, tight: bool },
    /// A footnote.
    Footnote(String),
    /// A definition list.
    Definitions(Vec<Definition>),
    /// A term of one.
    Term,
    /// A meaning of one.
    Details,
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading { level: u8, id: String, classes: Vec<String> },
    /// A table.
    Table { alignments: Vec<Alignment>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    /// A row of one.
    Row { is_head: bool, cells: Vec<Vec<Inline>> },
    /// A cell of one.
    Cell,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// A link.
    Link { link_type: LinkType, destination: String, title: Option<String> },
    /// An image.
    Image { link_type: LinkType, destination: String, title: Option<String>, alternative: String },
}

impl Frame {
    /// A frame that holds nothing yet.
    pub(super) fn new(kind: Kind, range: Range<usize>) -> Self {
        // A cell may hold lists; all other runs of inlines are text.
        let inline_tags = if matches!(kind, Kind::Cell) { OpenTags::among_blocks() } else { OpenTags::in_text() };
        Self {
            kind,
            content_end: range.start,
            range,
            blocks: Vec::new(),
            block_tags: OpenTags::among_blocks(),
            inlines: Vec::new(),
            inline_tags,
            inlines_range: None,
            embed: None,
        }
    }

    /// Whether it is a link or raw HTML in it is.
    pub(super) fn is_in_link(&self) -> bool {
        matches!(self.kind, Kind::Link { .. }) || self.inline_tags.holds("a")
    }

    /// Whether it holds blocks.
    pub(super) fn holds_blocks(&self) -> bool {
        use Kind::{Definitions, Details, Footnote, Item, List, Quote, Root};
        matches!(self.kind, Root | Quote(_) | List { .. } | Item { .. } | Footnote(_) | Definitions(_) | Details)
    }

    /// Adds a block, after closing raw HTML that cannot hold it.
    pub(super) fn push_block(&mut self, block: Block) {
        if !self.block_tags.is_empty() {
            let mut closed = String::new();
            self.block_tags.room_for_block(&mut closed);
            if !closed.is_empty() {
                self.blocks.push(Block::Html(vec![HtmlPiece::Markup(closed)]));
            }
        }
        push(&mut self.blocks, block);
    }

    /// Adds an inline that stands at `range`, after closing raw HTML that cannot hold it.
    pub(super) fn push_inline(&mut self, inline: Inline, range: Range<usize>) {
        self.widen(range);
        if !self.inline_tags.is_empty() && !embeds::says_nothing(&inline) {
            let mut closed = String::new();
            self.inline_tags.room_for_text(&mut closed);
            self.push_markup(closed);
        }
        match (inline, self.inlines.last_mut()) {
            (Inline::Text(text), Some(Inline::Text(before))) => before.push_str(&text),
            (inline, _) => push(&mut self.inlines, inline),
        }
    }

    /// Takes note that something of the run of inlines stands at `range`.
    pub(super) fn widen(&mut self, range: Range<usize>) {
        let (start, end) = self
            .inlines_range
            .as_ref()
            .map_or((range.start, range.end), |so_far| (so_far.start.min(range.start), so_far.end.max(range.end)));
        self.inlines_range = Some(start..end);
    }

    /// The run of inlines with its raw HTML closed.
    pub(super) fn take_inlines(&mut self) -> Vec<Inline> {
        let mut closed = String::new();
        self.inline_tags.close_all(&mut closed);
        self.push_markup(closed);
        fitted(std::mem::take(&mut self.inlines))
    }

    /// The run of inlines as a paragraph at `range` or, without one, where the inlines stand.
    pub(super) fn take_paragraph(&mut self, range: Option<Range<usize>>, ledger: &mut Ledger<'_>) -> Option<Block> {
        let stood = self.inlines_range.take();
        let embed = self.embed.take();
        let inlines = self.take_inlines();
        let span = ledger.trimmed_span(range.or(stood).unwrap_or(self.range.start..self.range.start));
        embeds::paragraph(inlines, embed.map(|embed| *embed), span, ledger)
    }

    /// Makes inlines that have no paragraph of their own into one.
    pub(super) fn settle_inlines(&mut self, ledger: &mut Ledger<'_>) {
        if self.holds_blocks()
            && (!self.inlines.is_empty() || self.embed.is_some())
            && let Some(paragraph) = self.take_paragraph(None, ledger)
        {
            if let Kind::Item { tight, .. } = &mut self.kind {
                *tight = true;
            }
            self.push_block(paragraph);
        }
    }

    /// The blocks, raw HTML closed and captions given to their tables.
    pub(super) fn take_blocks(&mut self, ledger: &mut Ledger<'_>) -> Vec<Block> {
        self.settle_inlines(ledger);
        let mut closed = String::new();
        self.block_tags.close_all(&mut closed);
        if !closed.is_empty() {
            self.blocks.push(Block::Html(vec![HtmlPiece::Markup(closed)]));
        }
        fitted(with_captions(std::mem::take(&mut self.blocks)))
    }

    fn push_markup(&mut self, markup: String) {
        if !markup.is_empty() {
            self.inlines.push(Inline::Html(vec![HtmlPiece::Markup(markup)]));
        }
    }
}

/// Adds to what nearly always holds one thing alone, such as a cell: a list grows to four by itself, and trees stay in memory.
fn push<T>(list: &mut Vec<T>, next: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(next);
}

/// A list that grows no more.
pub(super) fn fitted<T>(mut list: Vec<T>) -> Vec<T> {
    list.shrink_to_fit();
    list
}
