//! What a start tag of pulldown-cmark opens.
//!
//! Must not know what has been read so far.

use pulldown_cmark::{Alignment as Aligned, BlockQuoteKind, CodeBlockKind, CowStr, Tag};

use super::fragment::Fragment;
use super::frame::Kind;
use super::tree::{AlertKind, Alignment};

/// Whether a tag opens a run of text and not a block.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// The frame for a tag.
pub(super) fn kind(tag: Tag<'_>) -> Kind {
    match tag {
        Tag::Paragraph => Kind::Paragraph,
        Tag::Heading { level, id, classes, .. } => Kind::Heading {
            level: level as u8,
            id: id.map(CowStr::into_string).unwrap_or_default(),
            classes: classes.into_iter().map(CowStr::into_string).collect(),
        },
        Tag::BlockQuote(alert) => Kind::Quote(alert.map(alert_kind)),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            let language = info.split([' ', '\t', ',']).next().filter(|word| !word.is_empty()).map(str::to_owned);
            Kind::Code { language, text: String::new() }
        }
        Tag::CodeBlock(CodeBlockKind::Indented) | Tag::MetadataBlock(_) => {
            Kind::Code { language: None, text: String::new() }
        }
        Tag::HtmlBlock => Kind::Html(Fragment::default()),
        Tag::List(start) => Kind::List { start, items: Vec::new() },
        Tag::Item => Kind::Item { done: None, tight: false },
        Tag::FootnoteDefinition(label) => Kind::Footnote(label.into_string()),
        Tag::DefinitionList => Kind::Definitions(Vec::new()),
        Tag::DefinitionListTitle => Kind::Term,
        Tag::DefinitionListDefinition => Kind::Details,
        Tag::Table(columns) => {
            Kind::Table { alignments: columns.into_iter().map(alignment).collect(), head: Vec::new(), rows: Vec::new() }
        }
        Tag::TableHead => Kind::Row { is_head: true, cells: Vec::new() },
        Tag::TableRow => Kind::Row { is_head: false, cells: Vec::new() },
        Tag::TableCell => Kind::Cell,
        Tag::Emphasis | Tag::Superscript | Tag::Subscript => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Strikethrough => Kind::Strikethrough,
        Tag::Link { link_type, dest_url, title, .. } => {
            Kind::Link { link_type, destination: dest_url.into_string(), title: said(title) }
        }
        Tag::Image { link_type, dest_url, title, .. } => Kind::Image {
            link_type,
            destination: dest_url.into_string(),
            title: said(title),
            alternative: String::new(),
        },
    }
}

fn said(title: CowStr<'_>) -> Option<String> {
    if title.is_empty() { None } else { Some(title.into_string()) }
}

fn alert_kind(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note | BlockQuoteKind::Tip | BlockQuoteKind::Important => AlertKind::Inset,
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => AlertKind::Warning,
    }
}

fn alignment(column: Aligned) -> Alignment {
    match column {
        Aligned::None => Alignment::Default,
        Aligned::Left => Alignment::Left,
        Aligned::Center => Alignment::Centre,
        Aligned::Right => Alignment::Right,
    }
}
