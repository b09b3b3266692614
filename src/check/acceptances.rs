//! Findings that are accepted where they stand: each code must be that of a finding that can be accepted, and an entry goes
//! when its day has passed or nothing of the kind is found any more.

use super::settings::UNKNOWN_SETTING;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity, nearest};
use crate::model::acceptance::Acceptance;
use crate::sources::Spanned;

/// An acceptance whose day has passed.
pub static ACCEPTANCE_EXPIRED: Rule = Rule {
    code: "acceptance-expired",
    family: Family::Baseline,
    severity: Severity::Warning,
    explanation: "An entry of `accept` lets a finding be until a day, and this day has passed: the finding is told again. Mend it \
                  and take the entry out, or, where it must wait longer, write a later day.",
    wrong: "accept:\n  - code: repeated-paragraph-number\n    reason: The printed report repeats 19.\n    until: 2019-03-31   (on 6 November 2019)",
    right: "accept:\n  - code: repeated-paragraph-number\n    reason: The printed report repeats 19.\n    until: 2020-03-31",
};

/// An acceptance that covers nothing.
pub static ACCEPTANCE_UNUSED: Rule = Rule {
    code: "acceptance-unused",
    family: Family::Baseline,
    severity: Severity::Warning,
    explanation: "A record or page accepts a finding that is no longer found in it. Take the entry out, so that the same fault is \
                  told when it comes back.",
    wrong: "accept:\n  - code: dead-link   (the link has been mended)\n    reason: The report is published in March.",
    right: "title: Our plan   (and no `accept`)",
};

/// The finding where `given` accepts what cannot be accepted.
pub fn fault(given: &Acceptance, rules: &[&'static Rule]) -> Option<Diagnostic> {
    code_fault(&given.code, rules)
}

/// The finding where a code is none, or is of something that cannot be accepted.
pub(super) fn code_fault(written: &Spanned<String>, rules: &[&'static Rule]) -> Option<Diagnostic> {
    let code = &written.value;
    let (message, help) = match rules.iter().find(|rule| rule.code == code) {
        None => {
            let near = nearest(code, rules.iter().map(|rule| rule.code));
            let help = near.map_or(
                "A code stands in brackets at the beginning of each finding, such as `dead-link`.".to_owned(),
                |near| format!("Write `{near}`."),
            );
            (format!("There is no check called `{code}`."), help)
        }
        Some(rule) if !rule.may_be_lowered() => {
            let message = format!("A finding of `{code}` cannot be accepted: no site can be made from what it finds.");
            (message, "Take the entry out and mend what was found.".to_owned())
        }
        Some(_) => return None,
    };
    Some(Diagnostic::new(&UNKNOWN_SETTING, written.span, message).help(help))
}

/// The finding where `given` has had its time: where `is_needed`, something of the kind is still found; where not, and
/// `could_find` says that it would have been, the entry can go.
pub fn outlived(
    given: &Acceptance,
    is_needed: bool,
    today: jiff::civil::Date,
    rules: &[&'static Rule],
    could_find: &dyn Fn(&Rule) -> bool,
) -> Option<Diagnostic> {
    let code = &given.code.value;
    let rule = rules.iter().find(|rule| rule.code == code).filter(|rule| rule.may_be_lowered())?;
    if !is_needed {
        if rule.family == Family::Baseline || !could_find(rule) {
            return None;
        }
        let message = format!("`{code}` is accepted here, but nothing of the kind is found any more.");
        return Some(
            Diagnostic::new(&ACCEPTANCE_UNUSED, given.code.span, message).help("Take this entry of `accept` out."),
        );
    }
    let until = given.until.filter(|until| until.value < today)?;
    let day = until.value.strftime("%-d %B %Y");
    let message = format!("This `{code}` was accepted until {day}, and that day has passed.");
    let help = "Mend what is found and take the entry out; or write a later day after `until:`.";
    Some(Diagnostic::new(&ACCEPTANCE_EXPIRED, until.span, message).help(help))
}
