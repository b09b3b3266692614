//! From a fault in what is written back to what was typed: a link in a text, the value of a field, a line of a template.
//!
//! Must not know what is wrong.

use std::collections::HashMap;
use std::ops::Range;

use super::fault::{Fault, Wrong};
use super::files::{FileId, Files};
use super::occurrences::Occurrences;
use crate::diagnostic::Place;
use crate::pages::Site;
use crate::pages::view::Page;
use crate::parse::markdown::destination::Destination;
use crate::parse::markdown::tree::Block;
use crate::sources::{LineIndex, SourceId, Span};

/// Most searches through the templates for one address each: a site with more dead links than that has one cause.
const MOST_SEARCHES: usize = 1000;

/// What is needed to find a source.
pub(super) struct Tracer<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) files: &'a Files<'a>,
    /// The page that the site makes as each file.
    pub(super) made: &'a [Option<&'a Page>],
    /// The text of each file that was read.
    pub(super) texts: &'a [Option<std::borrow::Cow<'a, str>>],
    /// Where each full address stands in the sources.
    pub(super) occurrences: &'a Occurrences<'a>,
    /// The path of the site's root on the web, where it is known.
    pub(super) base_url: Option<&'a str>,
    /// The lines of the file that was asked for last.
    lines: Option<(FileId, LineIndex)>,
    /// The links of the body of the page that was asked for last, by address, and how many of each were asked for.
    links: Option<(FileId, HashMap<&'a str, Vec<Span>>)>,
    told: HashMap<(FileId, String), usize>,
    searches: HashMap<String, Option<Span>>,
}

impl<'a> Tracer<'a> {
    /// Nothing was asked for yet.
    pub(super) fn new(
        site: &'a Site<'a>,
        files: &'a Files<'a>,
        made: &'a [Option<&'a Page>],
        texts: &'a [Option<std::borrow::Cow<'a, str>>],
        occurrences: &'a Occurrences<'a>,
    ) -> Self {
        let base_url = site.graph.settings.base_url.as_ref().map(|base| base.value.0.as_str());
        let told = HashMap::new();
        let searches = HashMap::new();
        Self { site, files, made, texts, occurrences, base_url, lines: None, links: None, told, searches }
    }

    /// The source of a fault, where there is one.
    pub(super) fn source(&mut self, fault: &Fault) -> Option<Place> {
        let Some(page) = self.made[fault.file.index()] else {
            return Some(self.at(fault.file, fault.range.start));
        };
        match &fault.wrong {
            Wrong::Orphan => page.origin.map(|origin| Place::Span(origin.span)),
            Wrong::Address { written, .. } => self.address(fault, page, written).map(Place::Span),
            Wrong::DuplicateId { name, .. } => {
                let of_theme = self.in_templates(&format!("id=\"{name}\""));
                of_theme.or_else(|| heading(page, name)).map(Place::Span)
            }
            _ => {
                let literal = self.literal(fault.file, &fault.range)?.to_owned();
                self.in_templates(&literal).or_else(|| self.element(&literal)).map(Place::Span)
            }
        }
    }

    /// The place in a file: of one that is published as it is, in the source; else in what is written.
    pub(super) fn at(&mut self, file: FileId, at: u32) -> Place {
        let written = self.files.path(file);
        let copied = if self.made[file.index()].is_none() { self.copied_from(written) } else { None };
        let (line, column) = self.position(file, at);
        Place::File { path: copied.unwrap_or_else(|| written.to_owned()), line, column }
    }

    /// The path of the file of the content or of the theme that is published as it is.
    fn copied_from(&self, path: &str) -> Option<String> {
        let sources = self.site.sources;
        let folder = &sources.content_folder;
        let asset = if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
        if sources.assets.contains_key(&asset) {
            return Some(asset);
        }
        let of_theme = format!("themes/{}/static/{}", self.theme(), path.strip_prefix("assets/")?);
        sources.theme_files.contains_key(&of_theme).then_some(of_theme)
    }

    fn theme(&self) -> &'a str {
        self.site.graph.settings.theme.as_ref().map_or("civic", |theme| theme.value.as_str())
    }

    fn position(&mut self, file: FileId, at: u32) -> (usize, usize) {
        let Some(text) = self.texts[file.index()].as_deref() else { return (1, 1) };
        if self.lines.as_ref().is_none_or(|(known, _)| *known != file) {
            self.lines = Some((file, LineIndex::new(text)));
        }
        let position = self.lines.as_ref().map(|(_, lines)| lines.position(text, at as usize));
        position.map_or((1, 1), |position| (position.line, position.column))
    }

    fn literal(&self, file: FileId, range: &Range<u32>) -> Option<&str> {
        let text = self.texts[file.index()].as_deref()?;
        text.get(range.start as usize..range.end as usize).filter(|literal| !literal.is_empty())
    }

    /// The source of an address on a page: a link of its text, a field of its record, a template, the settings, a field of
    /// any record.
    fn address(&mut self, fault: &Fault, page: &'a Page, written: &str) -> Option<Span> {
        if let Some(span) = self.of_body(fault.file, page, written) {
            return Some(span);
        }
        let everywhere = self.occurrences.of(written);
        let own = page.origin.map(|origin| origin.span.source);
        if let Some(span) = everywhere.iter().find(|span| Some(span.source) == own) {
            return Some(*span);
        }
        let literal = self.literal(fault.file, &fault.range).unwrap_or(written).to_owned();
        let tail = self.tail(written).to_owned();
        self.in_templates(&literal)
            .or_else(|| self.in_templates(&tail))
            .or_else(|| self.in_settings(&tail))
            .or_else(|| everywhere.first().copied())
    }

    /// The link of the page's text that leads there: the first, and for the next fault with this address the next.
    fn of_body(&mut self, file: FileId, page: &'a Page, written: &str) -> Option<Span> {
        if self.links.as_ref().is_none_or(|(known, _)| *known != file) {
            self.links = Some((file, body_links(page)));
        }
        let spans = self.links.as_ref().and_then(|(_, links)| links.get(written))?;
        let told = self.told.entry((file, written.to_owned())).or_default();
        let span = spans.get(*told).copied();
        *told += 1;
        span
    }

    /// An address without the way up to the root of the site, which differs from page to page.
    pub(super) fn tail<'w>(&self, written: &'w str) -> &'w str {
        let below = self.base_url.and_then(|base| written.strip_prefix(base.trim_end_matches('/')));
        below.unwrap_or(written).trim_start_matches(['.', '/'])
    }

    /// Where a template of the site's own theme says this.
    fn in_templates(&mut self, literal: &str) -> Option<Span> {
        if literal.is_empty() {
            return None;
        }
        if let Some(known) = self.searches.get(literal) {
            return *known;
        }
        if self.searches.len() >= MOST_SEARCHES {
            return None;
        }
        let found = self.templates().find_map(|id| self.every(id, literal).next());
        self.searches.insert(literal.to_owned(), found);
        found
    }

    /// The one place where the templates have an element like this, whose attributes may be put together there.
    fn element(&self, written: &str) -> Option<Span> {
        let end = written.find(|c: char| c.is_whitespace() || c == '>')?;
        let start = written.get(..end).filter(|start| start.starts_with('<'))?;
        let templates = self.templates().flat_map(|id| self.every(id, start));
        let found: Vec<Span> = templates.take(2).collect();
        if let [only] = found[..] { Some(only) } else { None }
    }

    fn in_settings(&self, literal: &str) -> Option<Span> {
        self.site.sources.settings.filter(|_| !literal.is_empty()).and_then(|id| self.every(id, literal).next())
    }

    /// The templates of the site's own theme.
    fn templates(&self) -> impl Iterator<Item = SourceId> + use<'a> {
        let prefix = format!("themes/{}/templates/", self.theme());
        let templates = self.site.sources.templates.iter().filter(move |(path, _)| path.starts_with(&prefix));
        templates.map(|(_, id)| *id)
    }

    /// Every place of a source at which this stands by itself.
    fn every<'l>(&self, id: SourceId, literal: &'l str) -> impl Iterator<Item = Span> + use<'a, 'l> {
        let text: &'a str = self.site.sources.get(id).text();
        let found = memchr::memmem::find_iter(text.as_bytes(), literal);
        let whole = found.filter(move |at| stands_alone(text, *at, literal));
        whole.map(move |at| Span::new(id, at..at + literal.len()))
    }
}

