//! Writes a site of the benches into a folder: `cargo run --release --example make-site -- plain 10000 /tmp/site`.
#![expect(clippy::print_stdout, reason = "it says what it wrote")]

mod sites;

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use sites::plain::{Dialect, Plain};

/// Writes a site of the benches into a folder.
#[derive(Debug, Parser)]
struct Arguments {
    /// What sort of site
    kind: Kind,
    /// How many pages, besides those that list others
    pages: usize,
    /// The folder that it goes into
    folder: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Plain Markdown in folders of fifty
    Plain,
    /// Boards, priorities, plans and what belongs to them
    Typed,
    /// The plain pages with layouts for Hugo
    Hugo,
}

fn main() {
    let Arguments { kind, pages, folder } = Arguments::parse();
    let bytes = match kind {
        Kind::Plain => sites::write(Plain::new(pages, Dialect::Folkmoot).files(), &folder),
        Kind::Typed => sites::write(sites::typed::files(pages), &folder),
        Kind::Hugo => sites::write(sites::hugo::files(pages), &folder),
    };
    println!("{bytes} bytes in {}", folder.display());
}
