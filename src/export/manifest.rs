//! `manifest.webmanifest` (W3C, Web Application Manifest): what a site is called and looks like on a home screen.

use serde::Serialize;

use crate::graph::address::Address;
use crate::output::Bytes;
use crate::pages::Site;

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'a str,
    start_url: String,
    scope: &'static str,
    display: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<&'a str>,
    icons: [Icon; 1],
}

#[derive(Serialize)]
struct Icon {
    src: &'static str,
    sizes: &'static str,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// What comes before the first sign that divides a title, where that names the site: a year alone does not.
fn short_name(title: &str) -> Option<&str> {
    let (short, _) = title.split_once([',', ':', '–'])?;
    Some(short.trim()).filter(|short| short.contains(char::is_alphabetic))
}

/// The manifest; its addresses count from where it lies.
pub fn manifest(site: &Site<'_>) -> Bytes {
    let settings = &site.graph.settings;
    let title = settings.title.value.as_str();
    let start = Address::new("index").from_root(site.style);
    let colour = settings.brand.as_ref().and_then(|brand| brand.colour.as_ref());
    let manifest = Manifest {
        name: title,
        short_name: short_name(title),
        description: settings.summary.as_deref(),
        lang: settings.language(),
        start_url: if start.is_empty() { "./".to_owned() } else { start },
        scope: "./",
        // A site is read in a browser, with the way back and the address in sight.
        display: "browser",
        theme_color: colour.map(|colour| colour.value.as_str()),
        icons: [Icon { src: "assets/favicon.svg", sizes: "any", media_type: "image/svg+xml" }],
    };
    super::json(&manifest)
}

#[test]
fn a_short_name_names_the_site() {
    let names = ["Our plan: 2019 to 2022", "2019: a plan", ": a plan", "A plan"].map(short_name);
    assert_eq!(names, [Some("Our plan"), None, None, None]);
}
