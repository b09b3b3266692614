//! `folkmoot lsp`: a language server for editors, over standard input and output.

use clap::Args;
use lsp_server::Connection;

use super::exit::{CLEAN, FAULT};
use super::global::Global;
use super::reading::today;
use super::say::fail;
use crate::lsp::{self, Settings};
use crate::rules;

/// Options of `folkmoot lsp`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Look at drafts too
    #[arg(long)]
    drafts: bool,
    /// Talk over standard input and output, as editors that can do otherwise ask for; it always does
    #[arg(long, hide = true)]
    stdio: bool,
}

/// Serves an editor until it ends the session.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let is_usual = global.root == std::path::Path::new(".");
    let root = (!is_usual).then(|| std::path::absolute(&global.root).unwrap_or_else(|_| global.root.clone()));
    let config = global.config.as_ref().map(|file| std::path::absolute(file).unwrap_or_else(|_| file.clone()));
    let settings = Settings {
        root,
        options: lsp::Options { today: global.today, config, with_drafts: options.drafts },
        rules: rules::all(),
        day: Box::new(today),
    };
    let (connection, threads) = Connection::stdio();
    let served = lsp::serve(&connection, settings);
    drop(connection);
    match served {
        Ok(()) => {
            // The editor has said goodbye: what is still to be written goes out, and nobody reads on.
            let _ = threads.join();
            CLEAN
        }
        Err(fault) => fail(FAULT, &fault.to_string()),
    }
}
