//! `folkmoot build`: the site from its sources to its folder.

use std::io::{IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::{CLEAN, FAULT, FINDINGS, USAGE};
use super::global::Global;
use super::progress::Progress;
use super::reading::{Wanted, base_url_fault, read, today};
use super::recalling::Recalling;
use super::say::{coloured, fail, tell};
use super::shelving::Shelving;
use crate::diagnostic::{self, Diagnostic, has_errors};
use crate::pipeline::{self, Depth, Inputs, Memory, Watch};
use crate::rules;
use crate::sources::Sources;
use crate::write::{self, Written};

/// Options of `folkmoot build`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The folder that the website goes into; `site` in the folder of the site where not given
    #[arg(short, long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
    /// Where the site will be published, such as <https://www.example.org/plan/>
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
    /// Fail on warnings
    #[arg(long)]
    strict: bool,
    /// Tell how long each station of the build took
    #[arg(long)]
    timings: bool,
}

/// How much text a build keeps as it stands: more of it is packed, which takes a tenth longer and a third of the memory.
const MOST_PLAIN_BYTES: usize = 128 * 1024 * 1024;

/// Builds the site and tells what came of it.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let progress = Progress::new(!global.quiet && std::io::stderr().is_terminal());
    let folder = options.output_dir.clone().unwrap_or_else(|| global.root.join("site"));
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    if let Some(fault) = base_url_fault(options.base_url.as_deref()) {
        return fail(USAGE, &fault);
    }
    if let Err(error) = write::check_folder(&folder, &global.root) {
        return fail(USAGE, &error.to_string());
    }
    let mut reading = match read(global, folder.clone(), &progress) {
        Ok(reading) => reading,
        Err(error) => return fail(USAGE, &error.to_string()),
    };
    let recalling = Recalling::new(global, &folder, &reading, &said(global, options));
    if reading.loaded.is_empty()
        && let Some((pages, files)) = recalling.is_made()
    {
        return conclude(
            pages,
            Written { unchanged: files, ..Written::default() },
            &[],
            &folder,
            (global, options, &progress),
        );
    }
    reading.sources.pack_if_large(MOST_PLAIN_BYTES);
    let wanted = Wanted { base_url: options.base_url.as_deref(), drafts: options.drafts, depth: Depth::Build };
    let rules = rules::all();
    let kept = recalling.kept();
    let shelving = Shelving::new(&folder);
    let inputs =
        Inputs { kept: Some(&kept), shelf: Some(&shelving), ..reading.inputs(global, &wanted, &progress, &rules) };
    // The command ends with this build: to take a large site apart, piece by piece, would only keep people waiting.
    let mut memory = ManuallyDrop::new(Memory::default());
    let built = pipeline::build(inputs, &mut memory);
    let diagnostics = built.diagnostics;
    print_findings(&diagnostics, &reading.sources, global);
    let refused = options.strict && !diagnostics.is_empty();
    let Some(output) = built.value.output.clone().filter(|_| !refused) else {
        progress.finish();
        drop(shelving);
        let counted = diagnostic::summary_line(&diagnostics).unwrap_or_else(|| "no findings".to_owned());
        let before =
            if folder.is_dir() { format!(" The site in {} is as it was.", folder.display()) } else { String::new() };
        tell(&format!("Nothing was written: {counted}.{before}"));
        return if built.value.settings_fault { USAGE } else { FINDINGS };
    };
    progress.station("write");
    let (written, pages) = match shelving.finish(&output) {
        Ok(finished) => finished,
        Err(error) => {
            progress.finish();
            return fail(if error.is_usage() { USAGE } else { FAULT }, &error.to_string());
        }
    };
    progress.station("keep");
    recalling.keep((&output, &pages), &built.value, diagnostics.is_empty() && reading.loaded.is_empty());
    conclude(built.value.pages(), written, &diagnostics, &folder, (global, options, &progress))
}

/// What of the command line and the clock goes into the pages.
fn said(global: &Global, options: &Options) -> String {
    let (clock, base) = (today(), options.base_url.as_deref());
    format!("{:?} {clock} {base:?} {} {:?}", global.today, options.drafts, global.config)
}

/// Prints the summary.
fn conclude(
    pages: usize,
    written: Written,
    diagnostics: &[Diagnostic],
    folder: &Path,
    (global, options, progress): (&Global, &Options, &Progress),
) -> u8 {
    let stations = progress.finish();
    if options.timings {
        for (name, time) in stations {
            tell(&format!("{name:>9}  {:>8.1} ms", time.as_secs_f64() * 1000.0));
        }
    }
    if !global.quiet {
        let found =
            diagnostic::summary_line(diagnostics).map(|counted| format!(", with {counted}")).unwrap_or_default();
        let changes =
            format!("{} files written, {} unchanged, {} removed", written.written, written.unchanged, written.removed);
        let noun = if pages == 1 { "page" } else { "pages" };
        tell(&format!("Built {pages} {noun} ({changes}) in {:.2} s{found}.", progress.elapsed().as_secs_f64()));
        if global.verbose {
            tell(&format!("The site is in {}.", folder.display()));
        }
    }
    if has_errors(diagnostics) { FINDINGS } else { CLEAN }
}

fn print_findings(diagnostics: &[Diagnostic], sources: &Sources, global: &Global) {
    if diagnostics.is_empty() {
        return;
    }
    let stderr = std::io::stderr();
    let text = diagnostic::human(diagnostics, sources, coloured(global, &stderr));
    let _ = write!(stderr.lock(), "{text}");
}
