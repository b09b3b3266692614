//! Findings as workflow commands of GitHub Actions, which show them at their lines, and as a table for the summary of a
//! step.

use std::fmt::Write as _;

use super::location::location;
use crate::diagnostic::{Diagnostic, Severity};
use crate::sources::Sources;

/// How many errors, and how many warnings, GitHub shows of one step; it passes over any more in silence.
const MOST_SHOWN: usize = 10;

/// What goes to the log of a step.
pub struct Annotations<'a> {
    /// A workflow command a line.
    pub text: String,
    /// The findings that GitHub would not show.
    pub left_over: Vec<&'a Diagnostic>,
}

/// The first findings, errors before warnings, as workflow commands. Paths get `prefix` before them, the way from the root
/// of the repository to that of the site, such as `docs/`.
pub fn annotations<'a>(findings: &'a [Diagnostic], sources: &Sources, prefix: &str) -> Annotations<'a> {
    let mut text = String::new();
    let mut left_over = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        let of_it = findings.iter().filter(|finding| finding.severity == severity);
        for (index, finding) in of_it.enumerate() {
            if index < MOST_SHOWN {
                text.push_str(&command(finding, sources, prefix));
            } else {
                left_over.push(finding);
            }
        }
    }
    Annotations { text, left_over }
}

fn command(finding: &Diagnostic, sources: &Sources, prefix: &str) -> String {
    let at = location(&finding.place, sources);
    let (name, code) = (finding.severity.name(), finding.rule.code);
    let file = property(&within_repository(at.path, prefix));
    // GitHub takes columns only where a finding begins and ends on one line.
    let columns =
        if at.line == at.end_line { format!(",col={},endColumn={}", at.column, at.end_column) } else { String::new() };
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", finding.message));
    let (line, end_line) = (at.line, at.end_line);
    format!("::{name} file={file},line={line},endLine={end_line}{columns},title={code}::{message}\n")
}

/// The path of a file from the root of the repository, `prefix` being the way from there to the site. One outside the site
/// goes up from it; one outside the repository stays as it is.
fn within_repository(path: &str, prefix: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    let (mut rest, mut folders) = (path, prefix.trim_end_matches('/'));
    while let Some(above) = rest.strip_prefix("../").filter(|_| !folders.is_empty()) {
        rest = above;
        folders = folders.rsplit_once('/').map_or("", |(before, _)| before);
    }
    if folders.is_empty() { rest.to_owned() } else { format!("{folders}/{rest}") }
}

/// The message of a command: on one line, so that what follows in it is no command of its own.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Findings as a Markdown table of at most `most_bytes`; those that find no room are counted.
pub fn step_summary(findings: &[&Diagnostic], sources: &Sources, most_bytes: usize) -> String {
    /// Kept for the line that counts the others.
    const LAST_LINE_BYTES: usize = 100;
    let noun = if findings.len() == 1 { "finding" } else { "findings" };
    let mut text = format!("### folkmoot check: {} more {noun}\n\n", findings.len());
    text.push_str("| | Place | What is wrong |\n| --- | --- | --- |\n");
    for (index, finding) in findings.iter().enumerate() {
        let row = row(finding, sources);
        if text.len() + row.len() + LAST_LINE_BYTES > most_bytes {
            let _ = writeln!(text, "\nand {} more that find no room here.", findings.len() - index);
            break;
        }
        text.push_str(&row);
    }
    if text.len() > most_bytes { String::new() } else { text }
}

fn row(finding: &Diagnostic, sources: &Sources) -> String {
    let (path, line, column) = finding.location(sources);
    let help = finding.help.as_ref().map(|help| format!(" {help}")).unwrap_or_default();
    let (severity, code) = (finding.severity.name(), finding.rule.code);
    let told = markdown(&format!("{}{help}", finding.message));
    format!("| {severity}: {code} | {}:{line}:{column} | {told} |\n", markdown(path))
}

/// Text that stands for itself in a cell of a Markdown table.
fn markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '>' => plain.extend(['\\', c]),
            c if c.is_control() => plain.push(' '),
            _ => plain.push(c),
        }
    }
    plain
}
