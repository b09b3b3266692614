//! The events of pulldown-cmark become blocks. Whatever the text, the tree is no deeper than [`MAX_BLOCKS`] and
//! [`MAX_INLINES`] say, for all who walk it do so by recursion.
//!
//! Must not know titles, anchors or numbers of footnotes.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag};

use super::closing;
use super::fragment::Fragment;
use super::frame::{Frame, Kind};
use super::html::{self, HTML_DROPPED, InlineHtml};
use super::labels::Labels;
use super::ledger::Ledger;
use super::opening::{is_inline, kind};
use super::text::plain_text;
use super::tree::{Block, Inline};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};

/// Quotes and lists in each other deeper than can be shown.
pub static NESTING_TOO_DEEP: Rule = Rule {
    code: "nesting-too-deep",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "Quotes, lists or emphasis lie in each other deeper than sixty levels. Nobody can follow so many and \
                  no screen has room; what lies deeper is shown as if it lay at the sixtieth. Most often a line of \
                  `>` or `-` was meant as a rule across the page, which is three hyphens, `---`, on a line of their \
                  own. Else take some of the marks away.",
    wrong: "> > > > > > > > > > > > > > > > and sixty more",
    right: "> and one",
};

/// How many frames may be open for one more quote or list to be opened.
const MAX_BLOCKS: usize = 60;

/// How many frames may be open for one more emphasis or link to be opened.
const MAX_INLINES: usize = 96;

/// What is read beside `CommonMark`.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads Markdown into blocks; links, embeds, footnotes and findings go to `ledger`.
pub(super) fn blocks<'a>(text: &'a str, ledger: &mut Ledger<'a>) -> Vec<Block> {
    let mut undefined = Vec::new();
    let top = Frame::new(Kind::Root, 0..text.len());
    let mut builder = Builder { ledger, under: Vec::new(), top, shapes: Vec::new(), told_deep: false };
    let broken = |link: BrokenLink<'a>| {
        undefined.push(link);
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(broken));
    let defined = parser.reference_definitions().iter();
    let mut labels = Labels::new(defined.map(|(label, to)| (label, to.dest.as_ref(), to.span.clone())));
    for (event, range) in parser.into_offset_iter() {
        labels.event(&event, &range, builder.ledger.text());
        builder.event(event, range);
    }
    let blocks = builder.top.take_blocks(builder.ledger);
    labels.report(&undefined, ledger);
    blocks
}

/// What a start tag of Markdown came to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A frame.
    Framed,
    /// Nothing: what it holds goes to the frame around it, as blocks.
    FlatBlock,
    /// Nothing: what it holds goes to the frame around it, as inlines.
    FlatInline,
}

struct Builder<'b, 'a> {
    ledger: &'b mut Ledger<'a>,
    /// The frames around the innermost.
    under: Vec<Frame>,
    top: Frame,
    shapes: Vec<Shape>,
    told_deep: bool,
}

