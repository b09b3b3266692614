//! What an address on a page means to a browser (URL Standard), as far as it can be told without the files: a path below the
//! site's root, a place elsewhere on the web, or nothing.
//!
//! Must not know which files there are.

use std::borrow::Cow;

use url::Url;

use crate::graph::address::decode;

/// Where the site is published, so that its own full addresses are known for what they are.
#[derive(Debug, Clone)]
pub(super) struct Root {
    url: Url,
}

impl Root {
    /// Takes `base_url`, with or without a slash at its end.
    pub(super) fn new(base: &str) -> Option<Self> {
        let base = format!("{}/", base.trim_end_matches('/'));
        Url::parse(&base).ok().filter(Url::has_host).map(|url| Self { url })
    }

    /// What follows the site's root in `url`, where it lies below it. How it is fetched, by http or https, makes no
    /// difference.
    fn below<'u>(&self, url: &'u Url) -> Option<&'u str> {
        let same_host = self.url.host_str() == url.host_str() && self.url.port() == url.port();
        let path = url.path();
        let below = path.strip_prefix(self.url.path());
        below.or_else(|| (path == self.url.path().trim_end_matches('/')).then_some("")).filter(|_| same_host)
    }

    /// The full address of a path from the root of the host.
    pub(super) fn on_host(&self, path: &str) -> String {
        self.url.join(path).map_or_else(|_| path.to_owned(), String::from)
    }
}

/// From where an address counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct From<'a> {
    /// The folder of the page, with a slash at its end; empty for the root of the site.
    pub(super) folder: &'a str,
    /// The site's own address.
    pub(super) root: Option<&'a Root>,
    /// Whether the page is served at any address, so that only what counts from the root of the host leads anywhere.
    pub(super) is_everywhere: bool,
}

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning<'w> {
    /// A path below the site's root, which was put into the buffer, decoded.
    Within {
        /// What follows the `#`.
        fragment: Option<Cow<'w, str>>,
        /// Whether it was written as a full address.
        is_full: bool,
    },
    /// A part of the same page.
    Here {
        /// What follows the `#`.
        fragment: Option<Cow<'w, str>>,
    },
    /// Elsewhere on the web.
    Web(Cow<'w, str>),
    /// `mailto:`, `tel:`, and what else the reader's device opens.
    Device,
    /// An address of another scheme.
    Scheme(String),
    /// No browser can make anything of it.
    Malformed(Malformed),
    /// It climbs above the root of the site.
    Leaves,
    /// It counts from the root of the host.
    Rooted,
    /// `//host/path`: it takes its scheme from the page.
    WithoutScheme(String),
}

/// Why nothing can be made of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Malformed {
    /// Nothing stands where an address should.
    Empty,
    /// The name of the host, the port or the whole cannot be read.
    Unreadable,
    /// A `%` without two digits, or which stand for no text.
    Percent,
}

/// Says what `written` means on a page at `from`. A path below the site's root is put into `path`.
pub(super) fn meaning<'w>(written: &'w str, from: From<'_>, path: &mut String) -> Meaning<'w> {
    let clean = cleaned(written);
    match clean {
        Cow::Borrowed(clean) => meaning_of(clean, from, path),
        Cow::Owned(clean) => owned(meaning_of(&clean, from, path)),
    }
}

fn owned(meaning: Meaning<'_>) -> Meaning<'static> {
    let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    match meaning {
        Meaning::Within { fragment, is_full } => Meaning::Within { fragment: fragment.map(own), is_full },
        Meaning::Here { fragment } => Meaning::Here { fragment: fragment.map(own) },
        Meaning::Web(url) => Meaning::Web(own(url)),
        Meaning::Device => Meaning::Device,
        Meaning::Scheme(scheme) => Meaning::Scheme(scheme),
        Meaning::Malformed(why) => Meaning::Malformed(why),
        Meaning::Leaves => Meaning::Leaves,
        Meaning::Rooted => Meaning::Rooted,
        Meaning::WithoutScheme(url) => Meaning::WithoutScheme(url),
    }
}

/// Without what browsers leave out: spaces and controls around it, tabs and line ends within.
fn cleaned(written: &str) -> Cow<'_, str> {
    let trimmed = written.trim_matches(|c: char| c <= ' ');
    let is_left_out = |c: char| matches!(c, '\t' | '\n' | '\r');
    if trimmed.contains(is_left_out) {
        return Cow::Owned(trimmed.replace(is_left_out, ""));
    }
    Cow::Borrowed(trimmed)
}

