//! The same site on every computer: lines that end as on Windows give the same pages and the same places.

use std::collections::BTreeMap;

use super::support::{Run, Site};

const TEMPLATE: &str =
    "{% extends \"civic/base.html\" %}\n{% block head %}\n<meta name=\"x\" content=\"y\">\n{% endblock head %}\n";

/// A site with every kind of text: settings, records, lists, pages, templates, messages, a list of accepted findings.
fn files() -> BTreeMap<&'static str, String> {
    let texts = [
        (
            "folkmoot.yaml",
            "title: A plan\nsummary: >\n  What we agreed,\n  and who does what.\nlanguages:\n  cy: {title: Cynllun}\n",
        ),
        (
            "content/index.md",
            "# Home\n\nA line that is\\\nbroken, and one  \nby spaces.\n\n```text\ncode\n  more\n```\n\n<div>\nraw\n</div>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[gone](gone.md)\n",
        ),
        ("content/terms/list.yaml", "- id: a\n  title: A\n  meaning: |\n    Two\n    lines.\n- id: b\n  title: B\n"),
        (
            "content/priorities/p.md",
            "---\ntitle: P\nsummary: >-\n  Folded\n  text.\n---\n\nText [^1].\n\n[^1]: A note.\n",
        ),
        ("content/documents/d/index.md", "---\ntitle: D\nnumbered: true\n---\n\nOne.\n\nTwo.\n"),
        ("content/amdanom.md", "---\ntitle: Amdanom ni\nlanguage: cy\n---\n\nTestun.\n"),
        ("themes/civic/templates/base.html", TEMPLATE),
        ("themes/civic/messages/en.ftl", "# Ours\ncontact =\n    Ask us\n    today\n"),
    ];
    texts.map(|(path, text)| (path, text.to_owned())).into_iter().collect()
}

fn site(files: &BTreeMap<&str, String>, end: &str) -> Site {
    files.iter().fold(Site::new(), |site, (path, text)| site.file(path, &text.replace('\n', end)))
}

fn told(run: &Run) -> Vec<(String, String)> {
    run.findings().iter().map(|finding| (finding.code.clone(), finding.place.clone())).collect()
}

#[test]
fn lines_that_end_as_on_windows_make_the_same_site() {
    let (ours, theirs) = (site(&files(), "\n").build(), site(&files(), "\r\n").build());
    let (ours, theirs) = (ours.expect_exit(0), theirs.expect_exit(0));
    assert_eq!(told(&ours), [("dead-link".to_owned(), "content/index.md:20:8".to_owned())]);
    assert_eq!(told(&theirs), told(&ours));
    assert_eq!(ours.files(), theirs.files());
    for path in ours.files() {
        let is_text =
            [".html", ".json", ".xml", ".txt", ".ics", "_headers", "_redirects"].iter().any(|end| path.ends_with(end));
        // What the search made is packed, and follows from the pages.
        if is_text && !path.starts_with("pagefind/") {
            assert_eq!(ours.output(&path), theirs.output(&path), "{path}");
        }
    }
    assert!(ours.output("index.html").contains("<meta name=\"x\" content=\"y\">"));
}

#[test]
fn a_fault_stands_at_the_same_place_whatever_ends_the_lines() {
    let faults = [
        ("folkmoot.yaml", "title: A plan\nsummary: B\nfoo: C\n"),
        ("content/terms/list.yaml", "- id: a\n  title: A\n- id: b\n  titel: B\n"),
        (
            "themes/civic/templates/base.html",
            "{% extends \"civic/base.html\" %}\n\n{% block head %}\n{{ nothing.here }}\n{% endblock head %}\n",
        ),
        ("themes/civic/templates/page.html", "<p>\n\n{% if %}\n"),
        ("themes/civic/messages/en.ftl", "contact = Ask us\n\n= nothing\n"),
        ("content/priorities/p.md", "---\ntitle: P\n---\n\n> a\n> [x](priority:q)\n"),
    ];
    for (path, text) in faults {
        let files = files().into_iter().chain([(path, text.to_owned())]).collect();
        let [ours, theirs] = ["\n", "\r\n"].map(|end| site(&files, end).command(&["check"]));
        let places = told(&ours);
        assert!(places.iter().any(|(_, place)| place.starts_with(path)), "nothing is told of {path}: {places:?}");
        assert_eq!(told(&theirs), places, "{path}");
    }
}

#[test]
fn a_list_of_accepted_findings_may_be_saved_on_windows() {
    let site = site(&files(), "\r\n");
    site.command(&["check", "--write-baseline", "--reason", "Old", "--owner", "Web team"]).expect_exit(0);
    let list = std::fs::read_to_string(site.root().join("baseline.yaml")).unwrap();
    assert!(!list.contains('\r'));
    let run =
        site.file("baseline.yaml", &list.replace('\n', "\r\n")).command(&["check", "--baseline", "baseline.yaml"]);
    assert!(run.expect_exit(0).findings().is_empty());
}
