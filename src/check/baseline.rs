//! The list of findings that a check lets be, held against what is found: what it covers is not told, and what has run out,
//! is not complete or is no longer needed is told itself.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::acceptances::code_fault;
use crate::diagnostic::fingerprint::{fingerprints, line_of};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::baseline::{Baseline, BaselineEntry};
use crate::sources::Sources;

/// An entry whose day has passed.
pub static BASELINE_EXPIRED: Rule = Rule {
    code: "baseline-expired",
    family: Family::Baseline,
    severity: Severity::Warning,
    explanation: "The list of accepted findings lets each of them be until a day, and this day has passed: the finding is told \
                  again. Mend it, or, where it must wait longer, write a later day.",
    wrong: "accepted:\n  - code: dead-link\n    until: 2019-03-31   (on 6 November 2019)",
    right: "accepted:\n  - code: dead-link\n    until: 2020-03-31",
};

/// An entry without a reason, an owner or a last day.
pub static BASELINE_INCOMPLETE: Rule = Rule {
    code: "baseline-incomplete",
    family: Family::Baseline,
    severity: Severity::Error,
    explanation: "An entry of the list of accepted findings says why the finding is let be, who will see to it, and until when. \
                  Without these nobody would ever look at it again. `folkmoot check --write-baseline` leaves the reason and \
                  the owner empty where nobody gave them: they are for a person to write.",
    wrong: "accepted:\n  - code: dead-link\n    reason:\n    owner: web team\n    until: 2020-03-31",
    right: "accepted:\n  - code: dead-link\n    reason: The report is published in March.\n    owner: web team\n    until: 2020-03-31",
};

/// An entry that covers nothing.
pub static BASELINE_UNUSED: Rule = Rule {
    code: "baseline-unused",
    family: Family::Baseline,
    severity: Severity::Warning,
    explanation: "The list of accepted findings holds an entry for something that is no longer found: it was mended, or its line \
                  now reads otherwise. Take the entry out, so that the same fault is told when it comes back.",
    wrong: "accepted:\n  - code: dead-link   (the link has been mended)",
    right: "accepted: []",
};

/// What an entry that nobody has completed yet starts with.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// Why the finding is let be.
    pub reason: Option<String>,
    /// Who will see to it.
    pub owner: Option<String>,
    /// The last day.
    pub until: jiff::civil::Date,
}

/// A new list.
#[derive(Debug, Clone)]
pub struct List {
    /// The file.
    pub text: String,
    /// How many findings it covers.
    pub entries: usize,
    /// How many of them still need a reason or an owner.
    pub incomplete: usize,
}

/// What is held against the list.
pub struct Ground<'a> {
    /// The texts that things were found in.
    pub sources: &'a Sources,
    /// Every rule that there is.
    pub rules: &'a [&'static Rule],
    /// The day.
    pub today: jiff::civil::Date,
    /// Whether what a rule looks for would have been found if it were there.
    pub could_find: &'a dyn Fn(&Rule) -> bool,
}

/// Whether the list may cover a finding: one that does not stand in the way of a site.
pub fn may_cover(finding: &Diagnostic) -> bool {
    let is_warning = finding.severity == Severity::Warning || finding.rule.severity == Severity::Warning;
    finding.rule.family != Family::Baseline && (is_warning || finding.rule.is_found_by_check_alone())
}

/// Leaves out the findings that the list covers, and adds to `told` what is wrong with its entries.
pub fn apply(
    findings: Vec<Diagnostic>,
    list: &Baseline,
    ground: &Ground<'_>,
    told: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let prints = fingerprints(&findings, ground.sources);
    let in_time = |entry: &&BaselineEntry| entry.until.is_none_or(|until| until.value >= ground.today);
    let covering: HashSet<(&str, &str)> = list.accepted.iter().filter(in_time).map(key).collect();
    let mut found: HashSet<(&str, &str)> = HashSet::new();
    let mut kept = Vec::new();
    for (finding, print) in findings.into_iter().zip(&prints) {
        let key = (finding.rule.code, print.as_str());
        found.insert(key);
        if !(may_cover(&finding) && covering.contains(&key)) {
            kept.push(finding);
        }
    }
    for entry in &list.accepted {
        told.extend(entry_fault(entry, found.contains(&key(entry)), ground));
    }
    kept
}

fn key(entry: &BaselineEntry) -> (&str, &str) {
    (&entry.code.value, &entry.fingerprint.value)
}

