//! Reads a body into [`Prose`].
//!
//! Must not know any rule on how a text reads.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::build::options;
use super::embeds::is_embed;
use super::fragment::Fragment;
use super::links;
use super::prose::{Form, Manner, Picture, Prose, ReadLink, Run, RunKind, Words};
use crate::sources::{SourceId, Span};

/// Reads `text`, which begins at byte `offset` of `source`.
pub fn read(text: &str, source: SourceId, offset: usize) -> Prose {
    let mut reader = Reader {
        text,
        source,
        offset,
        prose: Prose::default(),
        run: None,
        link: None,
        links_within: 0,
        picture: None,
        html: None,
        raw: Vec::new(),
        quotes: 0,
        lists: 0,
        strong: 0,
        is_code_block: false,
    };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close_run(text.len());
    reader.prose
}

/// A run that has begun.
pub(super) struct OpenRun {
    kind: RunKind,
    start: usize,
    end: usize,
    words: Words,
    has_plain: bool,
    has_strong: bool,
    /// How many raw elements were open before it.
    raw_before: usize,
}

/// A link that has begun.
pub(super) struct OpenLink {
    pub(super) link_type: Option<LinkType>,
    /// The destination as written.
    pub(super) address: String,
    /// Of raw HTML: where the destination stands.
    pub(super) destination: Option<Range<usize>>,
    pub(super) text: String,
    pub(super) start: usize,
    /// Where its text begins and ends so far.
    pub(super) label: Option<Range<usize>>,
    pub(super) has_picture: bool,
    pub(super) has_plain: bool,
}

struct OpenPicture {
    address: String,
    alternative: String,
    /// Where that stands.
    words: Option<Range<usize>>,
    depth: u32,
}

/// A raw element that is open.
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) has_language: bool,
}

pub(super) struct Reader<'a> {
    text: &'a str,
    source: SourceId,
    offset: usize,
    pub(super) prose: Prose,
    pub(super) run: Option<OpenRun>,
    pub(super) link: Option<OpenLink>,
    /// How many links of Markdown have begun within one of raw HTML.
    links_within: u32,
    picture: Option<OpenPicture>,
    html: Option<Fragment>,
    pub(super) raw: Vec<Raw>,
    quotes: u32,
    lists: u32,
    strong: u32,
    is_code_block: bool,
}

