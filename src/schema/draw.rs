//! From declared fields to the schema of a group that has them.
//!
//! Must not know any kind in particular.

use super::json::{Others, Schema};
use super::scalar::{LANGUAGE, VISIBLE, scalar};
use crate::model::field::{Field, Shape};
use crate::parse::limits::FIRST_NUMBERS;
use crate::parse::yaml::decode::must_show;

/// A group with these fields and no others. `needed` are those that must be given though their declaration leaves them open.
pub(super) fn group(fields: &[&'static [Field]], needed: &[&str]) -> Schema {
    let mut schema = Schema { additional_properties: Some(Others::Allowed(false)), ..Schema::default() };
    for field in fields.iter().flat_map(|part| part.iter()) {
        let is_needed = field.required || needed.contains(&field.name);
        schema.properties.push((field.name, of_field(field, is_needed)));
        match field.also {
            None if is_needed => schema.required.push(field.name),
            None => {}
            Some(also) => {
                let same = Schema {
                    description: Some(format!("The same as `{}`.", field.name)),
                    title: Some(in_words(also)),
                    ..of_field(field, is_needed)
                };
                schema.properties.push((also, same));
                schema.all_of.push(one_name(field.name, also, is_needed));
            }
        }
    }
    schema
}

/// Of two names for one field, one where the field is needed, and never both. A list of records, to which the same schema is
/// held, has no fields.
fn one_name(name: &'static str, also: &'static str, is_needed: bool) -> Schema {
    let both = Schema { required: vec![name, also], ..Schema::of(&["object"]) };
    let any_of = if is_needed { vec![Schema::with(name), Schema::with(also)] } else { Vec::new() };
    Schema { any_of, not: Some(Box::new(both)), ..Schema::default() }
}

fn of_field(field: &Field, is_needed: bool) -> Schema {
    let mut schema = narrowed(value(&field.shape), field);
    schema.title = Some(in_words(field.name));
    schema.description = Some(field.meaning.trim().to_owned());
    // A field that need not be there may be left empty: `owner:` with nothing after it.
    if !is_needed {
        if schema.one_of.is_empty() {
            schema.types.push("null");
        } else {
            let nothing = Schema { description: Some("Nothing is said.".to_owned()), ..Schema::of(&["null"]) };
            schema.one_of.push(nothing);
        }
    }
    schema
}

/// What a field takes that its shape alone does not say.
fn narrowed(mut schema: Schema, field: &Field) -> Schema {
    match (field.shape, field.name) {
        (Shape::Text, "language") => schema.pattern = Some(LANGUAGE.to_owned()),
        (Shape::Text, _) if must_show(field) => schema.pattern = Some(VISIBLE.to_owned()),
        (Shape::Integer, "first_number") => {
            (schema.minimum, schema.maximum) = (Some(*FIRST_NUMBERS.start()), Some(*FIRST_NUMBERS.end()));
        }
        (Shape::Table(_), "languages") => {
            let tag = Schema { pattern: Some(LANGUAGE.to_owned()), ..Schema::default() };
            schema.property_names = Some(Box::new(tag));
        }
        _ => {}
    }
    schema
}

/// A value of a shape.
fn value(shape: &Shape) -> Schema {
    match shape {
        Shape::List(inner) => Schema { items: Some(Box::new(value(inner))), ..Schema::of(&["array"]) },
        Shape::Group(fields) => Schema { types: vec!["object"], ..group(&[fields], &[]) },
        Shape::Table(inner) => {
            Schema { additional_properties: Some(Others::Each(Box::new(value(inner)))), ..Schema::of(&["object"]) }
        }
        other => scalar(other).unwrap_or_default(),
    }
}

/// `short_name` as people say it: `Short name`.
pub(super) fn in_words(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
