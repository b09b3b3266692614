//! Findings as JSON, for programs of the site's owner: the shape is a promise, and `version` changes with it.

use serde::Serialize;

use super::location::location;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::sources::Sources;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    diagnostics: Vec<Finding<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Spot<'a>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Spot<'a>,
}

#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
}

/// Every finding as JSON. Lines and columns count from 1, columns in Unicode scalar values, and ends are exclusive.
pub fn json(findings: &[Diagnostic], sources: &Sources) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let report = Report {
        version: VERSION,
        diagnostics: findings.iter().map(|finding| entry(finding, sources)).collect(),
        summary: Summary { errors: count(Severity::Error), warnings: count(Severity::Warning) },
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn entry<'a>(finding: &'a Diagnostic, sources: &'a Sources) -> Finding<'a> {
    let related = finding.related.iter();
    Finding {
        code: finding.rule.code,
        severity: finding.severity.name(),
        message: &finding.message,
        place: spot(&finding.place, sources),
        help: finding.help.as_deref(),
        related: related
            .map(|related| Related { message: &related.message, place: spot(&related.place, sources) })
            .collect(),
    }
}

fn spot<'a>(place: &'a Place, sources: &'a Sources) -> Spot<'a> {
    let at = location(place, sources);
    Spot { file: at.path, line: at.line, column: at.column, end_line: at.end_line, end_column: at.end_column }
}
