//! From a tree of YAML to values of declared fields: every fault of a group is found, each at its own place.
//!
//! Driven by the declarations in `model`; must not know any kind in particular.

use std::collections::BTreeMap;

use super::wording::{example, names_of, not_a_choice, not_a_day, sort, wanted};
use super::{DUPLICATE_KEY, Node, NodeData, scalar};
use crate::diagnostic::{Checked, Diagnostic, Family, Rule, Severity, nearest};
use crate::model::field::{Field, Group, Shape, Value};
use crate::model::kind::Kind;
use crate::model::reference::Reference;
use crate::parse::reference;
use crate::sources::{Span, Spanned};

/// A field that does not exist.
pub static UNKNOWN_FIELD: Rule = Rule {
    code: "unknown-field",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A field has a name that means nothing here. Nothing is silently ignored, so that a misspelt field \
                  cannot drop out of the site unnoticed. Correct the name, or take the field out. On ordinary pages, \
                  which may come from other tools, it is a warning.",
    wrong: "ownner: leicestershire-county-council",
    right: "owner: leicestershire-county-council",
};

/// A field that must be there is not.
pub static MISSING_FIELD: Rule = Rule {
    code: "missing-field",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A field without which the record means nothing was not given. An event without a date has no place \
                  among the events, and a record without a title has no name to be linked by. Add the field that the \
                  finding names.",
    wrong: "- id: cabinet-december\n  title: Cabinet considers the outcome",
    right: "- id: cabinet-december\n  title: Cabinet considers the outcome\n  date: 2019-12-17",
};

/// A value of the wrong sort.
pub static WRONG_TYPE: Rule = Rule {
    code: "wrong-type",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "The field takes another sort of value. A list stands where a single text belongs, a text where a \
                  list or a number belongs, or a group of fields where there can be none. Write it in the form that \
                  the finding shows: a list has brackets, as in `[violence]`, or each entry on a line of its own \
                  after a hyphen and a space.",
    wrong: "topics: violence",
    right: "topics: [violence]",
};

/// Not a date.
pub static INVALID_DATE: Rule = Rule {
    code: "invalid-date",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A date is not written year-month-day, or is no day of the calendar. Dates are written as ISO 8601 \
                  has them, such as `2019-11-30`, because `03/04/2019` is in March to some and in April to others; \
                  pages show them in words. Fields that take a month or a year take `2019-11` and `2019`.",
    wrong: "date: 31 November 2019",
    right: "date: 2019-11-30",
};

/// Not one of the fixed words.
pub static INVALID_CHOICE: Rule = Rule {
    code: "invalid-choice",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "The field takes one of a fixed set of words, and this is none of them. What pages say and what is \
                  checked depends on the word, so none can be made up. Write the one that the finding offers, or one \
                  of those that it lists.",
    wrong: "role: chairman",
    right: "role: chair",
};

/// A number, length or address that cannot be read.
pub static INVALID_VALUE: Rule = Rule {
    code: "invalid-value",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "The value is empty, or cannot be read as the number, length of time or web address that the field \
                  takes. No page could show it and no check could use it. Write it in the form that the finding \
                  shows.",
    wrong: "stated_length: eight",
    right: "stated_length: 8 weeks",
};

/// A reference to a kind that does not exist.
pub static UNKNOWN_KIND: Rule = Rule {
    code: "unknown-kind",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A reference begins with a word that is not a kind of record. Before the colon stands the kind and \
                  after it the name, as in `priority:knife-crime`. Correct the word; the finding offers the nearest \
                  kind, or lists them all.",
    wrong: "to: prioirty:knife-crime",
    right: "to: priority:knife-crime",
};

/// A reference as written in a field, to be resolved by the graph.
#[derive(Debug, Clone)]
pub struct WrittenReference {
    /// What was written.
    pub reference: Reference,
    /// Where.
    pub span: Span,
    /// The kinds that the field allows; any where empty.
    pub kinds: &'static [Kind],
    /// The field, for messages.
    pub field: &'static str,
}

/// What was read of a group.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The values that are sound.
    pub group: Group,
    /// Every reference among them.
    pub references: Vec<WrittenReference>,
}

