//! How long each station of a build takes, at 100 and 1,000 pages, plain and typed: `cargo bench --bench stations`.
//!
//! Load, parse and write are called by themselves. The stations between them hand each other values that borrow from the one
//! before, and are open to the pipeline alone; so they are timed within a whole build, by what [`Watch`] is told, and the
//! table that follows divan's gives the median of each. `build` and `check` are the whole pipeline, from loaded sources to a
//! site in memory.
//!
//! Must not know how a station does its work.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench stops at what it did not expect, measures time and says it"
)]

mod sites;

use std::fmt;
use std::hint::black_box;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use divan::Bencher;
use folkmoot::load::{self, LoadOptions};
use folkmoot::model::kind::Kind;
use folkmoot::output::Output;
use folkmoot::parse::draft::{self, has_fields};
use folkmoot::parse::place;
use folkmoot::pipeline::{self, Built, Depth, Inputs, Watch};
use folkmoot::rules;
use folkmoot::sources::Sources;
use folkmoot::sources::history::History;
use rayon::prelude::*;
use sites::plain::{Dialect, Plain};
use tempfile::TempDir;

/// How often each station within a build is timed for the table.
const ROUNDS: usize = 5;

const SITES: [Site; 4] = [Site::Plain(100), Site::Plain(1_000), Site::Typed(100), Site::Typed(1_000)];

/// A site of the benches, with about so many pages.
#[derive(Debug, Clone, Copy)]
enum Site {
    Plain(usize),
    Typed(usize),
}

impl fmt::Display for Site {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(pages) => write!(out, "plain {pages}"),
            Self::Typed(pages) => write!(out, "typed {pages}"),
        }
    }
}

impl Site {
    fn on_disk(self) -> TempDir {
        let folder = sites::folder_in_memory();
        match self {
            Self::Plain(pages) => sites::write(Plain::new(pages, Dialect::Folkmoot).files(), folder.path()),
            Self::Typed(pages) => sites::write(sites::typed::files(pages), folder.path()),
        };
        folder
    }

    fn loaded(self) -> Sources {
        load_from(self.on_disk().path())
    }
}

/// The allocator that the command has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
    for site in SITES {
        println!("\n{site}, within a build that checks, median of {ROUNDS}");
        for (name, time) in stations(&site.loaded()) {
            println!("{name:>10}  {:>9.3} ms", time.as_secs_f64() * 1000.0);
        }
    }
}

#[divan::bench(args = SITES, sample_count = 10, sample_size = 1)]
fn load(bencher: Bencher<'_, '_>, site: Site) {
    let folder = site.on_disk();
    bencher.bench_local(|| black_box(load_from(folder.path())));
}

#[divan::bench(args = SITES, sample_count = 10, sample_size = 1)]
fn parse(bencher: Bencher<'_, '_>, site: Site) {
    let sources = site.loaded();
    let paths: Vec<&str> = sources.content.iter().map(|id| sources.content_path(*id)).collect();
    bencher.bench_local(|| {
        let places = place::places(&paths, |index| has_fields(sources.get(sources.content[index])));
        let files: Vec<_> = sources.content.iter().zip(places).collect();
        let drafts: Vec<_> = files.par_iter().map(|(id, place)| draft::parse(sources.get(**id), **id, place)).collect();
        black_box(drafts)
    });
}

#[divan::bench(args = SITES, sample_count = 10, sample_size = 1)]
fn write(bencher: Bencher<'_, '_>, site: Site) {
    let output = output(&site.loaded());
    bencher
        .with_inputs(sites::folder_in_memory)
        .bench_local_refs(|folder| folkmoot::write::write(&output, &folder.path().join("site")).unwrap());
}

#[divan::bench(args = SITES, sample_count = 10, sample_size = 1)]
fn build(bencher: Bencher<'_, '_>, site: Site) {
    let sources = site.loaded();
    bencher.bench_local(|| black_box(built(&sources, Depth::Build, &Silent)));
}

#[divan::bench(args = SITES, sample_count = 10, sample_size = 1)]
fn check(bencher: Bencher<'_, '_>, site: Site) {
    let sources = site.loaded();
    bencher.bench_local(|| black_box(built(&sources, Depth::Check, &Silent)));
}

fn load_from(root: &Path) -> Sources {
    let kind_folders = Kind::folders();
    let options =
        LoadOptions { config: None, output_folder: root.join("site"), kind_folders: &kind_folders, open: None };
    load::load(root, &options, None).unwrap().value
}

fn output(sources: &Sources) -> Arc<Output> {
    built(sources, Depth::Build, &Silent).output.unwrap()
}

fn built(sources: &Sources, depth: Depth, watch: &dyn Watch) -> Built {
    let rules = rules::all();
    let (history, clock) = (History::default(), jiff::civil::date(2019, 11, 6));
    let inputs = Inputs { depth, ..Inputs::new(sources, &history, clock, &rules, watch) };
    let built = pipeline::build(inputs, &mut pipeline::Memory::default()).value;
    assert!(built.output.is_some(), "the site is without fault");
    built
}

/// Nobody who watches.
struct Silent;

impl Watch for Silent {}

/// When each station began.
#[derive(Default)]
struct Began(Mutex<Vec<(&'static str, Instant)>>);

impl Watch for Began {
    fn station(&self, name: &'static str) {
        self.0.lock().unwrap().push((name, Instant::now()));
    }
}

/// The stations of a build in their order, with the median time of each.
fn stations(sources: &Sources) -> Vec<(&'static str, Duration)> {
    let rounds: Vec<Vec<(&'static str, Duration)>> = (0..ROUNDS)
        .map(|_| {
            let began = Began::default();
            built(sources, Depth::Check, &began);
            let mut began = began.0.into_inner().unwrap();
            began.push(("end", Instant::now()));
            began.windows(2).map(|pair| (pair[0].0, pair[1].1 - pair[0].1)).collect()
        })
        .collect();
    let median = |station: usize| {
        let mut times: Vec<Duration> = rounds.iter().map(|round| round[station].1).collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    rounds[0].iter().enumerate().map(|(station, (name, _))| (*name, median(station))).collect()
}
