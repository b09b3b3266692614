//! What is wrong is underlined as it is typed: the same that `folkmoot check` tells, at the same places.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, position};
use super::small;
use crate::support::Site;

const KNIVES: &str = "content/priorities/knife-crime.md";

#[test]
fn a_mistyped_name_is_underlined_with_the_nearest_and_mended_with_a_click() {
    let site = small();
    let mut client = Client::new(&site);
    let text = client.open(KNIVES);
    assert_eq!(client.findings(KNIVES, 1), Vec::<Value>::new());

    // The name of the police is typed wrongly, letter by letter as an editor tells it.
    let at = text.find("police").unwrap();
    let range = json!({"start": position(&text, at), "end": position(&text, at + 6)});
    let change = json!({"range": range, "text": "polise"});
    let document = json!({"uri": client.uri(KNIVES), "version": 2});
    client.tell("textDocument/didChange", &json!({"textDocument": document, "contentChanges": [change]}));
    let found = client.findings(KNIVES, 2);
    let [finding] = &found[..] else { panic!("{found:?}") };
    let start = position(&text, text.find("organisation:").unwrap());
    let expected = json!({
        "range": {"start": start, "end": position(&text, at + 6)},
        "severity": 1,
        "code": "unresolved-reference",
        "source": "folkmoot",
        "message": "There is no organisation called `polise`.\nDid you mean `organisation:police`?",
    });
    assert_eq!(finding, &expected);

    let asked = json!({"textDocument": {"uri": client.uri(KNIVES)}, "range": range, "context": {"diagnostics": found}});
    let actions = client.ask("textDocument/codeAction", &asked).unwrap();
    let [action] = &actions.as_array().unwrap()[..] else { panic!("{actions}") };
    assert_eq!(action["title"], "Write `organisation:police`");
    let edits = &action["edit"]["documentChanges"][0]["edits"];
    assert_eq!(edits, &json!([{"range": expected["range"], "newText": "organisation:police"}]));

    client.retype(KNIVES, 3, &text);
    assert_eq!(client.findings(KNIVES, 3), Vec::<Value>::new());
    client.end();
}

#[test]
fn other_files_are_underlined_and_cleared_with_what_is_typed_in_one() {
    let site = small();
    let mut client = Client::new(&site);
    let list = "content/organisations/all.yaml";
    let text = client.open(list);
    assert_eq!(client.findings(list, 1), Vec::<Value>::new());
    client.retype(list, 2, &text.replace("id: council", "id: county"));
    let mut told = BTreeMap::new();
    while !(told.contains_key(list) && told.contains_key("content/boards/board.md")) {
        let params = client.unasked("textDocument/publishDiagnostics");
        told.insert(client.name(&params["uri"]), params["diagnostics"].as_array().unwrap().len());
    }
    assert_eq!(told["content/boards/board.md"], 2);
    client.retype(list, 3, &text);
    while told["content/boards/board.md"] != 0 {
        let params = client.unasked("textDocument/publishDiagnostics");
        told.insert(client.name(&params["uri"]), params["diagnostics"].as_array().unwrap().len());
    }
    client.end();
}

