//! Warm and cold builds of a folder, and what is different between them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use folkmoot::diagnostic::{Checked, human};
use folkmoot::load::{LoadOptions, again, load};
use folkmoot::model::kind::Kind;
use folkmoot::output::Output;
use folkmoot::pipeline::{self, Inputs, Memory, PageOrigin, Watch};
use folkmoot::rules;
use folkmoot::sources::Sources;
use folkmoot::sources::history::History;

use super::folder::Folder;

/// A desk at which a site is edited: what is remembered, and what the command line says.
pub(super) struct Desk {
    memory: Memory,
    sources: Option<Sources>,
    pub(super) options: Options,
}

/// What goes into a build beside the folder.
#[derive(Clone)]
pub(super) struct Options {
    pub(super) day: jiff::civil::Date,
    pub(super) with_drafts: bool,
    pub(super) base_url: Option<String>,
    pub(super) changed: BTreeMap<String, jiff::civil::Date>,
}

/// What came of a build.
pub(super) struct Outcome {
    pub(super) output: Option<Arc<Output>>,
    origins: Arc<Vec<PageOrigin>>,
    findings: String,
    /// Whether the stations were not gone through.
    pub(super) is_short: bool,
}

impl Default for Desk {
    fn default() -> Self {
        let options = Options {
            day: jiff::civil::date(2024, 7, 1),
            with_drafts: false,
            base_url: None,
            changed: BTreeMap::new(),
        };
        Self { memory: Memory::default(), sources: None, options }
    }
}

/// Notes whether the stations were gone through.
#[derive(Default)]
struct Stations(AtomicBool);

impl Watch for Stations {
    fn station(&self, _name: &'static str) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Desk {
    /// Reads what was touched, or the whole folder where that is not enough, and builds with what is remembered.
    pub(super) fn build(&mut self, folder: &Folder, touched: &[String]) -> Outcome {
        let root = folder.root().canonicalize().unwrap();
        let files: BTreeSet<PathBuf> = touched.iter().map(|path| root.join(path)).collect();
        let before = self.sources.take();
        let few = before.as_ref().filter(|_| !files.is_empty());
        let few = few.and_then(|before| again(before, folder.root(), &files));
        let read = few.map_or_else(|| read(folder, before.as_ref()), Checked::clean);
        let outcome = run(&read, &self.options, &mut self.memory);
        // What was wrong with the files themselves is only told by reading all of them.
        self.sources = read.diagnostics.is_empty().then_some(read.value);
        outcome
    }

    /// Reads the whole folder and builds as if for the first time.
    pub(super) fn build_cold(&self, folder: &Folder) -> Outcome {
        run(&read(folder, None), &self.options, &mut Memory::default())
    }
}

fn read(folder: &Folder, before: Option<&Sources>) -> Checked<Sources> {
    let kind_folders = Kind::folders();
    let options = LoadOptions { kind_folders: &kind_folders, ..LoadOptions::default() };
    load(folder.root(), &options, before).unwrap()
}

fn run(read: &Checked<Sources>, options: &Options, memory: &mut Memory) -> Outcome {
    let stations = Stations::default();
    let history = History::new(options.changed.clone());
    let rules = rules::all();
    let inputs = Inputs {
        base_url: options.base_url.clone(),
        with_drafts: options.with_drafts,
        searches_later: true,
        loaded: read.diagnostics.clone(),
        ..Inputs::new(&read.value, &history, options.day, &rules, &stations)
    };
    let built = pipeline::build(inputs, memory);
    Outcome {
        findings: human(&built.diagnostics, &read.value, false),
        output: built.value.output,
        origins: built.value.origins,
        is_short: !stations.0.load(Ordering::Relaxed),
    }
}

/// What is different between two outcomes; nothing where they are the same, byte for byte.
pub(super) fn difference(warm: &Outcome, cold: &Outcome) -> Option<String> {
    if warm.findings != cold.findings {
        return Some(format!("findings, warm:\n{}\ncold:\n{}", warm.findings, cold.findings));
    }
    let (warm_files, cold_files) = match (&warm.output, &cold.output) {
        (None, None) => return None,
        (Some(warm), Some(cold)) => (warm, cold),
        (warm, _) => {
            return Some(format!("only the {} build made a site", if warm.is_some() { "warm" } else { "cold" }));
        }
    };
    let paths: BTreeSet<_> = warm_files.keys().chain(cold_files.keys()).collect();
    for path in paths {
        let (warm, cold) = (warm_files.get(path), cold_files.get(path));
        if warm != cold {
            let text = |bytes: Option<&Arc<[u8]>>| bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            return Some(format!("{path}:\nwarm: {:#?}\ncold: {:#?}", text(warm), text(cold)));
        }
    }
    (warm.origins != cold.origins).then(|| format!("origins:\n{:#?}\n{:#?}", warm.origins, cold.origins))
}
