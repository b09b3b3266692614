//! A record by another name: every file that names it is changed, and the site still checks clean.

use std::fs;

use serde_json::{Value, json};
use walkdir::WalkDir;

use super::asked::at;
use super::client::{Client, exists};
use super::small;
use crate::support::Site;

/// Renames what stands at some words of a file.
fn rename(client: &mut Client, path: &str, words: &str, new: &str) -> Result<Value, String> {
    let text = client.open(path);
    let mut asked = at(client, path, &text, words);
    asked["newName"] = json!(new);
    client.ask("textDocument/rename", &asked)
}

/// Every place in the sources of a site that holds some words: `file:line`.
fn places(site: &Site, words: &str) -> Vec<String> {
    let mut places = Vec::new();
    for entry in WalkDir::new(site.root()).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(site.root()).unwrap().to_str().unwrap().to_owned();
        if path.contains(words) {
            places.push(format!("{path} by name"));
        }
        let is_text = [".md", ".yaml"].iter().any(|ending| path.ends_with(ending));
        if is_text && entry.file_type().is_file() && !path.starts_with("site/") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let lines = text.lines().enumerate().filter(|(_, line)| line.contains(words));
            places.extend(lines.map(|(number, _)| format!("{path}:{}", number + 1)));
        }
    }
    places
}

fn is_clean(site: &Site) {
    site.command(&["check", "--strict"]).expect_exit(0);
}

#[test]
fn a_priority_is_renamed_from_a_reference_in_every_file() {
    let site = small();
    is_clean(&site);
    let before = places(&site, "knife-crime");
    assert_eq!(before.len(), 5, "{before:?}");
    let mut client = Client::new(&site);
    let edit = rename(&mut client, "content/index.md", "priority:knife-crime>", "serious-violence").unwrap();
    client.make(&edit);
    client.end();
    assert_eq!(places(&site, "knife-crime"), Vec::<String>::new());
    let mut after = places(&site, "serious-violence");
    after.sort();
    let mut expected: Vec<String> =
        before.iter().map(|place| place.replace("knife-crime", "serious-violence")).collect();
    expected.sort();
    assert_eq!(after, expected);
    is_clean(&site);
}

/// From, what stands there, the new name, what must be there, what must be gone.
#[test]
fn records_of_every_form_are_renamed() {
    let table = [
        ("content/organisations/all.yaml", "police\n", "county-force", "content/organisations/all.yaml", "police"),
        (
            "content/organisations/all.yaml",
            "County",
            "shire",
            "content/organisations/all.yaml",
            "organisation: council",
        ),
        (
            "content/documents/plan/index.md",
            "Plan",
            "strategy",
            "content/documents/strategy/01-aims.md",
            "document:plan",
        ),
        ("content/plans/force.yaml", "Force plan", "police-plan", "content/plans/police-plan.yaml", "plan:force"),
        ("content/boards/board.md", "Board", "safer", "content/boards/safer.md", "board:board"),
        ("content/priorities/hate-crime.md", "Hate crime", "priority:hate", "content/priorities/hate.md", "hate-crime"),
    ];
    for (path, words, new, there, gone) in table {
        let site = small();
        let mut client = Client::new(&site);
        let edit = rename(&mut client, path, words, new).unwrap_or_else(|refused| panic!("{path}: {refused}"));
        client.make(&edit);
        client.end();
        assert!(exists(&site, there), "{there}");
        assert_eq!(
            places(&site, gone).iter().filter(|place| !place.contains("all.yaml:2")).count(),
            0,
            "{gone}: {:?}",
            places(&site, gone)
        );
        is_clean(&site);
    }
}

