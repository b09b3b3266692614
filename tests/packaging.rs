//! How Folkmoot is handed out: the action, the hooks, the image, the releases. Nothing here needs the services that they are
//! for: their files are held against each other and against the command, and their scripts are run with stand-ins.

mod action;
mod archives;
mod files;
#[cfg(unix)]
mod machine;
mod starter;

use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::parse::yaml::{Node, NodeData, parse};
use folkmoot::sources::{Source, Sources};
use serde_json::{Map, Value};

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A file of the repository.
fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file of the repository that is sound YAML.
fn yaml(path: &str) -> Value {
    parsed(path, &text(path))
}

/// A text that is sound YAML; every scalar is a string.
fn parsed(name: &str, text: &str) -> Value {
    let id = Sources::default().add(Source::new(name, text));
    let parsed = parse(text, id, 0);
    assert!(parsed.diagnostics.is_empty() && parsed.value.complete, "{name}: {:?}", parsed.diagnostics);
    value(&parsed.value.root.unwrap())
}

fn value(node: &Node) -> Value {
    match &node.data {
        NodeData::Null => Value::Null,
        NodeData::Scalar { text, .. } => Value::String(text.clone()),
        NodeData::List(list) => Value::Array(list.iter().map(value).collect()),
        NodeData::Map(entries) => {
            Value::Object(entries.iter().map(|(name, node)| (name.value.clone(), value(node))).collect::<Map<_, _>>())
        }
    }
}

/// Every value under `name`, however deep.
fn all_under<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    match value {
        Value::Array(list) => list.iter().flat_map(|value| all_under(value, name)).collect(),
        Value::Object(map) => {
            let here = map.iter().filter(|(key, _)| *key == name).map(|(_, value)| value);
            here.chain(map.values().flat_map(|value| all_under(value, name))).collect()
        }
        _ => Vec::new(),
    }
}
