//! Everything an author can get wrong, told one way: a [`Diagnostic`] with a stable code, one sentence, a place and help.
//!
//! Must not know which station found the fault.

pub mod explanation;
pub mod fingerprint;
mod nearest;
pub mod report;
mod rule;

pub use nearest::{Wanted, misspelt, nearest};
pub use report::{human, summary_line};
pub use rule::{Family, Rule, Severity};

use crate::sources::{Sources, Span};

/// Where a fault stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// At these bytes of a text.
    Span(Span),
    /// In a file that is no text of ours, or at a place of it that is known only by line and column (each from 1).
    File {
        /// Path relative to the site's root.
        path: String,
        /// Line, from 1; 1 where only the file is known.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
}

impl Place {
    /// The first byte of the file at `path`.
    pub fn file(path: impl Into<String>) -> Self {
        Self::File { path: path.into(), line: 1, column: 1 }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

/// A second place that belongs to a fault, with what it has to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// What stands there, in a few words.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of fault this is.
    pub rule: &'static Rule,
    /// How grave it is here: the rule's own severity unless the settings or the kind of file say otherwise.
    pub severity: Severity,
    /// One sentence to an officer, enough when nothing else is shown.
    pub message: String,
    /// Where it stands.
    pub place: Place,
    /// What to type to mend it.
    pub help: Option<String>,
    /// What to write in place of all the words at fault, to the letter, where one thing was most likely meant.
    pub instead: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

/// Longest message and longest help, in bytes: both quote what was written, and that may be the whole of a file.
const LONGEST_WORDS_BYTES: usize = 1200;

impl Diagnostic {
    /// A fault of `rule` at `place`.
    pub fn new(rule: &'static Rule, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: shortened(message.into()),
            place: place.into(),
            help: None,
            instead: None,
            related: Vec::new(),
        }
    }

    /// The same with advice on how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(shortened(help.into()));
        self
    }

    /// The same with advice where there is some.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.map(shortened).or(self.help);
        self
    }

    /// The same with what to write in place of the words at fault, where one thing was most likely meant.
    #[must_use]
    pub fn instead(mut self, words: Option<impl Into<String>>) -> Self {
        self.instead = words.map(Into::into).filter(|words| words.len() <= LONGEST_WORDS_BYTES);
        self
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: impl Into<Place>, message: impl Into<String>) -> Self {
        self.related.push(Related { message: message.into(), place: place.into() });
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Path, line and column of the first byte, for sorting and for machines.
    pub fn location<'a>(&'a self, sources: &'a Sources) -> (&'a str, usize, usize) {
        locate(&self.place, sources)
    }
}

/// The text without its middle, where it is very long.
fn shortened(text: String) -> String {
    const KEPT_CHARACTERS: usize = 200;
    if text.len() <= LONGEST_WORDS_BYTES {
        return text;
    }
    let start = text.char_indices().nth(KEPT_CHARACTERS).map_or(text.len(), |(at, _)| at);
    let end = text.char_indices().nth_back(KEPT_CHARACTERS).map_or(0, |(at, _)| at);
    format!("{} … {}", &text[..start], &text[end.max(start)..])
}

/// Path, line and column of a place.
pub(crate) fn locate<'a>(place: &'a Place, sources: &'a Sources) -> (&'a str, usize, usize) {
    match place {
        Place::Span(span) => {
            let position = sources.start(*span);
            (&sources.get(span.source).path, position.line, position.column)
        }
        Place::File { path, line, column } => (path, *line, *column),
    }
}

/// Sorts by place, then code, then words, and drops what is told twice.
pub fn arrange(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    diagnostics.sort_by_cached_key(|finding| {
        let (path, line, column) = finding.location(sources);
        (path.to_owned(), line, column, finding.rule.code, finding.message.clone())
    });
    diagnostics.dedup_by(|a, b| a.rule.code == b.rule.code && a.place == b.place && a.message == b.message);
}

/// A value and what was found wrong while making it.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Hands the findings to `all` and gives the value.
    pub fn collect_into(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

/// Whether one of these is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