/// What only looks like the name of a record stays, and every form of a reference follows.
#[test]
fn a_rename_changes_every_form_of_a_reference_and_nothing_else() {
    let kept = "```\n[q]: priority:knife-crime\n```\n\n    [q]: priority:knife-crime\n\n<!--\n[q]: priority:knife-crime\n-->\n\nThe name `priority:knife-crime` and knife-crime stay.\n";
    let followed = "[a][q] and [b][r] and [c](<priority:knife-crime#why> \"T\") and <a href=\"priority:knife-crime\">d</a>\n\n[q]:\n  priority:knife-crime\n\n- [r]: priority:knife-crime\n\nSee [e](priorities/knife-crime.html) and [f](priorities/knife-crime).\n";
    let site = small().file("content/forms.md", &format!("# Forms\n\n{followed}\n{kept}"));
    is_clean(&site);
    let mut client = Client::new(&site);
    let edit = rename(&mut client, "content/index.md", "priority:knife-crime>", "blades").unwrap();
    client.make(&edit);
    client.end();
    let text = fs::read_to_string(site.root().join("content/forms.md")).unwrap();
    assert_eq!(text, format!("# Forms\n\n{}\n{kept}", followed.replace("knife-crime", "blades")));
    is_clean(&site);
}

#[test]
fn the_id_of_an_entry_is_renamed_wherever_it_stands() {
    let list = "- title: First\n  # id: one\n  summary: |\n    Write it as\n    id: one\n  id:   'one' # x\n- {title: Second, id: two}\n";
    let renamed = list.replace("'one'", "'uno'");
    let site = small().file("content/topics/all.yaml", list);
    let mut client = Client::new(&site);
    let edit = rename(&mut client, "content/topics/all.yaml", "First", "uno").unwrap();
    client.make(&edit);
    assert_eq!(fs::read_to_string(site.root().join("content/topics/all.yaml")).unwrap(), renamed);
    client.end();
}

