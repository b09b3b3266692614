//! The plain pages as Hugo wants them, with layouts as rich as the built-in theme: header and menu, breadcrumbs, the parts of
//! the page, a list of pages, footer, words for search engines, sitemap, feed, an A to Z and a site map.
//!
//! Where there is a choice, the fair fast one was taken. What is the same on every page, or on every page of a folder, is
//! drawn once (`partialCached`). Pages are files, not folders. A hook looks up the page of each link, so that Hugo too finds
//! those that lead nowhere; it does not ask for parts of pages, as Folkmoot does. Tables have a plainer hook than Hugo's own.
//! Code is not coloured. What Hugo does not make of itself it is spared: the data of each page, the list of addresses, the
//! pages that lead to each page.

use std::fmt::Write as _;

use super::plain::{Dialect, Plain};
use super::{BASE_URL, File};

const SETTINGS: &str = include_str!("hugo/hugo.toml");

/// The layouts, by their paths within `layouts/`.
const LAYOUTS: [(&str, &str); 15] = [
    ("baseof.html", include_str!("hugo/baseof.html")),
    ("page.html", include_str!("hugo/page.html")),
    ("home.html", include_str!("hugo/section.html")),
    ("section.html", include_str!("hugo/section.html")),
    ("a-to-z.html", include_str!("hugo/a-to-z.html")),
    ("site-map.html", include_str!("hugo/site-map.html")),
    ("404.html", include_str!("hugo/404.html")),
    ("_markup/render-link.html", include_str!("hugo/_markup/render-link.html")),
    ("_markup/render-table.html", include_str!("hugo/_markup/render-table.html")),
    ("_partials/head.html", include_str!("hugo/_partials/head.html")),
    ("_partials/assets.html", include_str!("hugo/_partials/assets.html")),
    ("_partials/header.html", include_str!("hugo/_partials/header.html")),
    ("_partials/footer.html", include_str!("hugo/_partials/footer.html")),
    ("_partials/breadcrumbs.html", include_str!("hugo/_partials/breadcrumbs.html")),
    ("_partials/beside.html", include_str!("hugo/_partials/beside.html")),
];

/// Files that lie beside the pages: the same bytes that Folkmoot puts there.
const STATIC: [(&str, &str); 2] = [
    ("style.css", include_str!("../../themes/civic/static/style.css")),
    ("favicon.svg", include_str!("../../themes/civic/static/favicon.svg")),
];

/// Every file of a site of so many plain pages.
pub(crate) fn files(pages: usize) -> impl Iterator<Item = File> + Send {
    let plain = Plain::new(pages, Dialect::Hugo);
    let layouts = LAYOUTS.into_iter().map(|(path, text)| File::new(format!("layouts/{path}"), text));
    let beside = STATIC.into_iter().map(|(path, text)| File::new(format!("static/assets/{path}"), text));
    let lists = [("a-to-z", "A to Z"), ("site-map", "Site map")].into_iter().map(|(name, title)| {
        File::new(
            format!("content/{name}.md"),
            format!("---\ntitle: {title}\nlayout: {name}\ndescription: Every page.\n---\n"),
        )
    });
    std::iter::once(settings(plain, pages)).chain(layouts).chain(beside).chain(lists).chain(plain.files())
}

fn settings(plain: Plain, pages: usize) -> File {
    let mut text = SETTINGS.replace("BASE_URL", BASE_URL).replace("PAGES", &pages.to_string());
    for (weight, (path, title)) in plain.navigation().into_iter().enumerate() {
        let _ = write!(text, "\n[[menus.main]]\nname = \"{title}\"\npageRef = \"/{path}\"\nweight = {}\n", weight + 1);
    }
    File::new("hugo.toml", text)
}