/// Whether what stands at `at` is a whole word of markup, and not a part of a longer address.
fn stands_alone(text: &str, at: usize, literal: &str) -> bool {
    let after = text[at + literal.len()..].chars().next();
    if literal.starts_with('<') {
        return literal.ends_with('>') || after.is_none_or(|c| c.is_whitespace() || c == '>');
    }
    let before = &text[..at];
    let begins = before.ends_with("./")
        || before.chars().next_back().is_none_or(|c| c.is_whitespace() || "\"'(<=>}[,;".contains(c));
    begins && after.is_none_or(|c| c.is_whitespace() || "\"')>{<],;".contains(c))
}

fn body_links(page: &Page) -> HashMap<&str, Vec<Span>> {
    let mut links: HashMap<&str, Vec<Span>> = HashMap::new();
    let of_body = page.body.iter().flat_map(|body| body.tree.links.iter().zip(&body.destinations));
    for (link, destination) in of_body {
        if let Destination::To { href, .. } = destination {
            links.entry(href).or_default().push(link.span);
        }
    }
    links
}

/// The heading of a page's text that has this id.
pub(super) fn heading(page: &Page, id: &str) -> Option<Span> {
    page.body.as_ref().and_then(|body| heading_of(&body.tree.blocks, id))
}

fn heading_of(blocks: &[Block], id: &str) -> Option<Span> {
    blocks.iter().find_map(|block| match block {
        Block::Heading(heading) if heading.id == id => Some(heading.span),
        Block::Quote(inner) | Block::Alert(_, inner) => heading_of(inner, id),
        Block::List { items, .. } => items.iter().find_map(|item| heading_of(&item.blocks, id)),
        _ => None,
    })
}
