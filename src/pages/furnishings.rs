//! The views as pages of their own, the accessibility statement, the page for lost addresses, former addresses.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture, View};
use crate::model::kind::Kind;
use crate::pages::alias::Alias;
use crate::pages::content::Content;
use crate::pages::found;
use crate::pages::furniture::statement;
use crate::pages::lists::front::Front;
use crate::pages::lists::{furnishing, shown};
use crate::pages::outline::blank;
use crate::pages::site::Site;
use crate::pages::view::Page;
use crate::pages::views::overview;
use crate::sources::Spanned;

/// A view as a page.
pub(super) fn view(site: &Site<'_>, view: View) -> Page {
    let furniture = Furniture::View(view);
    let from = furniture.address();
    let overview = overview(site, &from, view, &site.title(furniture), "fm-view");
    let mut page = Page { template: overview.page_template(), ..empty_view(site, view) };
    page.view.content = Content::Overview { overview };
    page.view.paging = shown::paging(&Front::new(site, &from, &page.view.title), furniture);
    page
}

/// The page of a view before anything stands on it.
pub(super) fn empty_view(site: &Site<'_>, view: View) -> Page {
    let mut page = furnishing(site, Furniture::View(view), "", Content::Page);
    page.view.found_as = Some(found::found_as_overview(&page.view));
    page
}

/// The accessibility statement, from the settings alone: what they do not say, it does not claim.
pub(super) fn accessibility(site: &Site<'_>) -> Page {
    let furniture = Furniture::Furnishing(Furnishing::Accessibility);
    let mut page =
        furnishing(site, furniture, "accessibility.html", Content::Accessibility { statement: statement(site) });
    page.view.found_as = Some(found::found_as(Kind::Page.name(), &page.view));
    page
}

/// The page for addresses that lead nowhere. A host serves it at any address, so its links start from `base_url`.
pub(super) fn not_found(site: &Site<'_>) -> Page {
    let address = Address::new("404");
    let mut view = blank(site, &address, &site.say("title-not-found"));
    view.content = Content::NotFound;
    view.canonical = None;
    if let Some(base) = &site.graph.settings.base_url {
        view.root = format!("{}/", base.value.0.trim_end_matches('/'));
    }
    Page { address, template: "404.html", view, body: None, origin: None }
}

/// A former address that leads to where the page is now.
pub(super) fn redirect(site: &Site<'_>, alias: &Alias, title: &str) -> Page {
    let Alias { from: alias, to: target, span, .. } = alias;
    let mut view = blank(site, alias, title);
    let base = site.graph.settings.base_url.as_ref();
    view.canonical =
        base.map(|base| format!("{}/{}", base.value.0.trim_end_matches('/'), target.from_root(site.style)));
    view.content = Content::Redirect { href: site.href(alias, target, None) };
    Page { address: alias.clone(), template: "redirect.html", view, body: None, origin: Some(Spanned::new((), *span)) }
}
