//! YAML as an editor reads it before it asks a schema: bare words become numbers and truth values by the core schema of
//! YAML 1.2 (10.3.2), which the command itself leaves to each field.
//!
//! Must not know what any schema says.

use folkmoot::parse::front_matter;
use folkmoot::parse::place::is_markdown;
use folkmoot::parse::yaml::{Node, NodeData, parse};
use folkmoot::sources::{Source, SourceId, Sources};
use serde_json::{Map, Number, Value};

/// What stands in a text; nothing where it cannot be read to its end.
pub(super) fn read(text: &str) -> Option<Value> {
    let parsed = parse(text, some_id(), 0).value;
    parsed.complete.then(|| parsed.root.map_or(Value::Null, |root| value(&root)))
}

/// The fields of a file of the content: those at the top of Markdown, or all of YAML; nothing where it has none.
pub(super) fn fields(path: &str, text: &str) -> Option<Value> {
    if !is_markdown(path) {
        return read(text);
    }
    front_matter::split(text).fields.and_then(|range| read(&text[range]))
}

fn some_id() -> SourceId {
    Sources::default().add(Source::new("", ""))
}

fn value(node: &Node) -> Value {
    match &node.data {
        NodeData::Null => Value::Null,
        NodeData::Scalar { text, plain: false } => Value::from(text.as_str()),
        NodeData::Scalar { text, plain: true } => plain(text),
        NodeData::List(items) => items.iter().map(value).collect(),
        NodeData::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.value.clone(), value(node)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

/// A bare word.
fn plain(text: &str) -> Value {
    let number = || {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let starts = digits.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit());
        let known = digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
        let whole = text.strip_prefix('+').unwrap_or(text);
        let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
        match (starts && known, is_whole) {
            (true, true) => whole.parse::<i64>().ok().map(Number::from),
            (true, false) => whole.parse::<f64>().ok().and_then(Number::from_f64),
            (false, _) => None,
        }
    };
    match text {
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number().map_or_else(|| Value::from(text), Value::Number),
    }
}

#[test]
fn words_are_what_yaml_says_that_they_are() {
    let text = "a: 2019\nb: \"2019\"\nc: 2019-11\nd: -12.50\ne: yes\nf: true\ng:\nh: [1e3, 012, 1.2.3, .]\n";
    let expected = serde_json::json!({
        "a": 2019, "b": "2019", "c": "2019-11", "d": -12.5, "e": "yes", "f": true, "g": null,
        "h": [1000.0, 12, "1.2.3", "."],
    });
    assert_eq!(read(text), Some(expected));
    assert_eq!(fields("a.md", "---\na: b\n---\nText"), Some(serde_json::json!({"a": "b"})));
    assert_eq!(fields("a.md", "Text"), None);
    assert_eq!(read("a: ["), None);
}