/// What is wrong with an entry; of several things the one that settles the others.
fn entry_fault(entry: &BaselineEntry, is_found: bool, ground: &Ground<'_>) -> Option<Diagnostic> {
    let code = &entry.code.value;
    if let Some(fault) = code_fault(&entry.code, ground.rules) {
        return Some(fault);
    }
    let rule = ground.rules.iter().find(|rule| rule.code == code)?;
    if !is_found {
        if !(ground.could_find)(rule) {
            return None;
        }
        let place = entry.file.as_ref().map(|file| format!(" in \"{file}\"")).unwrap_or_default();
        let message = format!("This `{code}`{place} is no longer found, so that the entry is not needed.");
        return Some(Diagnostic::new(&BASELINE_UNUSED, entry.code.span, message).help("Take the entry out."));
    }
    if let Some(until) = entry.until.filter(|until| until.value < ground.today) {
        let message = format!("This `{code}` was let be until {}, and that day has passed.", day(until.value));
        let help = "Mend what is found and take the entry out; or write a later day after `until:`.";
        return Some(Diagnostic::new(&BASELINE_EXPIRED, until.span, message).help(help));
    }
    let (what, field) = missing(entry)?;
    let message = format!("The entry for this `{code}` does not say {what}.");
    Some(Diagnostic::new(&BASELINE_INCOMPLETE, entry.code.span, message).help(format!("Write it after `{field}:`.")))
}

/// What a complete entry says and this one does not.
fn missing(entry: &BaselineEntry) -> Option<(&'static str, &'static str)> {
    let is_blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    if is_blank(&entry.reason) {
        Some(("why it is let be", "reason"))
    } else if is_blank(&entry.owner) {
        Some(("who will see to it", "owner"))
    } else if entry.until.is_none() {
        Some(("until when it is let be", "until"))
    } else {
        None
    }
}

fn day(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A list of every finding that it may cover. Entries that were there keep their reason, owner and day; those of rules
/// that were not asked this time stay as they are.
pub fn list(findings: &[Diagnostic], old: &Baseline, fresh: &Fresh, ground: &Ground<'_>) -> List {
    let known: HashMap<(&str, &str), &BaselineEntry> = old.accepted.iter().map(|entry| (key(entry), entry)).collect();
    let prints = fingerprints(findings, ground.sources);
    let mut entries = Vec::new();
    for (finding, print) in findings.iter().zip(&prints).filter(|(finding, _)| may_cover(finding)) {
        let (file, ..) = finding.location(ground.sources);
        let before = known.get(&(finding.rule.code, print.as_str()));
        entries.push(Written {
            code: finding.rule.code,
            file: Some(file),
            line: Some(line_of(finding, ground.sources)),
            fingerprint: print,
            reason: before.and_then(|entry| entry.reason.as_deref()).or(fresh.reason.as_deref()),
            owner: before.and_then(|entry| entry.owner.as_deref()).or(fresh.owner.as_deref()),
            until: before.and_then(|entry| entry.until).map_or(fresh.until, |until| until.value),
        });
    }
    let was_asked = |code: &str| ground.rules.iter().any(|rule| rule.code == code && (ground.could_find)(rule));
    for entry in old.accepted.iter().filter(|entry| !was_asked(&entry.code.value)) {
        entries.push(Written {
            code: &entry.code.value,
            file: entry.file.as_deref(),
            line: entry.line.clone(),
            fingerprint: &entry.fingerprint.value,
            reason: entry.reason.as_deref(),
            owner: entry.owner.as_deref(),
            until: entry.until.map_or(fresh.until, |until| until.value),
        });
    }
    let mut text = String::from(
        "# Findings that `folkmoot check --baseline` lets be, each until a day. Take an entry out when its finding is mended.\n",
    );
    text.push_str(if entries.is_empty() { "accepted: []\n" } else { "accepted:\n" });
    for entry in &entries {
        entry.write(&mut text);
    }
    let is_blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    let incomplete = entries.iter().filter(|entry| is_blank(entry.reason) || is_blank(entry.owner)).count();
    List { text, entries: entries.len(), incomplete }
}

/// An entry as it is written.
struct Written<'a> {
    code: &'a str,
    file: Option<&'a str>,
    line: Option<String>,
    fingerprint: &'a str,
    reason: Option<&'a str>,
    owner: Option<&'a str>,
    until: jiff::civil::Date,
}

impl Written<'_> {
    fn write(&self, text: &mut String) {
        let _ = writeln!(text, "  - code: {}", self.code);
        let line = self.line.as_deref().filter(|line| !line.is_empty());
        for (field, value) in [("file", self.file), ("line", line), ("fingerprint", Some(self.fingerprint))] {
            if let Some(value) = value {
                let _ = writeln!(text, "    {field}: {}", quoted(value));
            }
        }
        for (field, value) in [("reason", self.reason), ("owner", self.owner)] {
            let value = value.map(|value| format!(" {}", quoted(value))).unwrap_or_default();
            let _ = writeln!(text, "    {field}:{value}");
        }
        let _ = writeln!(text, "    until: {}", self.until);
    }
}

/// A text between double quotes, in which YAML 1.2 (7.3.1) takes the escapes of JSON.
fn quoted(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    serde_json::to_string(&text).unwrap_or_default()
}
