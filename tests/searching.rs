//! The search page and its index: what is found and what is not, and that the same pages give the same bytes.
//!
//! Must not know how an index is searched: that is for a browser.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Read;

use flate2::read::GzDecoder;
use folkmoot::output::Bytes;
use folkmoot::search::{Searched, index};
use serde_json::Value;

use super::support::{Run, Site};

const SETTINGS: &str = "title: A small plan\n";

fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", SETTINGS)
        .file("content/index.md", "# Welcome\n\nRead about [knife crime](priority:knife-crime).\n")
        .file(
            "content/priorities/knife-crime.md",
            "---\ntitle: Knife crime\nsummary: Fewer knives.\nstatus: current\nowner: police\naliases: [old/knives.html]\n---\n\nIt is rising.\n\n## Schools\n\nThey help.\n",
        )
        .file("content/organisations/police.md", "---\ntitle: The police\n---\n\nThey answer.\n")
}

/// What the search knows of each page, by its path.
fn known(run: &Run) -> BTreeMap<String, Value> {
    let files = run.snapshot();
    let fragments = files.iter().filter(|(path, _)| path.starts_with("pagefind/fragment/"));
    fragments.map(|(_, (bytes, _))| fragment(bytes)).collect()
}

fn fragment(bytes: &[u8]) -> (String, Value) {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
    let known: Value = serde_json::from_str(text.strip_prefix("pagefind_dcd").unwrap()).unwrap();
    (known["url"].as_str().unwrap().to_owned(), known)
}

/// What the search knows of pages that are written just so.
fn known_of(pages: &[(&str, &str)]) -> BTreeMap<String, Value> {
    let files = index(pages.iter().map(|(path, html)| searched(path, html)).collect()).unwrap();
    files.iter().filter(|(path, _)| path.contains("/fragment/")).map(|(_, bytes)| fragment(bytes)).collect()
}

fn searched<'a>(path: &'a str, html: &'a str) -> Searched<'a> {
    Searched { path, language: "en", html: html.as_bytes() }
}

fn page(title: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=en><body><main data-pagefind-body><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
}

#[test]
fn every_page_that_says_something_is_found_by_kind_status_and_language() {
    let run = small().build().expect_exit(0);
    let known = known(&run);
    let expected = [
        "accessibility.html",
        "index.html",
        "organisations/index.html",
        "organisations/police.html",
        "priorities/index.html",
        "priorities/knife-crime.html",
    ];
    let pages: Vec<&str> = known.keys().map(String::as_str).filter(|path| *path != "alignment.html").collect();
    assert_eq!(pages, expected);
    let priority = &known["priorities/knife-crime.html"];
    assert_eq!(priority["meta"], serde_json::json!({"image": "", "title": "Knife crime"}));
    assert_eq!(
        priority["filters"],
        serde_json::json!({"kind": ["priority"], "language": ["en"], "status": ["current"]})
    );
    assert_eq!(known["index.html"]["filters"], serde_json::json!({"kind": ["page"], "language": ["en"]}));
    let anchors: Vec<&str> =
        priority["anchors"].as_array().unwrap().iter().filter_map(|anchor| anchor["id"].as_str()).collect();
    assert!(anchors.contains(&"schools"), "{anchors:?}");
}

#[test]
fn what_only_leads_to_other_pages_is_not_searched() {
    let run = small().build().expect_exit(0);
    let known = known(&run);
    let content = |path: &str| known[path]["content"].as_str().unwrap().to_owned();
    let priority = content("priorities/knife-crime.html");
    assert!(priority.starts_with("Knife crime. Fewer knives."), "{priority}");
    for left_out in ["Welcome", "Linked from", "On this page", "Current", "A small plan", "Skip to"] {
        assert!(!priority.contains(left_out), "{left_out} in {priority}");
    }
    assert_eq!(content("priorities/index.html"), "Priorities.");
    assert_eq!(content("alignment.html"), "How the plans line up.");
    assert!(!content("organisations/police.html").contains("Knife crime"));
}

