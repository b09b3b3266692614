//! From drafts to the graph, in one order: index, documents, numbers, anchors, references, backlinks.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::address::Address;
use super::anchors::Anchors;
use super::backlinks::backlinks;
use super::furniture::Furniture;
use super::links::{Here, embeds, links};
use super::numbering::Numbering;
use super::order::ranks;
use super::relative::Paths;
use super::resolve::{Known, resolve};
use super::translations;
use super::{Graph, Link, Record, RecordIndex, Section, Text};
use crate::diagnostic::{Checked, Diagnostic, Family, Rule, Severity};
use crate::model::kind::Kind;
use crate::model::record::{Data, Shared};
use crate::model::reference::RecordId;
use crate::model::settings::Settings;
use crate::model::status::Status;
use crate::parse::draft::{Draft, SectionDraft};
use crate::parse::markdown::body::Body;
use crate::parse::yaml::decode::WrittenReference;
use crate::sources::{SourceId, Sources, Span};

/// Two records of one name.
pub(super) static DUPLICATE_ID: Rule = Rule {
    code: "duplicate-id",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "Two records of a kind have the same name. The name is the `id` of an entry, or that of the file; \
                  with two of them no reference could say which is meant, and both would have one address. Give one \
                  of the two another name, and write that where it was meant.",
    wrong: "- id: pcc\n  title: Police and Crime Commissioner\n- id: pcc\n  title: Parish council",
    right: "- id: pcc\n  title: Police and Crime Commissioner\n- id: parish-council\n  title: Parish council",
};

/// What the graph is made of.
#[derive(Debug)]
pub struct Inputs<'a> {
    /// The texts, for positions and paths.
    pub sources: &'a Sources,
    /// The settings.
    pub settings: Settings,
    /// The references in the settings.
    pub setting_references: Vec<WrittenReference>,
    /// The records of all files, in the order of the files.
    pub records: Vec<Draft>,
    /// The sections of all documents, in the order of the files.
    pub sections: Vec<SectionDraft>,
    /// Whether drafts are shown.
    pub with_drafts: bool,
}

/// The rules whose findings come from this station.
pub fn rules() -> Vec<&'static Rule> {
    let mut all: Vec<&'static Rule> = vec![
        &DUPLICATE_ID,
        &super::numbering::REPEATED_PARAGRAPH_NUMBER,
        &super::resolve::UNRESOLVED_REFERENCE,
        &super::resolve::AMBIGUOUS_REFERENCE,
        &super::resolve::WRONG_KIND,
        &super::resolve::UNKNOWN_PART,
        &super::resolve::DRAFT_REFERENCE,
        &super::links::UNKNOWN_SCHEME,
        &super::dead_link::DEAD_LINK,
        &super::dead_link::FILE_NAME_CASE,
        &super::links::DEAD_ANCHOR,
        &super::links::UNKNOWN_VIEW,
        &super::translations::TRANSLATION_TARGET,
        &super::translations::TRANSLATION_SAME_LANGUAGE,
        &super::translations::TWO_TRANSLATIONS,
        &super::translations::TRANSLATION_KIND,
    ];
    all.extend(super::rules::RULES);
    all
}

/// A record with its references still as written.
struct Unresolved {
    record: Record,
    references: Vec<WrittenReference>,
}

