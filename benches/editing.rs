//! How long an edit takes to be seen, and a build that has nothing to do: `cargo bench --bench editing`.
//!
//! A site of plain pages is previewed as `folkmoot serve` does it, watched and over HTTP. A paragraph of a page is written
//! anew; the time runs from before the write until the page with the new words has been received. Then the command itself
//! builds the site twice. Two sizes in one run, so that growth can be told; `--pages N` makes it one.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark stops at what it did not expect, measures time, and prints figures"
)]

mod sites;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use folkmoot::rules;
use folkmoot::serve::desk::DeskOptions;
use folkmoot::serve::http;
use folkmoot::serve::preview::{Editor, Hosts, Options, Preview};
use folkmoot::serve::session::Session;
use folkmoot::serve::watch::Watched;
use sites::plain::{Dialect, Plain};
use tempfile::TempDir;

const SIZES: [usize; 2] = [1_000, 10_000];
/// Edits of a paragraph, and edits of a title, which other pages show.
const EDITS: usize = 101;
const TITLE_EDITS: usize = 11;
/// Edits while the index of the search page is made behind the preview, which begins once nothing has changed for a second.
const EDITS_WHILE_INDEXING: usize = 21;
const GOAL_MS: f64 = 60.0;
const GOAL_GROWTH: f64 = 2.0;
const GOAL_IDLE_RATIO: f64 = 0.25;

/// The allocator that the command has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut medians = Vec::new();
    let sizes = asked_for().map_or_else(|| SIZES.to_vec(), |pages| vec![pages]);
    for pages in sizes {
        let site = write_site(pages, "off");
        let (words, titles) = preview(site.path(), pages, EDITS, TITLE_EDITS);
        println!("{pages} pages, an edit of a paragraph until it is received: {}", told(&words));
        println!("{pages} pages, an edit of a title until it is received: {}", told(&titles));
        medians.push(percentile(&words, 50));
        let (full, idle, small) = builds(site.path(), pages);
        let ratio = idle.as_secs_f64() / full.as_secs_f64();
        println!(
            "{pages} pages, built in {:.2} s; without a change {:.2} s, ratio {ratio:.3} (goal below {GOAL_IDLE_RATIO}); \
             after an edit of a paragraph {:.2} s, ratio {:.3}",
            full.as_secs_f64(),
            idle.as_secs_f64(),
            small.as_secs_f64(),
            small.as_secs_f64() / full.as_secs_f64()
        );
    }
    let pages = asked_for().unwrap_or(SIZES[SIZES.len() - 1]);
    let site = write_site(pages, "pagefind");
    let (words, _) = preview(site.path(), pages, EDITS_WHILE_INDEXING, 0);
    println!("{pages} pages, the same with a search page, its index being made meanwhile: {}", told(&words));
    let last = medians.last().copied().unwrap_or_default();
    println!("median at the largest size {last:.1} ms (goal below {GOAL_MS} ms)");
    if let [small, large] = medians[..] {
        println!(
            "growth of the median from the smaller to the larger: {:.2} (goal below {GOAL_GROWTH})",
            large / small
        );
    }
}

fn asked_for() -> Option<usize> {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == "--pages")?;
    arguments.get(at + 1)?.parse().ok()
}

fn write_site(pages: usize, search: &str) -> TempDir {
    let folder = sites::folder_in_memory();
    let site = Plain::new(pages, Dialect::Folkmoot);
    sites::write(site.files(), folder.path());
    std::fs::write(folder.path().join("folkmoot.yaml"), site.settings(search)).unwrap();
    folder
}

/// Times in milliseconds of edits of a paragraph and of a title.
fn preview(root: &Path, pages: usize, edits: usize, title_edits: usize) -> (Vec<f64>, Vec<f64>) {
    let root = root.canonicalize().unwrap();
    let site = Plain::new(pages, Dialect::Folkmoot);
    let hosts = Hosts { interface: IpAddr::V4(Ipv4Addr::LOCALHOST), names: Vec::new() };
    let preview = Arc::new(Preview::new(Options { root: root.clone(), editor: Editor::none(), hosts }));
    let watched = Watched { root: root.clone(), config: None, output_folder: Some(root.join("site")), poll: None };
    let desk = DeskOptions {
        root: root.clone(),
        config: None,
        output_folder: root.join("site"),
        today: None,
        base_url: None,
        with_drafts: false,
        navigates: false,
    };
    let day = Box::new(|| jiff::civil::date(2019, 11, 6));
    let session = Session::start(desk, watched, Arc::clone(&preview), (day, rules::all(), Box::new(|_| {}))).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let port = listener.local_addr().unwrap().port();
    runtime.spawn(http::serve(listener, preview, std::future::pending()));
    let mut browser = Browser::new(port);
    let mut edit = |number: usize, title: &str| {
        let page = number * 7919 % pages;
        let words = site.edited(page, title, number + 1);
        let start = Instant::now();
        std::fs::write(root.join(site.file(page)), words).unwrap();
        browser.wait_for(&format!("{}.html", site.path(page)), &[title, &format!("says {}.", number + 1)]);
        start.elapsed().as_secs_f64() * 1000.0
    };
    if title_edits == 0 {
        std::thread::sleep(Duration::from_secs(2)); // the index is being made by then
    }
    let words: Vec<f64> = (0..edits).map(|number| edit(number, "Page")).collect();
    let titles = (0..title_edits).map(|number| edit(number, "Name")).collect();
    drop(session);
    runtime.shutdown_background();
    (words, titles)
}

/// A browser with a page open: it hears of changes and asks for the page.
struct Browser {
    port: u16,
    events: BufReader<TcpStream>,
}

impl Browser {
    fn new(port: u16) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        write!(stream, "GET /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
            .unwrap();
        Self { port, events: BufReader::new(stream) }
    }

    /// Reads events until the page has all of these words.
    fn wait_for(&mut self, path: &str, wanted: &[&str]) {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.events.read_line(&mut line).unwrap() > 0, "the stream ended");
            if line.starts_with("data:") {
                let page = self.page(path);
                if wanted.iter().all(|words| page.contains(words)) {
                    return;
                }
            }
        }
    }

    fn page(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut page = String::new();
        stream.read_to_string(&mut page).unwrap();
        page
    }
}

/// How long the command takes for all of the site, for nothing, and for one edit.
fn builds(root: &Path, pages: usize) -> (Duration, Duration, Duration) {
    let forget = || {
        for name in ["site", ".folkmoot"] {
            let _ = std::fs::remove_dir_all(root.join(name));
        }
    };
    let mut full = Vec::new();
    for _ in 0..3 {
        forget();
        full.push(build(root));
    }
    let idle = (0..5).map(|_| build(root)).collect();
    let site = Plain::new(pages, Dialect::Folkmoot);
    let small = (0..5).map(|number| {
        std::fs::write(root.join(site.file(7)), site.edited(7, "Page", 1000 + number)).unwrap();
        build(root)
    });
    let small = small.collect();
    (median(full), median(idle), median(small))
}

fn build(root: &Path) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.args(["build", "--quiet", "--today", "2019-11-06", "--root"]).arg(root);
    let start = Instant::now();
    assert!(command.status().unwrap().success());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn percentile(times: &[f64], percent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() - 1) * percent / 100]
}

fn told(times: &[f64]) -> String {
    let [median, high] = [50, 95].map(|percent| percentile(times, percent));
    format!("median {median:.1} ms, 95th percentile {high:.1} ms, of {}", times.len())
}
