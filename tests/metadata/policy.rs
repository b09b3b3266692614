//! The Content-Security-Policy: pages keep to it, hosts are told of it, and the manual states it.

use html5gum::{Token, Tokenizer};

use folkmoot::export::{CONTENT_SECURITY_POLICY, SEARCH_CONTENT_SECURITY_POLICY};
use folkmoot::graph::address::encode;

use super::{EXAMPLE, Files, files, is_page, pages};
use crate::support::Site;

/// What a page holds that the policy forbids, or that makes a new window of a link.
fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for token in Tokenizer::new(html) {
        let Token::StartTag(tag) = token.unwrap() else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |wanted: &str| {
            let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
            found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
        };
        let is_data = attribute("type").as_deref() == Some("application/ld+json");
        if name == "style" || (name == "script" && attribute("src").is_none() && !is_data) {
            faults.push(format!("<{name}> with something in it"));
        }
        let names = tag.attributes.keys().map(|name| String::from_utf8_lossy(name).into_owned());
        let forbidden =
            names.filter(|name| name.starts_with("on") || ["style", "target", "srcdoc"].contains(&name.as_str()));
        faults.extend(forbidden.map(|attribute| format!("<{name} {attribute}>")));
        let is_fetched = match name.as_str() {
            "a" | "area" => false,
            "link" => !matches!(attribute("rel").as_deref(), Some("canonical" | "alternate" | "prev" | "next")),
            _ => true,
        };
        let loaded = ["src", "href", "srcset", "data", "poster"].into_iter().filter_map(attribute);
        let foreign = loaded.filter(|address| is_fetched && (address.contains("//") || address.starts_with("data:")));
        faults.extend(foreign.map(|address| format!("<{name}> loads {address}")));
    }
    faults
}

#[test]
fn no_page_of_the_example_needs_more_than_the_policy_lets_it() {
    let (plain, _) = &*EXAMPLE;
    assert!(pages(plain).count() > 100);
    let faults: Vec<String> = pages(plain)
        .flat_map(|(path, html)| faults(html).into_iter().map(move |fault| format!("{path}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_the_policy_forbids_is_seen() {
    let wrong = [
        "<script>x</script>",
        "<style>x</style>",
        "<p style=x>",
        "<p onclick=x>",
        "<a target=_blank href=x>",
        "<script src=https://cdn.example.org/x.js></script>",
        "<img src=//example.org/x.png>",
        "<link rel=stylesheet href=https://example.org/x.css>",
    ];
    for html in wrong {
        assert_eq!(faults(html).len(), 1, "{html}: {:?}", faults(html));
    }
    let right =
        "<a href=https://example.org/>x</a><script type=application/ld+json>{}</script><script src=a.js></script>";
    assert_eq!(faults(right), Vec::<String>::new());
}

/// The policies that a host joins for an address: those of every rule that matches it.
fn policies(files: &Files, address: &str) -> Vec<String> {
    let mut matches = false;
    let mut policies = Vec::new();
    for line in files["_headers"].lines() {
        match line.strip_prefix("  ") {
            None => {
                matches = match line.strip_suffix('*') {
                    Some(beginning) => address.starts_with(beginning),
                    None => address == line,
                }
            }
            Some(header) if matches => {
                policies.extend(header.strip_prefix("Content-Security-Policy: ").map(str::to_owned));
            }
            Some(_) => {}
        }
    }
    policies
}

/// A site with a search page, and with a folder and a page of names that a rule could take for others.
fn searched() -> Files {
    let site = Site::new()
        .file("folkmoot.yaml", "title: A site\nbase_url: https://www.example.org/plan\n")
        .file("content/about.md", "# About\n\nWhat this site is about.\n")
        .file("content/search/history.md", "# History\n\nHow people searched before.\n")
        .file("content/a b/café.md", "# Food\n\nWhere to eat.\n");
    files(&site.build().expect_exit(0))
}

#[test]
fn hosts_are_told_the_policy_of_every_file() {
    let (plain, published) = &*EXAMPLE;
    let searched = searched();
    assert!(searched.contains_key("search.html"));
    for (files, below) in [(plain, ""), (published, "/plan"), (&searched, "/plan")] {
        let searched = files.contains_key("search.html");
        for path in files.keys().map(String::as_str).chain(["", "about", "nothing/here"]) {
            let is_search = path == "search.html" || path == "search";
            let told = policies(files, &format!("{below}/{}", encode(path)));
            assert!(!told.is_empty(), "no policy for {path}");
            let is_strict = told.iter().any(|policy| policy == CONTENT_SECURITY_POLICY);
            let is_of_folkmoot = is_page(path) && path != "404.html" && !path.starts_with("search/");
            assert!(!is_search || told == [SEARCH_CONTENT_SECURITY_POLICY], "{path}: {told:?}");
            assert!(is_search || is_strict || (searched && !is_of_folkmoot), "{path}: {told:?}");
        }
    }
    let lines = plain["_headers"].lines().filter(|line| !line.starts_with(' ')).count();
    assert!(lines <= 100, "{lines} rules, of which Cloudflare Pages reads 100");
}

#[test]
fn a_site_may_say_itself_what_its_host_sends() {
    let site = Site::new().file("folkmoot.yaml", "title: A site\n").file("content/_headers", "/*\n  X-Own: yes\n");
    assert_eq!(files(&site.build().expect_exit(0))["_headers"], "/*\n  X-Own: yes\n");
}

#[test]
fn the_manual_states_both_policies_as_they_are() {
    let guide = include_str!("../../docs/content/how-to/publish.md");
    for policy in [CONTENT_SECURITY_POLICY, SEARCH_CONTENT_SECURITY_POLICY] {
        assert!(guide.contains(policy), "the guide on publishing does not state: {policy}");
    }
}
