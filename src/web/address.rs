//! An address as it is written → one that can be asked about.
//!
//! Must not know what is public.

use url::Url;

/// An address that can be asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// Without the fragment, as browsers write it: the host in ASCII, odd characters percent-encoded.
    pub(super) url: Url,
    /// The part of the page, as written after `#`.
    pub(super) fragment: Option<String>,
}

/// What an address turns out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Read {
    /// One that can be asked about.
    Address(Address),
    /// One that holds a user name or a password; the same without them.
    Credentials(String),
}

/// Reads an address; nothing where it is none of `http` and `https`, or where no browser could make an address of it, which
/// the check of pages tells.
pub(super) fn read(written: &str) -> Option<Read> {
    let written = written.trim();
    let whole = if written.starts_with("//") { format!("https:{written}") } else { written.to_owned() };
    let mut url = Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    if !url.username().is_empty() || url.password().is_some() {
        // Only an address without a host cannot be without them, and this one has a host.
        let _ = url.set_username("").and_then(|()| url.set_password(None));
        return Some(Read::Credentials(url.into()));
    }
    let fragment = url.fragment().map(str::to_owned);
    url.set_fragment(None);
    Some(Read::Address(Address { url, fragment }))
}

/// The same page with the fragment of another address.
pub(super) fn with_fragment(url: &str, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) if !url.contains('#') => format!("{url}#{fragment}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(written: &str) -> String {
        match read(written) {
            None => String::new(),
            Some(Read::Address(Address { url, fragment })) => {
                format!("{url} {}", fragment.unwrap_or_default()).trim().to_owned()
            }
            Some(Read::Credentials(without)) => format!("without credentials {without}"),
        }
    }

    #[test]
    fn reads_addresses_as_browsers_do() {
        for (written, read) in [
            ("https://www.example.org", "https://www.example.org/"),
            (" HTTPS://WWW.Example.ORG:443/a b?q=\u{e9}#p1 ", "https://www.example.org/a%20b?q=%C3%A9 p1"),
            ("//example.org/x", "https://example.org/x"),
            ("http://b\u{fc}cher.example/", "http://xn--bcher-kva.example/"),
            ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
            ("http://0x7f.1/", "http://127.0.0.1/"),
            ("http://2130706433/", "http://127.0.0.1/"),
            ("mailto:a@example.org", ""),
            ("javascript:alert(1)", ""),
            ("file:///etc/passwd", ""),
            ("page.html", ""),
            ("", ""),
            ("https:/example.org/", "https://example.org/"),
            ("https://", ""),
            ("https://example.org:99999/", ""),
            ("https://example.org:x/", ""),
            ("http://[::1/", ""),
            ("http://1.2.3.999/", ""),
            ("http://exa mple.org/", ""),
            ("http://xn--a/", ""),
            ("https://jo:secret@example.org/a#b", "without credentials https://example.org/a#b"),
            ("https://jo@example.org/", "without credentials https://example.org/"),
        ] {
            assert_eq!(told(written), read, "{written:?}");
        }
    }
}
