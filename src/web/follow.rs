//! An address on its way through redirects: what is known so far, and where it goes next.
//!
//! Must not know how a question is asked.

use url::Url;

use super::verdict::{Missing, Moved, Verdict};

/// An address that is asked about, and how far that has come.
#[derive(Debug, Clone)]
pub(super) struct Errand {
    /// Which one it is.
    pub(super) index: usize,
    /// As the site has it, without its fragment.
    pub(super) start: Url,
    /// The parts of the page that the site links to, as far as they can be judged.
    pub(super) wanted: Vec<String>,
    /// What is asked next.
    pub(super) current: Url,
    /// Whether only the head is asked for.
    pub(super) only_head: bool,
    /// How often it was tried.
    pub(super) tried: u8,
    /// The redirects so far.
    pub(super) hops: Vec<Hop>,
    /// Whether an answer on the way wanted a cookie kept.
    pub(super) wants_cookie: bool,
}

/// A redirect.
#[derive(Debug, Clone)]
pub(super) struct Hop {
    to: Url,
    is_permanent: bool,
    fragment: Option<String>,
}

impl Errand {
    /// At its beginning.
    pub(super) fn new(index: usize, start: Url, wanted: Vec<String>) -> Self {
        let only_head = wanted.is_empty();
        let current = start.clone();
        Self { index, start, wanted, current, only_head, tried: 0, hops: Vec::new(), wants_cookie: false }
    }

    /// The host that is asked next.
    pub(super) fn host(&self) -> &str {
        self.current.host_str().unwrap_or_default()
    }

    /// The address that is asked, where a redirect led there.
    pub(super) fn via(&self) -> Option<String> {
        self.hops.last().map(|hop| hop.to.to_string())
    }

    /// Goes where a redirect leads; the verdict where that leads nowhere.
    pub(super) fn redirected(mut self, status: u16, location: &str, limit: usize) -> Result<Self, Verdict> {
        let to = self.current.join(location.trim());
        let Ok(mut to) = to else {
            return Err(Verdict::Unverified("redirects to what is no address".to_owned()));
        };
        if !matches!(to.scheme(), "http" | "https") {
            return Err(Verdict::Unverified("redirects to what is no page of the web".to_owned()));
        }
        let fragment = to.fragment().map(str::to_owned);
        to.set_fragment(None);
        // A user name or a password is neither sent nor shown.
        let _ = to.set_username("").and_then(|()| to.set_password(None));
        let seen = to == self.start || self.hops.iter().any(|hop| hop.to == to);
        if seen || self.hops.len() >= limit {
            // A site that only wants a cookie kept sends browsers round as well, but only once.
            if self.wants_cookie {
                return Err(Verdict::Unverified("redirects in a circle until a cookie is kept".to_owned()));
            }
            let circle = seen.then(|| to.to_string());
            return Err(Verdict::Endless { hops: self.hops.len() + 1, circle });
        }
        if fragment.is_some() {
            // The part that the redirect names takes the place of the one that the link names (RFC 9110, 10.2.2).
            self.wanted.clear();
        }
        self.hops.push(Hop { to: to.clone(), is_permanent: matches!(status, 301 | 308), fragment });
        self.current = to;
        self.only_head = self.wanted.is_empty();
        self.tried = 0;
        Ok(self)
    }

    /// The page is there, without these parts.
    pub(super) fn reached(&self, missing: Vec<Missing>) -> Verdict {
        Verdict::Reached { moved: self.moved(), missing }
    }

    /// Where the page lies for good: as far as every redirect from the start on is permanent.
    fn moved(&self) -> Option<Moved> {
        if self.hops.last().is_some_and(|hop| is_front_page(&hop.to)) && is_deep(&self.start) {
            return Some(Moved { to: self.current.to_string(), is_front_page: true });
        }
        let hop = self.hops.iter().take_while(|hop| hop.is_permanent).last()?;
        let mut to = hop.to.clone();
        to.set_fragment(hop.fragment.as_deref());
        Some(Moved { to: to.to_string(), is_front_page: false })
    }
}

fn is_front_page(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

/// Whether an address leads below the front pages of a site and of its languages.
fn is_deep(url: &Url) -> bool {
    let parts: Vec<&str> = url.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let is_index = |part: &str| part.starts_with("index.") || part.starts_with("default.") || part == "home";
    parts.len() >= 2 && parts.last().is_some_and(|last| !is_index(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(start: &str, hops: &[(u16, &str)]) -> String {
        let mut errand = Errand::new(0, Url::parse(start).expect("an address"), Vec::new());
        for (status, location) in hops {
            match errand.redirected(*status, location, 5) {
                Ok(next) => errand = next,
                Err(verdict) => return format!("{verdict:?}"),
            }
        }
        match errand.moved() {
            Some(moved) if moved.is_front_page => "front page".to_owned(),
            Some(moved) => moved.to,
            None => String::new(),
        }
    }

    #[test]
    fn only_what_moved_for_good_has_a_new_address() {
        for (start, hops, to) in [
            ("http://a.org/x", &[][..], ""),
            ("http://a.org/x", &[(302, "/y")], ""),
            ("http://a.org/x", &[(301, "/y")], "http://a.org/y"),
            ("http://a.org/x", &[(301, "http://jo:secret@a.org/y")], "http://a.org/y"),
            ("http://a.org/x", &[(308, "y#p"), (302, "/z")], "http://a.org/y#p"),
            ("http://a.org/x", &[(307, "/y"), (301, "/z")], ""),
            ("http://a.org/x", &[(301, "//b.org/y"), (301, "https://b.org/z?q")], "https://b.org/z?q"),
            ("http://a.org/news/x", &[(302, "/")], "front page"),
            ("http://a.org/news/x", &[(301, "https://b.org")], "front page"),
            ("http://a.org/news/x", &[(301, "/?from=x")], "http://a.org/?from=x"),
            ("http://a.org/en/index.html", &[(301, "/")], "http://a.org/"),
            ("http://a.org/en", &[(301, "/")], "http://a.org/"),
        ] {
            assert_eq!(follow(start, hops), to, "{start} {hops:?}");
        }
    }

    #[test]
    fn circles_and_long_chains_end() {
        assert!(follow("http://a.org/x", &[(302, "/x")]).contains("Endless { hops: 1, circle: Some"));
        assert!(
            follow("http://a.org/x", &[(302, "/y"), (302, "/z"), (302, "/y#p")])
                .contains("Endless { hops: 3, circle: Some")
        );
        let chain = [(302, "/1"), (302, "/2"), (302, "/3"), (302, "/4"), (302, "/5"), (302, "/6")];
        assert!(follow("http://a.org/x", &chain).contains("Endless { hops: 6, circle: None"));
        assert!(follow("http://a.org/x", &[(302, "http://[")]).contains("no address"));
        assert!(follow("http://a.org/x", &[(302, "mailto:a@b.org")]).contains("no page of the web"));
    }
}
