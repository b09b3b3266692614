//! What is explained and followed: references, fields, words, checks; and what is asked that nobody can answer.

use serde_json::{Value, json};

use super::client::{Client, position};
use super::small;
use crate::support::Site;

/// The params of a question about the place of some words in a file.
pub(super) fn at(client: &Client, path: &str, text: &str, words: &str) -> Value {
    let offset = text.find(words).unwrap_or_else(|| panic!("no {words} in {path}"));
    json!({"textDocument": {"uri": client.uri(path)}, "position": position(text, offset + 1)})
}

/// Where an answer leads: `file:line`, from 1.
fn place(client: &Client, location: &Value) -> String {
    format!("{}:{}", client.name(&location["uri"]), location["range"]["start"]["line"].as_u64().unwrap() + 1)
}

const KNIVES: &str = "content/priorities/knife-crime.md";
const HOME: &str = "content/index.md";
const AIMS: &str = "content/documents/plan/01-aims.md";

#[test]
fn references_lead_to_what_they_name() {
    let site = small();
    let mut client = Client::new(&site);
    let table = [
        (HOME, "priority:knife-crime>", "content/priorities/knife-crime.md:2"),
        (HOME, "priorities/hate-crime.md#why", "content/priorities/hate-crime.md:6"),
        (HOME, "pictures/board.svg", "content/pictures/board.svg:1"),
        (KNIVES, "organisation:police", "content/organisations/all.yaml:1"),
        (KNIVES, "plan:force#aim", "content/plans/force.yaml:5"),
        (KNIVES, "document:plan#aims", "content/documents/plan/01-aims.md:1"),
        (AIMS, "document:plan#p1", "content/documents/plan/01-aims.md:3"),
        ("folkmoot.yaml", "document:plan", "content/documents/plan/index.md:2"),
        ("content/boards/board.md", "council\nseats", "content/organisations/all.yaml:3"),
    ];
    for (path, words, expected) in table {
        let text = client.open(path);
        let asked = at(&client, path, &text, words);
        let answer = client.ask("textDocument/definition", &asked).unwrap();
        assert_eq!(place(&client, &answer), expected, "{path}: {words}");
    }
    client.end();
}

#[test]
fn every_place_that_refers_is_named() {
    let site = small();
    let mut client = Client::new(&site);
    let text = client.open(KNIVES);
    let mut asked = at(&client, KNIVES, &text, "Knife crime");
    asked["context"] = json!({"includeDeclaration": true});
    let answer = client.ask("textDocument/references", &asked).unwrap();
    let places: Vec<String> = answer.as_array().unwrap().iter().map(|found| place(&client, found)).collect();
    let expected = [
        "content/documents/plan/01-aims.md:3",
        "content/index.md:3",
        "content/index.md:5",
        "content/priorities/hate-crime.md:8",
        "content/priorities/knife-crime.md:2",
    ];
    assert_eq!(places, expected);
    client.end();
}

#[test]
fn what_stands_there_is_explained() {
    let site = small();
    let mut client = Client::new(&site);
    let table = [
        (
            HOME,
            "priority:knife-crime>",
            "**Knife crime**\n\n`priority:knife-crime`; owner: Police 😀 force\n\nFewer knives.",
        ),
        (
            HOME,
            "priorities/hate-crime.md#why",
            "**Hate crime**\n\n`priority:hate-crime`; owner: Board\n\nPart `#why`: Why",
        ),
        (KNIVES, "supports", "**supports**\n\n"),
        (KNIVES, "summary", "**summary** (field)\n\nOne or two plain sentences"),
        ("content/plans/force.yaml", "tier", "**tier** (field)\n\n"),
        ("folkmoot.yaml", "navigation", "**navigation** (field)\n\n"),
    ];
    for (path, words, expected) in table {
        let text = client.open(path);
        let asked = at(&client, path, &text, words);
        let answer = client.ask("textDocument/hover", &asked).unwrap();
        let said = answer["contents"]["value"].as_str().unwrap_or_default();
        assert!(said.starts_with(expected), "{path}: {words}:\n{said}");
    }
    client.end();
}

