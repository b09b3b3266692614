//! What the settings say for the accessibility statement, held against itself and the day.
//!
//! Must not know how the statement is worded, nor whether the site is accessible.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::date::day_in_words;
use crate::model::settings::{Accessibility, ComplianceStatus, Settings};

/// Facts of the statement that cannot all be true.
pub static ACCESSIBILITY_CONTRADICTION: Rule = Rule {
    code: "accessibility-contradiction",
    family: Family::Settings,
    severity: Severity::Warning,
    explanation: "The facts under `accessibility` contradict each other, so that the statement the law asks for would be \
                  wrong. A site with known issues does not meet the guidelines in full; one that was tested has been \
                  assessed, so that its status is known; nothing was prepared, reviewed or tested on a day that is \
                  still to come, nor reviewed before it was prepared. Correct the fact that is wrong.",
    wrong: "accessibility:\n  status: fully-compliant\n  issues: [Two PDF documents cannot be read by screen readers.]",
    right: "accessibility:\n  status: partially-compliant\n  issues: [Two PDF documents cannot be read by screen readers.]",
};

/// What contradicts itself on `today`, the day that the site shows. A site that shows a past state may well have a statement
/// of later, so that its days are not held against that one.
pub fn contradictions(settings: &Settings, today: Date) -> Vec<Diagnostic> {
    let Some(facts) = &settings.accessibility else { return Vec::new() };
    let mut all: Vec<Diagnostic> =
        [status_and_issues(facts), test_without_status(facts)].into_iter().flatten().collect();
    if settings.as_of.is_none() {
        all.extend(days_to_come(facts, today));
    }
    all.extend(reviewed_too_early(facts));
    all
}

fn status_and_issues(facts: &Accessibility) -> Option<Diagnostic> {
    let status = facts.status.as_ref().filter(|status| status.value == ComplianceStatus::Fully)?;
    let issues = match facts.issues.len() {
        0 => return None,
        1 => "an issue is listed".to_owned(),
        several => format!("{several} issues are listed"),
    };
    let message = format!("The statement says that the site meets the guidelines in full, and yet {issues}.");
    let help = "Write `status: partially-compliant`, or take out of `issues` what has been mended.";
    Some(Diagnostic::new(&ACCESSIBILITY_CONTRADICTION, status.span, message).help(help))
}

fn test_without_status(facts: &Accessibility) -> Option<Diagnostic> {
    let tested = facts.tested.as_ref().filter(|_| facts.status.is_none())?;
    let message =
        "The site was tested, and yet the statement says that it has not been assessed, because there is no status.";
    let help = "Add what the test came to: `status: fully-compliant`, `partially-compliant` or `not-compliant`.";
    Some(Diagnostic::new(&ACCESSIBILITY_CONTRADICTION, tested.span, message).help(help))
}

fn days_to_come(facts: &Accessibility, today: Date) -> Vec<Diagnostic> {
    let named = [("prepared", &facts.prepared), ("reviewed", &facts.reviewed), ("tested", &facts.tested)];
    let told = named.into_iter().filter_map(|(name, day)| {
        let day = day.as_ref().filter(|day| day.value > today)?;
        let message = format!("`{name}` says {}, which is still to come.", day_in_words(day.value));
        let help = "Write the day on which it was done, or take the line out until then.";
        Some(Diagnostic::new(&ACCESSIBILITY_CONTRADICTION, day.span, message).help(help))
    });
    told.collect()
}

fn reviewed_too_early(facts: &Accessibility) -> Option<Diagnostic> {
    let (prepared, reviewed) = (facts.prepared.as_ref()?, facts.reviewed.as_ref()?);
    let message = format!(
        "The statement was reviewed on {}, before it was prepared on {}.",
        day_in_words(reviewed.value),
        day_in_words(prepared.value)
    );
    let finding = Diagnostic::new(&ACCESSIBILITY_CONTRADICTION, reviewed.span, message)
        .help("Correct one of the two days.")
        .related(prepared.span, "It was prepared here.");
    (reviewed.value < prepared.value).then_some(finding)
}
