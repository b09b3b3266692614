//! A JSON Schema of the draft 2020-12 as a value: the few keywords that fields need, in the order in which people read them.
//!
//! Must not know what is described.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// The draft that every schema is written in.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, or a part of one.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// The draft that it is written in; of a whole schema alone.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    /// The name that other schemas know it by.
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    /// Another schema that must hold too.
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    /// The types of JSON that a value may have.
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_many")]
    pub(super) types: Vec<&'static str>,
    /// The one value that there may be.
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<&'static str>,
    /// What a text must look like, as a regular expression (ECMA-262, with the flag `u`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<String>,
    /// The least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<i64>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<i64>,
    /// Values that are right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) examples: Vec<Value>,
    /// The fields that must be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    /// The fields that there are.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub(super) properties: Vec<(&'static str, Self)>,
    /// What names of fields must be like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) property_names: Option<Box<Self>>,
    /// What other fields may say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Others>,
    /// What every entry of a list must be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Self>>,
    /// Schemas that must all hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Self>,
    /// Schemas of which one must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Self>,
    /// Schemas of which exactly one must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) one_of: Vec<Self>,
    /// A schema that must not hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<Box<Self>>,
    /// Schemas that this one refers to by their names.
    #[serde(rename = "$defs", skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub(super) definitions: Vec<(&'static str, Self)>,
}

/// What fields may say that are not among the properties.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Others {
    /// Whether there may be such fields.
    Allowed(bool),
    /// Each of them must be this.
    Each(Box<Schema>),
}

impl Schema {
    /// A value of these types.
    pub(super) fn of(types: &[&'static str]) -> Self {
        Self { types: types.to_vec(), ..Self::default() }
    }

    /// Whatever the schema at `place` of the same document allows.
    pub(super) fn at(place: impl Into<String>) -> Self {
        Self { reference: Some(place.into()), ..Self::default() }
    }

    /// A group that has this field.
    pub(super) fn with(field: &'static str) -> Self {
        Self { required: vec![field], ..Self::default() }
    }
}

fn one_or_many<S: Serializer>(types: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    match types {
        [one] => one.serialize(serializer),
        many => many.serialize(serializer),
    }
}

fn as_map<S: Serializer>(entries: &[(&'static str, Schema)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(name, schema)| (name, schema)))
}