impl Reader<'_> {
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.max(start));
        Span::new(self.source, self.offset + start..self.offset + end)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some(picture) = &mut self.picture {
            match event {
                Event::Start(_) => picture.depth += 1,
                Event::End(_) if picture.depth > 0 => picture.depth -= 1,
                Event::End(_) => self.end_picture(range),
                Event::Text(text) | Event::Code(text) => {
                    picture.alternative.push_str(&text);
                    picture.words = Some(widened(picture.words.as_ref(), range));
                }
                Event::SoftBreak | Event::HardBreak => picture.alternative.push(' '),
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if !self.is_code_block => self.words(&text, range, false),
            Event::Code(code) => self.words(&code, range, true),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            Event::SoftBreak | Event::HardBreak => self.words("\n", range, false),
            Event::Rule => self.close_run(range.start),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return,
            Tag::Strong => return self.strong += 1,
            Tag::Link { link_type, dest_url, .. } => {
                self.open_run(RunKind::Paragraph, range.start);
                return self.open_link(Some(*link_type), dest_url, None, range.start);
            }
            Tag::Image { dest_url, .. } => {
                self.open_run(RunKind::Paragraph, range.start);
                let (address, alternative) = (dest_url.to_string(), String::new());
                self.picture = Some(OpenPicture { address, alternative, words: None, depth: 0 });
                return;
            }
            _ => self.close_run(range.start),
        }
        match tag {
            Tag::Paragraph => self.open_run(RunKind::Paragraph, range.start),
            Tag::Heading { .. } => self.open_run(RunKind::Heading, range.start),
            Tag::TableCell => self.open_run(RunKind::Cell, range.start),
            Tag::DefinitionListTitle => self.open_run(RunKind::Term, range.start),
            Tag::BlockQuote(None) => self.quotes += 1,
            Tag::BlockQuote(Some(_)) | Tag::List(_) | Tag::FootnoteDefinition(_) => self.lists += 1,
            Tag::CodeBlock(_) => self.is_code_block = true,
            Tag::HtmlBlock => self.html = Some(Fragment::default()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Image => {
                return;
            }
            TagEnd::Strong => return self.strong = self.strong.saturating_sub(1),
            TagEnd::Link if self.links_within > 0 => return self.links_within -= 1,
            TagEnd::Link => return self.close_link(range.end),
            _ => self.close_run(range.end),
        }
        match tag {
            TagEnd::BlockQuote(None) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::BlockQuote(Some(_)) | TagEnd::List(_) | TagEnd::FootnoteDefinition => {
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.is_code_block = false,
            TagEnd::HtmlBlock => self.end_html(),
            _ => {}
        }
    }

    fn open_run(&mut self, kind: RunKind, start: usize) {
        if self.run.is_none() {
            let words = Words::new(self.source);
            let raw_before = self.raw.len();
            self.run =
                Some(OpenRun { kind, start, end: start, words, has_plain: false, has_strong: false, raw_before });
        }
    }

    fn close_run(&mut self, end: usize) {
        if self.link.is_some() {
            // A raw link without end: it ends with its paragraph.
            self.close_link(end);
        }
        let Some(run) = self.run.take() else { return };
        self.raw.truncate(run.raw_before);
        let written = self.text.get(run.start..end.max(run.start)).unwrap_or("").trim_end();
        let end = run.start + written.len();
        self.prose.runs.push(Run {
            kind: run.kind,
            span: self.span(run.start..end.max(run.end)),
            words: run.words,
            is_quoted: self.quotes > 0,
            is_listed: self.lists > 0,
            is_strong: run.has_strong && !run.has_plain,
        });
    }

    fn words(&mut self, said: &str, range: Range<usize>, is_code: bool) {
        self.open_run(RunKind::Paragraph, range.start);
        let shows_code = |raw: &Raw| matches!(raw.name.as_str(), "code" | "kbd" | "samp" | "pre");
        let is_code = is_code || self.raw.iter().any(shows_code);
        let has_language = self.raw.iter().any(|raw| raw.has_language);
        let is_link = self.link.is_some();
        let written = self.text.get(range.clone()).unwrap_or("");
        let place = self.offset + range.start..self.offset + range.end;
        let is_blank = said.trim().is_empty();
        let is_strong = self.strong > 0;
        if let Some(run) = &mut self.run {
            run.end = run.end.max(range.end);
            run.has_strong |= is_strong && !is_blank;
            run.has_plain |= !is_strong && !is_blank;
            run.words.push(said, place, written, Manner { is_code, is_link, has_language });
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(said);
            link.has_plain |= !is_code && !is_blank;
            link.widen(range);
        }
    }

    pub(super) fn open_link(
        &mut self,
        link_type: Option<LinkType>,
        address: &str,
        destination: Option<Range<usize>>,
        start: usize,
    ) {
        if self.link.is_some() {
            self.links_within += 1;
        } else {
            let address = address.to_owned();
            let (text, label) = (String::new(), None);
            self.link = Some(OpenLink {
                link_type,
                address,
                destination,
                text,
                start,
                label,
                has_picture: false,
                has_plain: false,
            });
        }
    }

    pub(super) fn close_link(&mut self, end: usize) {
        self.links_within = 0;
        let Some(link) = self.link.take() else { return };
        let whole = link.start..end;
        let label_end = link.label.as_ref().map_or(link.start, |label| label.end);
        let destination = match (link.destination, link.link_type) {
            (Some(place), _) => place,
            (None, Some(link_type)) => links::destination(self.text, &whole, label_end, link_type),
            (None, None) => whole.clone(),
        };
        let scheme = link.address.split_once(':').map_or("", |(scheme, _)| scheme);
        let form = match link.link_type {
            Some(LinkType::Autolink) if scheme.len() == 4 && scheme.eq_ignore_ascii_case("http") => Form::Address,
            Some(LinkType::Autolink) if scheme.eq_ignore_ascii_case("https") => Form::Address,
            Some(LinkType::Autolink) if links::is_of_the_web(scheme) => Form::Mail,
            Some(LinkType::Autolink) => Form::Record,
            Some(LinkType::Email) => Form::Mail,
            Some(_) => Form::Markdown,
            None => Form::Raw,
        };
        let text: Vec<&str> = link.text.split_whitespace().collect();
        self.prose.links.push(ReadLink {
            text: text.join(" "),
            form,
            label: self.span(link.label.unwrap_or(whole)),
            destination: self.span(destination),
            has_picture: link.has_picture,
            is_code: !link.has_plain && !link.has_picture,
        });
    }

    fn end_picture(&mut self, range: Range<usize>) {
        let Some(open) = self.picture.take() else { return };
        let words = open.words.map(|words| self.span(words));
        let whole = self.span(range.clone());
        let (alternative, address) = (Some(open.alternative), open.address);
        let picture = Picture { alternative, words, address, span: whole, is_raw: false, in_link: self.link.is_some() };
        self.picture(picture, range);
    }

    pub(super) fn picture(&mut self, picture: Picture, range: Range<usize>) {
        if let Some(link) = &mut self.link {
            link.text.push_str(picture.alternative.as_deref().unwrap_or(""));
            link.has_picture = true;
            link.widen(range.clone());
        }
        if let Some(run) = &mut self.run {
            run.end = run.end.max(range.end);
            run.has_plain = true;
        }
        if !is_embed(&picture.address) {
            self.prose.pictures.push(picture);
        }
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("");
        if let Some(fragment) = &mut self.html {
            return fragment.push(html, range, written);
        }
        self.open_run(RunKind::Paragraph, range.start);
        let mut fragment = Fragment::default();
        fragment.push(html, range, written);
        self.raw(&fragment);
    }

    fn end_html(&mut self) {
        if let Some(fragment) = self.html.take() {
            self.raw(&fragment);
            self.link = None;
        }
    }
}

impl OpenLink {
    fn widen(&mut self, range: Range<usize>) {
        self.label = Some(widened(self.label.as_ref(), range));
    }
}

/// What holds both ranges.
fn widened(so_far: Option<&Range<usize>>, range: Range<usize>) -> Range<usize> {
    so_far.map_or(range.clone(), |so_far| so_far.start.min(range.start)..so_far.end.max(range.end))
}
