//! Drafts: the records and sections of one file, typed as far as they are sound, with every reference still as written.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Checked, Diagnostic, Family, Rule, Severity};
use crate::model::document::Section;
use crate::model::field::{Field, Fields, Group};
use crate::model::kind::Kind;
use crate::model::record::{Data, Shared, own_fields};
use crate::model::reference::RecordId;
use crate::parse::foreign;
use crate::parse::front_matter;
use crate::parse::limits;
use crate::parse::markdown::body::Body;
use crate::parse::markdown::{self, DUPLICATE_ANCHOR, ParseOptions};
use crate::parse::place::{Place, is_markdown};
use crate::parse::reference::canonical;
use crate::parse::toml;
use crate::parse::yaml::decode::{MISSING_FIELD, WRONG_TYPE, WrittenReference, decode};
use crate::parse::yaml::{self, Node, NodeData};
use crate::sources::{Source, SourceId, Span};

/// An `id` that cannot be part of an address.
pub static INVALID_ID: Rule = Rule {
    code: "invalid-id",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A name holds what cannot stand in an address. The `id` of an entry becomes part of its page's \
                  address and of references to it, so it is made of letters, digits and hyphens. Write a name such as \
                  the finding shows; the title can stay as it is.",
    wrong: "- id: Safer Melton",
    right: "- id: safer-melton",
};

/// A record before its references are resolved.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its name.
    pub id: RecordId,
    /// The address of its page without an ending.
    pub address: String,
    /// Where findings about the whole record stand: its title, its `id`, or the first byte of its file.
    pub span: Span,
    /// All that was written of it: the whole file, or its entry of a list.
    pub extent: Span,
    /// The fields that every kind has; nothing where they could not be read.
    pub shared: Option<Shared>,
    /// The fields of its kind; nothing where a required one is missing or wrong.
    pub data: Option<Data>,
    /// Its text.
    pub body: Option<Arc<Body>>,
    /// Every reference in its fields.
    pub references: Vec<WrittenReference>,
    /// Whether its file has no fields at all, or those of another tool: plain Markdown of any origin.
    pub plain: bool,
}

/// A section of a document before its references are resolved.
#[derive(Debug, Clone)]
pub struct SectionDraft {
    /// The document's slug.
    pub document: String,
    /// The section's slug.
    pub slug: String,
    /// Where findings about the whole section stand.
    pub span: Span,
    /// The whole file.
    pub extent: Span,
    /// Its fields.
    pub section: Option<Section>,
    /// Its text.
    pub body: Arc<Body>,
}

/// All that one file holds.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    /// Its records.
    pub records: Vec<Draft>,
    /// The section that it is.
    pub section: Option<SectionDraft>,
}

/// The heading of the file's first line, for a fault that has no better place.
fn top_of(source: SourceId) -> Span {
    Span::new(source, 0..0)
}

/// Reads one file of the content.
pub fn parse(source: &Source, id: SourceId, place: &Place) -> Checked<Drafts> {
    let mut diagnostics = Vec::new();
    let drafts = match place {
        Place::Data { kind, slug } => data_file(source, id, *kind, slug, &mut diagnostics),
        Place::Record { kind, slug, address } => {
            let name = RecordId { kind: *kind, slug: slug.clone() };
            let draft = markdown_record(source, id, name, address.clone(), &mut diagnostics);
            Drafts { records: vec![draft], section: None }
        }
        Place::Section { document, slug } => {
            let section = section_file(source, id, document, slug, &mut diagnostics);
            Drafts { records: Vec::new(), section: Some(section) }
        }
    };
    Checked { value: drafts, diagnostics }
}

/// The front matter of a Markdown file as a tree, and the place of its body. `in_kind`: whether the file lies in the folder
/// of a kind, where fields that are not read lose a record.
fn fields_of(source: &Source, id: SourceId, in_kind: bool, all: &mut Vec<Diagnostic>) -> (Option<(Node, bool)>, usize) {
    let split = front_matter::split(source.text());
    let unfinished = front_matter::unfinished(source.text(), id);
    all.extend(unfinished.map(|finding| if in_kind { finding } else { finding.severity(Severity::Warning) }));
    if let Some(range) = split.toml {
        let (fields, finding) = toml::fields(source.text(), id, range);
        all.push(finding);
        return (Some((fields, true)), split.body_start);
    }
    let Some(range) = split.fields else { return (None, split.body_start) };
    let start = range.start;
    let parsed = yaml::parse(&source.text()[range.clone()], id, start).collect_into(all);
    let empty = Node { span: Span::new(id, start..start), data: NodeData::Map(Vec::new()) };
    let root = parsed.root.filter(|node| !matches!(node.data, NodeData::Null)).unwrap_or(empty);
    (Some((root, parsed.complete)), split.body_start)
}