#[test]
fn the_example_checks_clean_after_every_sort_of_rename() {
    let site = Site::new()
        .folder("content")
        .folder("themes")
        .file("folkmoot.yaml", &fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/folkmoot.yaml")).unwrap());
    is_clean(&site);
    let renames = [
        ("priority:knife-crime", "blades"),
        ("document:strategy-2019-2021", "the-strategy"),
        ("board:lscsb", "the-board"),
    ];
    for (reference, new) in renames {
        let (kind, slug) = reference.split_once(':').unwrap();
        let run = site.command(&["refs", reference, "--format", "json"]).expect_exit(0);
        let answer: Value = serde_json::from_str(run.stdout()).unwrap();
        let written = answer["written"]["file"].as_str().unwrap();
        let count = answer["referred_to_by"].as_array().unwrap().len();
        let mut client = Client::new(&site);
        let title = answer["title"].as_str().unwrap();
        let edit = rename(&mut client, written, title, new).unwrap();
        client.make(&edit);
        client.end();
        site.command(&["refs", reference]).expect_exit(2);
        let run = site.command(&["refs", &format!("{kind}:{new}"), "--format", "json"]).expect_exit(0);
        let answer: Value = serde_json::from_str(run.stdout()).unwrap();
        assert_eq!(answer["referred_to_by"].as_array().unwrap().len(), count, "{reference}");
        let left = places(&site, &format!("{kind}:{slug}"));
        let left: Vec<&String> = left.iter().filter(|place| !place.contains("by name")).collect();
        assert!(left.is_empty(), "{left:?}");
        is_clean(&site);
    }
}

#[test]
fn what_cannot_be_renamed_is_refused_with_a_reason() {
    let site = small();
    let mut client = Client::new(&site);
    let table = [
        (
            "content/index.md",
            "Welcome",
            "x",
            "Put the cursor on a reference to a record, or on its title or `id`, to rename the record.",
        ),
        (
            "content/index.md",
            "priority:knife-crime>",
            "hate-crime",
            "`priority:hate-crime` is there already: “Hate crime”. Choose another name.",
        ),
        (
            "content/index.md",
            "priority:knife-crime>",
            "Knife Crime",
            "`Knife Crime` cannot be a name: it becomes part of an address, and is made of small letters, digits and hyphens. Write `knife-crime`.",
        ),
        ("content/index.md", "pictures/board.svg", "x", "Rename the file itself, and the links to it follow."),
        (
            "content/priorities/knife-crime.md",
            "document:plan#aims",
            "x",
            "A section goes by the name of its file: rename that, and the references to it follow.",
        ),
    ];
    for (path, words, new, expected) in table {
        assert_eq!(rename(&mut client, path, words, new), Err(expected.to_owned()), "{path}: {words}");
    }
    // A record that cannot be read may refer to the one that is renamed.
    client.open_as("content/events/meeting.yaml", "title: Meeting\n");
    let refused = rename(&mut client, "content/index.md", "priority:knife-crime>", "x");
    assert_eq!(refused, Err("A record cannot be read, and may refer to this one. Mend the errors first.".to_owned()));
    // So may what stands behind a fault.
    let closed = json!({"textDocument": {"uri": client.uri("content/events/meeting.yaml")}});
    client.tell("textDocument/didClose", &closed);
    client.open_as("content/plans/odd.yaml", "summary: [a\nlinks:\n  - {to: priority:knife-crime, relation: cites}\n");
    let refused = rename(&mut client, "content/index.md", "priority:knife-crime>", "x").unwrap_err();
    assert!(refused.starts_with("`content/plans/odd.yaml` cannot be read to its end (line "), "{refused}");
    client.tell("textDocument/didClose", &json!({"textDocument": {"uri": client.uri("content/plans/odd.yaml")}}));
    // What is on no disk cannot be renamed there.
    client.open_as("content/priorities/new.md", "---\ntitle: New\n---\n");
    let asked = json!({"textDocument": {"uri": client.uri("content/priorities/new.md")}, "position": {"line": 1, "character": 8}, "newName": "newer"});
    let refused = client.ask("textDocument/rename", &asked);
    assert_eq!(
        refused,
        Err("`content/priorities/new.md` is not saved yet, so it cannot be renamed. Save it first.".to_owned())
    );
    client.end();
    // An editor that cannot rename files is told which to rename.
    let mut client = Client::with(&site, &[], &json!({}), &["."]);
    let refused = rename(&mut client, "content/index.md", "priority:knife-crime>", "x");
    let expected = "This editor cannot rename files when it is asked to. Rename `content/priorities/knife-crime.md` to \
                    `content/priorities/x.md` in it instead.";
    assert_eq!(refused, Err(expected.to_owned()));
    client.end();
}

/// A file is renamed in the editor's list of files: what leads to it follows.
#[test]
fn references_follow_files_that_are_renamed() {
    let table = [
        ("content/priorities/knife-crime.md", "content/priorities/blades.md", "knife-crime"),
        ("content/pictures/board.svg", "content/pictures/the table.svg", "board.svg"),
        ("content/documents/plan", "content/documents/strategy", "document:plan"),
        ("content/documents/plan/01-aims.md", "content/documents/plan/01-hopes.md", "#aims"),
        ("content/documents/plan/01-aims.md", "content/documents/plan/01-hopes.md", "plan/aims.html"),
    ];
    for (from, to, gone) in table {
        let site = small().file("content/page.md", "# Page\n\nSee [aims](documents/plan/aims.html).\n");
        let mut client = Client::new(&site);
        let files = json!({"files": [{"oldUri": client.uri(from), "newUri": client.uri(to)}]});
        let edit =
            client.ask("workspace/willRenameFiles", &files).unwrap_or_else(|refused| panic!("{from}: {refused}"));
        client.make(&edit);
        fs::rename(site.root().join(from), site.root().join(to)).unwrap();
        client.end();
        assert_eq!(places(&site, gone), Vec::<String>::new(), "{from}");
        is_clean(&site);
    }
}

/// A file and what it links to move together, or apart: a path without its ending is no name of a record.
#[test]
fn relative_links_hold_when_both_ends_move() {
    let site = small()
        .file("content/odd.md", "# Odd\n\nSee [start](guide/start) and [the top](#odd).\n")
        .file("content/guide/start.md", "# Start\n\n[Odd](../odd.md#top)\n");
    is_clean(&site);
    let mut client = Client::new(&site);
    let moves = [("content/guide/start.md", "content/a.md"), ("content/odd.md", "content/guide/odd.md")];
    let files: Vec<Value> =
        moves.iter().map(|(from, to)| json!({"oldUri": client.uri(from), "newUri": client.uri(to)})).collect();
    let edit = client.ask("workspace/willRenameFiles", &json!({"files": files})).unwrap();
    client.make(&edit);
    for (from, to) in moves {
        fs::rename(site.root().join(from), site.root().join(to)).unwrap();
    }
    client.end();
    let read = |path: &str| fs::read_to_string(site.root().join(path)).unwrap();
    assert_eq!(read("content/guide/odd.md"), "# Odd\n\nSee [start](../a) and [the top](#odd).\n");
    assert_eq!(read("content/a.md"), "# Start\n\n[Odd](guide/odd.md#top)\n");
    is_clean(&site);
}

#[test]
fn files_of_several_sites_are_followed_at_once() {
    let mut site = Site::new();
    for folder in ["one", "two"] {
        site = site
            .file(&format!("{folder}/folkmoot.yaml"), "title: A site\n")
            .file(&format!("{folder}/content/index.md"), "# Home\n\nSee [about](about.md).\n")
            .file(&format!("{folder}/content/about.md"), "# About\n\nWords.\n");
    }
    let mut client =
        Client::with(&site, &[], &json!({"workspace": {"workspaceEdit": {"documentChanges": true}}}), &["one", "two"]);
    let file = |folder: &str| json!({"oldUri": client.uri(&format!("{folder}/content/about.md")), "newUri": client.uri(&format!("{folder}/content/us.md"))});
    let files = json!({"files": [file("one"), file("two")]});
    let edit = client.ask("workspace/willRenameFiles", &files).unwrap();
    client.make(&edit);
    for folder in ["one", "two"] {
        let text = fs::read_to_string(site.root().join(folder).join("content/index.md")).unwrap();
        assert_eq!(text, "# Home\n\nSee [about](us.md).\n");
    }
    client.end();
}

/// Once a site says where it is published, links from elsewhere may lead to any of its pages.
#[test]
fn a_published_page_keeps_its_old_address_and_may_have_it_back() {
    let settings = fs::read_to_string(small().root().join("folkmoot.yaml")).unwrap();
    let settings = format!("{settings}base_url: https://www.example.org/\n");
    let site = small().file("folkmoot.yaml", &settings).file("content/about.md", "# About\n\nWords.\n");
    site.command(&["build", "-o", "old"]).expect_exit(0);
    let renames = [
        ("content/priorities/knife-crime.md", "Knife crime", "blades"),
        ("content/organisations/all.yaml", "County", "shire"),
        ("content/documents/plan/index.md", "Plan", "strategy"),
        ("content/index.md", "priority:blades", "steel"),
    ];
    for (path, words, new) in renames {
        let mut client = Client::new(&site);
        let edit = rename(&mut client, path, words, new).unwrap_or_else(|refused| panic!("{path}: {refused}"));
        client.make(&edit);
        client.end();
        site.command(&["check", "--strict", "--against", "old"]).expect_exit(0);
    }
    let text = fs::read_to_string(site.root().join("content/priorities/steel.md")).unwrap();
    assert!(
        text.starts_with("---\ntitle: Knife crime\naliases: [priorities/knife-crime, priorities/blades]\n"),
        "{text}"
    );
    let mut client = Client::new(&site);
    let edit = rename(&mut client, "content/index.md", "priority:steel", "knife-crime").unwrap();
    client.make(&edit);
    let files = json!({"files": [{"oldUri": client.uri("content/about.md"), "newUri": client.uri("content/us.md")}]});
    let edit = client.ask("workspace/willRenameFiles", &files).unwrap();
    client.make(&edit);
    fs::rename(site.root().join("content/about.md"), site.root().join("content/us.md")).unwrap();
    client.end();
    site.command(&["check", "--strict", "--against", "old"]).expect_exit(0);
}
