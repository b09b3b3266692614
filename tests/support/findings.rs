//! Findings read back from what the command printed for people, without colour.
//!
//! Must not know what any rule says; `src/diagnostic/report/human.rs` is the other end of this.

use std::fmt;

/// A finding as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Finding {
    /// `error` or `warning`.
    pub(crate) severity: String,
    /// The code of its rule.
    pub(crate) code: String,
    /// The sentence.
    pub(crate) message: String,
    /// Where: `content/a.md:3:1`.
    pub(crate) place: String,
    /// How to mend it; empty where nothing was said.
    pub(crate) help: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {} {}", self.severity, self.code, self.place, self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, "\n  help: {}", self.help) }
    }
}

/// Which text a line goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Message,
    Help,
    Nothing,
}

/// The findings in `stderr`, in the order they were printed.
pub(crate) fn parse(stderr: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut open = Open::Nothing;
    for line in stderr.lines() {
        if let Some(finding) = header(line) {
            findings.push(finding);
            open = Open::Message;
            continue;
        }
        let Some(finding) = findings.last_mut() else { continue };
        open = read_on(line, finding, open);
    }
    findings
}

/// Takes one line under a finding's first, and says what the next one may go on with.
fn read_on(line: &str, finding: &mut Finding, open: Open) -> Open {
    let trimmed = line.trim();
    if let Some(place) = trimmed.strip_prefix("--> ") {
        // Further places belong to notes.
        if finding.place.is_empty() {
            place.clone_into(&mut finding.place);
        }
        return Open::Nothing;
    }
    if let Some(help) = trimmed.strip_prefix("= help: ").or_else(|| line.strip_prefix("help: ")) {
        help.clone_into(&mut finding.help);
        return Open::Help;
    }
    let goes_on = line.starts_with("  ") && !trimmed.is_empty() && !trimmed.starts_with(['|', '=']);
    match open {
        Open::Message if goes_on => finding.message = format!("{} {trimmed}", finding.message),
        Open::Help if goes_on => finding.help = format!("{} {trimmed}", finding.help),
        _ => return Open::Nothing,
    }
    open
}

/// `error[unknown-field]: The sentence.`
fn header(line: &str) -> Option<Finding> {
    let severity = ["error", "warning"].into_iter().find(|severity| line.starts_with(&format!("{severity}[")))?;
    let (code, message) = line[severity.len() + 1..].split_once("]: ")?;
    Some(Finding {
        severity: severity.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
        ..Finding::default()
    })
}

#[cfg(test)]
mod tests {
    use folkmoot::diagnostic::{Diagnostic, Family, Place, Rule, Severity, human};
    use folkmoot::sources::{Source, Sources, Span};

    use super::{Finding, parse};

    static RULE: Rule = Rule {
        code: "made-up",
        family: Family::Source,
        severity: Severity::Error,
        explanation: "",
        wrong: "",
        right: "",
    };

    fn finding(severity: &str, place: &str, message: &str, help: &str) -> Finding {
        Finding {
            severity: severity.to_owned(),
            code: "made-up".to_owned(),
            message: message.to_owned(),
            place: place.to_owned(),
            help: help.to_owned(),
        }
    }

    #[test]
    fn reads_back_what_the_command_prints() {
        let mut sources = Sources::default();
        let source = sources.add(Source::new("content/é.md", "---\nétat: error[x]: y\n---\n"));
        let span = Span::new(source, 11..16);
        let long = sources.add(Source::new("content/long.md", "x".repeat(5000)));
        let printed = [
            Diagnostic::new(&RULE, span, "The first.").help("Type `this`.").related(span, "It stands here too"),
            Diagnostic::new(&RULE, Place::file("content/a.png"), "The second: it goes\nover two lines.")
                .severity(Severity::Warning),
            Diagnostic::new(&RULE, Span::new(long, 4000..4001), "The third.").help("Type\nthat."),
        ];
        let text = human(&printed, &sources, false);
        let expected = [
            finding("error", "content/é.md:2:7", "The first.", "Type `this`."),
            finding("warning", "content/a.png:1:1", "The second: it goes over two lines.", ""),
            finding("error", "content/long.md:1:4001", "The third.", "Type that."),
        ];
        assert_eq!(parse(&text), expected, "{text}");
    }

    #[test]
    fn takes_nothing_else_for_a_finding() {
        assert_eq!(parse("Built 3 pages\n2 errors, 1 warning\n3 | error[x]: y\nerror: wrong usage\n"), []);
    }
}
