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
use super::tokens::{Start, Token, tokens};
use crate::sources::{SourceId, Span};

/// How many raw elements are followed in each other; what lies deeper is read as if it lay at this level.
const MAX_RAW: usize = 48;

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
struct OpenRun {
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
struct OpenLink {
    link_type: Option<LinkType>,
    /// The destination as written.
    address: String,
    /// Of raw HTML: where the destination stands.
    destination: Option<Range<usize>>,
    text: String,
    start: usize,
    /// Where its text begins and ends so far.
    label: Option<Range<usize>>,
    has_picture: bool,
    has_plain: bool,
}

struct OpenPicture {
    address: String,
    alternative: String,
    depth: u32,
}

/// A raw element that is open.
struct Raw {
    name: String,
    has_language: bool,
}

struct Reader<'a> {
    text: &'a str,
    source: SourceId,
    offset: usize,
    prose: Prose,
    run: Option<OpenRun>,
    link: Option<OpenLink>,
    /// How many links of Markdown have begun within one of raw HTML.
    links_within: u32,
    picture: Option<OpenPicture>,
    html: Option<Fragment>,
    raw: Vec<Raw>,
    quotes: u32,
    lists: u32,
    strong: u32,
    is_code_block: bool,
}

impl Reader<'_> {
    fn span(&self, range: Range<usize>) -> Span {
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
                Event::Text(text) | Event::Code(text) => picture.alternative.push_str(&text),
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
                self.picture =
                    Some(OpenPicture { address: dest_url.to_string(), alternative: String::new(), depth: 0 });
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
        let end = if run.kind == RunKind::Paragraph { run.end } else { run.start + written.len() };
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
        let in_code = |raw: &Raw| matches!(raw.name.as_str(), "code" | "kbd" | "samp" | "pre");
        let is_code = is_code || self.raw.iter().any(in_code);
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

    fn open_link(
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

    fn close_link(&mut self, end: usize) {
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
        self.picture(Some(open.alternative), open.address, range, false);
    }

    fn picture(&mut self, alternative: Option<String>, address: String, range: Range<usize>, is_raw: bool) {
        if let Some(link) = &mut self.link {
            link.text.push_str(alternative.as_deref().unwrap_or(""));
            link.has_picture = true;
            link.widen(range.clone());
        }
        if let Some(run) = &mut self.run {
            run.end = run.end.max(range.end);
            run.has_plain = true;
        }
        if !is_embed(&address) {
            let span = self.span(range);
            self.prose.pictures.push(Picture { alternative, address, span, is_raw, in_link: self.link.is_some() });
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

    fn raw(&mut self, fragment: &Fragment) {
        for token in tokens(&fragment.html) {
            match token {
                Token::Start(start) => self.raw_start(&start, fragment),
                Token::End(name, range) => {
                    if name == "a" && self.link.as_ref().is_some_and(|link| link.link_type.is_none()) {
                        let place = fragment.range(range);
                        if let Some(link) = &mut self.link
                            && self.run.is_none()
                            && !link.text.trim().is_empty()
                        {
                            link.label = Some(link.start..place.start);
                        }
                        self.close_link(place.end);
                    }
                    if let Some(at) = self.raw.iter().rposition(|raw| raw.name == name) {
                        self.raw.truncate(at);
                    }
                }
                Token::Text(text) => {
                    self.prose.has_raw_words |= !text.trim().is_empty();
                    if let Some(link) = &mut self.link {
                        link.text.push_str(&text);
                        link.has_plain |= !text.trim().is_empty();
                    }
                }
                Token::Unfinished(_) => {}
            }
        }
    }

    fn raw_start(&mut self, start: &Start, fragment: &Fragment) {
        let range = fragment.range(start.range.clone());
        let value = |name: &str| start.attributes.iter().find(|attribute| attribute.name == name);
        match start.name.as_str() {
            "a" if self.link.is_none() => {
                if let Some(href) = value("href") {
                    let place = fragment.range(href.range.clone());
                    let begins = if self.run.is_some() { range.start } else { range.end };
                    self.open_link(None, &href.value, Some(place), begins);
                }
            }
            "img" => {
                let alternative = value("alt").map(|alt| alt.value.clone());
                let address = value("src").map(|src| src.value.clone()).unwrap_or_default();
                self.picture(alternative, address, range, true);
            }
            "br" => {
                if let Some(link) = &mut self.link {
                    link.text.push(' ');
                }
            }
            "hr" | "wbr" | "input" | "source" => {}
            _ if start.self_closing || self.raw.len() >= MAX_RAW => {}
            name => {
                let name = name.to_owned();
                self.raw.push(Raw { name, has_language: value("lang").is_some() });
            }
        }
    }
}

impl OpenLink {
    fn widen(&mut self, range: Range<usize>) {
        let (start, end) = self
            .label
            .as_ref()
            .map_or((range.start, range.end), |label| (label.start.min(range.start), label.end.max(range.end)));
        self.label = Some(start..end);
    }
}