#[test]
fn files_count_as_they_are_on_the_disk_once_they_are_closed_and_new_ones_before_they_are_saved() {
    let site = small();
    let mut client = Client::new(&site);
    let home = "content/index.md";
    client.open(home);
    assert_eq!(client.findings(home, 1), Vec::<Value>::new());
    client.retype(home, 2, "# Welcome\n\n<priority:fraud>\n");
    assert_eq!(client.findings(home, 2).len(), 1);
    client.open_as("content/priorities/fraud.md", "---\ntitle: Fraud\n---\n");
    assert_eq!(client.findings(home, 2), Vec::<Value>::new());
    let closed = json!({"textDocument": {"uri": client.uri("content/priorities/fraud.md")}});
    client.tell("textDocument/didClose", &closed);
    assert_eq!(client.findings(home, 2).len(), 1);
    // Saved by somebody else meanwhile.
    fs::write(site.root().join("content/priorities/fraud.md"), "---\ntitle: Fraud\n---\n").unwrap();
    let changed = json!({"changes": [{"uri": client.uri("content/priorities/fraud.md"), "type": 1}]});
    client.tell("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(client.findings(home, 2), Vec::<Value>::new());
    client.end();
}

/// One session with every wrong site of the fault corpus open, each in a folder of its own.
#[test]
fn the_same_is_told_as_by_check() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let mut site = Site::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(&corpus).unwrap() {
        let code = entry.unwrap().file_name().into_string().unwrap();
        let folder = format!("tests/check/{code}/wrong");
        // What a setup or an argument makes is no part of what an editor has open; a site without settings is none to it.
        let is_plain = ["args", "wrong.setup"].iter().all(|name| !corpus.join(&code).join(name).exists());
        let asks_the_web = || fs::read_to_string(corpus.join(&code).join("wrong.txt")).unwrap().contains(":PPPPP");
        let has_settings = |site: &Site| site.root().join(&folder).join("folkmoot.yaml").exists();
        if is_plain && corpus.join(&code).join("wrong").exists() && !asks_the_web() {
            site = site.folder(&folder);
            if !has_settings(&site) {
                site = site.file(&format!("{folder}/folkmoot.yaml"), "title: A site\n");
            }
            folders.push(folder);
        }
    }
    assert!(folders.len() > 100, "{}", folders.len());
    let mut expected: Vec<String> = folders.iter().flat_map(|folder| of_check(&site, folder)).collect();
    expected.sort();
    let open: Vec<&str> = folders.iter().map(String::as_str).collect();
    let mut client = Client::with(&site, &[], &json!({"general": {"positionEncodings": ["utf-32"]}}), &open);
    let mut told: Vec<String> = Vec::new();
    let mut files = BTreeSet::new();
    while told.len() < expected.len() {
        let Some(params) = client.maybe_unasked("textDocument/publishDiagnostics") else { break };
        assert!(files.insert(params["uri"].to_string()), "told twice of {}", params["uri"]);
        let file = client.name(&params["uri"]);
        told.extend(params["diagnostics"].as_array().unwrap().iter().map(|finding| one(&file, finding)));
    }
    told.sort();
    let missing: Vec<&String> = expected.iter().filter(|one| !told.contains(one)).collect();
    let extra: Vec<&String> = told.iter().filter(|one| !expected.contains(one)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "never told: {missing:#?}\nonly here: {extra:#?}");
    assert_eq!(told, expected);
    client.end();
}

/// A finding of the editor, its place counted from 1.
fn one(file: &str, finding: &Value) -> String {
    let at =
        |place: &Value| format!("{}:{}", place["line"].as_u64().unwrap() + 1, place["character"].as_u64().unwrap() + 1);
    let severity = if finding["severity"] == 1 { "error" } else { "warning" };
    let (code, message) = (finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
    format!("{file}:{}-{} {severity} {code} {message}", at(&finding["range"]["start"]), at(&finding["range"]["end"]))
}

/// What `folkmoot check` tells of a site below a folder.
fn of_check(site: &Site, folder: &str) -> Vec<String> {
    let run = site.clone().rooted_in(folder).command(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(run.stdout()).unwrap();
    let findings = report["diagnostics"].as_array().unwrap();
    let one = |finding: &Value| {
        let word = |name: &str| finding[name].as_str().unwrap_or_default();
        let number = |name: &str| finding[name].as_u64().unwrap();
        let place = format!("{}:{}-{}:{}", number("line"), number("column"), number("end_line"), number("end_column"));
        let message = if word("help").is_empty() {
            word("message").to_owned()
        } else {
            format!("{}\n{}", word("message"), word("help"))
        };
        format!("{folder}/{}:{place} {} {} {message}", word("file"), word("severity"), word("code"))
    };
    findings.iter().map(one).collect()
}