#[test]
fn columns_are_those_of_the_editor() {
    let site = small();
    let list = "content/organisations/all.yaml";
    for (encodings, column) in [(json!(["utf-16"]), 24), (json!(["utf-8", "utf-16"]), 26)] {
        let mut client = Client::with(&site, &[], &json!({"general": {"positionEncodings": encodings}}), &["."]);
        let text = "- id: police\n  title: \"😀\" # é\n  part_of: council\n- {id: council, title: \"😀é\", part_of: polise}\r\n";
        client.open_as(list, text);
        let found = client.findings(list, 1);
        let finding = found.iter().find(|finding| finding["code"] == "unresolved-reference").unwrap();
        let line = text.lines().nth(3).unwrap();
        let before = &line[..line.find("polise").unwrap()];
        let expected = if column == 24 { before.encode_utf16().count() } else { before.len() };
        assert_eq!(finding["range"]["start"], json!({"line": 3, "character": expected}));
        client.end();
    }
}

#[test]
fn records_are_found_by_name_and_files_outlined() {
    let site = small();
    let mut client = Client::new(&site);
    let names = |answer: &Value| -> Vec<String> {
        let all = answer.as_array().unwrap().iter();
        all.map(|symbol| format!("{} {}", symbol["name"].as_str().unwrap(), symbol["containerName"].as_str().unwrap()))
            .collect()
    };
    let answer = client.ask("workspace/symbol", &json!({"query": "knief crime"})).unwrap();
    assert_eq!(names(&answer), ["Knife crime priority:knife-crime"]);
    client.open("content/organisations/all.yaml");
    let asked = json!({"textDocument": {"uri": client.uri("content/organisations/all.yaml")}});
    let answer = client.ask("textDocument/documentSymbol", &asked).unwrap();
    assert_eq!(names(&answer), ["Police 😀 force organisation:police", "County council organisation:council"]);
    client.end();
}

#[test]
fn odd_questions_are_refused_and_the_session_goes_on() {
    let site = small().file("../elsewhere-of-folkmoot.md", "x\n").file("notes/none.txt", "x\n");
    let mut client = Client::new(&site);
    let refused = client.ask("textDocument/formatting", &json!({})).unwrap_err();
    assert_eq!(refused, "`textDocument/formatting` is not something that folkmoot can do.");
    let refused = client.ask("textDocument/hover", &json!({"position": "here"})).unwrap_err();
    assert_eq!(refused, "What `textDocument/hover` was sent with cannot be read.");
    client.tell("textDocument/didOpen", &json!({"textDocument": 5}));
    client.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": "file:///nowhere.md", "version": 2}, "contentChanges": [{"text": "x"}]}),
    );
    client.tell("textDocument/didOpen", &json!({"textDocument": {"uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": "<priority:x>"}}));
    client.open_as("notes/none.txt", "x\n");
    for uri in ["untitled:Untitled-1".to_owned(), "file:///nowhere/at/all.md".to_owned(), client.uri("notes/none.txt")]
    {
        let asked = json!({"textDocument": {"uri": uri}, "position": {"line": 900, "character": 900}});
        for method in ["hover", "definition", "completion", "prepareRename", "documentSymbol"] {
            let answer = client.ask(&format!("textDocument/{method}"), &asked);
            assert_eq!(answer, Ok(Value::Null), "{method} of {uri}");
        }
    }
    // Past the end of everything, and with every odd letter, there is an answer too.
    let odd = "---\n\u{0}\u{feff}title: [\n\t- {\r---\n<\u{1F600}](#[^";
    client.open_as(KNIVES, odd);
    for line in 0..8 {
        for character in [0, 1, 2, 99] {
            let asked = json!({"textDocument": {"uri": client.uri(KNIVES)}, "position": {"line": line, "character": character}});
            for method in ["hover", "definition", "completion"] {
                client.ask(&format!("textDocument/{method}"), &asked).unwrap();
            }
        }
    }
    assert!(!client.findings(KNIVES, 1).is_empty());
    client.end();
    std::fs::remove_file(site.root().join("../elsewhere-of-folkmoot.md")).unwrap();
}

