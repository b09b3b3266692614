//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show.

use serde::Serialize;

use super::location::location;
use super::utf16::Columns;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity, fingerprint::fingerprints};
use crate::sources::Sources;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to.
const SITE_ROOT: &str = "SITEROOT";

/// A run of the check.
pub struct Run<'a> {
    /// What was found.
    pub findings: &'a [Diagnostic],
    /// The texts that it was found in.
    pub sources: &'a Sources,
    /// Every rule that there is.
    pub rules: &'a [&'static Rule],
    /// The exit code that the run ends with.
    pub exit_code: u8,
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Record<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    tool: Tool<'a>,
    invocations: [Invocation; 1],
    original_uri_base_ids: Bases,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Words<'a>,
    full_description: Words<'a>,
    help: Help,
    default_configuration: Configuration,
    properties: Tags<'a>,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Tags<'a> {
    tags: [&'a str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    exit_code: u8,
}

#[derive(Serialize)]
struct Bases {
    #[serde(rename = "SITEROOT")]
    site_root: Base,
}

#[derive(Serialize)]
struct Base {
    description: Words<'static>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Spot; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Spot>,
    partial_fingerprints: Fingerprint,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Fingerprint {
    #[serde(rename = "folkmootFinding/v1")]
    finding: String,
}

/// Every finding as SARIF. Columns are in UTF-16 code units, as is the custom of editors.
pub fn sarif(run: &Run<'_>) -> String {
    let mut columns = Columns::default();
    let known = fingerprints(run.findings, run.sources);
    let results = run.findings.iter().zip(known).map(|(finding, known)| result(finding, known, run, &mut columns));
    let description = Words { text: "The folder of the site." };
    let record = Record {
        tool: Tool {
            driver: Driver {
                name: "folkmoot",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: run.rules.iter().map(|rule| descriptor(rule)).collect(),
            },
        },
        invocations: [Invocation { execution_successful: true, exit_code: run.exit_code }],
        original_uri_base_ids: Bases { site_root: Base { description } },
        column_kind: "utf16CodeUnits",
        results: results.collect(),
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [record] };
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn descriptor(rule: &'static Rule) -> Descriptor<'static> {
    Descriptor {
        id: rule.code,
        short_description: Words { text: rule.first_sentence() },
        full_description: Words { text: rule.explanation },
        help: Help { text: rule.plain(), markdown: rule.markdown() },
        default_configuration: Configuration { level: rule.severity_in_check().name() },
        properties: Tags { tags: [rule.family.name()] },
    }
}

fn result<'a>(finding: &'a Diagnostic, known: String, run: &Run<'_>, columns: &mut Columns) -> Finding<'a> {
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let mut spot = |place: &Place, id: Option<usize>, message: Option<Message>| Spot {
        id,
        physical_location: physical(place, run.sources, columns),
        message,
    };
    let location = spot(&finding.place, None, None);
    let related = finding.related.iter().enumerate();
    Finding {
        rule_id: finding.rule.code,
        rule_index: run.rules.iter().position(|rule| *rule == finding.rule),
        level: level(finding.severity),
        message: Message { text: format!("{}{help}", finding.message) },
        locations: [location],
        related_locations: related
            .map(|(index, related)| {
                spot(&related.place, Some(index + 1), Some(Message { text: related.message.clone() }))
            })
            .collect(),
        partial_fingerprints: Fingerprint { finding: known },
    }
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn physical(place: &Place, sources: &Sources, columns: &mut Columns) -> Physical {
    let at = location(place, sources);
    let region = match place {
        Place::Span(span) => {
            let (start, end) = columns.of(*span, sources);
            Region {
                start_line: at.line,
                start_column: Some(start),
                end_line: Some(at.end_line),
                end_column: Some(end),
            }
        }
        // The text is none of ours, so that its columns in UTF-16 cannot be known: the line is meant.
        Place::File { .. } => Region { start_line: at.line, start_column: None, end_line: None, end_column: None },
    };
    Physical { artifact_location: Artifact { uri: uri(at.path), uri_base_id: SITE_ROOT }, region }
}

/// A path as a relative URI (RFC 3986): whatever may not stand in one is percent-encoded, and so is a colon, which would
/// make its first part a scheme.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
    uri
}
