//! Who refers to a record, a part of one or a page, at which place of the sources and how; and what it refers to itself.
//!
//! Must not know how the answer is told, nor the pages.

use std::collections::HashMap;

use serde::Serialize;

use crate::graph::furniture::Furniture;
use crate::graph::{Embed, Graph, Link, RecordIndex, Text};
use crate::model::relation::Relation;
use crate::sources::{SourceId, Sources, Span};

/// The version of the shape of the answer in JSON: it goes up when a field changes its meaning. Fields may be added.
const VERSION: u32 = 1;

/// The most letters of a line that are shown.
const MOST_LETTERS: usize = 160;

/// Who refers to what was asked about.
#[derive(Debug, Serialize)]
pub struct References {
    /// The version of the shape: 1.
    version: u32,
    /// What was asked about, by its name: `priority:knife-crime`, `document:report#p10`, `page:a-to-z`.
    pub reference: String,
    /// What it is called; nothing of what has no title of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it is written; nothing of a page that the site makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Position>,
    /// Every place that refers to it, by file and line.
    pub referred_to_by: Vec<Mention>,
    /// Every place where it refers to others of the site; none of a part.
    pub refers_to: Vec<Mention>,
    /// The paths of the pages that show a link to it; nothing where the site cannot be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<String>>,
}

/// A place in the sources.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The file, relative to the folder of the site.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values.
    pub column: usize,
}

/// How one thing refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By a field of a record.
    Field,
    /// By a cross-plan link.
    CrossLink,
    /// By a link in its text.
    Text,
    /// By drawing it in its text.
    Embed,
    /// From the settings.
    Settings,
}

/// A place that refers to something.
#[derive(Debug, Clone, Serialize)]
pub struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub position: Position,
    /// How it refers.
    pub how: How,
    /// The field that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// What a cross-plan link says: `supports`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<&'static str>,
    /// The record, or section of one, that refers; nothing of the settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What it refers to, by its name, with the part where it aims at one.
    pub to: String,
    /// The line that it stands in.
    pub words: String,
}

/// A place of the sources that refers to something, for programs that work on the sources.
#[derive(Debug, Clone)]
pub struct Referring<'a> {
    /// The record, and the section of it, that refers; nothing of the settings.
    pub from: Option<(RecordIndex, Option<usize>)>,
    /// How it refers.
    pub how: How,
    /// The field that it stands in.
    pub field: Option<&'static str>,
    /// What a cross-plan link says.
    pub relation: Option<Relation>,
    /// Where it stands: the reference as written; the whole link where its destination stands in a definition elsewhere.
    pub span: Span,
    /// What it refers to.
    pub to: Link,
    graph: &'a Graph,
}

/// Who refers to `asked`, and what it refers to. The pages are left open.
pub fn references(graph: &Graph, sources: &Sources, asked: &Link) -> References {
    let all = referring(graph);
    let told = |found: &[&Referring<'_>]| {
        let mut told: Vec<Mention> = found.iter().map(|found| found.told(sources)).collect();
        told.sort_by(|one, other| one.position.cmp(&other.position));
        told
    };
    let to_it: Vec<&Referring<'_>> = all.iter().filter(|found| found.is_to(asked)).collect();
    let from_it: Vec<&Referring<'_>> = all.iter().filter(|found| found.is_from(asked)).collect();
    let (title, span) = match asked {
        Link::Record { record, section, .. } => {
            let record = graph.record(*record);
            let section = section.and_then(|place| record.sections.get(place));
            let (title, span) = section.map_or((&record.title, record.span), |section| (&section.title, section.span));
            (Some(title.clone()), Some(span))
        }
        _ => (None, None),
    };
    References {
        version: VERSION,
        reference: graph.name_of(asked),
        title,
        written: span.map(|span| position(sources, span)),
        referred_to_by: told(&to_it),
        refers_to: told(&from_it),
        pages: None,
    }
}

impl Referring<'_> {
    /// Whether it leads to what was asked about, or to a part of that.
    pub fn is_to(&self, asked: &Link) -> bool {
        match (&self.to, asked) {
            (Link::Record { record, section, anchor }, Link::Record { record: one, section: of, anchor: part }) => {
                let is_whole = of.is_none() && part.is_none();
                let is_part = section == of && (part.is_none() || is_anchor(anchor.as_deref(), part.as_deref()));
                record == one && (is_whole || is_part)
            }
            (Link::Here(anchor), Link::Record { record, section, anchor: Some(part) }) => {
                self.from == Some((*record, *section)) && is_anchor(Some(anchor), Some(part))
            }
            (Link::File { path, .. }, Link::File { path: asked, .. }) => path == asked,
            (to, asked) => to == asked,
        }
    }

    /// Whether it stands in what was asked about, and leads elsewhere in the site.
    fn is_from(&self, asked: &Link) -> bool {
        let Link::Record { record, section, anchor: None } = asked else { return false };
        let is_within = self.from.is_some_and(|(from, of)| from == *record && (section.is_none() || of == *section));
        let is_inside =
            matches!(self.to, Link::Record { .. } | Link::Furniture(_) | Link::Folder(_) | Link::File { .. });
        is_within && is_inside
    }

    fn told(&self, sources: &Sources) -> Mention {
        let from = self.from.map(|(record, section)| Link::Record { record, section, anchor: None });
        let to = match (&self.to, &from) {
            (Link::Here(anchor), Some(Link::Record { record, section, .. })) => {
                let anchor = Some(anchor.as_str().into());
                self.graph.name_of(&Link::Record { record: *record, section: *section, anchor })
            }
            (to, _) => self.graph.name_of(to),
        };
        Mention {
            position: position(sources, self.span),
            how: self.how,
            field: self.field,
            relation: self.relation.map(Relation::name),
            from: from.map(|from| self.graph.name_of(&from)),
            to,
            words: line(sources, self.span),
        }
    }
}