/// Resolves everything.
pub fn build(inputs: Inputs<'_>) -> Checked<Graph> {
    let mut all = Vec::new();
    let Inputs { sources, settings, setting_references, records, sections, with_drafts } = inputs;
    let Collected { mut unresolved, broken, drafts, draft_files, unusable } = collect(records, with_drafts, &mut all);
    let without_document = attach_sections(&mut unresolved, sections);
    let (mut records, fields): (Vec<Record>, Vec<Vec<WrittenReference>>) =
        unresolved.into_iter().map(|entry| (entry.record, entry.references)).unzip();
    for record in &mut records {
        number(record, &mut all);
    }
    let anchors = Anchors::new(&records);
    let folders = folders(&records);
    let named = |(index, record): (usize, &Record)| (record.id.clone(), RecordIndex::new(index));
    let (mut paths, ids) = rayon::join(
        || Paths::new(&records, &folders, sources, &settings),
        || records.iter().enumerate().map(named).collect(),
    );
    let path_of = |source: &SourceId| sources.content_path(*source).to_owned();
    let (of_drafts, of_faulty): (Vec<_>, Vec<_>) = without_document.iter().partition(|(id, _)| drafts.contains(id));
    let draft_paths = draft_files.iter().chain(of_drafts.into_iter().map(|(_, source)| source)).map(path_of).collect();
    let faulty = unusable.iter().map(|draft| &draft.extent.source);
    paths.without_page(
        draft_paths,
        faulty.chain(of_faulty.into_iter().map(|(_, source)| source)).map(path_of).collect(),
    );
    let known = Known {
        sources,
        settings: &settings,
        records: &records,
        ids: &ids,
        broken: &broken,
        drafts: &drafts,
        anchors: &anchors,
        names: OnceLock::new(),
    };

    let (targets, field_places) = targets(&known, fields.iter().flatten().chain(&setting_references), &mut all);
    let resolved = resolve_texts(&known, &paths, &mut all);
    for draft in &unusable {
        resolve_unusable(&known, &paths, draft, &mut all);
    }
    settle(&mut records, resolved);
    let (backlinks, ranks) = rayon::join(|| backlinks(&records, &fields, &targets), || ranks(&records));
    let folders = folders.into_iter().map(|folder| Address::new(join_index(&folder))).collect();
    let at = |(index, record): (usize, &Record)| (record.address.clone(), RecordIndex::new(index));
    let addresses = records.iter().enumerate().map(at).collect();
    let references = targets;
    let mut graph = Graph {
        settings,
        records,
        ids,
        references,
        field_places,
        backlinks,
        ranks,
        folders,
        addresses,
        translated: HashMap::new(),
        translations: HashMap::new(),
    };
    let found = translations::translations(&graph, &mut all);
    (graph.translated, graph.translations) = (found.of, found.by);
    Checked { value: graph, diagnostics: all }
}

fn join_index(folder: &str) -> String {
    if folder.is_empty() { "index".to_owned() } else { format!("{folder}/index") }
}

#[derive(Default)]
struct Collected {
    unresolved: Vec<Unresolved>,
    broken: HashSet<RecordId>,
    drafts: HashSet<RecordId>,
    /// The files that they stand in.
    draft_files: Vec<SourceId>,
    /// Drafts of which no record can be made; what they refer to is looked up all the same, so that one run tells all.
    unusable: Vec<Draft>,
}

/// Puts the records in order, tells of those with one name, sets drafts aside.
fn collect(mut records: Vec<Draft>, with_drafts: bool, all: &mut Vec<Diagnostic>) -> Collected {
    let mut collected = Collected::default();
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let mut first_places: HashMap<RecordId, Span> = HashMap::new();
    for draft in records {
        if let Some(first) = first_places.get(&draft.id) {
            let message = format!("Another {} is already called `{}`.", draft.id.kind.name(), draft.id.slug);
            let help = "Give one of the two another name: the `id` of its entry, or else its file.";
            all.push(
                Diagnostic::new(&DUPLICATE_ID, draft.span, message).help(help).related(*first, "It stands here first."),
            );
            collected.unusable.push(draft);
            continue;
        }
        first_places.insert(draft.id.clone(), draft.span);
        let hidden = !with_drafts && is_draft(draft.shared.as_ref(), draft.data.as_ref());
        if hidden {
            collected.draft_files.push(draft.extent.source);
            collected.drafts.insert(draft.id);
            continue;
        }
        if draft.shared.is_none() || draft.data.is_none() {
            collected.broken.insert(draft.id.clone());
            collected.unusable.push(draft);
            continue;
        }
        collected.unresolved.extend(unresolved(draft));
    }
    collected
}

