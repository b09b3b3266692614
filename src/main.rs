//! The `folkmoot` command.

use std::process::ExitCode;

/// Thousands of pages are made of millions of small pieces of text; this takes a third off the time of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    folkmoot::cli::run()
}
