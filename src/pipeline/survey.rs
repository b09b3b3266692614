//! The sources read as far as their graph: the settings, every file, every reference. A build goes on from there; who only asks
//! what there is stops there.
//!
//! Must not know pages.

use std::sync::Arc;

use super::inputs::{Inputs, Reach};
use super::memory::{Memory, ParsedFile};
use super::reading;
use super::settle::{Terms, settle};
use super::weigh::acceptances;
use crate::check;
use crate::diagnostic::{Checked, Diagnostic, Place, Severity, has_errors};
use crate::graph::{self, Graph};
use crate::model::field::Url;
use crate::model::settings::{SearchMode, Settings};
use crate::parse::draft;
use crate::parse::settings::SETTINGS_MISSING;
use crate::parse::yaml::decode::WrittenReference;
use crate::sources::{Span, Spanned};

/// The settings file where the command line names no other.
const SETTINGS_FILE: &str = "folkmoot.yaml";

/// What a site holds, without the pages that are made of it.
#[derive(Debug)]
pub struct Surveyed {
    /// Every record that could be read; nothing where the settings could not.
    pub graph: Option<Graph>,
    /// How many records are no part of the graph: those of which too little could be read, and drafts where none are shown.
    pub left_out: usize,
}

/// Reads a site as far as the graph. The findings are those of the reading alone, as grave as the settings say. `memory` is left
/// with the files as they were parsed.
pub fn survey(mut inputs: Inputs<'_>, memory: &mut Memory) -> Checked<Surveyed> {
    let mut all = std::mem::take(&mut inputs.loaded);
    let Read { graph, left_out, .. } = read(&inputs, memory, &mut all);
    let as_of = graph.as_ref().and_then(|graph| graph.settings.as_of).map(|day| day.value);
    let today = inputs.today.or(as_of).unwrap_or(inputs.clock);
    let accepted = graph.as_ref().map(acceptances).unwrap_or_default();
    let terms = graph.as_ref().map(|graph| Terms { settings: &graph.settings, today, accepted: &accepted });
    let diagnostics = settle(all, terms.as_ref(), Reach::default(), &inputs);
    Checked { value: Surveyed { graph, left_out }, diagnostics }
}

/// What was read.
pub(super) struct Read {
    /// What it says; nothing where the settings could not be read.
    pub(super) graph: Option<Graph>,
    /// The files that are kept for the next run.
    pub(super) files: Vec<ParsedFile>,
    /// Whether the settings have a fault.
    pub(super) settings_fault: bool,
    /// How many records are no part of the graph.
    pub(super) left_out: usize,
}

/// The stations from the settings to the graph.
pub(super) fn read(inputs: &Inputs<'_>, memory: &mut Memory, all: &mut Vec<Diagnostic>) -> Read {
    let sources = inputs.sources;
    inputs.watch.station("settings");
    let mut found = Vec::new();
    let (settings, setting_references) = read_settings(inputs, &mut found);
    // The bytes of the settings were looked at when they were loaded.
    let settings_path = sources.settings.map_or(SETTINGS_FILE, |id| &sources.get(id).path);
    let is_fault =
        |finding: &Diagnostic| finding.severity == Severity::Error && finding.location(sources).0 == settings_path;
    let settings_fault = has_errors(&found) || all.iter().any(is_fault);
    let nothing = Read { graph: None, files: Vec::new(), settings_fault, left_out: 0 };
    all.append(&mut found);

    if sources.settings.is_none() {
        // Without settings the folder may be anything, and what is wrong with its other files is no news.
        all.retain(|finding| finding.location(sources).0 == SETTINGS_FILE);
        if all.len() > 1 {
            all.retain(|finding| *finding.rule != SETTINGS_MISSING);
        }
        return nothing;
    }

    inputs.watch.station("parse");
    all.extend(check::folders::misplaced(sources));
    let files = parse_content(inputs, memory, all);
    let Some(settings) = settings else { return nothing };

    inputs.watch.station("resolve");
    let (records, sections, files) = divide(files);
    let count = records.len();
    let graph_inputs =
        graph::Inputs { sources, settings, setting_references, records, sections, with_drafts: inputs.with_drafts };
    let graph = graph::build(graph_inputs).collect_into(all);
    let left_out = count.saturating_sub(graph.records().count());
    Read { graph: Some(graph), files, settings_fault, left_out }
}

fn read_settings(inputs: &Inputs<'_>, all: &mut Vec<Diagnostic>) -> (Option<Settings>, Vec<WrittenReference>) {
    let Some(id) = inputs.sources.settings else {
        let finding =
            Diagnostic::new(&SETTINGS_MISSING, Place::file(SETTINGS_FILE), "This folder has no settings file.");
        all.push(finding.help("Make a file `folkmoot.yaml` with the line `title: ` and what the site is called; in an empty folder, `folkmoot init` makes a whole site."));
        return (None, Vec::new());
    };
    let read = crate::parse::settings::parse(inputs.sources.get(id), id).collect_into(all);
    let settings = read.settings.map(|settings| match &inputs.base_url {
        Some(base) => {
            let span = Span::new(id, 0..0);
            let url = Spanned::new(Url(base.clone()), span);
            Settings { base_url: Some(url), ..settings }
        }
        None => settings,
    });
    if let Some(given) = &settings {
        all.extend(check::settings::unknown_names(given, inputs.sources, inputs.rules));
        all.extend(check::security::faults(given, inputs.day()));
        all.extend(check::accessibility::contradictions(given, inputs.day()));
        all.extend(check::search::missing(given, SearchMode::IS_BUILT_IN));
    }
    (settings, read.references)
}

/// Parses the content, and keeps what was parsed for the next run.
fn parse_content(inputs: &Inputs<'_>, memory: &mut Memory, all: &mut Vec<Diagnostic>) -> Vec<ParsedFile> {
    let parsed = reading::read_all(inputs, memory);
    memory.files.clear();
    if inputs.shelf.is_none() {
        let path = |file: &ParsedFile| inputs.sources.content_path(file.id).to_owned();
        memory.files.extend(parsed.iter().map(|file| (path(file), file.clone())));
    }
    all.extend(parsed.iter().flat_map(|file| file.drafts.diagnostics.iter().cloned()));
    parsed
}

/// The records and the sections of all files, and the files that are kept for the next run.
fn divide(files: Vec<ParsedFile>) -> (Vec<draft::Draft>, Vec<draft::SectionDraft>, Vec<ParsedFile>) {
    let (mut records, mut sections, mut kept) = (Vec::with_capacity(files.len()), Vec::new(), Vec::new());
    for file in files {
        let drafts = match Arc::try_unwrap(file.drafts) {
            Ok(drafts) => drafts.value,
            Err(drafts) => {
                let copy = drafts.value.clone();
                kept.push(ParsedFile { drafts, ..file });
                copy
            }
        };
        records.extend(drafts.records);
        sections.extend(drafts.section);
    }
    (records, sections, kept)
}