fn markdown_record(source: &Source, file: SourceId, id: RecordId, address: String, all: &mut Vec<Diagnostic>) -> Draft {
    let in_kind = Kind::from_folder(address.split('/').next().unwrap_or("")).is_some();
    let (fields, body_start) = fields_of(source, file, in_kind, all);
    let plain = fields.is_none() || front_matter::split(source.text()).toml.is_some();
    let empty = || Node { span: top_of(file), data: NodeData::Map(Vec::new()) };
    let (node, complete) = fields.unwrap_or_else(|| (empty(), true));
    let mut read = record(&node, id, address, complete, all);
    let item_ids = read.data.as_ref().map(part_ids).unwrap_or_default();
    let title = read.shared.as_ref().and_then(|shared| shared.title.as_ref());
    let options = ParseOptions {
        title_given: title.map(|title| title.value.as_str()),
        reserved_ids: &item_ids.iter().map(String::as_str).collect::<Vec<_>>(),
    };
    let body = markdown::parse(&source.text()[body_start..], file, body_start, &options).collect_into(all);
    read.body = Some(Arc::new(body));
    read.plain |= plain;
    read.extent = Span::new(file, 0..source.text().len());
    read
}

fn section_file(
    source: &Source,
    file: SourceId,
    document: &str,
    slug: &str,
    all: &mut Vec<Diagnostic>,
) -> SectionDraft {
    let (fields, body_start) = fields_of(source, file, true, all);
    let (node, complete) =
        fields.unwrap_or_else(|| (Node { span: top_of(file), data: NodeData::Map(Vec::new()) }, true));
    let decoded = decode(&node, &[Section::FIELDS], "a section", complete).collect_into(all);
    let section = Section::from_group(decoded.group);
    all.extend(section.as_ref().and_then(|section| section.first_number).and_then(limits::first_number));
    let title = section.as_ref().and_then(|section| section.title.as_ref());
    let options = ParseOptions { title_given: title.map(|title| title.value.as_str()), reserved_ids: &[] };
    let body = markdown::parse(&source.text()[body_start..], file, body_start, &options).collect_into(all);
    SectionDraft {
        document: document.to_owned(),
        slug: slug.to_owned(),
        span: title.map_or(top_of(file), |title| title.span),
        extent: Span::new(file, 0..source.text().len()),
        section,
        body: Arc::new(body),
    }
}

fn data_file(source: &Source, file: SourceId, kind: Kind, slug: &str, all: &mut Vec<Diagnostic>) -> Drafts {
    let parsed = yaml::parse(source.text(), file, 0).collect_into(all);
    let mut drafts = Drafts::default();
    match parsed.root {
        None | Some(Node { data: NodeData::Null, .. }) => {}
        Some(Node { data: NodeData::List(entries), .. }) => {
            for (index, entry) in entries.iter().enumerate() {
                // Only the last entry of a file that breaks off can have lost fields.
                let complete = parsed.complete || index + 1 < entries.len();
                drafts.records.extend(entry_of_list(entry, kind, complete, all));
            }
        }
        Some(node) => {
            let id = RecordId { kind, slug: slug.to_owned() };
            let address = address_of(&id);
            drafts.records.push(record(&node, id, address, parsed.complete, all));
        }
    }
    drafts
}

/// One entry of a list of records: its `id` is its slug.
fn entry_of_list(entry: &Node, kind: Kind, complete: bool, all: &mut Vec<Diagnostic>) -> Option<Draft> {
    let NodeData::Map(fields) = &entry.data else {
        let message = format!("Each entry of this list is {}, but something else stands here.", with_article(kind));
        all.push(
            Diagnostic::new(&WRONG_TYPE, entry.span, message).help("Write `- id: its-name` and its fields below."),
        );
        return None;
    };
    let given = fields.iter().find(|(key, _)| key.value == "id");
    let others = fields.iter().filter(|(key, _)| key.value != "id").cloned().collect();
    let node = Node { span: entry.span, data: NodeData::Map(others) };
    let Some((_, Node { data: NodeData::Scalar { text, .. }, span })) = given else {
        if complete {
            let place = fields.first().map_or(entry.span, |(key, _)| key.span);
            let message = format!("The field `id` is missing from {}.", with_article(kind));
            all.push(
                Diagnostic::new(&MISSING_FIELD, place, message)
                    .help("Add `id: its-name`; references lead to it by that name."),
            );
        }
        let id = RecordId { kind, slug: String::new() };
        record(&node, id, String::new(), complete, all);
        return None;
    };
    if !is_sound_id(text) {
        let message = format!("`{text}` cannot be the name of a record.");
        let sound: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let sound = Some(sound.trim_matches('-')).filter(|sound| !sound.is_empty()).unwrap_or("safer-melton");
        let help = format!("Use letters, digits and hyphens, such as `{sound}`.");
        all.push(Diagnostic::new(&INVALID_ID, *span, message).help(help));
    }
    let id = RecordId { kind, slug: canonical(text) };
    let address = address_of(&id);
    let mut draft = record(&node, id, address, complete, all);
    draft.span = *span;
    Some(draft)
}

