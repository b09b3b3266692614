//! What the site tells machines: heads, the vocabulary of schema.org, the feed, the calendar, the data of records, the
//! headers, the contact for weaknesses. And that nothing on a page needs more than the Content-Security-Policy lets it.
//!
//! Must not know how any of it is made.

mod calendar;
mod data;
mod feed;
mod heads;
mod linked_data;
mod policy;

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use super::support::{Run, Site};

/// Where the example is published in these tests.
const BASE: &str = "https://www.example.org/plan/";

/// The example as it is, and as it is published below a path.
static EXAMPLE: LazyLock<(Files, Files)> = LazyLock::new(|| (example(&[]), example(&["--base-url", BASE])));

/// The files of a built site.
type Files = BTreeMap<String, String>;

fn example(arguments: &[&str]) -> Files {
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/folkmoot.yaml")).unwrap();
    let site = Site::new().folder("content").folder("themes").file("folkmoot.yaml", &settings).args(arguments);
    files(&site.build().expect_exit(0))
}

fn files(run: &Run) -> Files {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    run.snapshot().into_iter().map(|(path, (bytes, _))| (path, text(&bytes))).collect()
}

/// The pages among the files of a site.
fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter(|(path, _)| is_page(path)).map(|(path, html)| (path.as_str(), html.as_str()))
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}
