//! The feed.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::{BASE, EXAMPLE, Files, files};
use crate::support::Site;

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))?.text()
}

/// The entries as category, title and day.
fn entries(files: &Files) -> Vec<String> {
    let document = Document::parse(&files["feed.xml"]).unwrap();
    let entries = document.root_element().children().filter(|node| node.tag_name().name() == "entry");
    let line = |entry: Node<'_, '_>| {
        let text =
            |name: &str| entry.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
        let category = entry.children().find_map(|node| node.attribute("term")).unwrap();
        format!("{} {category} {}", &text("updated").unwrap()[..10], text("title").unwrap())
    };
    entries.map(line).collect()
}

#[test]
fn the_feed_has_what_rfc_4287_asks_for() {
    let xml = &EXAMPLE.1["feed.xml"];
    let document = Document::parse(xml).unwrap();
    let feed = document.root_element();
    assert_eq!(feed.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
    assert_eq!(child(feed, "id"), Some(format!("{BASE}feed.xml").as_str()));
    assert!(feed.children().any(|node| node.attribute("rel") == Some("self")));
    let mut ids = BTreeSet::new();
    for entry in feed.children().filter(|node| node.tag_name().name() == "entry") {
        let id = child(entry, "id").unwrap();
        assert!(id.starts_with(BASE) && ids.insert(id), "{id} is no full address, or stands twice");
        assert!(child(entry, "title").is_some_and(|title| !title.is_empty()), "{id}");
        assert!(child(entry, "updated").is_some_and(|day| day.ends_with("T00:00:00Z")), "{id}");
    }
    assert!(!ids.is_empty());
    assert!(!EXAMPLE.0.contains_key("feed.xml"), "a feed without an address of its own");
}

#[test]
fn the_feed_tells_what_was_decided_and_what_is_to_come() {
    let site = Site::new()
        .file("folkmoot.yaml", "title: A & B\nbase_url: https://www.example.org\n")
        .file(
            "content/boards/board.md",
            "---\ntitle: The board\nseats:\n  - {role: chair, office: Leader, until: 2020-05, \
               holder: {name: A. Person, public_because: elected}}\n---\n",
        )
        .file(
            "content/events/past.yaml",
            "title: Budget <2020>\ndate: 2019-10-01\nbody: board:board\noutcome: adopted\n",
        )
        .file("content/events/next.yaml", "title: Next meeting\ndate: 2019-12-01\n")
        .file("content/consultations/draft.yaml", "title: Draft\nopens: 2019-10-01\ncloses: 2019-11-30\n")
        .args(&["--today", "2019-11-06"]);
    let files = files(&site.build().expect_exit(0));
    let entries = entries(&files).join("\n");
    let coming = "2018-11-30 coming 30 November 2019: Draft: closes\n2018-12-01 coming 1 December 2019: Next meeting\n";
    assert!(entries.starts_with(coming), "{entries}");
    assert!(entries.contains("2019-10-01 decided Budget <2020>"), "{entries}");
    assert!(entries.contains("31 May 2020: The board: a term ends"), "{entries}");
    let told = format!("{}{}", files["feed.xml"], files["calendar.ics"]);
    assert!(!told.contains("A. Person"), "a name in the feed or the calendar");
}

#[test]
fn the_feed_is_the_same_every_day_and_bounded_and_says_its_languages() {
    let event = |number: i32| format!("- {{id: e{number}, title: Event {number}, date: 2019-12-01}}\n");
    let events = (0..80).map(event).collect::<Vec<_>>().concat();
    let site = |today: &str| {
        let site = Site::new()
            .file("folkmoot.yaml", "title: A site\nbase_url: https://www.example.org\n")
            .file("content/events/many.yaml", &events)
            .file("content/events/far.yaml", "title: Far off\ndate: 2021-01-01\n")
            .file("content/events/cyfarfod-2019-11-20.yaml", "title: Cyfarfod\ndate: 2019-11-20\nlanguage: cy\n")
            .args(&["--today", today]);
        files(&site.build().expect_exit(0))
    };
    let (first, second) = (site("2019-11-06"), site("2019-11-07"));
    assert_eq!(first["feed.xml"], second["feed.xml"]);
    let entries = entries(&first);
    assert_eq!(entries.len(), 50);
    assert!(!entries.iter().any(|entry| entry.contains("Far off")), "{entries:?}");
    let xml = &first["feed.xml"];
    assert!(
        xml.contains("<entry xml:lang=\"cy\"><id>https://www.example.org/#event/cyfarfod-2019-11-20</id>"),
        "{xml}"
    );
    assert_eq!(xml.matches("xml:lang").count(), 2, "{xml}");
}
