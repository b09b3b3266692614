//! The heads of pages.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use super::{BASE, EXAMPLE, files, pages};
use crate::support::Site;

/// What a head says: `name` or `property` of each `<meta>`, `rel` of each `<link>`, with the value of each.
fn head(html: &str) -> BTreeMap<String, Vec<String>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for token in Tokenizer::new(html.split("</head>").next().unwrap()) {
        let Token::StartTag(tag) = token.unwrap() else { continue };
        let attribute = |wanted: &str| {
            let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
            found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
        };
        let name = attribute("name").or_else(|| attribute("property")).or_else(|| attribute("rel"));
        let value = attribute("content").or_else(|| attribute("href"));
        if let (Some(name), Some(value)) = (name, value) {
            said.entry(name).or_default().push(value);
        }
    }
    said
}

#[test]
fn every_page_says_once_what_it_is_about_and_no_two_say_the_same() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (path, html) in pages(&EXAMPLE.0) {
        let said = head(html);
        let descriptions = said.get("description").cloned().unwrap_or_default();
        let [description] = descriptions.as_slice() else { panic!("{path}: {descriptions:?}") };
        assert!(description.chars().count() >= 20, "{path}: {description}");
        let twin = seen.insert(description.clone(), path);
        assert_eq!(twin, None, "{path} says the same of itself: {description}");
        let shared = ["og:title", "og:type", "og:description", "og:site_name", "og:locale"];
        for name in shared.iter().filter(|_| !html.contains("http-equiv=\"refresh\"")) {
            assert_eq!(said.get(*name).map(Vec::len), Some(1), "{path}: {name}");
        }
    }
}

#[test]
fn pages_that_open_alike_are_told_apart_by_their_titles() {
    let text = |title: &str| format!("# {title}\n\nThis page belongs to the plan of the county.\n");
    let site = Site::new().file("folkmoot.yaml", "title: A site\n").file("content/a.md", &text("Aims"));
    let files = files(&site.file("content/b.md", &text("Board")).build().expect_exit(0));
    let said = ["a.html", "b.html"].map(|path| head(&files[path])["description"][0].clone());
    let opening = "This page belongs to the plan of the county.";
    assert_eq!(said, [format!("Aims: {opening}"), format!("Board: {opening}")]);
}

#[test]
fn what_must_be_a_full_address_is_there_only_where_it_is_known() {
    let full = ["canonical", "og:url"];
    for (path, html) in pages(&EXAMPLE.0) {
        let said = head(html);
        assert!(full.iter().all(|name| !said.contains_key(*name)), "{path}");
        assert!(!html.contains("application/atom+xml"), "{path}");
    }
    for (path, html) in pages(&EXAMPLE.1).filter(|(path, _)| *path != "404.html") {
        let said = head(html);
        let own = if path == "index.html" { BASE.to_owned() } else { format!("{BASE}{path}") };
        assert!(full.iter().all(|name| said.get(*name) == Some(&vec![own.clone()])), "{path}: {said:?}");
    }
}

#[test]
fn one_page_alone_names_the_manifest_and_only_lost_addresses_are_hidden() {
    let with = |name: &str| -> Vec<&str> {
        pages(&EXAMPLE.0).filter(|(_, html)| head(html).contains_key(name)).map(|(path, _)| path).collect()
    };
    assert_eq!(with("manifest"), ["index.html"]);
    let hidden: Vec<&str> = with("robots").into_iter().filter(|path| *path != "search.html").collect();
    assert_eq!(hidden, ["404.html"]);
}

#[test]
fn the_brand_shows_in_the_head_and_in_the_manifest() {
    let settings = "title: Our plan, 2019\nbase_url: https://www.example.org/\n\
                    brand: {colour: \"#1d70b8\", logo: logo.png}\n";
    let site = Site::new().file("folkmoot.yaml", settings).bytes_file("content/logo.png", b"\x89PNG\r\n\x1a\n");
    let files = files(&site.build().expect_exit(0));
    let said = head(&files["index.html"]);
    assert_eq!(said["theme-color"], ["#1d70b8"]);
    assert_eq!(said["og:image"], ["https://www.example.org/logo.png"]);
    let manifest: serde_json::Value = serde_json::from_str(&files["manifest.webmanifest"]).unwrap();
    assert_eq!(manifest["short_name"], "Our plan");
    assert_eq!(manifest["theme_color"], "#1d70b8");
}
