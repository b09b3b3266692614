//! The rules on the addresses of pages.
//!
//! Must not know how an address is followed.

use super::fault::{Address, Wrong};
use super::shape;
use crate::diagnostic::{Family, Rule, Severity};

/// A link to a file that is not there.
pub(super) static PAGE_DEAD_LINK: Rule = Rule {
    code: "page-dead-link",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A page of the finished site names a file that the site does not have. Links in texts are checked at their \
                  source; this one comes from a template of the theme, from a style sheet, or from a file of the content \
                  that is published as it is.",
    wrong: "<a href=\"{{ page.root }}conatct.html\">Contact</a>",
    right: "<a href=\"{{ page.root }}contact.html\">Contact</a>",
};

/// A link to a part that is not there.
pub(super) static PAGE_DEAD_ANCHOR: Rule = Rule {
    code: "page-dead-anchor",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A page of the finished site links to a part of a page, by what follows the `#`, and nothing on that page \
                  has this `id`. The reader is left at the top of it.",
    wrong: "<a href=\"#contnet\">Skip to the content</a> … <main id=\"content\">",
    right: "<a href=\"#content\">Skip to the content</a> … <main id=\"content\">",
};

/// A link to a folder.
pub(super) static PAGE_LINK_TO_FOLDER: Rule = Rule {
    code: "page-link-to-folder",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A link names a folder. One without an `index.html` shows nothing, or a list of files, to whoever follows it. \
                  Where it has one, the link should still name that page: a site that is opened from a disk shows no page for a \
                  folder, nor do some hosts.",
    wrong: "<a href=\"maps/\">Maps</a>",
    right: "<a href=\"maps/index.html\">Maps</a>",
};

/// A slash after the name of a file.
pub(super) static PAGE_TRAILING_SLASH: Rule = Rule {
    code: "page-trailing-slash",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A slash after the name of a file makes it the name of a folder, which is not there.",
    wrong: "<a href=\"contact.html/\">Contact</a>",
    right: "<a href=\"contact.html\">Contact</a>",
};

/// A path that differs in case alone.
pub(super) static PAGE_OTHER_CASE: Rule = Rule {
    code: "page-other-case",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A link names a file in other letters, capital for small or an accent encoded in another way. Some computers \
                  find the file all the same, and most hosts do not.",
    wrong: "<img src=\"Map.PNG\" alt=\"The county\">",
    right: "<img src=\"map.png\" alt=\"The county\">",
};

/// A link above the root of the site.
pub(super) static PAGE_LEAVES_SITE: Rule = Rule {
    code: "page-leaves-site",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A relative link climbs higher than the first page of the site. What it finds there depends on where the site \
                  happens to lie.",
    wrong: "<a href=\"../../council/\">The council</a>",
    right: "<a href=\"https://www.example.org/council/\">The council</a>",
};

/// An address that counts from the root of the host.
pub(super) static PAGE_ROOTED_ADDRESS: Rule = Rule {
    code: "page-rooted-address",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "An address that begins with `/` counts from the root of the host, and one that begins with `//` takes http or \
                  https from the page. Neither works where the site lies in a folder of its host, or is opened from a disk.",
    wrong: "<a href=\"/contact.html\">Contact</a>",
    right: "<a href=\"{{ page.root }}contact.html\">Contact</a>",
};

/// An address of which nothing can be made.
pub(super) static PAGE_MALFORMED_ADDRESS: Rule = Rule {
    code: "page-malformed-address",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "No browser can make anything of this address: the name of the host is missing or wrong, a `%` is not followed \
                  by two digits, or nothing is there at all. A `%` that stands for itself is written `%25`.",
    wrong: "<a href=\"http:/ /www.example.org/\">The council</a>",
    right: "<a href=\"http://www.example.org/\">The council</a>",
};

/// A scheme that has no place on a page.
pub(super) static PAGE_FORBIDDEN_SCHEME: Rule = Rule {
    code: "page-forbidden-scheme",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Links of a page begin with http, https, mailto or tel. `javascript:` and `data:` run programs in the reader's \
                  browser, `file:` names a file on somebody's own computer, and others open nothing for most readers.",
    wrong: "<a href=\"javascript:history.back()\">Back</a>",
    right: "<a href=\"{{ page.root }}{{ site.home }}\">Home</a>",
};

/// Something that is fetched from another host.
pub(super) static PAGE_LOADS_ELSEWHERE: Rule = Rule {
    code: "page-loads-elsewhere",
    family: Family::Page,
    severity: Severity::Warning,
    explanation: "The browser of everybody who opens this page fetches something from another host, which learns who reads \
                  what, can change it at any time, and may be gone tomorrow. Keep a copy among the files of the site.",
    wrong: "<link rel=\"stylesheet\" href=\"https://fonts.example.org/css\">",
    right: "<link rel=\"stylesheet\" href=\"{{ page.root }}assets/fonts.css\">",
};

/// The rule that a fault breaks.
pub(super) fn rule_of(wrong: &Wrong) -> &'static Rule {
    let Wrong::Address { what, .. } = wrong else { return shape::rule_of(wrong) };
    match what {
        Address::Dead(_) => &PAGE_DEAD_LINK,
        Address::DeadAnchor(..) => &PAGE_DEAD_ANCHOR,
        Address::Bare(_) | Address::Folder(_) | Address::FolderWithoutSlash(_) => &PAGE_LINK_TO_FOLDER,
        Address::FileWithSlash(_) => &PAGE_TRAILING_SLASH,
        Address::Alike(_) => &PAGE_OTHER_CASE,
        Address::Leaves => &PAGE_LEAVES_SITE,
        Address::Rooted(_) | Address::WithoutScheme(_) => &PAGE_ROOTED_ADDRESS,
        Address::Malformed(_) => &PAGE_MALFORMED_ADDRESS,
        Address::Scheme(_) => &PAGE_FORBIDDEN_SCHEME,
        Address::Elsewhere => &PAGE_LOADS_ELSEWHERE,
    }
}
