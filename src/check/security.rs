//! What the settings say to those who find a weakness of the site: an address that can be written to, until a day that is
//! still to come.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::settings::UNKNOWN_SETTING;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::date::day_in_words;
use crate::model::settings::Settings;

/// A day until which the contact holds that has passed, or is too far off.
pub static SECURITY_EXPIRY: Rule = Rule {
    code: "security-expiry",
    family: Family::Settings,
    severity: Severity::Warning,
    explanation: "The settings say until when reports of weaknesses of the site are read at the address under \
                  `security`. Once that day has passed, nobody may rely on the address any more (RFC 9116, 2.5.5); and a \
                  day more than a year ahead is not believed either. Look whether the address still holds, and set a \
                  day within the next year.",
    wrong: "security:\n  contact: security@example.org\n  expires: 2018-06-30",
    right: "security:\n  contact: security@example.org\n  expires: 2020-06-30",
};

/// What is wrong with the contact for weaknesses, on the day on which the site is built.
pub fn faults(settings: &Settings, today: Date) -> Vec<Diagnostic> {
    let Some(security) = &settings.security else { return Vec::new() };
    let (expires, mut all) = (security.expires, Vec::new());
    let latest = today.saturating_add(1.year());
    if expires.value < today {
        let message = format!(
            "The contact for weaknesses of the site holds until {} only, which has passed.",
            day_in_words(expires.value)
        );
        all.push(Diagnostic::new(&SECURITY_EXPIRY, expires.span, message).help(help(latest)));
    } else if expires.value > latest {
        let message = format!(
            "The contact for weaknesses of the site holds until {}, which is more than a year off.",
            day_in_words(expires.value)
        );
        all.push(Diagnostic::new(&SECURITY_EXPIRY, expires.span, message).help(help(latest)));
    }
    let contact = security.contact_address();
    let is_mail = contact.strip_prefix("mailto:").is_some_and(|address| {
        address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    });
    let is_sound = is_mail
        || ["https://", "tel:"].iter().any(|scheme| contact.len() > scheme.len() && contact.starts_with(scheme));
    if !is_sound || contact.contains(|c: char| c.is_whitespace() || c.is_control()) {
        let message = format!("Nobody can be reached at `{}`.", security.contact.value);
        let help = "Write an address like `security@example.org`, or `https://…` of a page with a form.";
        all.push(Diagnostic::new(&UNKNOWN_SETTING, security.contact.span, message).help(help));
    }
    all
}

fn help(latest: Date) -> String {
    format!("Ask whether reports are still read there, and write a day up to {latest}.")
}
