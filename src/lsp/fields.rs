//! Which declared field somebody is typing, and what may stand there.
//!
//! Must not know the protocol.

use crate::model::document::Section;
use crate::model::field::{Field, Fields, Shape};
use crate::model::kind::Kind;
use crate::model::record::{Shared, own_fields};
use crate::model::settings::Settings;
use crate::parse::front_matter;
use crate::parse::place::is_markdown;
use crate::parse::yaml::cursor::{Cursor, Step, Typed, cursor};
use crate::sources::{SourceId, Sources};

/// The field that is typed, or the fields of which one is.
#[derive(Debug)]
pub(super) struct InFields {
    /// Where the cursor stands.
    pub(super) cursor: Cursor,
    /// What may stand there.
    pub(super) expected: Expected,
    /// The field whose value this is, or is part of.
    pub(super) field: Option<&'static Field>,
}

/// What may stand at a place.
#[derive(Debug)]
pub(super) enum Expected {
    /// The name of one of these fields.
    Name(Vec<&'static Field>),
    /// The name of a check.
    Check,
    /// The name of a page that every site has.
    Page,
    /// A value of this shape.
    Value(&'static Shape),
}

/// The fields of an entry of a list, beside those of its kind.
static ENTRY: &[Field] = &[Field {
    name: "id",
    also: None,
    shape: Shape::Text,
    required: true,
    meaning: " The name of the record: references lead to it as `kind:name`, and its page has it in its address.",
}];

/// What is typed in the fields of a source; nothing outside of them.
pub(super) fn at(sources: &Sources, id: SourceId, offset: usize) -> Option<InFields> {
    let source = sources.get(id);
    let (yaml, start) = fields_of(sources, id, offset)?;
    let mut cursor = cursor(yaml, offset - start)?;
    cursor.range = start + cursor.range.start..start + cursor.range.end;
    let is_list = cursor.path.first() == Some(&Step::Entry);
    let is_data = Some(id) != sources.settings && !is_markdown(&source.path);
    let path = &cursor.path[usize::from(is_list && is_data)..];
    let entry = if is_list && is_data { ENTRY } else { &[] };
    let mut known: Vec<&'static [Field]> = declared(sources, id)?;
    known.insert(0, entry);
    let (expected, field) = follow(&known, path, &cursor)?;
    Some(InFields { cursor, expected, field })
}

/// The YAML that holds an offset, and where it begins.
fn fields_of(sources: &Sources, id: SourceId, offset: usize) -> Option<(&str, usize)> {
    let source = sources.get(id);
    let text: &str = source.text();
    if Some(id) == sources.settings || (sources.content.contains(&id) && !is_markdown(&source.path)) {
        return Some((text, 0));
    }
    if !is_markdown(&source.path) {
        return None;
    }
    let range = match front_matter::split(text).fields {
        Some(range) => range,
        // Fields that somebody has begun, and not ended yet.
        None if text.starts_with("---\n") || text.starts_with("---\r\n") => text.find('\n')? + 1..text.len(),
        None => return None,
    };
    (range.start <= offset && offset <= range.end).then(|| (&text[range.clone()], range.start))
}

/// The fields that a file may have, by where it lies.
fn declared(sources: &Sources, id: SourceId) -> Option<Vec<&'static [Field]>> {
    if Some(id) == sources.settings {
        return Some(vec![Settings::FIELDS]);
    }
    let path = sources.content_path(id);
    let parts: Vec<&str> = path.split('/').collect();
    let kind = Kind::from_folder(parts.first()?).filter(|_| parts.len() > 1).unwrap_or(Kind::Page);
    let stem = parts.last()?.rsplit_once('.').map_or("", |(stem, _)| stem);
    if kind == Kind::Document && parts.len() == 3 && stem != "index" {
        return Some(vec![Section::FIELDS]);
    }
    // The page of a kind's folder is a page.
    let kind =
        if parts.len() == 2 && ["index", "readme"].contains(&stem.to_lowercase().as_str()) { Kind::Page } else { kind };
    Some(vec![own_fields(kind), Shared::FIELDS])
}

/// Follows the way of a cursor through the declarations.
fn follow(known: &[&'static [Field]], path: &[Step], cursor: &Cursor) -> Option<(Expected, Option<&'static Field>)> {
    let find = |fields: &[&'static [Field]], name: &str| {
        let all = fields.iter().flat_map(|part| part.iter());
        all.into_iter().find(|field| field.name == name || field.also == Some(name))
    };
    let mut here: Vec<&'static [Field]> = known.to_vec();
    let mut shape: Option<&'static Shape> = None;
    let mut names: Vec<&str> = Vec::new();
    let mut field: Option<&'static Field> = None;
    for step in path {
        shape = match (step, shape) {
            (Step::Key(name), Some(Shape::Table(inner))) => {
                names.push(name);
                Some(inner)
            }
            (Step::Key(name), _) => {
                names.push(name);
                field = Some(find(&here, name)?);
                field.map(|field| &field.shape)
            }
            (Step::Entry, Some(Shape::List(inner))) => Some(inner),
            (Step::Entry, _) => return None,
        };
        here = if let Some(Shape::Group(fields)) = shape { vec![fields] } else { Vec::new() };
    }
    let expected = match (shape, cursor.typed) {
        (_, Typed::Key | Typed::Either) if !here.is_empty() => Expected::Name(not_given(&here, &cursor.siblings)),
        (Some(Shape::Table(_)), Typed::Key | Typed::Either) if names.last() == Some(&"checks") => Expected::Check,
        (Some(_), Typed::Value | Typed::Either) if names.ends_with(&["accept", "code"]) => Expected::Check,
        (Some(_), Typed::Value | Typed::Either) if names.last() == Some(&"page") && names.contains(&"navigation") => {
            Expected::Page
        }
        (Some(shape), Typed::Value | Typed::Either) => Expected::Value(shape),
        _ => return None,
    };
    Some((expected, field))
}

/// Every field of these groups that is not given yet.
fn not_given(groups: &[&'static [Field]], given: &[String]) -> Vec<&'static Field> {
    let is_given = |name: &str| given.iter().any(|given| given == name);
    let all = groups.iter().flat_map(|part| part.iter());
    all.filter(|field| !is_given(field.name) && !field.also.is_some_and(is_given)).collect()
}
