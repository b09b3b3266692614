//! What pages of the site's furniture show on a page that translates one of them.
//!
//! Must not know what else stands on that page.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture};
use crate::model::date::CalendarDate;
use crate::model::language::is_same_language;
use crate::pages::content::{Content, StatementView};
use crate::pages::lists::front::Front;
use crate::pages::lists::shown;
use crate::pages::particulars::Particulars;
use crate::pages::site::Site;
use crate::pages::views::overview;
use crate::pages::wording;
use crate::sources::Spanned;

/// What a page called `title` shows that translates a page of the furniture; nothing of the search, whose words are its own.
pub(super) fn particulars(site: &Site<'_>, from: &Address, page: Furniture, title: &str) -> Option<Particulars> {
    let front = Front::new(site, from, title);
    let links = || Content::Index { groups: shown::groups(&front, page) };
    let (template, content) = match page {
        Furniture::View(view) => {
            let overview = overview(site, from, view, title, "fm-view");
            (overview.page_template(), Content::Overview { overview })
        }
        Furniture::Index(_) => ("index.html", links()),
        Furniture::Furnishing(Furnishing::AToZ) => ("a-to-z.html", links()),
        Furniture::Furnishing(Furnishing::SiteMap) => ("site-map.html", links()),
        Furniture::Furnishing(Furnishing::Accessibility) => {
            ("accessibility.html", Content::Accessibility { statement: statement(site) })
        }
        Furniture::Furnishing(Furnishing::Search) => return None,
    };
    Some(Particulars { template, facts: Vec::new(), content })
}

/// The accessibility statement, from the settings alone: what they do not say, it does not claim.
pub(super) fn statement(site: &Site<'_>) -> StatementView {
    let settings = &site.graph.settings;
    let Some(given) = settings.accessibility.clone() else { return StatementView::default() };
    let day = |date: Option<Spanned<CalendarDate>>| date.map(|date| wording::day(site, date.value));
    let is_own = is_same_language(settings.language(), site.language);
    StatementView {
        status: given.status.map(|status| status.value.name()),
        language: (!is_own).then(|| settings.language().to_owned()),
        issues: given.issues,
        improvements: given.improvements,
        prepared: day(given.prepared),
        reviewed: day(given.reviewed),
        tested: day(given.tested),
        tested_by: given.tested_by,
        method: given.method,
        response_days: given.response_days.map(|days| days.value),
    }
}
