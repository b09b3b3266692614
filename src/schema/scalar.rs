//! What a single value of each shape looks like in JSON, once an editor has read the YAML.
//!
//! An editor turns a bare `2019` into a number and `true` into a truth value (YAML 1.2, 10.3), where the parser takes every
//! value as it was written; so a text may be either, and a whole number may be a text with commas. Nothing that the parser
//! takes may be refused here; `tests/schemas.rs` holds the two against each other.

use serde_json::{Value, json};

use super::json::Schema;
use crate::model::date::Unit;
use crate::model::field::{Choice, Shape};
use crate::model::kind::Kind;
use crate::parse::yaml::example;

/// A text as an editor reads it: what looks like a number or like `true` is one.
const TEXT: [&str; 3] = ["string", "number", "boolean"];

/// A text with something in it that people can see.
pub(super) const VISIBLE: &str = r"[^\s\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]";

/// The tag of a language (BCP 47), such as `en-GB`.
pub(super) const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

/// A name that can stand in an address: letters, digits, hyphens, underscores and full stops, of which none comes first.
const NAME: &str = r"^[\p{Alphabetic}\p{N}\p{M}_\-][\p{Alphabetic}\p{N}\p{M}_.\-]*$";

const DAY: &str = "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|\
                   02-(?:0[1-9]|1[0-9]|2[0-8]))|\
                   (?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";

/// A value of a shape that is written in a word or a line; nothing for lists and groups.
pub(super) fn scalar(shape: &Shape) -> Option<Schema> {
    let schema = match shape {
        Shape::Text => Schema::of(&TEXT),
        Shape::Url => text(
            r#"^https?://[^/?#:\s\u0000-\u001F\u007F-\u009F"<>\\^`{|}][^\s\u0000-\u001F\u007F-\u009F"<>\\^`{|}]*$"#,
        ),
        Shape::Date => text(&format!("^(?:{DAY})$")),
        Shape::PartialDate => Schema {
            minimum: Some(0),
            maximum: Some(9999),
            types: vec!["integer", "string"],
            ..text(&format!("^(?:[0-9]{{4}}|[0-9]{{4}}-(?:0[1-9]|1[0-2])|{DAY})$"))
        },
        Shape::Length => text(&length()),
        Shape::Flag => Schema::of(&["boolean"]),
        Shape::Integer => Schema { types: vec!["integer", "string"], ..text("^£?,*[+-]?,*[0-9][0-9,]*$") },
        Shape::Number => Schema { types: vec!["number", "string"], ..text(r"^-?[0-9]+(?:\.[0-9]+)?$") },
        Shape::Choice(choices) => Schema { one_of: choices.iter().map(word).collect(), ..Schema::default() },
        Shape::Reference(kinds) => Schema { types: TEXT.to_vec(), ..text(&reference(kinds)) },
        Shape::List(_) | Shape::Group(_) | Shape::Table(_) => return None,
    };
    Some(Schema { examples: examples(shape), ..schema })
}

/// The name of an entry of a list.
pub(super) fn name() -> Schema {
    Schema { types: TEXT.to_vec(), examples: vec![json!("its-name")], ..text(NAME) }
}

fn text(pattern: &str) -> Schema {
    Schema { pattern: Some(pattern.to_owned()), ..Schema::of(&["string"]) }
}

pub(super) fn word(choice: &Choice) -> Schema {
    Schema { value: Some(choice.name), description: Some(choice.meaning.trim().to_owned()), ..Schema::default() }
}

fn length() -> String {
    let units: Vec<String> =
        Unit::ALL.iter().map(|unit| unit.names()).map(|(one, many)| format!("{one}|{many}")).collect();
    format!(r"^\s*\+?0*[1-9][0-9]{{0,9}} \s*(?:{})\s*$", units.join("|"))
}

/// `slug`, `kind:slug`, and either with `#part`.
fn reference(kinds: &[Kind]) -> String {
    let kinds = if kinds.is_empty() { Kind::ALL } else { kinds };
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    format!(r"^(?:\s*(?:{})\s*:\s*[^#\s][^#]*|\s*[^:#\s][^:#]*)(?:#|$)", names.join("|"))
}

/// What may stand there, so that an editor can show it.
fn examples(shape: &Shape) -> Vec<Value> {
    match shape {
        Shape::Text | Shape::Flag | Shape::Choice(_) => Vec::new(),
        Shape::PartialDate => vec![json!(2019), json!("2019-11"), json!("2019-11-06")],
        Shape::Reference([]) => vec![json!("priority:its-name"), json!("document:its-name#p10")],
        Shape::Reference([kind]) => vec![json!(format!("the-{}", kind.name()))],
        Shape::Reference(kinds) => kinds.iter().map(|kind| json!(format!("{}:its-name", kind.name()))).collect(),
        _ => vec![as_read(&example(shape))],
    }
}

/// A value as an editor reads it.
fn as_read(written: &str) -> Value {
    serde_json::from_str(written).unwrap_or_else(|_| Value::from(written))
}
