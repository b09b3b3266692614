//! What pages of the site's furniture show on a page that translates one of them.
//!
//! Must not know what else stands on that page.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture};
use crate::pages::content::{Content, StatementView};
use crate::pages::directories;
use crate::pages::particulars::Particulars;
use crate::pages::site::Site;
use crate::pages::views::overview;
use crate::pages::wording;

/// What a page called `title` shows that translates a page of the furniture; nothing of the search, whose words are its own.
pub(super) fn particulars(site: &Site<'_>, from: &Address, page: Furniture, title: &str) -> Option<Particulars> {
    let (template, content) = match page {
        Furniture::View(view) => {
            let overview = overview(site, from, view, title, "fm-view");
            (overview.page_template(), Content::Overview { overview })
        }
        Furniture::Index(kind) => ("index.html", Content::Index { groups: directories::by_type(site, from, kind) }),
        Furniture::Furnishing(Furnishing::AToZ) => {
            ("a-to-z.html", Content::Index { groups: directories::by_letter(site, from) })
        }
        Furniture::Furnishing(Furnishing::SiteMap) => {
            ("site-map.html", Content::Index { groups: directories::by_place(site, from) })
        }
        Furniture::Furnishing(Furnishing::Accessibility) => {
            ("accessibility.html", Content::Accessibility { statement: statement(site) })
        }
        Furniture::Furnishing(Furnishing::Search) => return None,
    };
    Some(Particulars { template, facts: Vec::new(), content })
}

/// The accessibility statement, from the settings alone: what they do not say, it does not claim.
pub(super) fn statement(site: &Site<'_>) -> StatementView {
    let given = site.graph.settings.accessibility.clone();
    let day =
        |date: Option<crate::sources::Spanned<jiff::civil::Date>>| date.map(|date| wording::day(site, date.value));
    given.map_or_else(
        || StatementView {
            status: None,
            issues: Vec::new(),
            improvements: None,
            prepared: None,
            reviewed: None,
            tested: None,
            tested_by: None,
            method: None,
            response_days: None,
        },
        |given| StatementView {
            status: given.status.map(|status| status.value.name()),
            issues: given.issues,
            improvements: given.improvements,
            prepared: day(given.prepared),
            reviewed: day(given.reviewed),
            tested: day(given.tested),
            tested_by: given.tested_by,
            method: given.method,
            response_days: given.response_days.map(|days| days.value),
        },
    )
}