/// Reads the fields of a group. `subject` names it in messages (`a priority`); `complete` is false where the file could
/// not be read to its end, so that nothing is called missing.
pub fn decode(node: &Node, fields: &[&'static [Field]], subject: &str, complete: bool) -> Checked<Decoded> {
    let mut decoder = Decoder { references: Vec::new(), diagnostics: Vec::new(), complete };
    let group = decoder.group(node, fields, subject);
    let group = group.unwrap_or(Group { span: node.span, values: BTreeMap::new() });
    Checked { value: Decoded { group, references: decoder.references }, diagnostics: decoder.diagnostics }
}

/// Whether a value of this field, where it is given, must have something that people can see.
pub fn must_show(field: &Field) -> bool {
    field.required || field.name == "title"
}

struct Decoder {
    references: Vec<WrittenReference>,
    diagnostics: Vec<Diagnostic>,
    complete: bool,
}

impl Decoder {
    fn tell(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn group(&mut self, node: &Node, fields: &[&'static [Field]], subject: &str) -> Option<Group> {
        let NodeData::Map(entries) = &node.data else {
            let is_part = matches!(node.data, NodeData::Scalar { .. } | NodeData::Null);
            if !self.complete && is_part {
                // What was read is but the beginning of something.
                return None;
            }
            self.tell(
                Diagnostic::new(
                    &WRONG_TYPE,
                    node.span,
                    format!("Fields of {subject} belong here, but {} stands here.", sort(node)),
                )
                .help(format!(
                    "Write each field on a line of its own, as `name: value`. Its fields are: {}.",
                    names_of(fields)
                )),
            );
            return None;
        };
        let known = || fields.iter().flat_map(|part| part.iter());
        let mut values: BTreeMap<&'static str, Spanned<Value>> = BTreeMap::new();
        let mut given: BTreeMap<&'static str, Span> = BTreeMap::new();
        for (key, value) in entries {
            let Some(field) = known().find(|field| field.name == key.value || field.also == Some(&key.value)) else {
                self.unknown_field(key, known().map(|field| field.name), subject);
                continue;
            };
            if let Some(first) = given.insert(field.name, key.span) {
                let message = format!("`{}` says the same as `{}`, which is given too.", key.value, field.name);
                self.tell(Diagnostic::new(&DUPLICATE_KEY, key.span, message).related(first, "It stands here first."));
                continue;
            }
            if matches!(value.data, NodeData::Null) && (!field.required || !self.complete) {
                continue;
            }
            if must_show(field) && matches!(&value.data, NodeData::Scalar { text, .. } if scalar::is_blank(text)) {
                let message = format!("`{}` is empty.", key.value);
                let help = format!("Write something after `{}:`. It says: {}", key.value, field.meaning.trim());
                self.tell(Diagnostic::new(&INVALID_VALUE, value.span, message).help(help));
                continue;
            }
            if let Some(value) = self.value(value, &field.shape, field.name) {
                values.insert(field.name, value);
            }
        }
        if self.complete {
            for field in known().filter(|field| field.required && !given.contains_key(field.name)) {
                self.missing_field(node, field, subject);
            }
        }
        Some(Group { span: node.span, values })
    }

    fn unknown_field(
        &mut self,
        key: &Spanned<String>,
        known: impl Iterator<Item = &'static str> + Clone,
        subject: &str,
    ) {
        let near = nearest(&key.value, known.clone());
        let help = match near {
            Some(near) => format!("Write `{near}`."),
            None => {
                format!("These fields exist: {}.", known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))
            }
        };
        let message = format!("`{}` is not a field of {subject}.", key.value);
        self.tell(Diagnostic::new(&UNKNOWN_FIELD, key.span, message).help(help).instead(near));
    }

    fn missing_field(&mut self, node: &Node, field: &Field, subject: &str) {
        let first = match &node.data {
            NodeData::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
            _ => node.span,
        };
        let message = format!("The field `{}` is missing from {subject}.", field.name);
        let help = format!(
            "Add a line such as `{}: {}`. It says: {}",
            field.name,
            example(&field.shape),
            field.meaning.trim()
        );
        self.tell(Diagnostic::new(&MISSING_FIELD, first, message).help(help));
    }

    fn value(&mut self, node: &Node, shape: &'static Shape, field: &'static str) -> Option<Spanned<Value>> {
        let value = match shape {
            Shape::List(inner) => self.list(node, inner, field)?,
            Shape::Group(fields) => Value::Group(self.group(node, &[fields], &format!("`{field}`"))?),
            Shape::Table(inner) => self.table(node, inner, field)?,
            _ => self.scalar(node, shape, field)?,
        };
        Some(Spanned::new(value, node.span))
    }

    fn list(&mut self, node: &Node, inner: &'static Shape, field: &'static str) -> Option<Value> {
        let NodeData::List(items) = &node.data else {
            let message = format!("`{field}` takes a list, but {} stands here.", sort(node));
            let help = match &node.data {
                NodeData::Scalar { text, .. } => {
                    let text = text.trim_matches(['[', ']', ' ']);
                    format!("Write `{field}: [{text}]`, or each entry on a line of its own after `- `.")
                }
                _ => "Write each entry on a line of its own after `- `.".to_owned(),
            };
            self.tell(Diagnostic::new(&WRONG_TYPE, node.span, message).help(help));
            return None;
        };
        Some(Value::List(items.iter().filter_map(|item| self.value(item, inner, field)).collect()))
    }

    fn table(&mut self, node: &Node, inner: &'static Shape, field: &'static str) -> Option<Value> {
        let NodeData::Map(entries) = &node.data else {
            let message = format!("`{field}` takes names with a value each, but {} stands here.", sort(node));
            self.tell(
                Diagnostic::new(&WRONG_TYPE, node.span, message)
                    .help("Write each on a line of its own, as `name: value`."),
            );
            return None;
        };
        Some(Value::Table(
            entries.iter().filter_map(|(key, value)| Some((key.clone(), self.value(value, inner, field)?))).collect(),
        ))
    }

    fn scalar(&mut self, node: &Node, shape: &'static Shape, field: &'static str) -> Option<Value> {
        let NodeData::Scalar { text, plain } = &node.data else {
            let message = format!("`{field}` takes {}, but {} stands here.", wanted(shape), sort(node));
            self.tell(
                Diagnostic::new(&WRONG_TYPE, node.span, message).help(format!("Write `{field}: {}`.", example(shape))),
            );
            return None;
        };
        let wrong_value = |rule, message: String| {
            Diagnostic::new(rule, node.span, message)
                .help(format!("Write it like this: `{field}: {}`.", example(shape)))
        };
        let finding = match shape {
            Shape::Text | Shape::List(_) | Shape::Group(_) | Shape::Table(_) => return Some(Value::Text(text.clone())),
            Shape::Url if scalar::is_url(text) => return Some(Value::Text(text.clone())),
            Shape::Url => wrong_value(&INVALID_VALUE, format!("`{text}` is not an address of the web.")),
            Shape::Date => match scalar::day(text) {
                Some(day) => return Some(Value::Date(day)),
                None => not_a_day(&INVALID_DATE, node.span, text, field, shape),
            },
            Shape::PartialDate => match scalar::partial_date(text) {
                Some(date) => return Some(Value::PartialDate(date)),
                None => not_a_day(&INVALID_DATE, node.span, text, field, shape),
            },
            Shape::Length => match scalar::length(text) {
                Some(length) => return Some(Value::Length(length)),
                None => wrong_value(&INVALID_VALUE, format!("`{text}` is not a length of time.")),
            },
            Shape::Flag => match (text.as_str(), plain) {
                ("true", true) => return Some(Value::Flag(true)),
                ("false", true) => return Some(Value::Flag(false)),
                _ => wrong_value(
                    &WRONG_TYPE,
                    format!("`{field}` is either `true` or `false`, but `{text}` stands here."),
                ),
            },
            Shape::Integer => match scalar::integer(text) {
                Some(number) => return Some(Value::Integer(number)),
                None => wrong_value(&WRONG_TYPE, format!("`{field}` takes a whole number, but `{text}` stands here.")),
            },
            Shape::Number => match scalar::number(text) {
                Some(number) => return Some(Value::Number(number)),
                None => wrong_value(&WRONG_TYPE, format!("`{field}` takes a number, but `{text}` stands here.")),
            },
            Shape::Choice(choices) => match choices.iter().position(|choice| choice.name == text) {
                Some(index) => return Some(Value::Choice(index)),
                None => not_a_choice(&INVALID_CHOICE, node.span, text, field, choices),
            },
            Shape::Reference(kinds) => return self.reference(node.span, text, kinds, field),
        };
        self.tell(finding);
        None
    }

    fn reference(&mut self, span: Span, text: &str, kinds: &'static [Kind], field: &'static str) -> Option<Value> {
        match reference::parse(text) {
            Ok(reference) => {
                self.references.push(WrittenReference { reference: reference.clone(), span, kinds, field });
                Some(Value::Reference(reference))
            }
            Err(word) => {
                let near = nearest(word, Kind::ALL.iter().map(|kind| kind.name()));
                let rest = &text[word.len()..];
                let help = near.map_or_else(
                    || {
                        format!(
                            "The kinds are: {}.",
                            Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
                        )
                    },
                    |near| format!("Write `{near}{rest}`."),
                );
                let message = format!("`{word}` is not a kind of record.");
                let meant = near.map(|near| format!("{near}{rest}"));
                self.tell(Diagnostic::new(&UNKNOWN_KIND, span, message).help(help).instead(meant));
                None
            }
        }
    }
}
