//! The report of a check, handed to whoever asked for it in the form that was asked for.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::global::Global;
use super::say::{coloured, tell, variable};
use crate::diagnostic::{Diagnostic, Rule, report};
use crate::sources::Sources;
use crate::write;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, with the lines that the findings stand in.
    Human,
    /// JSON of a stable shape.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// `JUnit` XML, for servers of continuous integration.
    #[value(help = "JUnit XML, for servers of continuous integration")]
    Junit,
    /// Workflow commands of GitHub Actions, which show findings at their lines.
    Github,
}

/// Largest summary of a step that GitHub takes, in bytes.
const SUMMARY_LIMIT_BYTES: usize = 1024 * 1024;

/// What a check has to say.
pub(super) struct Report<'a> {
    /// What was found.
    pub(super) findings: &'a [Diagnostic],
    /// The texts that it was found in.
    pub(super) sources: &'a Sources,
    /// Every rule that there is.
    pub(super) rules: &'a [&'static Rule],
    /// What was looked at and what came of it, in a line.
    pub(super) looked_at: String,
    /// Whether warnings fail the check.
    pub(super) strict: bool,
    /// The exit code that the check ends with.
    pub(super) exit_code: u8,
}

impl Report<'_> {
    /// Puts it on standard output or into `file`. The line on what was looked at closes the report for people, and stands
    /// beside any other on standard error. The sentence says why it could not be handed over.
    pub(super) fn hand_over(&self, global: &Global, format: Format, file: Option<&Path>) -> Result<(), String> {
        let colour = file.is_none() && coloured(global, &io::stdout());
        let mut text = self.text(global, format, colour)?;
        let is_last_line = format == Format::Human;
        if is_last_line && !global.quiet {
            text.push_str(&self.looked_at);
            text.push('\n');
        }
        match file {
            None => print(&text)?,
            Some(file) => {
                write::put(file, text.as_bytes())
                    .map_err(|error| format!("The report cannot be written to \"{}\": {error}.", file.display()))?;
            }
        }
        if !global.quiet && (!is_last_line || file.is_some()) {
            tell(&self.looked_at);
        }
        Ok(())
    }

    fn text(&self, global: &Global, format: Format, colour: bool) -> Result<String, String> {
        let Self { findings, sources, .. } = *self;
        Ok(match format {
            Format::Human => report::human(findings, sources, colour),
            Format::Json => report::json(findings, sources),
            Format::Junit => report::junit(findings, sources, self.strict),
            Format::Sarif => {
                let (rules, exit_code) = (self.rules, self.exit_code);
                report::sarif(&report::Run { findings, sources, rules, exit_code })
            }
            Format::Github => self.annotations(global)?,
        })
    }

    /// What GitHub shows of one step; the rest goes to the summary of the step, where there is one.
    fn annotations(&self, global: &Global) -> Result<String, String> {
        let shown = report::annotations(self.findings, self.sources, &way_to_site(&global.root));
        let mut text = shown.text;
        let number = shown.left_over.len();
        if number == 0 {
            return Ok(text);
        }
        let are = if number == 1 { "1 more finding is" } else { &format!("{number} more findings are") };
        let Some(file) = variable("GITHUB_STEP_SUMMARY").map(PathBuf::from) else {
            text.push_str(are);
            text.push_str(" not shown.\n");
            return Ok(text);
        };
        let there = file.metadata().map_or(0, |about| usize::try_from(about.len()).unwrap_or(usize::MAX));
        let room = SUMMARY_LIMIT_BYTES.saturating_sub(there).saturating_sub(1);
        let table = report::step_summary(&shown.left_over, self.sources, room);
        if table.is_empty() {
            text.push_str(are);
            text.push_str(" not shown: the summary of this step is full.\n");
            return Ok(text);
        }
        append(&file, &table)
            .map_err(|error| format!("The summary of the step, \"{}\", cannot be written: {error}.", file.display()))?;
        text.push_str(are);
        text.push_str(" in the summary of this step.\n");
        Ok(text)
    }
}

/// The way from the root of the repository to that of the site, such as `docs/`; empty where they are one, or where the
/// site lies elsewhere.
fn way_to_site(root: &Path) -> String {
    let workspace = variable("GITHUB_WORKSPACE").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let (Ok(workspace), Ok(root)) = (workspace.canonicalize(), root.canonicalize()) else { return String::new() };
    let Ok(way) = root.strip_prefix(&workspace) else { return String::new() };
    way.components().fold(String::new(), |way, part| way + &part.as_os_str().to_string_lossy() + "/")
}

/// Prints to standard output. A reader that has gone, as `head` does, wanted no more.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("Nothing can be printed: {error}.")),
        _ => Ok(()),
    }
}

/// Adds a paragraph to the end of a file.
fn append(file: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(file)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")
}