fn meaning_of<'w>(clean: &'w str, from: From<'_>, path: &mut String) -> Meaning<'w> {
    path.clear();
    let (before, fragment) = match memchr::memchr(b'#', clean.as_bytes()) {
        Some(at) => (&clean[..at], Some(Cow::Borrowed(&clean[at + 1..]))),
        None => (clean, None),
    };
    if let Some(scheme) = scheme(before) {
        return with_scheme(clean, scheme, fragment, from, path);
    }
    let way = memchr::memchr(b'?', before.as_bytes()).map_or(before, |at| &before[..at]);
    if way.is_empty() {
        return Meaning::Here { fragment };
    }
    let mut starts = way.bytes().map(|byte| matches!(byte, b'/' | b'\\'));
    let is_rooted = starts.next() == Some(true);
    if is_rooted && starts.next() == Some(true) {
        let url = format!("https://{}", clean.trim_start_matches(['/', '\\']));
        return match Url::parse(&url) {
            Ok(_) => Meaning::WithoutScheme(url),
            Err(_) => Meaning::Malformed(Malformed::Unreadable),
        };
    }
    let below = if is_rooted {
        match (from.root, from.is_everywhere) {
            (Some(root), _) => {
                let below = root.on_host(way);
                let below = Url::parse(&below).ok().and_then(|url| root.below(&url).map(str::to_owned));
                let Some(below) = below else { return Meaning::Rooted };
                Cow::Owned(below)
            }
            (None, true) => Cow::Borrowed(&way[1..]),
            (None, false) => return Meaning::Rooted,
        }
    } else {
        path.push_str(from.folder);
        Cow::Borrowed(way)
    };
    match walk(&below, path) {
        Ok(()) => Meaning::Within { fragment, is_full: false },
        Err(fault) => fault,
    }
}

/// The word before the first colon, where it is a scheme.
fn scheme(text: &str) -> Option<&str> {
    let colon = text.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')))?;
    let is_scheme = text.as_bytes()[colon] == b':' && text.as_bytes()[0].is_ascii_alphabetic();
    is_scheme.then(|| &text[..colon])
}

fn with_scheme<'w>(
    clean: &'w str,
    scheme: &str,
    fragment: Option<Cow<'w, str>>,
    from: From<'_>,
    path: &mut String,
) -> Meaning<'w> {
    if ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Meaning::Device;
    }
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Meaning::Scheme(scheme.to_ascii_lowercase());
    }
    // `https:page.html` is a relative address to some browsers on some pages, and meant by nobody.
    let has_host = clean[scheme.len() + 1..].starts_with(['/', '\\']);
    let Some(url) = Url::parse(clean).ok().filter(|_| has_host) else {
        return Meaning::Malformed(Malformed::Unreadable);
    };
    let Some(below) = from.root.and_then(|root| root.below(&url)) else { return Meaning::Web(Cow::Borrowed(clean)) };
    match walk(below, path) {
        Ok(()) => Meaning::Within { fragment, is_full: true },
        Err(fault) => fault,
    }
}

/// Goes `way` from the folder in `path`.
fn walk(way: &str, path: &mut String) -> Result<(), Meaning<'static>> {
    let mut rest = way;
    loop {
        let end = memchr::memchr2(b'/', b'\\', rest.as_bytes());
        let step = end.map_or(rest, |end| &rest[..end]);
        match dots(step) {
            0 => {
                take(step, path)?;
                if end.is_some() {
                    path.push('/');
                }
            }
            1 => {}
            _ => {
                if path.is_empty() {
                    return Err(Meaning::Leaves);
                }
                let above = path[..path.len() - 1].rfind('/').map_or(0, |slash| slash + 1);
                path.truncate(above);
            }
        }
        match end {
            Some(end) => rest = &rest[end + 1..],
            None => return Ok(()),
        }
    }
}

/// 1 for `.`, 2 for `..`, however the dots are written; 0 for a name.
fn dots(step: &str) -> usize {
    if !(step.starts_with('.') || step.starts_with('%')) || step.len() > 6 {
        return 0;
    }
    match step.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "." => 1,
        ".." => 2,
        _ => 0,
    }
}

