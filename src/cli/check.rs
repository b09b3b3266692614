//! `folkmoot check`: everything that can be wrong, from the sources to the pages as they are written. Writes no site.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::against;
use super::baseline::{ListOptions, Standing};
use super::exit::{CLEAN, FAULT, FINDINGS, USAGE};
use super::external::{External, ExternalOptions};
use super::global::Global;
use super::progress::Progress;
use super::reading::{Wanted, base_url_fault, read};
use super::report::{Format, Report};
use super::say::{fail, tell};
use crate::check::output::Overview;
use crate::diagnostic::{self, Checked, Diagnostic, has_errors};
use crate::model::settings::Settings;
use crate::pipeline::{self, Built, Depth, Memory};
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
    /// How to write the report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Write the report to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,
    /// Tell which addresses of an earlier build are gone: its folder, or its addresses.json
    #[arg(long, value_name = "OLD")]
    against: Option<PathBuf>,
    #[command(flatten)]
    baseline: ListOptions,
    #[command(flatten)]
    external: ExternalOptions,
}

/// Checks the site and hands over the report.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let progress = Progress::new(!global.quiet && std::io::stderr().is_terminal());
    if let Some(fault) = base_url_fault(options.base_url.as_deref()) {
        return fail(USAGE, &fault);
    }
    let external = match External::new(global, &options.external) {
        Ok(external) => external,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    let mut reading = match read(global, global.root.join("site"), &progress) {
        Ok(reading) => reading,
        Err(error) => return fail(USAGE, &error.to_string()),
    };
    let list = match options.baseline.read(global, &mut reading) {
        Ok(list) => list,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    let wanted = Wanted { base_url: options.base_url.as_deref(), drafts: options.drafts, depth: Depth::Check };
    let rules = rules::all();
    let earlier = match options.against.as_deref().map(|old| against::read(old, &global.root)).transpose() {
        Ok(earlier) => earlier,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    let ask = |overview: &Overview, settings: &Settings| external.ask(overview, settings, &reading.sources, &progress);
    let mut inputs = reading.inputs(global, &wanted, &progress, &rules);
    inputs.baseline = list.as_ref().filter(|_| !options.baseline.write_baseline).and_then(Standing::source);
    inputs.earlier = earlier.as_ref();
    inputs.ask_the_web = Some(&ask);
    let mut checked = pipeline::build(inputs, &mut Memory::default());
    progress.finish();
    if let Some(list) = list.filter(|_| options.baseline.write_baseline) {
        match options.baseline.write(&list, &reading, &rules, &mut checked) {
            Ok(said) if global.quiet => drop(said),
            Ok(said) => tell(&said),
            Err((code, sentence)) => return fail(code, &sentence),
        }
    }
    let report = Report {
        findings: &checked.diagnostics,
        sources: &reading.sources,
        rules: &rules,
        looked_at: summary(&checked.value.overview, &checked.diagnostics, progress.elapsed()),
        strict: options.strict,
        exit_code: exit_code(&checked, options.strict),
    };
    let handed_over = report.hand_over(global, options.format, options.output_file.as_deref());
    if !global.quiet {
        external.tell();
    }
    match handed_over {
        Ok(()) => report.exit_code,
        Err(sentence) => fail(FAULT, &sentence),
    }
}

fn exit_code(checked: &Checked<Built>, strict: bool) -> u8 {
    if checked.value.settings_fault {
        USAGE
    } else if has_errors(&checked.diagnostics) || (strict && !checked.diagnostics.is_empty()) {
        FINDINGS
    } else {
        CLEAN
    }
}

/// What was looked at, in how long, and what came of it, in a line.
fn summary(overview: &Overview, diagnostics: &[Diagnostic], elapsed: Duration) -> String {
    let found = diagnostic::summary_line(diagnostics).unwrap_or_else(|| "no findings".to_owned());
    if overview.pages == 0 {
        let seconds = elapsed.as_secs_f64();
        return format!(
            "Checked the sources in {seconds:.2} s: {found}. The pages come next, once no error keeps them from being made."
        );
    }
    let count = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    format!(
        "Checked {}, {}, {}, {} and {} in {:.2} s: {found}.",
        count(overview.records, "record"),
        count(overview.references, "reference"),
        count(overview.links, "link"),
        count(overview.anchors, "anchor"),
        count(overview.pages, "page"),
        elapsed.as_secs_f64()
    )
}
