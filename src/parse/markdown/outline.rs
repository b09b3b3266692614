//! What other pages show of a body, and links can aim at: its anchors, its headings, the words with which it opens. Kept in few
//! bytes, for a site may have a hundred thousand of them.
//!
//! Must not know how a page is drawn.

use super::first_words::first_words;
use super::tree::{Block, Footnote, Heading, HtmlPiece, Inline, WrittenLink};

/// The outline of a body.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Every word of it, one after the other.
    text: Box<str>,
    ids: Box<[Words]>,
    headings: Box<[Place]>,
    opening: Option<Box<str>>,
}

/// A heading of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headed<'a> {
    /// Its level: 2 to 6.
    pub level: u8,
    /// Its words.
    pub text: &'a str,
    /// Its anchor.
    pub id: &'a str,
    /// Whether it stands in the body itself, and not within a quotation, a list or a footnote.
    pub is_top: bool,
}

/// Part of [`Outline::text`].
#[derive(Debug, Clone, Copy)]
struct Words {
    start: u32,
    end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    level: u8,
    is_top: bool,
    text: Words,
    id: Words,
}

impl Outline {
    /// The outline of a body with these links.
    pub(super) fn of(blocks: &[Block], footnotes: &[Footnote], links: &[WrittenLink]) -> Self {
        let mut gathered = Gathered::default();
        gathered.blocks(blocks, true);
        for footnote in footnotes {
            gathered.blocks(&footnote.blocks, false);
        }
        let Gathered { text, ids, headings } = gathered;
        let opening = first_words(blocks, links).map(String::into_boxed_str);
        Self { text: text.as_str().into(), ids: ids.into(), headings: headings.into(), opening }
    }

    /// Every anchor, of headings and of raw HTML, in the order in which they stand.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(|words| self.said(*words))
    }

    /// Every heading, in the order in which they stand.
    pub fn headings(&self) -> impl Iterator<Item = Headed<'_>> {
        self.headings.iter().map(|place| Headed {
            level: place.level,
            text: self.said(place.text),
            id: self.said(place.id),
            is_top: place.is_top,
        })
    }

    /// The headings of the body itself.
    pub fn top_headings(&self) -> impl Iterator<Item = Headed<'_>> {
        self.headings().filter(|heading| heading.is_top)
    }

    /// The first sentences of the first paragraph that is running text.
    pub fn opening(&self) -> Option<&str> {
        self.opening.as_deref()
    }

    fn said(&self, words: Words) -> &str {
        self.text.get(words.start as usize..words.end as usize).unwrap_or("")
    }
}

impl PartialEq for Outline {
    fn eq(&self, other: &Self) -> bool {
        self.opening == other.opening && self.ids().eq(other.ids()) && self.headings().eq(other.headings())
    }
}
impl Eq for Outline {}

#[derive(Default)]
struct Gathered {
    text: String,
    ids: Vec<Words>,
    headings: Vec<Place>,
}

impl Gathered {
    fn words(&mut self, said: &str) -> Words {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let start = place(self.text.len());
        self.text.push_str(said);
        Words { start, end: place(self.text.len()) }
    }

    fn blocks(&mut self, list: &[Block], is_top: bool) {
        for block in list {
            match block {
                Block::Heading(heading) => self.heading(heading, is_top),
                Block::Paragraph(paragraph) => self.inlines(&paragraph.inlines),
                Block::Quote(inner) | Block::Alert(_, inner) => self.blocks(inner, false),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks, false)),
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.inlines(&definition.term);
                        definition.details.iter().for_each(|detail| self.blocks(detail, false));
                    }
                }
                Block::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten()).chain(&table.caption);
                    cells.for_each(|cell| self.inlines(cell));
                }
                Block::Html(pieces) => self.html(pieces),
                Block::Code { .. } | Block::Rule | Block::Embed(_) => {}
            }
        }
    }

    fn heading(&mut self, heading: &Heading, is_top: bool) {
        let (text, id) = (self.words(&heading.text), self.words(&heading.id));
        self.ids.push(id);
        self.headings.push(Place { level: heading.level, is_top, text, id });
        self.inlines(&heading.inlines);
    }

    fn inlines(&mut self, list: &[Inline]) {
        for inline in list {
            match inline {
                Inline::Html(pieces) => self.html(pieces),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Link { inlines: inner, .. } => self.inlines(inner),
                _ => {}
            }
        }
    }

    /// Takes the ids of raw HTML, which the parser has written anew as ` id="…"`.
    fn html(&mut self, pieces: &[HtmlPiece]) {
        for piece in pieces {
            let HtmlPiece::Markup(markup) = piece else { continue };
            for rest in markup.split(" id=\"").skip(1) {
                if let Some((id, _)) = rest.split_once('"') {
                    let id = self.words(id);
                    self.ids.push(id);
                }
            }
        }
    }
}
