//! The whole flow on one screen: sources, drafts, graph, pages, HTML, files.
//!
//! Must not know disks, clocks or terminals: everything comes in as a value, the site goes out as one.

mod assemble;
mod settings;
mod weigh;

pub use assemble::SAME_OUTPUT;
pub use settings::UNKNOWN_SETTING;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Diagnostic, Place, Rule, Severity, arrange, has_errors};
use crate::graph;
use crate::model::field::Url;
use crate::model::settings::{Settings, UrlStyle};
use crate::output::Output;
use crate::pages::{self, Site};
use crate::parse::draft::{self, Drafts, has_fields};
use crate::parse::place;
use crate::parse::yaml::decode::WrittenReference;
use crate::render::theme;
use crate::sources::history::History;
use crate::sources::{SourceId, Sources, Span, Spanned};
use weigh::{Accepted, acceptances, weigh};

/// No settings.
pub static SETTINGS_MISSING: Rule = Rule {
    code: "settings-missing",
    severity: Severity::Error,
    explanation: "Every site has a settings file, `folkmoot.yaml`, in its root. One line is enough.",
    wrong: "",
    right: "title: Our community safety strategy",
};

/// What a build is made from.
pub struct Inputs<'a> {
    /// What was read.
    pub sources: &'a Sources,
    /// When each file was last changed.
    pub history: &'a History,
    /// The day that the site shows, where the command line says so.
    pub today: Option<jiff::civil::Date>,
    /// The day on which it is built, where nothing says otherwise.
    pub clock: jiff::civil::Date,
    /// Where it is published, where the command line says so.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub with_drafts: bool,
    /// Every rule there is.
    pub rules: &'a [&'static Rule],
    /// What was wrong with the files themselves.
    pub loaded: Vec<Diagnostic>,
    /// Told of what goes on.
    pub watch: &'a dyn Watch,
}

/// Told of what goes on in a build, so that somebody who waits can be shown.
pub trait Watch: Sync {
    /// A station begins.
    fn station(&self, _name: &'static str) {}
    /// So many pages will be drawn.
    fn pages(&self, _count: usize) {}
    /// One page is drawn.
    fn page_done(&self) {}
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// The site; nothing where there are errors.
    pub output: Option<Output>,
    /// How many pages it has.
    pub pages: usize,
    /// Whether the settings have a fault.
    pub settings_fault: bool,
}

/// Builds a site.
pub fn build(mut inputs: Inputs<'_>) -> Checked<Built> {
    let mut all = std::mem::take(&mut inputs.loaded);
    let inputs = &inputs;
    let sources = inputs.sources;
    inputs.watch.station("settings");
    let mut found = Vec::new();
    let (settings, setting_references) = read_settings(inputs, &mut found);
    let settings_fault = has_errors(&found);
    all.append(&mut found);

    inputs.watch.station("parse");
    let drafts = parse_content(sources, &mut all);
    let Some(settings) = settings else {
        return finish(None, 0, settings_fault, all, &[], None, inputs);
    };

    inputs.watch.station("resolve");
    let (records, sections) = divide(drafts);
    let graph_inputs = graph::Inputs { sources, settings, setting_references, records, sections, with_drafts: inputs.with_drafts };
    let graph = graph::build(graph_inputs).collect_into(&mut all);
    let accepted = acceptances(&graph);
    let today = inputs.today.or(graph.settings.as_of.map(|day| day.value)).unwrap_or(inputs.clock);
    let levels = graph.settings.clone();
    if has_errors(&all) {
        return finish(None, 0, settings_fault, all, &accepted, Some((&levels, today)), inputs);
    }

    inputs.watch.station("pages");
    let style = graph.settings.urls.map_or(UrlStyle::Files, |urls| urls.value);
    let site = Site { graph: &graph, sources, history: inputs.history, style, today };
    let pages = pages::pages(&site);

    inputs.watch.station("render");
    inputs.watch.pages(pages.pages.len());
    let name = graph.settings.theme.as_ref().map_or(theme::BUILT_IN, |theme| theme.value.as_str());
    let theme = theme::theme(sources, name, &pages.frame).collect_into(&mut all);
    let output = theme.and_then(|theme| assemble::output(&site, &pages, &theme, inputs, &mut all));
    finish(output, pages.pages.len(), settings_fault, all, &accepted, Some((&levels, today)), inputs)
}

fn finish(
    output: Option<Output>,
    pages: usize,
    settings_fault: bool,
    all: Vec<Diagnostic>,
    accepted: &[Accepted],
    levels: Option<(&Settings, jiff::civil::Date)>,
    inputs: &Inputs<'_>,
) -> Checked<Built> {
    let mut diagnostics = match levels {
        Some((settings, today)) => weigh(all, settings, accepted, today),
        None => all,
    };
    arrange(&mut diagnostics, inputs.sources);
    let output = output.filter(|_| !has_errors(&diagnostics));
    Checked { value: Built { output, pages, settings_fault }, diagnostics }
}

fn read_settings(
    inputs: &Inputs<'_>,
    all: &mut Vec<Diagnostic>,
) -> (Option<Settings>, Vec<WrittenReference>) {
    let Some(id) = inputs.sources.settings else {
        let finding = Diagnostic::new(&SETTINGS_MISSING, Place::file("folkmoot.yaml"), "This folder has no settings file.");
        all.push(finding.help("Make a file `folkmoot.yaml` with the line `title: ` and what the site is called."));
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
        all.extend(settings::unknown_names(given, inputs));
    }
    (settings, read.references)
}

/// Parses every file of the content, in parallel, in the order of the files.
fn parse_content(sources: &Sources, all: &mut Vec<Diagnostic>) -> Vec<Drafts> {
    let paths: Vec<&str> = sources.content.iter().map(|id| sources.content_path(*id)).collect();
    let places = place::places(&paths, |index| has_fields(sources.get(sources.content[index])));
    let files: Vec<(SourceId, &place::Place)> = sources.content.iter().copied().zip(&places).collect();
    let parsed: Vec<Checked<Drafts>> =
        files.into_par_iter().map(|(id, place)| draft::parse(sources.get(id), id, place)).collect();
    parsed.into_iter().map(|file| file.collect_into(all)).collect()
}

fn divide(drafts: Vec<Drafts>) -> (Vec<draft::Draft>, Vec<draft::SectionDraft>) {
    let mut records = Vec::new();
    let mut sections = Vec::new();
    for file in drafts {
        records.extend(file.records);
        sections.extend(file.section);
    }
    (records, sections)
}