fn take(step: &str, path: &mut String) -> Result<(), Meaning<'static>> {
    if memchr::memchr(b'%', step.as_bytes()).is_none() {
        path.push_str(step);
        return Ok(());
    }
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let bytes = step.as_bytes();
    let is_sound =
        memchr::memchr_iter(b'%', bytes).all(|at| is_digit(bytes.get(at + 1)) && is_digit(bytes.get(at + 2)));
    match decode(step).filter(|_| is_sound) {
        // A slash that is written as `%2F` divides nothing; no file has one in its name.
        Some(name) if name.contains('/') => path.push_str(step),
        Some(name) => path.push_str(&name),
        None => return Err(Meaning::Malformed(Malformed::Percent)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What an address means on the page `a/b/page.html` of a site at `base`.
    fn told(written: &str, base: Option<&str>) -> String {
        let root = base.and_then(Root::new);
        let from = From { folder: "a/b/", root: root.as_ref(), is_everywhere: false };
        let mut path = String::new();
        match meaning(written, from, &mut path) {
            Meaning::Within { fragment: Some(fragment), .. } => format!("{path} # {fragment}"),
            Meaning::Within { .. } => path,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn relative_addresses_are_followed() {
        for (written, expected) in [
            ("c.html", "a/b/c.html"),
            (" ../c.html?x=/../#d ", "a/c.html # d"),
            ("./../../", ""),
            ("..", "a/"),
            (".", "a/b/"),
            ("%2E%2e/c%20d.html", "a/c d.html"),
            ("..\\c\\d.html", "a/c/d.html"),
            ("c\n.ht\tml", "a/b/c.html"),
            ("c//d.html", "a/b/c//d.html"),
            ("caf%C3%A9.html#%C3%A9", "a/b/café.html # %C3%A9"),
            ("x%2Fy.html", "a/b/x%2Fy.html"),
            ("a.b:c", "Scheme(\"a.b\")"),
            ("./a:b.html", "a/b/a:b.html"),
            ("../../../c.html", "Leaves"),
            ("100%.html", "Malformed(Percent)"),
            ("%ff.html", "Malformed(Percent)"),
            ("", "Here { fragment: None }"),
            ("?q#x", "Here { fragment: Some(\"x\") }"),
            ("/c.html", "Rooted"),
            ("//example.org/c", "WithoutScheme(\"https://example.org/c\")"),
            ("mailto:a@b", "Device"),
            ("JAVA\tscript:alert(1)", "Scheme(\"javascript\")"),
            ("C:\\x", "Scheme(\"c\")"),
            ("https://", "Malformed(Unreadable)"),
            ("https:c.html", "Malformed(Unreadable)"),
            ("http://[::1", "Malformed(Unreadable)"),
            ("https://example.org:99999/", "Malformed(Unreadable)"),
        ] {
            assert_eq!(told(written, None), expected, "{written}");
        }
    }

    #[test]
    fn the_sites_own_addresses_lead_into_it() {
        let base = Some("https://example.org/plan");
        for (written, expected) in [
            ("https://example.org/plan/c.html#d", "c.html # d"),
            ("HTTP://EXAMPLE.org/plan/../plan/x%20y", "x y"),
            ("https://example.org:443/plan", ""),
            ("/plan/c.html", "c.html"),
            ("/plan", ""),
            ("/other/c.html", "Rooted"),
            ("/planner", "Rooted"),
            ("https://example.org/other", "Web(\"https://example.org/other\")"),
            ("https://example.org:8443/plan/", "Web(\"https://example.org:8443/plan/\")"),
            ("//example.org/plan/c.html", "WithoutScheme(\"https://example.org/plan/c.html\")"),
        ] {
            assert_eq!(told(written, base), expected, "{written}");
        }
    }

    proptest! {
        /// Below the root of a host our reading of a relative address and that of the `url` crate agree.
        #[test]
        fn relative_addresses_mean_what_browsers_take_them_for(
            written in "([a-cé]|\\.|\\.\\.|%2e|%C3%A9|/|\\\\| |\\?|#){1,12}"
        ) {
            let base = Url::parse("https://example.org/a/b/page.html").unwrap_or_else(|fault| panic!("{fault}"));
            let from = From { folder: "a/b/", root: None, is_everywhere: false };
            let mut path = String::new();
            let ours = meaning(&written, from, &mut path);
            let Ok(theirs) = base.join(&written) else { return Ok(()) };
            if let Meaning::Within { fragment, .. } = ours {
                prop_assert_eq!(Some(path), decode(&theirs.path()[1..]));
                prop_assert_eq!(fragment.is_some(), theirs.fragment().is_some());
            }
        }
    }
}