/// Whether two anchors are one, without what a link says of the words to be shown (URL Fragment Text Directives, 3.1).
fn is_anchor(written: Option<&str>, wanted: Option<&str>) -> bool {
    let part = written.map(|written| written.split(":~:").next().unwrap_or(written));
    part == wanted
}

/// Every place that refers to anything, in no order.
pub fn referring(graph: &Graph) -> Vec<Referring<'_>> {
    within(graph, &|_| true)
}

/// Every place of one text that refers to anything, in no order.
pub fn referring_in(graph: &Graph, source: SourceId) -> Vec<Referring<'_>> {
    within(graph, &|other| other == source)
}

/// The places of the texts that are wanted.
fn within<'a>(graph: &'a Graph, is_wanted: &dyn Fn(SourceId) -> bool) -> Vec<Referring<'a>> {
    let mut all = of_fields(graph, is_wanted);
    for (index, record) in graph.records() {
        let own = record.text.iter().map(|text| (None, record.source, text));
        let sections = record.sections.iter().enumerate();
        let sections = sections.map(|(place, section)| (Some(place), section.source, &section.text));
        for (section, _, text) in own.chain(sections).filter(|(_, source, _)| is_wanted(*source)) {
            all.extend(of_text(graph, (index, section), text));
        }
    }
    let entries = graph.settings.navigation_entries().filter_map(|entry| entry.value.page.as_ref());
    all.extend(entries.filter(|page| is_wanted(page.span.source)).filter_map(|page| {
        let to = Link::Furniture(Furniture::from_name(&page.value)?);
        let (how, field) = (How::Settings, Some("page"));
        Some(Referring { from: None, how, field, relation: None, span: page.span, to, graph })
    }));
    all
}

fn of_fields<'a>(graph: &'a Graph, is_wanted: &dyn Fn(SourceId) -> bool) -> Vec<Referring<'a>> {
    let mut by_source: HashMap<SourceId, Vec<RecordIndex>> = HashMap::new();
    for (index, record) in graph.records().filter(|(_, record)| is_wanted(record.source)) {
        by_source.entry(record.source).or_default().push(index);
    }
    let found = |(span, field, to): (Span, &'static str, &Link)| {
        let holds = |index: &&RecordIndex| {
            let extent = graph.record(**index).extent;
            extent.start <= span.start && span.end <= extent.end
        };
        let from = by_source.get(&span.source).and_then(|records| records.iter().find(holds)).copied();
        let cross = from.and_then(|from| graph.record(from).shared.links.iter().find(|link| link.to.span == span));
        let how = match (from, cross) {
            (None, _) => How::Settings,
            (Some(_), None) => How::Field,
            (Some(_), Some(_)) => How::CrossLink,
        };
        let relation = cross.map(|link| link.relation.value);
        Referring {
            from: from.map(|from| (from, None)),
            how,
            field: Some(field),
            relation,
            span,
            to: to.clone(),
            graph,
        }
    };
    graph.field_places().filter(|(span, _, _)| is_wanted(span.source)).map(found).collect()
}

fn of_text<'a>(
    graph: &'a Graph,
    from: (RecordIndex, Option<usize>),
    text: &'a Text,
) -> impl Iterator<Item = Referring<'a>> {
    let links = text.body.links.iter().zip(&text.links);
    let links = links.map(|(written, link)| (How::Text, written.span, link.clone()));
    let embeds = text.body.embeds.iter().zip(&text.embeds).filter_map(|(written, embed)| {
        let to = match embed {
            Embed::Record(record) => Link::Record { record: *record, section: None, anchor: None },
            Embed::View(view) => Link::Furniture(Furniture::View(*view)),
            Embed::Nothing => return None,
        };
        Some((How::Embed, written.span, to))
    });
    links.chain(embeds).map(move |(how, span, to)| Referring {
        from: Some(from),
        how,
        field: None,
        relation: None,
        span,
        to,
        graph,
    })
}

fn position(sources: &Sources, span: Span) -> Position {
    let start = sources.start(span);
    Position { file: sources.get(span.source).path.clone(), line: start.line, column: start.column }
}

/// The line that a span begins in, cut where it is long so that the span is in it.
fn line(sources: &Sources, span: Span) -> String {
    let source = sources.get(span.source);
    let text = source.text();
    let range = source.lines().line_range(text, span.start as usize);
    let line = text.get(range.clone()).unwrap_or_default();
    let before = text.get(range.start..span.start as usize).unwrap_or_default().chars().count();
    let skipped = if line.chars().count() > MOST_LETTERS { before.saturating_sub(MOST_LETTERS / 2) } else { 0 };
    let shown: String = line.chars().skip(skipped).take(MOST_LETTERS).collect();
    let is_cut = skipped + MOST_LETTERS < line.chars().count();
    let start = if skipped > 0 { "…" } else { "" };
    format!("{start}{}{}", shown.trim(), if is_cut { "…" } else { "" })
}
