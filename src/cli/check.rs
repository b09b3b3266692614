//! `folkmoot check`: everything that can be wrong, from the sources to the pages as they are written. Writes no site.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use clap::Args;

use super::exit::{CLEAN, FINDINGS, USAGE};
use super::global::Global;
use super::progress::Progress;
use super::reading::{Wanted, base_url_fault, read};
use super::say::{coloured, fail};
use crate::check::output::Overview;
use crate::diagnostic::{self, Diagnostic, has_errors};
use crate::pipeline::{self, Depth};
use crate::rules;

/// Options of `folkmoot check`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Where the site will be published, such as <https://www.example.org/plan/>
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// Look at drafts too
    #[arg(long)]
    drafts: bool,
    /// Fail on warnings
    #[arg(long)]
    strict: bool,
}

/// Checks the site and prints what was found.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let progress = Progress::new(!global.quiet && std::io::stderr().is_terminal());
    if let Some(fault) = base_url_fault(options.base_url.as_deref()) {
        return fail(USAGE, &fault);
    }
    let reading = match read(global, global.root.join("site"), &progress) {
        Ok(reading) => reading,
        Err(error) => return fail(USAGE, &error.to_string()),
    };
    let wanted = Wanted { base_url: options.base_url.as_deref(), drafts: options.drafts, depth: Depth::Check };
    let rules = rules::all();
    let checked = pipeline::build(reading.inputs(global, &wanted, &progress, &rules));
    progress.finish();
    let diagnostics = checked.diagnostics;
    let stdout = std::io::stdout();
    let mut text = diagnostic::human(&diagnostics, &reading.sources, coloured(global, &stdout));
    if !global.quiet {
        text.push_str(&summary(&checked.value.overview, &diagnostics, progress.elapsed()));
    }
    let _ = stdout.lock().write_all(text.as_bytes());
    if checked.value.settings_fault {
        USAGE
    } else if has_errors(&diagnostics) || (options.strict && !diagnostics.is_empty()) {
        FINDINGS
    } else {
        CLEAN
    }
}

/// What was looked at, in how long, and what came of it, in a line.
fn summary(overview: &Overview, diagnostics: &[Diagnostic], elapsed: Duration) -> String {
    let found = diagnostic::summary_line(diagnostics).unwrap_or_else(|| "no findings".to_owned());
    let Overview { records, references, links, anchors, pages, .. } = overview;
    format!(
        "Checked {records} records, {references} references, {links} links, {anchors} anchors and {pages} pages in {:.2} s: {found}.\n",
        elapsed.as_secs_f64()
    )
}
