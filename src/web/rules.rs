//! The rules of links out of the site.

use crate::diagnostic::{Family, Rule, Severity};

/// Every rule of this station.
pub const RULES: &[&Rule] = &[
    &WEB_ANCHOR_MISSING,
    &WEB_CERTIFICATE,
    &WEB_CREDENTIALS,
    &WEB_MOVED,
    &WEB_NO_SUCH_HOST,
    &WEB_NOT_FOUND,
    &WEB_REDIRECT_LOOP,
    &WEB_REFUSED_ADDRESS,
    &WEB_TO_FRONT_PAGE,
    &WEB_UNREACHABLE_FOR_LONG,
];

/// A part that a page of another website does not have.
pub(super) static WEB_ANCHOR_MISSING: Rule = Rule {
    code: "web-anchor-missing",
    family: Family::Web,
    severity: Severity::Warning,
    explanation: "A link leads to a part of a page of another website, and the page has no part of that name. Browsers open \
                  the page at its top. Parts that only a script makes, lines of files on forges and text fragments are not \
                  judged. Write the name of a part that the page has, or link to the whole page.",
    wrong: "[the aims](https://www.example.org/plan#amis)",
    right: "[the aims](https://www.example.org/plan#aims)",
};

/// A certificate that browsers refuse.
pub(super) static WEB_CERTIFICATE: Rule = Rule {
    code: "web-certificate",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "The certificate of a website has expired, is not valid yet, was withdrawn or is for another name. \
                  Browsers show a warning instead of the page. Tell whoever runs the website, and link elsewhere until it \
                  is mended. A certificate whose issuer this computer does not know counts as not verified.",
    wrong: "[the plan](https://expired.example.org/plan)",
    right: "[the plan](https://www.example.org/plan)",
};

/// An address with a password in it.
pub(super) static WEB_CREDENTIALS: Rule = Rule {
    code: "web-credentials",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "An address holds a user name or a password before the name of the website. Every reader of the site can \
                  see it. The address is not asked. Take them out, and have the password changed: it is in the history of \
                  the files.",
    wrong: "[the minutes](https://jo:secret@www.example.org/minutes)",
    right: "[the minutes](https://www.example.org/minutes)",
};

/// A page with a new address.
pub(super) static WEB_MOVED: Rule = Rule {
    code: "web-moved",
    family: Family::Web,
    severity: Severity::Warning,
    explanation: "A website says that a page has moved for good (status 301 or 308). Old addresses work only as long as \
                  somebody keeps them working. Write the new one. Redirects that are not for good are followed in silence.",
    wrong: "[the plan](http://example.org/plan)",
    right: "[the plan](https://www.example.org/plan)",
};

/// A host that does not exist.
pub(super) static WEB_NO_SUCH_HOST: Rule = Rule {
    code: "web-no-such-host",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "There is no website of the name that an address has: it is misspelt, or has closed. A name that could not \
                  be looked up just now counts as not verified.",
    wrong: "[the council](https://www.exmaple.invalid/)",
    right: "[the council](https://www.example.org/)",
};

/// A page that is not there.
pub(super) static WEB_NOT_FOUND: Rule = Rule {
    code: "web-not-found",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "The server of a website says that there is no page at an address (status 404), or that there was one and it \
                  is gone (410). Look for where the page lies now, or for a copy in a web archive; else take the link out.",
    wrong: "[the plan](https://www.example.org/plna)",
    right: "[the plan](https://www.example.org/plan)",
};

/// Redirects without an end.
pub(super) static WEB_REDIRECT_LOOP: Rule = Rule {
    code: "web-redirect-loop",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "An address leads on to another, that one to the next, and so on in a circle or without an end, so that no \
                  page opens. Where a website only wants a cookie kept, which a check never does, that counts as not \
                  verified.",
    wrong: "[the plan](https://www.example.org/loop)",
    right: "[the plan](https://www.example.org/plan)",
};

/// An address that the public cannot reach.
pub(super) static WEB_REFUSED_ADDRESS: Rule = Rule {
    code: "web-refused-address",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "An address leads to a computer that the public cannot reach: the reader's own, one in a private network, \
                  one behind a name that only means something in one office, or a port that websites do not use. It is \
                  never asked, whether it stands in the text or a redirect leads there, unless the settings allow it under \
                  `web`, `allow`. Where only looking up the name showed it, this is a warning, as the name may lead \
                  elsewhere outside.",
    wrong: "[the preview](http://127.0.0.1:8000/plan)",
    right: "[the plan](https://www.example.org/plan)",
};

/// A page that has become a front page.
pub(super) static WEB_TO_FRONT_PAGE: Rule = Rule {
    code: "web-to-front-page",
    family: Family::Web,
    severity: Severity::Warning,
    explanation: "A link deep into a website ends at its front page: mostly a sign that the page has gone and everything old \
                  is sent there. Look for where the page lies now; if the front page is what is meant, link to it.",
    wrong: "[the plan](https://www.example.org/2014/plan)",
    right: "[the plan](https://www.example.org/plans/2014)",
};

/// An address that nobody could verify for long.
pub(super) static WEB_UNREACHABLE_FOR_LONG: Rule = Rule {
    code: "web-unreachable-for-long",
    family: Family::Web,
    severity: Severity::Error,
    explanation: "An address gave no clear answer in many runs over many days: its server was silent, had a fault, or turned \
                  programs away. A single such answer is no finding, as it says nothing of the page. After how many runs \
                  and days it is, `unverified_runs` and `unverified_days` say under `web` in the settings. Where the page \
                  opens in a browser, write its address in the list `skip`, with the reason.",
    wrong: "[the plan](https://always-down.example.org/plan)",
    right: "[the plan](https://www.example.org/plan)",
};
