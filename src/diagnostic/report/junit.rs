//! Findings as `JUnit` XML, which most servers of continuous integration show: a suite for each file, a failing case for
//! each finding.

use std::fmt::Write as _;

use super::location::location;
use crate::diagnostic::{Diagnostic, Severity};
use crate::sources::Sources;

/// Every finding as a test case. A warning is a case that passes and says something, unless it `fails` too.
pub fn junit(findings: &[Diagnostic], sources: &Sources, warnings_fail: bool) -> String {
    let fails = |finding: &Diagnostic| finding.severity == Severity::Error || warnings_fail;
    let failures = findings.iter().filter(|finding| fails(finding)).count();
    let tests = findings.len().max(1);
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ =
        writeln!(text, "<testsuites name=\"folkmoot check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    if findings.is_empty() {
        text.push_str("  <testsuite name=\"folkmoot check\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n");
        text.push_str("    <testcase classname=\"folkmoot check\" name=\"no findings\"/>\n  </testsuite>\n");
    }
    for suite in findings.chunk_by(|a, b| a.location(sources).0 == b.location(sources).0) {
        let failures = suite.iter().filter(|finding| fails(finding)).count();
        let path = suite.first().map_or("", |finding| finding.location(sources).0);
        let (name, tests) = (escaped(path), suite.len());
        let _ = writeln!(
            text,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
        );
        for finding in suite {
            case(&mut text, finding, sources, fails(finding));
        }
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

fn case(text: &mut String, finding: &Diagnostic, sources: &Sources, fails: bool) {
    let at = location(&finding.place, sources);
    let (path, code, severity) = (escaped(at.path), finding.rule.code, finding.severity.name());
    let (line, column) = (at.line, at.column);
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let related = finding.related.iter().fold(String::new(), |mut all, related| {
        let at = location(&related.place, sources);
        let _ = write!(all, "\n{}:{}:{}: {}", at.path, at.line, at.column, related.message);
        all
    });
    let told = format!("{}:{line}:{column}: {}{help}{related}", at.path, finding.message);
    let _ = writeln!(
        text,
        "    <testcase classname=\"{path}\" name=\"{code}, line {line}, column {column}\" file=\"{path}\" line=\"{line}\">"
    );
    let told = escaped(&told);
    if fails {
        let message = escaped(&finding.message);
        let _ = writeln!(text, "      <failure type=\"{code}\" message=\"{message}\">{told}</failure>");
    } else {
        let _ = writeln!(text, "      <system-out>{severity}[{code}] {told}</system-out>");
    }
    text.push_str("    </testcase>\n");
}

/// Text for XML, within elements and between double quotes. Characters that no XML 1.0 document may hold (2.2), not even
/// escaped, become U+FFFD.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // As they are, an attribute would turn them into spaces (XML 1.0, 3.3.3).
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            _ => escaped.push(c),
        }
    }
    escaped
}
