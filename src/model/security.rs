//! Whom to tell about a weakness of the site: the `security` part of the settings.

use super::date::CalendarDate;
use super::field::{Url, fields};
use crate::sources::Spanned;

fields! {
    /// What `security.txt` says (RFC 9116).
    pub struct Security {
        /// Where reports are read: an address of electronic mail or of the web.
        pub contact: Spanned<String>,
        /// The last day on which this holds; at most a year ahead, so that somebody looks at it again.
        pub expires: Spanned<CalendarDate>,
        /// Where it is said how reports are dealt with.
        pub policy: Option<Spanned<Url>>,
    }
}

/// What a contact may begin with.
const SCHEMES: [&str; 3] = ["https://", "mailto:", "tel:"];

/// Whether an address is one of the web that `security.txt` may name (RFC 9116, 2.5).
pub fn is_https(address: &str) -> bool {
    address.get(..8).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"))
}

impl Security {
    /// The contact as an address with its scheme, as the file wants it (RFC 9116, 2.5.3). Schemes may be written in capitals.
    pub fn contact_address(&self) -> String {
        let contact = self.contact.value.trim();
        let with_scheme = SCHEMES.iter().find_map(|scheme| {
            let written = contact.get(..scheme.len()).filter(|written| written.eq_ignore_ascii_case(scheme))?;
            Some(format!("{scheme}{}", &contact[written.len()..]))
        });
        with_scheme.unwrap_or_else(|| format!("mailto:{contact}"))
    }
}
