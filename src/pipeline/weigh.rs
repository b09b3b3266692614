//! How grave each finding is on this site: what the settings raise or switch off, what is accepted where it stands.

use super::inputs::Depth;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::graph::Graph;
use crate::model::acceptance::Acceptance;
use crate::model::settings::{CheckLevel, Settings};
use crate::sources::Span;

/// A finding that is accepted, and where.
pub(super) struct Accepted {
    extent: Span,
    pub(super) acceptance: Acceptance,
}

/// Every acceptance of every record and section.
pub(super) fn acceptances(graph: &Graph) -> Vec<Accepted> {
    let mut accepted = Vec::new();
    for (_, record) in graph.records() {
        let own = record.shared.accept.iter().map(|acceptance| (record.extent, acceptance));
        let sections =
            record.sections.iter().flat_map(|section| section.accept.iter().map(|given| (section.extent, given)));
        accepted.extend(
            own.chain(sections).map(|(extent, acceptance)| Accepted { extent, acceptance: acceptance.clone() }),
        );
    }
    accepted
}

/// What weighing left.
pub(super) struct Weighed {
    pub(super) findings: Vec<Diagnostic>,
    /// Whether something of the kind stands where it is accepted, for each acceptance, be its day past or not.
    pub(super) needed: Vec<bool>,
}

/// Gives each finding the weight that the settings say, and leaves out findings that are accepted where they stand.
pub(super) fn weigh(
    mut all: Vec<Diagnostic>,
    settings: &Settings,
    accepted: &[Accepted],
    today: jiff::civil::Date,
    depth: Depth,
) -> Weighed {
    let mut needed = vec![false; accepted.len()];
    all.retain_mut(|finding| {
        let level = settings.checks.0.iter().find(|entry| entry.key.value == finding.rule.code);
        let level = level.map(|entry| entry.value.value);
        // Of rules that are errors on records and warnings on ordinary pages only the warnings give way.
        let yields = finding.severity == Severity::Warning || finding.rule.is_found_by_check_alone();
        let mut is_accepted = false;
        for (given, needed) in accepted.iter().zip(&mut needed).filter(|(given, _)| covers(given, finding)) {
            *needed = true;
            is_accepted |= given.acceptance.until.is_none_or(|until| until.value >= today);
        }
        if yields && (level == Some(CheckLevel::Off) || is_accepted) {
            return false;
        }
        match level {
            Some(CheckLevel::Error) => finding.severity = Severity::Error,
            Some(CheckLevel::Warning) if yields => finding.severity = Severity::Warning,
            None if depth == Depth::Check && finding.rule.is_error_in_check() => finding.severity = Severity::Error,
            _ => {}
        }
        true
    });
    Weighed { findings: all, needed }
}

fn covers(given: &Accepted, finding: &Diagnostic) -> bool {
    let Place::Span(span) = &finding.place else { return false };
    let within =
        span.source == given.extent.source && given.extent.start <= span.start && span.start <= given.extent.end;
    within && given.acceptance.code.value == finding.rule.code
}

/// Whether something stands in the way of pages. What only a check finds does not: it looks at a site that could be made.
pub(super) fn cannot_be_made(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && !finding.rule.is_found_by_check_alone())
}