#[test]
fn drafts_are_found_only_where_they_are_shown() {
    let site = small().file("content/priorities/next.md", "---\ntitle: Hushhush\ndraft: true\n---\n\nHushhush.\n");
    let holds = |run: &Run| known(run).values().any(|page| page.to_string().contains("Hushhush"));
    let run = site.build().expect_exit(0);
    assert!(!holds(&run));
    let search = run.output("search.html");
    assert!(!search.contains("value=\"draft\""), "{search}");
    assert!(holds(&site.args(&["--drafts"]).build().expect_exit(0)));
}

#[test]
fn a_site_without_search_has_no_page_link_or_index_for_it() {
    let run = small().file("folkmoot.yaml", "title: A small plan\nsearch: off\n").build().expect_exit(0);
    assert!(
        !run.files().iter().any(|path| path.starts_with("pagefind/") || path == "search.html"),
        "{:?}",
        run.files()
    );
    for path in ["404.html", "a-to-z.html", "index.html", "priorities/knife-crime.html", "site-map.html"] {
        let html = run.output(path);
        assert!(!html.contains("search.html") && !html.contains("role=\"search\""), "{path}: {html}");
    }
    assert!(run.output("index.html").contains("a-to-z.html"));
}

#[test]
fn every_page_leads_to_the_search_without_a_script() {
    let run = small().build().expect_exit(0);
    for (path, action) in [("index.html", "search.html"), ("priorities/knife-crime.html", "../search.html")] {
        let html = run.output(path);
        assert!(html.contains(&format!("role=\"search\" action=\"{action}\" method=\"get\"")), "{path}: {html}");
        assert!(!html.contains("<script src"), "{path}: {html}");
    }
    let search = run.output("search.html");
    assert!(search.contains("method=\"get\" hidden"), "the form is of no use without a script: {search}");
    assert!(search.contains("because it needs JavaScript. <a href=\"a-to-z.html\">"), "{search}");
    let run = small().file("folkmoot.yaml", "title: A small plan\nurls: directories\n").build().expect_exit(0);
    assert!(run.output("priorities/knife-crime/index.html").contains("action=\"../../search/\""));
    assert!(run.output("search/index.html").contains("data-index=\"../pagefind/pagefind.js\""));
    assert!(known(&run).contains_key("priorities/knife-crime/"));
}

#[test]
fn filters_offer_what_there_is_and_nothing_that_leaves_no_choice() {
    let run = small().build().expect_exit(0);
    let search = run.output("search.html");
    let options: Vec<&str> =
        search.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(options, ["", "organisation", "priority", "page", "overview"]);
    let welsh = small().file("content/croeso.md", "---\ntitle: Croeso\nlanguage: cy\n---\n\nMae'n codi.\n");
    let search = welsh.build().expect_exit(0).output("search.html");
    assert!(search.contains("<option value=\"cy\">Cymraeg</option>"), "{search}");
}

#[test]
fn pages_in_two_languages_are_in_one_index() {
    let welsh = small().file("content/croeso.md", "---\ntitle: Croeso\nlanguage: cy\n---\n\nMae'n codi.\n");
    let run = welsh.build().expect_exit(0);
    let entry: Value = serde_json::from_str(&run.output("pagefind/pagefind-entry.json")).unwrap();
    let languages: Vec<&String> = entry["languages"].as_object().unwrap().keys().collect();
    assert_eq!(languages, ["en"]);
    assert_eq!(known(&run)["croeso.html"]["filters"]["language"], serde_json::json!(["cy"]));
}

#[test]
fn a_page_of_the_sites_own_takes_the_place_of_the_search() {
    let run = small().file("content/search.md", "# How to search\n\nAsk us.\n").build().expect_exit(0);
    assert!(run.output("search.html").contains("Ask us."));
    assert!(!run.output("index.html").contains("role=\"search\""));
    assert!(!run.files().iter().any(|path| path.starts_with("pagefind/")));
}