#[test]
fn without_settings_there_is_no_site_and_with_broken_ones_fields_are_offered_still() {
    let site = Site::new().file("a.md", "<priority:x>\n");
    let mut client = Client::new(&site);
    client.open("a.md");
    let asked = json!({"textDocument": {"uri": client.uri("a.md")}, "position": {"line": 0, "character": 3}});
    assert_eq!(client.ask("textDocument/hover", &asked), Ok(Value::Null));
    client.end();

    let site = small().file("folkmoot.yaml", "ti: A\n");
    let mut client = Client::new(&site);
    client.open("folkmoot.yaml");
    assert!(client.findings("folkmoot.yaml", 1).iter().any(|finding| finding["code"] == "missing-field"));
    let asked = json!({"textDocument": {"uri": client.uri("folkmoot.yaml")}, "position": {"line": 0, "character": 2}});
    let answer = client.ask("textDocument/completion", &asked).unwrap();
    let labels: Vec<&str> =
        answer["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"title"), "{labels:?}");
    assert_eq!(client.leave(), Some(3));
}

#[test]
fn the_session_ends_as_the_protocol_says_whatever_is_asked_meanwhile() {
    let site = small();
    let mut client = Client::new(&site);
    assert_eq!(client.ask("shutdown", &Value::Null), Ok(Value::Null));
    client.tell("$/cancelRequest", &json!({"id": 1}));
    assert_eq!(client.ask("workspace/symbol", &json!({"query": ""})), Err("The session is over.".to_owned()));
    client.tell("exit", &Value::Null);
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn what_an_editor_says_of_itself_is_read_word_by_word() {
    let site = small();
    let odd = json!({
        "general": {"positionEncodings": ["utf-7", "utf-8"]},
        "workspace": {"workspaceEdit": {"resourceOperations": ["rename", "dream"], "changeAnnotationSupport": 5}},
    });
    let mut client = Client::with(&site, &[], &odd, &["."]);
    assert_eq!(client.capabilities["capabilities"]["positionEncoding"], "utf-8");
    client.open(KNIVES);
    assert_eq!(client.findings(KNIVES, 1), Vec::<Value>::new());
    client.end();
}

#[test]
fn a_folder_that_is_closed_is_forgotten_and_one_that_is_gone_hides_no_other() {
    let page = |to: &str| format!("# Home\n\nSee <priority:{to}>.\n");
    let mut site = Site::new();
    for folder in ["a", "b"] {
        site = site
            .file(&format!("{folder}/folkmoot.yaml"), "title: A site\n")
            .file(&format!("{folder}/content/index.md"), &page("x"));
    }
    let mut client = Client::with(&site, &[], &json!({}), &["a", "b"]);
    client.open("b/content/index.md");
    assert_eq!(client.findings("b/content/index.md", 1).len(), 1);
    let removed = json!({"event": {"added": [], "removed": [{"uri": client.uri("a"), "name": "a"}]}});
    client.tell("workspace/didChangeWorkspaceFolders", &removed);
    loop {
        let params = client.unasked("textDocument/publishDiagnostics");
        if client.name(&params["uri"]) == "a/content/index.md" && params["diagnostics"] == json!([]) {
            break;
        }
    }
    let added = json!({"event": {"added": [{"uri": client.uri("a"), "name": "a"}], "removed": []}});
    client.tell("workspace/didChangeWorkspaceFolders", &added);
    std::fs::remove_dir_all(site.root().join("a")).unwrap();
    std::fs::create_dir_all(site.root().join("b/content/priorities")).unwrap();
    std::fs::write(site.root().join("b/content/priorities/x.md"), "---\ntitle: X\n---\n").unwrap();
    client.tell("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    while client.findings("b/content/index.md", 1).iter().any(|finding| finding["code"] == "unresolved-reference") {}
    client.end();
}

#[test]
fn drafts_are_checked_where_that_is_wanted() {
    let text = "---\ntitle: Draft\ndraft: true\n---\n\nSee <priority:nothing>.\n";
    let site = small().file("content/priorities/draft.md", text);
    for (args, expected) in [(vec![], 0), (vec!["--drafts"], 1)] {
        let mut client = Client::with(&site, &args, &json!({}), &["."]);
        client.open("content/priorities/draft.md");
        assert_eq!(client.findings("content/priorities/draft.md", 1).len(), expected, "{args:?}");
        client.end();
    }
}
