//! `.well-known/security.txt` (RFC 9116): whom to tell about a weakness of the site.

use std::fmt::Write as _;

use crate::model::security::is_https;
use crate::output::Bytes;
use crate::pages::Site;

/// Where it lies in the site.
pub const SECURITY_TXT: &str = ".well-known/security.txt";

/// The file, where the settings say whom to tell. An address for questions about the site is not taken for it: nobody has
/// said that reports of weaknesses are read there, nor until when.
pub fn security_txt(site: &Site<'_>) -> Option<Bytes> {
    let settings = &site.graph.settings;
    let security = settings.security.as_ref()?;
    let mut languages: Vec<&str> = vec![settings.language()];
    languages.extend(settings.languages.0.iter().map(|entry| entry.key.value.as_str()));
    let mut seen = Vec::new();
    languages.retain(|language| {
        !seen.contains(language) && {
            seen.push(language);
            true
        }
    });
    let mut text = format!("Contact: {}\n", security.contact_address());
    // The day is the last on which it holds.
    let _ = writeln!(text, "Expires: {}T23:59:59Z", security.expires.value);
    let _ = writeln!(text, "Preferred-Languages: {}", languages.join(", "));
    // It is read at the root of a host alone (RFC 9116, 3), wherever below that the site lies.
    if let Some(host) = settings.base_url.as_ref().and_then(|base| host(&base.value.0)) {
        let _ = writeln!(text, "Canonical: https://{host}/{SECURITY_TXT}");
    }
    if let Some(policy) = security.policy.as_ref().filter(|policy| is_https(&policy.value.0)) {
        let _ = writeln!(text, "Policy: {}", policy.value.0);
    }
    Some(Bytes::from(text.into_bytes()))
}

/// The host of an address that may be named, with its port.
fn host(address: &str) -> Option<&str> {
    let rest = address.get("https://".len()..).filter(|_| is_https(address))?;
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}
