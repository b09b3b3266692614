//! `folkmoot refs`.

use serde_json::{Value, json};

use super::small;
use crate::support::{Run, Site};

fn answer(site: &Site, reference: &str) -> Value {
    let run = site.command(&["refs", reference, "--format", "json"]).expect_exit(0);
    serde_json::from_str(run.stdout()).unwrap()
}

/// The places of a list with how each refers, from what and to what.
fn places(answer: &Value, list: &str) -> Vec<String> {
    let word = |mention: &Value, name: &str| mention[name].as_str().unwrap_or("-").to_owned();
    let place = |mention: &Value| {
        let words = ["how", "field", "relation", "from", "to"].map(|name| word(mention, name)).join(" ");
        format!("{}:{}:{} {words}", word(mention, "file"), mention["line"], mention["column"])
    };
    answer[list].as_array().unwrap().iter().map(place).collect()
}

fn pages(answer: &Value) -> Vec<&str> {
    answer["pages"].as_array().unwrap().iter().filter_map(Value::as_str).collect()
}

/// The answer for people.
fn told(run: &Run) -> &str {
    run.stdout()
}

/// The same site, without drafts that are referred to, so that it can be built.
fn published() -> Site {
    small().file("content/documents/plan/index.md", "---\ntitle: Plan\nstatus: current\nnumbered: true\n---\n")
}

#[test]
fn every_place_that_refers_to_a_record_is_told() {
    let answer = answer(&published(), "board:board");
    assert_eq!(answer["version"], 1);
    assert_eq!((&answer["reference"], &answer["title"]), (&json!("board:board"), &json!("Board")));
    assert_eq!(answer["written"], json!({ "file": "content/boards/board.md", "line": 2, "column": 8 }));
    let expected = [
        "content/events/meeting.yaml:4:7 field body - event:meeting board:board",
        "content/priorities/knives.md:3:8 field owner - priority:knives board:board",
    ];
    assert_eq!(places(&answer, "referred_to_by"), expected);
    assert_eq!(answer["referred_to_by"][1]["words"], "owner: board:board");
    let expected = [
        "content/boards/board.md:3:15 field organisation - board:board organisation:council",
        "content/boards/board.md:6:33 field organisation - board:board organisation:council",
    ];
    assert_eq!(places(&answer, "refers_to"), expected);
    let pages = pages(&answer);
    for shows in ["boards/index.html", "events/meeting.html", "priorities/knives.html", "organisations/council.html"] {
        assert!(pages.contains(&shows), "{shows}: {pages:?}");
    }
    for shows_not in ["boards/board.html", "plans/force.html"] {
        assert!(!pages.contains(&shows_not), "{shows_not}: {pages:?}");
    }
}

#[test]
fn texts_cross_links_and_settings_refer_too() {
    let site = published();
    let force = answer(&site, "plan:force");
    let expected = ["content/priorities/knives.md:7:10 cross-link to supports priority:knives plan:force#aim"];
    assert_eq!(places(&force, "referred_to_by"), expected);
    let plan = answer(&site, "document:plan");
    let expected = [
        "content/documents/plan/01-aims.md:7:36 text - - document:plan#aims document:plan#p1",
        "content/priorities/knives.md:10:20 text - - priority:knives document:plan#aims",
        "folkmoot.yaml:3:9 settings to - - document:plan",
    ];
    assert_eq!(places(&plan, "referred_to_by"), expected);
    let first = answer(&site, "priority:knives");
    assert_eq!(places(&first, "referred_to_by"), ["content/index.md:3:14 text - - page:index priority:knives"]);
    assert_eq!(
        first["referred_to_by"][0]["words"],
        "First comes <priority:knives>, then [the police](organisation:police)."
    );
    let drawn = site.file("content/about.md", "# About\n\n![Members](board:board)\n\n![When](view:timeline)\n");
    let board = answer(&drawn, "board:board");
    assert!(
        places(&board, "referred_to_by").contains(&"content/about.md:3:12 embed - - page:about board:board".to_owned())
    );
    let expected = ["content/about.md:5:9 embed - - page:about page:timeline"];
    assert_eq!(places(&answer(&drawn, "timeline.html"), "referred_to_by"), expected);
}

#[test]
fn a_part_has_places_of_its_own() {
    let site = published();
    let aim = answer(&site, "plan:force#aim");
    assert_eq!(places(&aim, "referred_to_by").len(), 1);
    assert_eq!(aim["refers_to"], json!([]));
    assert_eq!(pages(&aim), ["alignment.html", "priorities/knives.html"]);
    assert_eq!(places(&answer(&site, "plan:force#hope"), "referred_to_by"), Vec::<String>::new());
    // By its number, by its section's page, and as one whole section.
    let expected = ["content/documents/plan/01-aims.md:7:36 text - - document:plan#aims document:plan#p1"];
    assert_eq!(places(&answer(&site, "document:plan#p1"), "referred_to_by"), expected);
    assert_eq!(places(&answer(&site, "documents/plan/aims.html#p1"), "referred_to_by"), expected);
    let section = answer(&site, "document:plan#aims");
    assert_eq!(section["title"], "Aims");
    assert_eq!(section, answer(&site, "content/documents/plan/01-aims.md"));
    assert_eq!(places(&section, "referred_to_by").len(), 2);
    let here = site.file("content/documents/plan/01-aims.md", "# Aims\n\nText.\n\n## How\n\nSee [how](#how).\n");
    let how = answer(&here, "document:plan#how");
    let expected = ["content/documents/plan/01-aims.md:7:11 text - - document:plan#aims document:plan#how"];
    assert_eq!(places(&how, "referred_to_by"), expected);
}

