//! How long it takes to check a site of 5,000 pages with 250,000 links to parts of pages, held against building it:
//! `cargo bench`. The last lines give the ratio, which is to stay under 0.35.
//!
//! Must not know how a page is checked.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench measures time and says it")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use divan::Bencher;
use folkmoot::check::output::Overview;
use folkmoot::pipeline::{self, Depth, Inputs, Watch};
use folkmoot::rules;
use folkmoot::sources::history::History;
use folkmoot::sources::{Source, Sources};

const PAGES: usize = 5_000;
const LINKS_OF_A_PAGE: usize = 50;
const PAGES_OF_A_FOLDER: usize = 100;
const PARTS_OF_A_PAGE: usize = 10;

/// How often each is timed for the ratio; the quickest counts, which other work on the machine disturbs least.
const ROUNDS: usize = 5;

/// The allocator that the command has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
    let sources = site();
    let building = quickest(|| timed(&sources, Depth::Build).0);
    let checking = quickest(|| timed(&sources, Depth::Check).1);
    let overview = timed(&sources, Depth::Check).2;
    println!(
        "{} pages with {} links, {} of them to parts of pages: built in {:.3} s, their output checked in {:.3} s, ratio {:.3}",
        overview.pages,
        overview.links,
        overview.anchors,
        building.as_secs_f64(),
        checking.as_secs_f64(),
        checking.as_secs_f64() / building.as_secs_f64()
    );
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn build(bencher: Bencher<'_, '_>) {
    let sources = site();
    bencher.bench_local(|| black_box(timed(&sources, Depth::Build)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn build_and_check(bencher: Bencher<'_, '_>) {
    let sources = site();
    bencher.bench_local(|| black_box(timed(&sources, Depth::Check)));
}

fn quickest(mut time: impl FnMut() -> Duration) -> Duration {
    (0..ROUNDS).map(|_| time()).min().unwrap_or_default()
}

/// When the check of what is written began.
#[derive(Default)]
struct Began(Mutex<Option<Instant>>);

impl Watch for Began {
    fn station(&self, name: &'static str) {
        if name == "check"
            && let Ok(mut began) = self.0.lock()
        {
            *began = Some(Instant::now());
        }
    }
}

/// How long a run took up to the check of what is written, how long that took, and what it looked at.
fn timed(sources: &Sources, depth: Depth) -> (Duration, Duration, Overview) {
    let began = Began::default();
    let rules = rules::all();
    let (history, clock) = (History::default(), jiff::civil::date(2019, 11, 6));
    let inputs = Inputs { depth, ..Inputs::new(sources, &history, clock, &rules, &began) };
    let start = Instant::now();
    let built = pipeline::build(inputs, &mut pipeline::Memory::default());
    let end = Instant::now();
    let faults: Vec<&str> = built.diagnostics.iter().map(|finding| finding.message.as_str()).take(3).collect();
    assert!(faults.is_empty() && built.value.output.is_some(), "the site is without fault: {faults:?}");
    let check = began.0.lock().ok().and_then(|at| *at).unwrap_or(end);
    (check - start, end - check, built.value.overview)
}

/// A site of pages in folders, each with headings and links to the headings of others.
fn site() -> Sources {
    let mut sources = Sources::default();
    "content".clone_into(&mut sources.content_folder);
    sources.settings = Some(sources.add(Source::new("folkmoot.yaml", "title: A large site\n")));
    for page in 0..PAGES {
        let id = sources.add(Source::new(format!("content/{}", path(page)), text(page)));
        sources.content.push(id);
    }
    sources
}

fn path(page: usize) -> String {
    match page {
        0 => "index.md".to_owned(),
        _ => format!("part-{}/page-{page}.md", page / PAGES_OF_A_FOLDER),
    }
}

fn text(page: usize) -> String {
    let mut text = format!("# Page {page}\n\nWhat page {page} is about.\n");
    let up = if page == 0 { "" } else { "../" };
    for part in 0..PARTS_OF_A_PAGE {
        let _ = write!(text, "\n## Part {part}\n\n");
        for link in 0..LINKS_OF_A_PAGE / PARTS_OF_A_PAGE {
            // Steps through all pages, near and far, so that no two pages link to the same ones.
            let target = (page * 31 + part * 977 + link * 3) % PAGES;
            let named = (part + link) % PARTS_OF_A_PAGE;
            let _ = writeln!(
                text,
                "The partnership reads [part {named} of page {target}]({up}{}#part-{named}) before it decides.",
                path(target)
            );
        }
    }
    text
}
