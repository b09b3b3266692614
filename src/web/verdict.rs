//! What the web says of an address.

/// What came of asking about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The page is there.
    Reached {
        /// Where it lies now, where that is for good or looks wrong.
        moved: Option<Moved>,
        /// The fragments that lead nowhere.
        missing: Vec<Missing>,
    },
    /// The server says that there is no such page.
    Gone {
        /// 404 or 410.
        status: u16,
        /// The address that said so, where a redirect led there.
        via: Option<String>,
    },
    /// The name of the host does not exist.
    NoSuchHost {
        /// The name.
        host: String,
        /// The address that has it, where a redirect led there.
        via: Option<String>,
    },
    /// The certificate of the host is not in order.
    BadCertificate {
        /// The name of the host.
        host: String,
        /// What is wrong with it: "has expired".
        why: &'static str,
    },
    /// The address is not public and was not asked.
    Refused(Refused),
    /// Redirects lead round in a circle, or on and on.
    Endless {
        /// How many redirects were followed.
        hops: usize,
        /// Where they met again, where they did.
        circle: Option<String>,
    },
    /// Nobody can tell; the words follow the name of the host.
    Unverified(String),
    /// The time for asking was over before it was asked.
    NotAsked,
}

/// Where a page lies now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    /// The new address.
    pub(super) to: String,
    /// Whether it is only the front page of a site, and the link led deeper.
    pub(super) is_front_page: bool,
}

/// A part of a page that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missing {
    /// As written after `#`.
    pub(super) fragment: String,
    /// The part of the page whose name is likest.
    pub(super) nearest: Option<String>,
}

/// An address that may not be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// The name or number, and the port where that is what is wrong.
    pub(super) host: String,
    /// What is wrong with it, to follow it in a sentence.
    pub(super) why: String,
    /// Whether only looking up a name showed it.
    pub(super) by_name: bool,
    /// The address that has it, where a redirect led there.
    pub(super) via: Option<String>,
}

/// An address that could not be verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unverified {
    /// The address, without its fragment.
    pub url: String,
    /// Why, to follow the name of the host: "answers 403 …".
    pub why: String,
}

impl Verdict {
    /// The page is there and the link to it as it should be.
    pub(super) const GOOD: Self = Self::Reached { moved: None, missing: Vec::new() };
}
