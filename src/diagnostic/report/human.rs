//! Findings for people: the sentence, the line it stands in with a caret, and how to mend it.
//!
//! Gives text; printing it belongs to the command line.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use crate::diagnostic::{Diagnostic, Place, Severity, locate};
use crate::sources::{Sources, Span};

/// Half of the longest part of a line that is shown, in bytes: a line of 10 MB is no use to anybody.
const WINDOW_BYTES: usize = 160;

/// Most findings that are printed in one run: nobody reads more, and a terminal would be busy for minutes.
const MOST_SHOWN: usize = 1000;

/// Every finding as people read it, with source excerpts; coloured where `colour` says so. Of very many only the first
/// are shown, errors before warnings, and the others are counted.
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for diagnostic in shown(diagnostics) {
        text.push_str(&renderer.render(&report(diagnostic, sources)));
        text.push_str("\n\n");
    }
    if diagnostics.len() > MOST_SHOWN {
        let _ = write!(text, "{} more findings are not shown.\n\n", diagnostics.len() - MOST_SHOWN);
    }
    text
}

/// The findings that are printed, in their order.
fn shown(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let errors = diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count();
    let mut errors_left = errors.min(MOST_SHOWN);
    let mut warnings_left = MOST_SHOWN - errors_left;
    diagnostics.iter().filter(move |finding| {
        let left = if finding.severity == Severity::Error { &mut errors_left } else { &mut warnings_left };
        let shown = *left > 0;
        *left = left.saturating_sub(1);
        shown
    })
}

/// `2 errors, 1 warning`, or nothing when all is well.
pub fn summary_line(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let told = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{number} {word}s")),
    };
    let parts: Vec<String> = [told(count(Severity::Error), "error"), told(count(Severity::Warning), "warning")]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() { None } else { Some(parts.join(", ")) }
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(visible(&diagnostic.message)).id(diagnostic.rule.code);
    let mut group = title.elements(excerpt(&diagnostic.place, sources));
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    let mut groups = vec![group];
    for related in &diagnostic.related {
        groups.push(Level::NOTE.secondary_title(visible(&related.message)).elements(excerpt(&related.place, sources)));
    }
    groups
}

/// What a terminal may show: control characters, which could move its cursor, become visible.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c }).collect()
}

/// The place and, where it is one of ours, the line with the fault marked.
fn excerpt<'a>(place: &'a Place, sources: &'a Sources) -> Vec<Element<'a>> {
    let Place::Span(span) = place else { return vec![origin(place, sources)] };
    let source = sources.get(span.source);
    let line = source.lines().line_range(source.text(), span.start as usize);
    let number = sources.start(*span).line;
    let window = window(*span, &line, source.text());
    let marked = AnnotationKind::Primary.span(marked_range(*span, &window, source.text()));
    let snippet = Snippet::source(&source.text()[window.clone()]).line_start(number).annotation(marked);
    if window == line {
        return vec![snippet.path(source.path.as_str()).into()];
    }
    // The columns of a part of a line are not those of the file, so the place is told by itself.
    vec![origin(place, sources), snippet.into()]
}

fn origin<'a>(place: &'a Place, sources: &'a Sources) -> Element<'a> {
    let (path, line, column) = locate(place, sources);
    Origin::path(visible(path).replace('\n', "\u{FFFD}")).line(line).char_column(column).into()
}

/// The part of a line that is shown: all of it, or of a long one what stands around the fault.
fn window(span: Span, line: &Range<usize>, text: &str) -> Range<usize> {
    if line.len() <= 2 * WINDOW_BYTES {
        return line.clone();
    }
    let at = (span.start as usize).clamp(line.start, line.end);
    let start = text.floor_char_boundary(at.saturating_sub(WINDOW_BYTES / 2).max(line.start));
    start..text.ceil_char_boundary((start + 2 * WINDOW_BYTES).min(line.end))
}

/// The fault's bytes within the part of the line that is shown, on whole characters.
fn marked_range(span: Span, shown: &Range<usize>, text: &str) -> Range<usize> {
    let start = text.floor_char_boundary((span.start as usize).clamp(shown.start, shown.end));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, shown.end));
    start - shown.start..end - shown.start
}
