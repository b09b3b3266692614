//! `folkmoot build`: the site from its sources to its folder.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::{CLEAN, FAULT, FINDINGS, USAGE};
use super::global::{Colour, Global};
use super::progress::Progress;
use crate::diagnostic::{self, Diagnostic, has_errors};
use crate::load::{LoadOptions, load};
use crate::model::kind::Kind;
use crate::output::Output;
use crate::parse::yaml::is_url;
use crate::pipeline::{self, Inputs, Watch};
use crate::rules;
use crate::sources::{Sources, history};
use crate::write;

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

/// Builds the site and tells what came of it.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let progress = Progress::new(!global.quiet && std::io::stderr().is_terminal());
    let folder = options.output_dir.clone().unwrap_or_else(|| global.root.join("site"));
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let config = global.config.as_ref().map(|file| std::path::absolute(file).unwrap_or_else(|_| file.clone()));
    if let Some(base) = &options.base_url
        && (!is_url(base) || base.contains(['?', '#']))
    {
        return fail(
            USAGE,
            &format!(
                "`{base}` is not the address of a website; write it in full, such as https://www.example.org/plan/."
            ),
        );
    }
    if let Err(error) = write::check_folder(&folder, &global.root) {
        return fail(USAGE, &error.to_string());
    }
    progress.station("load");
    let kind_folders: Vec<&str> =
        Kind::ALL.iter().map(|kind| kind.folder()).filter(|folder| !folder.is_empty()).collect();
    let load_options = LoadOptions { config, output_folder: folder.clone(), kind_folders: &kind_folders };
    let loaded = match load(&global.root, &load_options) {
        Ok(loaded) => loaded,
        Err(error) => return fail(USAGE, &error.to_string()),
    };
    let sources = loaded.value;
    progress.station("history");
    let history = history::last_changed(&global.root, &sources.content_folder);
    let inputs = Inputs {
        sources: &sources,
        history: &history,
        today: global.today,
        clock: today(),
        base_url: options.base_url.clone(),
        with_drafts: options.drafts,
        rules: &rules::all(),
        loaded: loaded.diagnostics,
        watch: &progress,
    };
    let built = pipeline::build(inputs);
    let diagnostics = built.diagnostics;
    print_findings(&diagnostics, &sources, global);
    let refused = options.strict && !diagnostics.is_empty();
    let Some(output) = built.value.output.filter(|_| !refused) else {
        progress.finish();
        let counted = diagnostic::summary_line(&diagnostics).unwrap_or_else(|| "no findings".to_owned());
        let before =
            if folder.is_dir() { format!(" The site in {} is as it was.", folder.display()) } else { String::new() };
        tell(&format!("Nothing was written: {counted}.{before}"));
        return if built.value.settings_fault { USAGE } else { FINDINGS };
    };
    finish(&output, &folder, built.value.pages, &diagnostics, (global, options, &progress))
}

/// Writes the site and prints the summary.
fn finish(
    output: &Output,
    folder: &Path,
    pages: usize,
    diagnostics: &[Diagnostic],
    (global, options, progress): (&Global, &Options, &Progress),
) -> u8 {
    progress.station("write");
    let written = match write::write(output, folder) {
        Ok(written) => written,
        Err(error) => {
            progress.finish();
            return fail(if error.is_usage() { USAGE } else { FAULT }, &error.to_string());
        }
    };
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
    let colour = match global.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stderr().is_terminal() && !no_color(),
    };
    let _ = write!(std::io::stderr().lock(), "{}", diagnostic::human(diagnostics, sources, colour));
}

/// Whether the reader asked for no colours (no-color.org).
#[expect(clippy::disallowed_methods, reason = "the environment belongs to the command line")]
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The day on which the build runs.
#[expect(clippy::disallowed_methods, reason = "the clock is read once, at the edge")]
fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

fn fail(code: u8, sentence: &str) -> u8 {
    tell(&format!("error: {sentence}"));
    code
}
