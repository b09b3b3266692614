//! Addresses that the settings leave out.
//!
//! Must not know what is asked.

use url::Url;

/// What an entry of the settings leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Left {
    /// A host, and every host below it: in ASCII and lower case, without a dot at the end.
    Host(String),
    /// Every address that begins so, as browsers write it. A part of a page is no place to begin: pages are asked about.
    Beginning(String),
}

impl Left {
    /// Reads `www.example.org`, `10.1.2.3`, `[::1]`, or the beginning of an address of the web.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        if written.contains("://") || written.starts_with("//") {
            let whole = if written.starts_with("//") { format!("https:{written}") } else { written.to_owned() };
            let mut url = Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
            url.set_fragment(None);
            return Some(Self::Beginning(url.into()));
        }
        let is_host = !written.is_empty() && !written.contains(['/', '?', '#', '@', '*', '\\']);
        let url = Url::parse(&format!("http://{written}/")).ok().filter(|url| is_host && url.port().is_none())?;
        Some(Self::Host(host(&url).to_owned()))
    }

    /// Whether an address is left out.
    pub(super) fn covers(&self, url: &Url) -> bool {
        match self {
            Self::Host(left) => {
                host(url).strip_suffix(left.as_str()).is_some_and(|above| above.is_empty() || above.ends_with('.'))
            }
            Self::Beginning(left) => url.as_str().starts_with(left),
        }
    }
}

fn host(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    host.strip_suffix('.').unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_hosts_and_what_begins_alike() {
        for (written, url, covers) in [
            ("example.org", "https://www.example.org/a", true),
            ("Example.ORG.", "https://example.org/", true),
            ("example.org", "https://example.org./", true),
            ("example.org", "https://other-example.org/", false),
            ("b\u{fc}cher.example", "https://www.b\u{fc}cher.example/", true),
            ("[2001:DB8::1]", "http://[2001:db8::1]/", true),
            ("https://example.org/members/", "https://example.org/members/jo", true),
            ("https://example.org/members/", "https://example.org/", false),
            ("HTTPS://Example.org", "https://example.org/a", true),
            ("https://example.org/a#part", "https://example.org/a", true),
            ("//example.org/a", "https://example.org/a", true),
        ] {
            let left = Left::read(written).expect("an entry that means something");
            assert_eq!(left.covers(&Url::parse(url).expect("an address")), covers, "{written} {url}");
        }
    }

    #[test]
    fn what_names_neither_means_nothing() {
        for written in [
            "",
            " ",
            "*.example.org",
            "example.org/members",
            "example.org:8080",
            "two words",
            "ftp://a.org",
            "https://",
        ] {
            assert_eq!(Left::read(written), None, "{written:?}");
        }
    }
}