impl<'a> Builder<'_, 'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        let end = range.end;
        match event {
            Event::Start(tag) => return self.start(tag, range),
            Event::End(_) => self.end(range),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::Code(code) => self.inline(Inline::Code(code.into_string()), range),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            Event::FootnoteReference(label) => self.footnote_reference(&label, range),
            Event::SoftBreak => self.inline(Inline::SoftBreak, range),
            Event::HardBreak => self.inline(Inline::HardBreak, range),
            Event::Rule => {
                self.top.settle_inlines(self.ledger);
                self.top.push_block(Block::Rule);
            }
            Event::TaskListMarker(is_done) => self.task(is_done),
        }
        self.top.content_end = self.top.content_end.max(end);
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let is_inline = is_inline(&tag);
        let shape = if matches!(self.top.kind, Kind::Image { .. }) {
            // Within an image all is text that stands for it.
            Shape::FlatInline
        } else if is_inline && self.under.len() >= MAX_INLINES {
            self.tell_deep(&range);
            Shape::FlatInline
        } else if matches!(tag, Tag::Link { .. }) && self.is_in_link() {
            self.report_in_link(range.clone());
            Shape::FlatInline
        } else if self.is_too_deep(&tag) {
            self.tell_deep(&range);
            Shape::FlatBlock
        } else {
            Shape::Framed
        };
        if !is_inline {
            self.top.settle_inlines(self.ledger);
        }
        self.shapes.push(shape);
        if shape == Shape::Framed {
            let around = std::mem::replace(&mut self.top, Frame::new(kind(tag), range));
            self.under.push(around);
        }
    }

    /// Whether `tag` opens one container too many. An item follows its list, whichever way that went.
    fn is_too_deep(&self, tag: &Tag<'_>) -> bool {
        match tag {
            Tag::BlockQuote(_) | Tag::List(_) | Tag::DefinitionList => self.under.len() >= MAX_BLOCKS,
            Tag::Item => !matches!(self.top.kind, Kind::List { .. }),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => !matches!(self.top.kind, Kind::Definitions(_)),
            _ => false,
        }
    }

    fn tell_deep(&mut self, range: &Range<usize>) {
        if !self.told_deep {
            self.told_deep = true;
            let span = self.ledger.span(range.start..range.start + 1);
            let message = "Quotes, lists or emphasis lie in each other too deep; deeper ones are shown at this level.";
            self.ledger
                .report(Diagnostic::new(&NESTING_TOO_DEEP, span, message).help("Take away some of the marks here."));
        }
    }

    /// Whether a link or raw `<a>` is open in this run of text. The run begins in the innermost frame that holds blocks.
    fn is_in_link(&self) -> bool {
        for frame in std::iter::once(&self.top).chain(self.under.iter().rev()) {
            if frame.is_in_link() {
                return true;
            }
            if frame.holds_blocks() {
                return false;
            }
        }
        false
    }

    fn report_in_link(&mut self, range: Range<usize>) {
        let span = self.ledger.span(range);
        let diagnostic = Diagnostic::new(
            &HTML_DROPPED,
            span,
            "A link cannot stand within `<a>`, another link; only its text is kept.",
        );
        self.ledger.report(diagnostic.help("End the first with `</a>` before the second begins."));
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        match &mut self.top.kind {
            Kind::Code { text: code, .. } => code.push_str(text),
            Kind::Image { alternative, .. } => alternative.push_str(text),
            _ => self.inline(Inline::Text(text.to_owned()), range),
        }
    }

    fn inline(&mut self, inline: Inline, range: Range<usize>) {
        if let Kind::Image { alternative, .. } = &mut self.top.kind {
            alternative.push_str(&plain_text(&[inline], &self.ledger.links));
        } else {
            self.top.push_inline(inline, range);
        }
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        let written = self.ledger.slice(range.clone());
        let in_link = self.is_in_link();
        match &mut self.top.kind {
            Kind::Html(fragment) => return fragment.push(html, range, written),
            Kind::Image { .. } => return,
            _ => {}
        }
        let mut fragment = Fragment::default();
        fragment.push(html, range.clone(), written);
        let before = self.top.inlines.len();
        match html::inline(&fragment, &mut self.top.inline_tags, in_link, before, self.ledger) {
            InlineHtml::Pieces(pieces) if pieces.is_empty() => {}
            InlineHtml::Pieces(pieces) => {
                self.top.widen(range);
                self.top.inlines.push(Inline::Html(pieces));
            }
            // The empty inline keeps the text that follows apart from the text before.
            InlineHtml::DropBegins => self.top.inlines.push(Inline::Html(Vec::new())),
            InlineHtml::DropEnds(kept) => self.top.inlines.truncate(kept),
        }
    }

    fn footnote_reference(&mut self, label: &str, range: Range<usize>) {
        if matches!(self.top.kind, Kind::Image { .. }) {
            return;
        }
        if self.is_in_link() {
            return self.report_in_link(range);
        }
        let footnote = self.ledger.footnotes.of(label);
        self.top.push_inline(Inline::FootnoteReference { footnote, occurrence: 0 }, range);
    }

    fn task(&mut self, is_done: bool) {
        let frames = std::iter::once(&mut self.top).chain(self.under.iter_mut().rev());
        let mut items = frames.filter_map(|frame| match &mut frame.kind {
            Kind::Item { done, .. } => Some(done),
            _ => None,
        });
        if let Some(done) = items.next() {
            *done = Some(is_done);
        }
    }

    fn end(&mut self, range: Range<usize>) {
        match self.shapes.pop() {
            Some(Shape::Framed) => {
                let Some(around) = self.under.pop() else { return };
                let ended = std::mem::replace(&mut self.top, around);
                closing::finish(ended, range, &mut self.top, self.ledger);
            }
            Some(Shape::FlatBlock) => self.top.settle_inlines(self.ledger),
            Some(Shape::FlatInline) | None => {}
        }
    }
}