#[test]
fn a_check_makes_no_index_and_knows_where_it_would_be() {
    let head = "{% extends \"civic/home.html\" %}\n{% block head %}<script type=\"module\" src=\"{{ page.root }}pagefind/pagefind.js\"></script>{% endblock %}\n";
    let run = small().file("themes/civic/templates/home.html", head).command(&["check"]);
    assert!(!run.stdout().contains("pagefind"), "{}", run.stdout());
    let clash = small().bytes_file("content/pagefind/pagefind.js", b"1");
    for run in [clash.build(), clash.command(&["check"])] {
        let codes: Vec<String> = run.findings().into_iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&"same-output".to_owned()), "{codes:?}");
    }
}

#[test]
fn the_same_pages_give_the_same_bytes_in_any_order_and_on_any_number_of_threads() {
    let texts: Vec<(String, String)> = (0..60)
        .map(|number| {
            let words: Vec<String> =
                (0..80).map(|word| format!("wörd{}-Part{}.x", word * number % 97, word % 13)).collect();
            (format!("pages/{number}.html"), page(&format!("Page {number}"), &words.join(" ")))
        })
        .collect();
    let made = |threads: usize, turn: usize| -> Vec<(String, Bytes)> {
        let mut pages: Vec<Searched<'_>> = texts.iter().map(|(path, html)| searched(path, html)).collect();
        pages.rotate_left(turn * 7);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| index(pages)).unwrap()
    };
    let first = made(1, 0);
    assert!(first.len() > 60, "{}", first.len());
    for (turn, threads) in [1, 2, 7].into_iter().enumerate() {
        assert!(made(threads, turn + 1) == first, "{threads} threads");
    }
}

#[test]
fn titles_of_any_sort_are_kept_to_the_letter() {
    let titles = [
        "<script>alert(1)</script> & <b>bold</b>",
        "\"Quotes\" and 'more' of them",
        "Safe streets 🚓🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "السلامة المجتمعية",
        "Llŷn & Ynys Môn: diogelwch",
        "{query} $1 ${2}",
    ];
    let mut site = Site::new().file("folkmoot.yaml", SETTINGS).file("content/index.md", "# Welcome\n");
    for (number, title) in titles.iter().enumerate() {
        let text = format!("---\ntitle: {}\n---\n\nText.\n", serde_json::to_string(title).unwrap());
        site = site.file(&format!("content/page-{number}.md"), &text);
    }
    let known = known(&site.build().expect_exit(0));
    let kept: Vec<&str> = (0..titles.len())
        .filter_map(|number| known[&format!("page-{number}.html")]["meta"]["title"].as_str())
        .collect();
    assert_eq!(kept, titles);
}

#[test]
fn a_page_without_text_and_one_without_end_are_both_taken() {
    let mut long = String::new();
    while long.len() < 10_000_000 {
        write!(long, "word{} and some more of that sort. ", long.len() % 5000).unwrap();
    }
    let deep = format!("{}deep{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
    let pages = [
        ("bare.html", "<html><body><main data-pagefind-body><h1>Bare</h1></main></body></html>".to_owned()),
        ("deep.html", page("Deep", &deep)),
        ("empty.html", String::new()),
        ("long.html", page("Long", &long)),
        ("unclosed.html", "<html><body><main data-pagefind-body><h1>Unclosed</h1><p>Never <b>ends".to_owned()),
    ];
    let pages: Vec<(&str, &str)> = pages.iter().map(|(path, html)| (*path, html.as_str())).collect();
    let known = known_of(&pages);
    let found: Vec<&str> = known.keys().map(String::as_str).collect();
    assert_eq!(found, ["bare.html", "deep.html", "long.html", "unclosed.html"]);
    assert!(known["long.html"]["word_count"].as_u64().unwrap() > 1_000_000);
    assert_eq!(known_of(&[]).len(), 0);
}