/// A record that must not be published: it says so, or it is a document or priority of ours in the status of a draft.
pub fn is_draft(shared: Option<&Shared>, data: Option<&Data>) -> bool {
    let said = shared.is_some_and(|shared| shared.draft);
    let ours = matches!(data, Some(Data::Document(_) | Data::Priority(_)));
    said || (ours && data.and_then(Data::status) == Some(Status::Draft))
}

fn unresolved(draft: Draft) -> Option<Unresolved> {
    let (Some(shared), Some(data)) = (draft.shared, draft.data) else { return None };
    let from_fields = shared.title.as_ref().map(|title| title.value.clone());
    let from_body = draft.body.as_ref().and_then(|body| body.title.clone());
    let title = from_fields.or(from_body).filter(|title| !title.trim().is_empty());
    let record = Record {
        title: title.unwrap_or_else(|| title_from_slug(&draft.id.slug)),
        id: draft.id,
        address: Address::new(draft.address),
        shared,
        data,
        text: draft.body.map(text),
        sections: Vec::new(),
        source: draft.span.source,
        span: draft.span,
        extent: draft.extent,
        is_plain: draft.plain,
    };
    Some(Unresolved { record, references: draft.references })
}

/// A body whose links are still to be resolved.
fn text(body: Arc<Body>) -> Text {
    Text { body, links: Vec::new(), embeds: Vec::new(), numbers: Vec::new() }
}

/// `guides/anti-social_behaviour` becomes `Anti social behaviour`; an index is called after its folder.
fn title_from_slug(slug: &str) -> String {
    let mut names = slug.rsplit('/');
    let last = names.next().unwrap_or(slug);
    let name = if last == "index" { names.next().unwrap_or("Home") } else { last };
    in_words(name)
}

