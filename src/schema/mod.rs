//! The fields of records and settings as JSON Schema (draft 2020-12), for editors and other programs.
//!
//! Drawn from the same declarations that the parser reads by, so that neither can say what the other does not. Must not know
//! how a schema is asked for, nor files.

mod draw;
mod json;
mod scalar;

pub use json::Schema;

use crate::diagnostic::Rule;
use crate::model::baseline::Baseline;
use crate::model::document::Section;
use crate::model::field::Fields;
use crate::model::kind::Kind;
use crate::model::record::{Shared, about, own_fields};
use crate::model::settings::{CheckLevel, Settings};
use crate::parse::draft::needs_title;
use draw::{group, in_words};
use json::{DIALECT, Others};

/// What the name of every schema of this program begins with. It is a name, and no address that anything could be got from.
const NAMES: &str = "urn:folkmoot:schema:";

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The records of a kind.
    Record(Kind),
    /// The fields at the top of a document's section.
    Section,
    /// The settings, `folkmoot.yaml`.
    Settings,
    /// The list of findings that a check lets be.
    Baseline,
}

impl Subject {
    /// Everything that there is a schema of, in the order of the manual.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.iter().map(|kind| Self::Record(*kind)).chain([Self::Section, Self::Settings, Self::Baseline])
    }

    /// The name by which it is asked for, and that of its file without the ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.name(),
            Self::Section => "section",
            Self::Settings => "settings",
            Self::Baseline => "baseline",
        }
    }

    /// The one of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|subject| subject.name() == name)
    }
}

/// The schema of one subject. `rules` are all that there are: the settings may name each.
pub fn schema(subject: Subject, rules: &[&'static Rule]) -> Schema {
    let drawn = match subject {
        Subject::Record(kind) => of_kind(kind),
        Subject::Section => {
            let place = "The fields at the top of a Markdown file that is a section of a document.";
            front_matter_alone(group(&[Section::FIELDS], &[]), place)
        }
        Subject::Settings => of_settings(rules),
        Subject::Baseline => {
            Schema { types: vec!["object", "null"], ..described(group(&[Baseline::FIELDS], &[]), Baseline::ABOUT) }
        }
    };
    let title = drawn.title.clone().unwrap_or_else(|| in_words(subject.name()));
    Schema {
        dialect: Some(DIALECT),
        id: Some(format!("{NAMES}{}", subject.name())),
        title: Some(format!("Folkmoot: {}", title.to_lowercase())),
        ..drawn
    }
}

/// The schemas of all subjects in one, each under its name in `$defs`.
pub fn bundle(rules: &[&'static Rule]) -> Schema {
    Schema {
        dialect: Some(DIALECT),
        id: Some(format!("{NAMES}all")),
        title: Some("Folkmoot: everything that is read".to_owned()),
        description: Some(
            "Each schema under `$defs` is whole by itself. `folkmoot schema --output-dir DIR` writes each to a file of its own."
                .to_owned(),
        ),
        definitions: Subject::all().map(|subject| (subject.name(), schema(subject, rules))).collect(),
        ..Schema::default()
    }
}

/// A schema as the text of a file.
///
/// # Errors
/// What the writer of JSON says; a schema has nothing that it could refuse.
pub fn text(schema: &Schema) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(schema)? + "\n")
}

/// Whether a text is a schema of this program, of whichever version, so that it may be written over.
pub fn is_ours(text: &str) -> bool {
    let read: Option<serde_json::Value> = serde_json::from_str(text).ok();
    read.as_ref().and_then(|schema| schema.get("$id")?.as_str()).is_some_and(|id| id.starts_with(NAMES))
}

fn described(schema: Schema, about: &str) -> Schema {
    Schema { description: Some(about.trim().to_owned()), ..schema }
}

/// What is written at the top of Markdown files alone.
fn front_matter_alone(fields: Schema, about: &str) -> Schema {
    Schema { types: vec!["object", "null"], ..described(fields, about) }
}

/// A record of a kind: a file that holds one, a list of several, or the fields at the top of a Markdown file, which are
/// `#/$defs/front-matter`.
fn of_kind(kind: Kind) -> Schema {
    let needed: &[&str] = if needs_title(kind) { &["title"] } else { &[] };
    let mut fields = group(&[Shared::FIELDS, own_fields(kind)], needed);
    if kind == Kind::Page {
        // Pages may come from other tools, whose fields are told and left out.
        fields.additional_properties = None;
        return front_matter_alone(fields, &format!("{} The fields at the top of its file.", about(kind)));
    }
    let at = |name: &str| format!("#/$defs/fields/properties/{name}");
    let mut entry = Schema {
        title: Some(format!("An entry of a list: {}", kind.name())),
        types: vec!["object"],
        required: fields.required.clone(),
        properties: fields.properties.iter().map(|(name, _)| (*name, Schema::at(at(name)))).collect(),
        additional_properties: Some(Others::Allowed(false)),
        all_of: fields.all_of.clone(),
        ..Schema::default()
    };
    entry.required.insert(0, "id");
    let id = "Its name: references lead to it as `kind:name`, and its page has it in its address."
        .replace("kind", kind.name());
    entry.properties.insert(0, ("id", described(Schema { title: Some("Id".to_owned()), ..scalar::name() }, &id)));
    let is_empty_record = fields.required.is_empty() && needed.is_empty();
    let front_matter = Schema {
        title: Some(format!("Front matter: {}", kind.name())),
        description: Some("The fields at the top of a Markdown file.".to_owned()),
        types: if is_empty_record { vec!["object", "null"] } else { vec!["object"] },
        ..Schema::at("#/$defs/fields")
    };
    let about = format!(
        "{} A file in `content/{folder}/` holds one, or a list of several, each with an `id`.",
        about(kind),
        folder = kind.folder()
    );
    Schema {
        types: vec!["object", "array", "null"],
        items: Some(Box::new(Schema::at("#/$defs/entry"))),
        definitions: vec![("front-matter", front_matter), ("entry", entry), ("fields", fields)],
        ..described(Schema::at("#/$defs/fields"), &about)
    }
}

fn of_settings(rules: &[&'static Rule]) -> Schema {
    let mut fields = group(&[Settings::FIELDS], &[]);
    let levels = |may_be_lowered: bool| {
        let choices =
            CheckLevel::CHOICES.iter().filter(|choice| may_be_lowered || choice.name == CheckLevel::Error.name());
        let words = choices.copied().collect::<Vec<_>>();
        Schema { one_of: words.iter().map(scalar::word).collect(), ..Schema::default() }
    };
    if let Some((_, checks)) = fields.properties.iter_mut().find(|(name, _)| *name == "checks") {
        checks.additional_properties = Some(Others::Allowed(false));
        checks.properties = rules
            .iter()
            .map(|rule| {
                let place = if rule.may_be_lowered() { "#/$defs/level" } else { "#/$defs/fixed-level" };
                (rule.code, described(Schema::at(place), rule.explanation))
            })
            .collect();
    }
    fields.definitions = vec![("level", levels(true)), ("fixed-level", levels(false))];
    Schema { types: vec!["object"], ..described(fields, Settings::ABOUT) }
}
