//! A site that is too long for lists on one page.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Site;

/// Its settings, without the style of its addresses.
pub(super) const SETTINGS: &str = "\
title: A long plan
search: off
base_url: https://example.org/plan/
languages:
  cy: {title: Cynllun hir}
navigation:
  - page: a-to-z
  - page: priorities
";

/// How many ordinary pages it has in its two folders.
const PAGES: usize = 1300;
/// How many priorities.
pub(super) const PRIORITIES: usize = 130;
/// How many events.
pub(super) const EVENTS: usize = 620;

/// What titles begin with; every other page has the first.
const WORDS: [&str; 9] = ["Bail", "Cars", "Drugs", "Élan", "2020", "Knives", "Parks", "éclat", "Roads"];

/// The lists in Welsh, with what each translates.
const WELSH: [(&str, &str, &str); 6] = [
    ("index", "index", "Croeso"),
    ("a-i-y", "a-to-z", "A i Y"),
    ("map", "site-map", "Map o’r safle"),
    ("cyd-fynd", "alignment", "Cyd-fynd y cynlluniau"),
    ("blaenoriaethau", "priorities", "Ein blaenoriaethau"),
    ("dyddiadau", "timeline", "Dyddiadau"),
];

/// The site, and the path of each page that is written in it.
pub(super) fn long_site() -> (Site, BTreeSet<String>) {
    let text = "# Welcome\n\n![The plans](view:alignment)\n\n![The dates](view:timeline)\n";
    let mut site = Site::new().file("folkmoot.yaml", SETTINGS).file("content/index.md", text);
    let mut written = BTreeSet::from(["index.html".to_owned(), "more/index.html".to_owned()]);
    for number in 0..PAGES {
        let word = if number % 2 == 0 { WORDS[0] } else { WORDS[number % WORDS.len()] };
        let folder = if number % 5 < 2 { "notes" } else { "more" };
        let text = format!("# {word} matter {number}\n\nThis page says what is done about matter {number}.\n");
        site = site.file(&format!("content/{folder}/page-{number}.md"), &text);
        written.insert(format!("{folder}/page-{number}.html"));
    }
    site = site.file("content/more/README.md", "# More\n\nWhat else there is to read.\n");
    for (page, original, title) in WELSH {
        let fields = format!("---\nlanguage: cy\ntranslation_of: page:{original}\n---\n");
        let shown = if page == "index" { "![Y cynlluniau](view:alignment)" } else { "Dyma’r rhestr." };
        site = site.file(&format!("content/cy/{page}.md"), &format!("{fields}\n# {title}\n\n{shown}\n"));
        written.insert(format!("cy/{page}.html"));
    }
    for (kind, yaml) in [("plans", plans()), ("topics", topics()), ("boards", boards())] {
        site = site.file(&format!("content/{kind}/all.yaml"), &yaml);
    }
    site = site.file("content/priorities/all.yaml", &priorities()).file("content/events/all.yaml", &events());
    let named = ["plans/police.html", "topics/homes.html", "topics/roads.html", "boards/board.html"];
    written.extend(named.map(str::to_owned));
    written.extend((0..PRIORITIES).map(|number| format!("priorities/goal-{number}.html")));
    written.extend((0..EVENTS).map(|number| format!("events/meeting-{number}.html")));
    (site, written)
}

/// A site with a home page and so many others in one folder.
pub(super) fn of_pages(count: usize) -> Site {
    let settings = "title: A plan\nsearch: off\n";
    let site = Site::new().file("folkmoot.yaml", settings).file("content/index.md", "# Welcome\n\nRead on.\n");
    (0..count).fold(site, |site, number| {
        site.file(&format!("content/notes/page-{number}.md"), &format!("# Matter {number}\n\nWhat is done here.\n"))
    })
}

fn plans() -> String {
    "- id: police\n  title: Police plan\n  tier: force\n  last_verified: 2019-10-01\n  items: [{id: homes, title: Safer homes}]\n"
        .to_owned()
}

fn topics() -> String {
    "- {id: homes, title: Homes}\n- {id: roads, title: Roads}\n".to_owned()
}

fn boards() -> String {
    "- id: board\n  title: Safety board\n  seats: [{role: chair, office: Chair of the board}]\n".to_owned()
}

fn priorities() -> String {
    (0..PRIORITIES).fold(String::new(), |mut yaml, number| {
        let sort = if number % 4 == 0 { "emerging-threat" } else { "shared" };
        let (topic, relation) = if number % 2 == 0 { ("homes", "supports") } else { ("roads", "contributes-to") };
        let _ = writeln!(
            yaml,
            "- id: goal-{number}\n  title: Goal {number}\n  type: {sort}\n  topics: [\"topic:{topic}\"]\n  \
             owner: board:board\n  measures: [{{title: Offences of sort {number}}}]\n  links:\n    \
             - {{to: \"plan:police#homes\", relation: {relation}}}"
        );
        yaml
    })
}

fn events() -> String {
    (0..EVENTS).fold(String::new(), |mut yaml, number| {
        let (year, month) = (if number % 2 == 0 { 2019 } else { 2010 + number % 9 }, 1 + number % 9);
        let _ = writeln!(
            yaml,
            "- {{id: meeting-{number}, title: Meeting {number}, type: meeting, date: {year}-0{month}-11}}"
        );
        yaml
    })
}