/// The name of a file or folder as a title: hyphens become spaces, the first letter a capital.
pub(crate) fn in_words(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| name.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// Gives each document its sections, in the order of their files. The files of those that get no page come back, with the
/// name of their document.
fn attach_sections(unresolved: &mut [Unresolved], sections: Vec<SectionDraft>) -> Vec<(RecordId, SourceId)> {
    let mut without_document = Vec::new();
    for draft in sections {
        let id = RecordId { kind: Kind::Document, slug: draft.document.clone() };
        let source = draft.extent.source;
        let Some(section) = draft.section else {
            without_document.push((id, source));
            continue;
        };
        let document = unresolved
            .iter_mut()
            .find(|entry| matches!(entry.record.data, Data::Document(_)) && entry.record.id.slug == draft.document);
        let Some(document) = document else {
            without_document.push((id, source));
            continue;
        };
        let title = section.title.as_ref().map(|title| title.value.clone()).or_else(|| draft.body.title.clone());
        let folder = document.record.address.as_str().trim_end_matches("index").to_owned();
        document.record.sections.push(Section {
            title: title.unwrap_or_else(|| title_from_slug(&draft.slug)),
            summary: section.summary,
            address: Address::new(format!("{folder}{}", draft.slug)),
            aliases: section.aliases,
            span: draft.span,
            accept: section.accept,
            first_number: section.first_number,
            text: text(draft.body),
            source: draft.extent.source,
            extent: draft.extent,
            slug: draft.slug,
        });
    }
    without_document
}

/// Numbers the paragraphs of a document that asks for it.
fn number(record: &mut Record, all: &mut Vec<Diagnostic>) {
    let Data::Document(document) = &record.data else { return };
    if !document.numbered {
        return;
    }
    let mut numbering = Numbering::new(document.first_number.map_or(1, |number| number.value));
    if record.sections.is_empty()
        && let Some(text) = &mut record.text
    {
        text.numbers = numbering.number(&text.body, None, all);
    }
    for section in &mut record.sections {
        section.text.numbers =
            numbering.number(&section.text.body, section.first_number.map(|number| number.value), all);
    }
}

/// Folders that hold pages and have none of their own: each gets a list.
fn folders(records: &[Record]) -> BTreeSet<String> {
    let taken: HashSet<Address> =
        records.iter().map(|record| record.address.clone()).chain(Furniture::all().map(Furniture::address)).collect();
    let mut folders = BTreeSet::from([String::new()]);
    for record in records.iter().filter(|record| matches!(record.data, Data::Page(_))) {
        let mut path = record.address.as_str();
        while let Some((folder, _)) = path.rsplit_once('/') {
            folders.insert(folder.to_owned());
            path = folder;
        }
    }
    folders.retain(|folder| !taken.contains(&Address::new(join_index(folder))));
    folders
}

type ResolvedText = (usize, Option<usize>, Vec<Link>, Vec<super::Embed>);

/// Looks up what an unusable draft refers to, for the findings alone.
fn resolve_unusable(known: &Known<'_>, paths: &Paths, draft: &Draft, all: &mut Vec<Diagnostic>) {
    for written in &draft.references {
        resolve(known, &written.reference, written.kinds, (written.span, Some(written.field)), all);
    }
    if let Some(body) = &draft.body {
        let path = known.sources.content_path(draft.extent.source);
        let here = Here { record: None, section: None, path, plain: draft.plain };
        links(known, paths, here, body, all);
        embeds(known, here, body, all);
    }
}

/// Resolves the links and embeds of every text, of many records at a time, in the order of the records.
fn resolve_texts(known: &Known<'_>, paths: &Paths, all: &mut Vec<Diagnostic>) -> Vec<ResolvedText> {
    let of_records: Vec<Checked<Vec<ResolvedText>>> =
        known.records.par_iter().enumerate().map(|(index, record)| texts_of(known, paths, index, record)).collect();
    of_records.into_iter().flat_map(|texts| texts.collect_into(all)).collect()
}

/// Where the references of fields and settings lead, and the place and the field of each that leads somewhere.
fn targets<'a>(
    known: &Known<'_>,
    references: impl Iterator<Item = &'a WrittenReference>,
    all: &mut Vec<Diagnostic>,
) -> (HashMap<Span, Link>, Vec<(Span, &'static str)>) {
    let (mut targets, mut places) = (HashMap::new(), Vec::new());
    for written in references {
        let place = (written.span, Some(written.field));
        if let Some(link) = resolve(known, &written.reference, written.kinds, place, all) {
            targets.insert(written.span, link);
            places.push((written.span, written.field));
        }
    }
    (targets, places)
}

/// Gives each text what its links and embeds came to.
fn settle(records: &mut [Record], resolved: Vec<ResolvedText>) {
    for (index, section, links, embeds) in resolved {
        let record = &mut records[index];
        let text = match section {
            None => record.text.as_mut(),
            Some(place) => record.sections.get_mut(place).map(|section| &mut section.text),
        };
        let Some(text) = text else { continue };
        (text.links, text.embeds) = (links, embeds);
        // Where nobody else holds the body, nothing will ask again how its links were written.
        if let Some(body) = Arc::get_mut(&mut text.body)
            && body.prepared.is_some()
        {
            body.links = Box::default();
        }
    }
}

fn texts_of(known: &Known<'_>, paths: &Paths, index: usize, record: &Record) -> Checked<Vec<ResolvedText>> {
    let mut diagnostics = Vec::new();
    let own = record.text.iter().map(|text| (None, text, record.source));
    let sections =
        record.sections.iter().enumerate().map(|(place, section)| (Some(place), &section.text, section.source));
    let resolve = |(section, text, source): (Option<usize>, &Text, SourceId)| {
        let here = Here {
            record: Some(RecordIndex::new(index)),
            section,
            path: known.sources.content_path(source),
            plain: record.is_plain,
        };
        let links = links(known, paths, here, &text.body, &mut diagnostics);
        let embeds = embeds(known, here, &text.body, &mut diagnostics);
        (index, section, links, embeds)
    };
    let value = own.chain(sections).map(resolve).collect();
    Checked { value, diagnostics }
}
