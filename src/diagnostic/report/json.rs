//! Findings as JSON, for programs of the site's owner: the shape is a promise, and `version` changes with it.

use serde::Serialize;

use super::location::location;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::sources::Sources;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report {
    version: u32,
    diagnostics: Vec<Finding>,
    summary: Summary,
}

/// A finding as programs read it, on its own: it needs no sources.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Finding {
    /// The code of its rule.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// One sentence.
    pub message: String,
    /// Where it stands.
    #[serde(flatten)]
    pub spot: Spot,
    /// What to type to mend it.
    pub help: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<RelatedSpot>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RelatedSpot {
    /// What stands there, in a few words.
    pub message: String,
    /// Where.
    #[serde(flatten)]
    pub spot: Spot,
}

/// A place in a file: lines and columns count from 1, columns in Unicode scalar values, and ends are exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Spot {
    /// The file's path, relative to the site's root.
    pub file: String,
    /// The line that it begins in.
    pub line: usize,
    /// The column that it begins at.
    pub column: usize,
    /// The line that it ends in.
    pub end_line: usize,
    /// The column that it ends before.
    pub end_column: usize,
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
        diagnostics: self::findings(findings, sources),
        summary: Summary { errors: count(Severity::Error), warnings: count(Severity::Warning) },
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

/// Every finding, in order, with lines and columns in place of spans.
pub fn findings(findings: &[Diagnostic], sources: &Sources) -> Vec<Finding> {
    findings.iter().map(|finding| entry(finding, sources)).collect()
}

fn entry(finding: &Diagnostic, sources: &Sources) -> Finding {
    let related = finding.related.iter();
    Finding {
        code: finding.rule.code,
        severity: finding.severity.name(),
        message: finding.message.clone(),
        spot: spot(&finding.place, sources),
        help: finding.help.clone(),
        related: related
            .map(|related| RelatedSpot { message: related.message.clone(), spot: spot(&related.place, sources) })
            .collect(),
    }
}

fn spot(place: &Place, sources: &Sources) -> Spot {
    let at = location(place, sources);
    let file = at.path.to_owned();
    Spot { file, line: at.line, column: at.column, end_line: at.end_line, end_column: at.end_column }
}
