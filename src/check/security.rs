//! What the settings say to those who find a weakness of the site: an address that can be written to, until a day that is
//! still to come.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::settings::UNKNOWN_SETTING;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::date::day_in_words;
use crate::model::security::is_https;
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
    if !is_reached(&security.contact_address()) {
        let message = format!("Nobody can be reached at `{}`.", security.contact.value);
        let help = "Write an address like `security@example.org`, or `https://…` of a page with a form.";
        all.push(Diagnostic::new(&UNKNOWN_SETTING, security.contact.span, message).help(help));
    }
    if let Some(policy) = security.policy.as_ref().filter(|policy| !is_https(&policy.value.0)) {
        let message =
            format!("`{}` cannot stand in `security.txt`, which names pages with `https://` alone.", policy.value.0);
        let help = "Write the address with `https://`, or take the line out.";
        all.push(Diagnostic::new(&UNKNOWN_SETTING, policy.span, message).help(help));
    }
    all
}

/// Whether somebody can be reached at an address with its scheme; each sign of it is one that addresses are made of.
fn is_reached(address: &str) -> bool {
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte));
    let is_host = |host: &str| {
        let is_label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        host.contains('.') && host.split('.').all(is_label)
    };
    let is_there = if let Some(mail) = address.strip_prefix("mailto:") {
        let mail = mail.split('?').next().unwrap_or(mail);
        mail.rsplit_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !name.contains(['@', ':', '/', ',', ';', '(', ')', '[', ']']) && is_host(host)
        })
    } else if let Some(number) = address.strip_prefix("tel:") {
        number.contains(|c: char| c.is_ascii_digit())
            && number.bytes().all(|b| b.is_ascii_digit() || b"+-.()".contains(&b))
    } else {
        let rest = address.strip_prefix("https://").unwrap_or("");
        is_host(rest.split(['/', '?', '#', ':']).next().unwrap_or(""))
    };
    is_plain && is_there
}

#[test]
fn addresses_that_reach_somebody_are_told_from_others() {
    for address in [
        "mailto:a.b+c@example.org",
        "mailto:a@example.org?subject=Weakness",
        "https://www.example.org/report",
        "https://example.org:8443",
        "tel:+44-116-496-0000",
    ] {
        assert!(is_reached(address), "{address}");
    }
    for address in [
        "mailto:mailto:a@example.org",
        "mailto:a@b@example.org",
        "mailto:@example.org",
        "mailto:a@example",
        "mailto:a@example..org",
        "mailto:a b@example.org",
        "mailto:sécurité@example.org",
        "mailto:http://example.org/a@b.org",
        "https://",
        "https:///report",
        "tel:none",
    ] {
        assert!(!is_reached(address), "{address}");
    }
}

fn help(latest: Date) -> String {
    format!("Ask whether reports are still read there, and write a day up to {latest}.")
}
