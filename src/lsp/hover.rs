//! What a word of the sources means, for whoever points at it: the record that a reference leads to, a field, a word of a
//! fixed set, a check.
//!
//! Must not know the protocol.

use std::fmt::Write as _;
use std::ops::Range;

use super::{at, completion, fields};
use crate::diagnostic::Rule;
use crate::graph::furniture::Furniture;
use crate::graph::{Graph, Link, Record};
use crate::inventory::lines;
use crate::model::field::{Field, Shape};
use crate::parse::yaml::example;
use crate::sources::{SourceId, Sources};

/// What stands there, in Markdown, and the bytes that it is said of.
pub(super) fn hover(
    (sources, graph): (&Sources, Option<&Graph>),
    rules: &[&'static Rule],
    source: SourceId,
    offset: usize,
) -> Option<(String, Range<usize>)> {
    let found = graph.and_then(|graph| Some((at::reference(graph, source, offset)?, graph)));
    if let Some((found, graph)) = found
        && let Some(text) = of_link(graph, sources, &found.to)
    {
        return Some((text, found.span.range()));
    }
    let found = fields::at(sources, source, offset)?;
    let range = found.cursor.range.clone();
    let word = sources.get(source).text().get(range.clone())?.trim_matches(['"', '\'']).to_owned();
    let text = match &found.expected {
        fields::Expected::Name(known) => {
            known.iter().find(|field| field.name == word || field.also == Some(&*word)).map(|field| of_field(field))
        }
        fields::Expected::Check => rules.iter().find(|rule| rule.code == word).map(|rule| rule.markdown()),
        fields::Expected::Value(Shape::Choice(choices)) => choices
            .iter()
            .find(|choice| choice.name == word)
            .map(|choice| format!("**{}**\n\n{}", choice.name, choice.meaning.trim())),
        fields::Expected::Page | fields::Expected::Value(_) => None,
    };
    Some((text?, range)).filter(|(_, range)| !range.is_empty())
}

fn of_field(field: &Field) -> String {
    let needed = if field.required { ", required" } else { "" };
    let mut text = format!("**{}** (field{needed})\n\n{}", field.name, field.meaning.trim());
    match field.shape {
        Shape::Choice(choices) => {
            text.push('\n');
            for choice in choices {
                let _ = write!(text, "\n- `{}`: {}", choice.name, choice.meaning.trim());
            }
        }
        shape => {
            let _ = write!(text, "\n\nSuch as: `{}`", example(&shape));
        }
    }
    text
}

fn of_link(graph: &Graph, sources: &Sources, link: &Link) -> Option<String> {
    match link {
        Link::Record { record, section, anchor } => {
            let record = graph.record(*record);
            let mut text = match section.and_then(|place| record.sections.get(place)) {
                Some(section) => format!("**{}**, a section of “{}”", section.title, record.title),
                None => of_record(graph, sources, record),
            };
            if let Some(anchor) = anchor {
                let parts = completion::parts(record);
                let title = parts
                    .into_iter()
                    .find(|(known, _)| **known == **anchor)
                    .map_or_else(String::new, |(_, title)| title);
                let _ = write!(text, "\n\nPart `#{anchor}`: {title}");
            }
            Some(text)
        }
        Link::Furniture(Furniture::Index(kind)) => Some(format!("The list of every {} of the site.", kind.name())),
        Link::Furniture(page) => Some(format!("The page `{}`, which the site makes by itself.", page.name())),
        Link::Folder(address) => Some(format!("The list of pages at `{}`.", address.as_str())),
        Link::File { path, .. } => Some(format!("The file `{path}`.")),
        Link::External(_) | Link::Here(_) | Link::Nowhere(_) => None,
    }
}

fn of_record(graph: &Graph, sources: &Sources, record: &Record) -> String {
    let mut text = format!("**{}**\n\n`{}`", record.title, record.id);
    let line = lines(graph, sources, Some(record.id.kind)).into_iter().find(|line| line.id == record.id.to_string());
    if let Some(line) = line {
        if line.draft {
            text.push_str(", a draft");
        }
        if let Some(status) = line.status {
            let _ = write!(text, ", {status}");
        }
        for (name, date) in &line.dates {
            let _ = write!(text, ", {} {date}", name.replace('_', " "));
        }
        if let Some(owner) = line.owner {
            let _ = write!(text, "; owner: {}", owner.title.unwrap_or(owner.id));
        }
    }
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.as_str()).or_else(|| record.opening());
    if let Some(summary) = summary {
        let _ = write!(text, "\n\n{summary}");
    }
    text
}
