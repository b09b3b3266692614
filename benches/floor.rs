//! The floor under a build: reads the same Markdown, makes HTML of it and writes as many bytes a page as Folkmoot's page has.
//! It checks nothing, and knows neither templates nor links; what a tool takes longer than this is what it does besides.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads and writes files itself, stops at what it did not expect, and says what it did"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use folkmoot::parse::markdown::options;
use pulldown_cmark::{Parser, html};
use rayon::prelude::*;

/// Turns each Markdown file of a folder into a file of HTML, padded to a length.
#[derive(Debug, clap::Parser)]
struct Arguments {
    /// The folder with the Markdown
    content: PathBuf,
    /// The folder that the HTML goes into
    output: PathBuf,
    /// How many bytes each page has at least
    bytes_a_page: usize,
}

/// The allocator that the command has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let Arguments { content, output, bytes_a_page } = Arguments::parse();
    let mut files = Vec::new();
    gather(&content, Path::new(""), &mut files);
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
    for folder in folders {
        fs::create_dir_all(output.join(folder)).unwrap();
    }
    let written: usize = files
        .par_iter()
        .map(|file| {
            let text = fs::read_to_string(content.join(file)).unwrap();
            let mut page = String::with_capacity(bytes_a_page.max(2 * text.len()));
            html::push_html(&mut page, Parser::new_ext(&text, options()));
            while page.len() < bytes_a_page {
                let missing = (bytes_a_page - page.len()).min(PADDING.len());
                page.push_str(&PADDING[..missing]);
            }
            fs::write(output.join(file).with_extension("html"), &page).unwrap();
            page.len()
        })
        .sum();
    println!("{written} bytes in {} files", files.len());
}

/// What stands for all that a page has around its text.
const PADDING: &str =
    "<p>All that a page has around its text stands here as a line of this length, again and again.</p>\n";

/// Every Markdown file below a folder, by its path within.
fn gather(root: &Path, within: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(root.join(within)).unwrap().map(Result::unwrap) {
        let path = within.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            gather(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}