fn address_of(id: &RecordId) -> String {
    let folder = id.kind.folder();
    if folder.is_empty() { id.slug.clone() } else { format!("{folder}/{}", id.slug) }
}

fn is_sound_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || is_mark(c))
        && !text.starts_with('.')
}

/// Combining marks, which belong to letters written in parts.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Reads the fields of a record.
fn record(node: &Node, id: RecordId, address: String, complete: bool, all: &mut Vec<Diagnostic>) -> Draft {
    let kind = id.kind;
    let subject = with_article(kind);
    let fields: [&'static [Field]; 2] = [Shared::FIELDS, own_fields(kind)];
    let checked = decode(node, &fields, &subject, complete);
    let (findings, is_foreign) = match kind {
        Kind::Page => foreign::soften(node, checked.diagnostics),
        _ => (checked.diagnostics, false),
    };
    all.extend(findings);
    let decoded = checked.value;
    let (shared, own) = divide(decoded.group);
    let shared = Shared::from_group(shared);
    all.extend(shared.as_ref().and_then(|shared| shared.language.as_ref()).and_then(limits::language));
    let data = Data::from_group(kind, own);
    if let Some(Data::Document(document)) = &data {
        all.extend(document.first_number.and_then(limits::first_number));
    }
    all.extend(data.iter().flat_map(faulty_items));
    let title = shared.as_ref().and_then(|shared| shared.title.as_ref());
    let lacks_title = needs_title(kind) && matches!(node.data, NodeData::Map(_));
    if lacks_title && complete && title.is_none() && !has_field(node, &["title", "name"]) {
        let place = first_key(node).unwrap_or(node.span);
        let message = format!("The field `title` is missing from {subject}.");
        all.push(Diagnostic::new(&MISSING_FIELD, place, message).help("Add `title: …`, what the record is called."));
    }
    Draft {
        span: title.map_or(Span::new(node.span.source, node.span.start as usize..node.span.start as usize), |title| {
            title.span
        }),
        id,
        address,
        extent: node.span,
        data,
        shared,
        body: None,
        references: decoded.references,
        plain: is_foreign,
    }
}

/// Whether a record of this kind must have a title among its fields; a page and a document may take it from their text.
pub fn needs_title(kind: Kind) -> bool {
    !matches!(kind, Kind::Page | Kind::Document)
}

/// Items whose ids cannot be anchors, or are those of others.
fn faulty_items(data: &Data) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut first_places: HashMap<&str, Span> = HashMap::new();
    for id in data.items().iter().map(|item| &item.value.id) {
        if !is_sound_id(&id.value) || id.value.starts_with("fm-") {
            let message = format!("`{}` cannot be the anchor of an item.", id.value);
            let help = "Use letters, digits and hyphens, such as `visible-policing`; not `fm-` at the beginning.";
            all.push(Diagnostic::new(&INVALID_ID, id.span, message).help(help));
        }
        if let Some(first) = first_places.get(id.value.as_str()) {
            let message = format!("Another item is already called `{}`.", id.value);
            let finding =
                Diagnostic::new(&DUPLICATE_ANCHOR, id.span, message).help("Give one of the two another name.");
            all.push(finding.related(*first, "It stands here first.").severity(Severity::Error));
        } else {
            first_places.insert(&id.value, id.span);
        }
    }
    all
}

/// The values of the fields that every kind has, and those of the kind's own.
fn divide(group: Group) -> (Group, Group) {
    let span = group.span;
    let (shared, own) =
        group.values.into_iter().partition(|(name, _)| Shared::FIELDS.iter().any(|field| field.name == *name));
    (Group { span, values: shared }, Group { span, values: own })
}

fn has_field(node: &Node, names: &[&str]) -> bool {
    matches!(&node.data, NodeData::Map(entries) if entries.iter().any(|(key, value)| {
        names.contains(&key.value.as_str()) && !matches!(value.data, NodeData::Null)
    }))
}

fn first_key(node: &Node) -> Option<Span> {
    match &node.data {
        NodeData::Map(entries) => entries.first().map(|(key, _)| key.span),
        _ => None,
    }
}

/// Parts of a record that links can aim at by an id of the author's choosing.
pub fn part_ids(data: &Data) -> Vec<String> {
    data.items().iter().map(|item| canonical(&item.value.id.value)).collect()
}

/// `a priority`, `an event`.
pub fn with_article(kind: Kind) -> String {
    let name = kind.name();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// Whether the file begins with fields, for [`crate::parse::place::places`].
pub fn has_fields(source: &Source) -> bool {
    !is_markdown(&source.path) || front_matter::split(&source.passing()).fields.is_some()
}
