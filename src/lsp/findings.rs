//! What is wrong with a site, as the editor underlines it.
//!
//! Must not know what any finding says.

use std::collections::BTreeMap;
use std::path::Path;

use lsp_types::{
    Diagnostic as Underlined, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position,
    Range, Uri,
};

use super::files;
use super::positions::Encoding;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::sources::Sources;

/// Who found it, beside each finding.
const FOUND_BY: &str = "folkmoot";

/// Gives the URI of a file of the site by its name.
pub(super) type UriOf<'a> = dyn Fn(&str) -> Option<Uri> + 'a;

/// The findings by the name of the file that they stand in.
pub(super) fn by_file(
    findings: &[Diagnostic],
    sources: &Sources,
    encoding: Encoding,
    uri_of: &UriOf<'_>,
) -> BTreeMap<String, Vec<Underlined>> {
    let mut files: BTreeMap<String, Vec<Underlined>> = BTreeMap::new();
    for finding in findings {
        let (file, range) = place(&finding.place, sources, encoding);
        files.entry(file.to_owned()).or_default().push(underlined(finding, range, sources, encoding, uri_of));
    }
    files
}

fn underlined(
    finding: &Diagnostic,
    range: Range,
    sources: &Sources,
    encoding: Encoding,
    uri_of: &UriOf<'_>,
) -> Underlined {
    let related = finding.related.iter().filter_map(|related| {
        let (file, range) = place(&related.place, sources, encoding);
        let location = Location { uri: uri_of(file)?, range };
        Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
    });
    let related: Vec<DiagnosticRelatedInformation> = related.collect();
    let message = match &finding.help {
        Some(help) => format!("{}\n{help}", finding.message),
        None => finding.message.clone(),
    };
    Underlined {
        range,
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(finding.rule.code.to_owned())),
        source: Some(FOUND_BY.to_owned()),
        message,
        related_information: Some(related).filter(|related| !related.is_empty()),
        ..Underlined::default()
    }
}

/// The file and the range of a place.
fn place<'a>(place: &'a Place, sources: &'a Sources, encoding: Encoding) -> (&'a str, Range) {
    match place {
        Place::Span(span) => (&sources.get(span.source).path, encoding.of_span(sources, *span)),
        Place::File { path, line, column } => {
            let number = |number: usize| u32::try_from(number.saturating_sub(1)).unwrap_or(u32::MAX);
            let at = Position { line: number(*line), character: number(*column) };
            (path, Range { start: at, end: at })
        }
    }
}

/// The URI of a file of the site that lies at `root`, which need not be open.
pub(super) fn uri_on_disk(root: &Path, name: &str) -> Option<Uri> {
    files::uri(&files::place(root, name))
}