#[test]
fn a_record_is_found_by_its_name_its_page_and_its_file() {
    let site = published()
        .file(
            "content/priorities/knives.md",
            "---\ntitle: Knives\naliases: [old/knives.html]\n---\n\n[Form](../form.pdf)\n",
        )
        .file("content/form.pdf", "%PDF-1.4\n");
    let names = [
        "priority:knives",
        "knives",
        " priority: knives ",
        "priorities/knives.html",
        "priorities/knives",
        "/priorities/knives.html",
        "content/priorities/knives.md",
        "priorities/knives.md",
        "old/knives.html",
    ];
    for name in names {
        assert_eq!(answer(&site, name)["reference"], "priority:knives", "{name}");
    }
    for (name, reference) in [
        ("/", "page:index"),
        ("index.html", "page:index"),
        ("priorities", "page:priorities"),
        ("priorities/", "page:priorities"),
        ("priorities/index.html", "page:priorities"),
        ("page:a-to-z", "page:a-to-z"),
        ("form.pdf", "form.pdf"),
        ("content/form.pdf", "form.pdf"),
    ] {
        assert_eq!(answer(&site, name)["reference"], reference, "{name}");
    }
    let form = answer(&site, "form.pdf");
    assert_eq!(places(&form, "referred_to_by"), ["content/priorities/knives.md:6:8 text - - priority:knives form.pdf"]);
    assert_eq!(pages(&form), ["priorities/knives.html"]);
    let index = answer(&site, "priorities");
    assert_eq!(places(&index, "referred_to_by"), ["folkmoot.yaml:5:11 settings page - - page:priorities"]);
    let folders = site.file("folkmoot.yaml", "title: A site\nurls: directories\n");
    for name in ["priorities/knives/", "priorities/knives/index.html", "priorities/knives"] {
        assert_eq!(answer(&folders, name)["reference"], "priority:knives", "{name}");
    }
    assert!(pages(&answer(&folders, "form.pdf")).contains(&"priorities/knives/index.html"));
}

#[test]
fn what_does_not_exist_is_wrong_usage_and_the_nearest_is_offered() {
    for (reference, near) in [
        ("priority:knifes", "priority:knives"),
        ("prioirty:knives", "priority:knives"),
        ("knivse", "priority:knives"),
        ("Force plan", "plan:force"),
        ("plan:force#aims", "plan:force#aim"),
        ("priorities/knifes.html", "priorities/knives.html"),
    ] {
        let run = small().command(&["refs", reference]).expect_exit(2);
        let expected =
            format!("error: There is no record, part or page called `{reference}`. Did you mean `{near}`?\n");
        assert_eq!((run.stdout(), run.stderr()), ("", expected.as_str()));
    }
    let run = small().command(&["refs", "xyzzy"]).expect_exit(2);
    assert!(
        run.stderr().ends_with("called `xyzzy`. `folkmoot list` has the names of all records.\n"),
        "{}",
        run.stderr()
    );
}

#[test]
fn what_may_be_several_is_told_with_their_names() {
    let site = published().file("content/groups/board.yaml", "title: The other board\n");
    let run = site.command(&["refs", "board"]).expect_exit(2);
    let expected = "error: `board` may be any of these: `board:board`, `group:board`. Write the one that is meant.\n";
    assert_eq!(run.stderr(), expected);
    let run = site.command(&["refs", "content/organisations/all.yaml"]).expect_exit(2);
    assert!(run.stderr().contains("`organisation:council`, `organisation:police`"), "{}", run.stderr());
    let twice = site.file("content/documents/plan/02-more.md", "# More\n\n## How\n\nText.\n");
    let run = twice.command(&["refs", "document:plan#how"]).expect_exit(2);
    let names = "`documents/plan/aims.html#how`, `documents/plan/more.html#how`";
    assert!(run.stderr().contains(names), "{}", run.stderr());
    assert_eq!(answer(&twice, "documents/plan/more.html#how")["title"], "More");
}

#[test]
fn an_answer_for_people_reads_from_top_to_bottom() {
    let run = published().command(&["refs", "plan:force"]).expect_exit(0);
    let expected = "\
plan:force “Force plan”, written in content/plans/force.yaml:1

Referred to in 1 place:
  content/priorities/knives.md:7:10  a cross-plan link (`supports`) of priority:knives → plan:force#aim
      - {to: plan:force#aim, relation: supports, note: Both.}

Refers to others in 1 place:
  content/plans/force.yaml:2:8  the field `owner` → organisation:police
      owner: organisation:police

";
    let (top, pages) = told(&run).split_once(" pages show a link to it:\n").unwrap();
    let (top, count) = top.rsplit_once('\n').unwrap();
    assert_eq!(format!("{top}\n"), expected);
    assert_eq!(pages.lines().count().to_string(), count);
    assert!(pages.contains("  alignment.html\n"), "{pages}");
}

#[test]
fn a_site_that_cannot_be_built_is_asked_all_the_same() {
    let site = published().file("content/topics/violence.yaml", "title: Violence\nbroader: nothing\n");
    let run = site.command(&["refs", "plan:force"]).expect_exit(0);
    assert_eq!(run.stderr(), "This site has 1 error, which `folkmoot check` tells.\n");
    assert!(
        told(&run).ends_with("\nWhich pages show a link to it can be told once the site can be built.\n"),
        "{}",
        told(&run)
    );
    assert_eq!(answer(&site, "plan:force").get("pages"), None);
    let draft = published().command(&["refs", "priority:cars"]).expect_exit(0);
    assert!(told(&draft).contains("\nReferred to nowhere in the sources\n"), "{}", told(&draft));
    assert!(told(&draft).ends_with("\nIt is a draft, so the site has no page of it.\n"), "{}", told(&draft));
}
