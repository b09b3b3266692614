//! Findings that are accepted where they stand: each code must be that of a finding that can be accepted.

use super::settings::UNKNOWN_SETTING;
use crate::diagnostic::{Diagnostic, Rule, nearest};
use crate::model::acceptance::Acceptance;

/// The finding where `given` accepts what cannot be accepted.
pub fn fault(given: &Acceptance, rules: &[&'static Rule]) -> Option<Diagnostic> {
    let code = &given.code.value;
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
    Some(Diagnostic::new(&UNKNOWN_SETTING, given.code.span, message).help(help))
}
