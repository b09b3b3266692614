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

impl Security {
    /// The contact as an address with its scheme, as the file wants it (RFC 9116, 2.5.3).
    pub fn contact_address(&self) -> String {
        let contact = self.contact.value.trim();
        let has_scheme = ["https://", "mailto:", "tel:"].iter().any(|scheme| contact.starts_with(scheme));
        if has_scheme { contact.to_owned() } else { format!("mailto:{contact}") }
    }
}
