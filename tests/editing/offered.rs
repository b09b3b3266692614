//! What is offered while somebody types: names, parts, files, fields, words.

use serde_json::{Value, json};

use super::client::{Client, position};
use super::small;

/// A place to type at, marked by `|`, what must be offered there, what must not, and what is typed when the first of those that
/// must be is taken.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str], &'static str);

const KNIVES: &str = "content/priorities/new.md";
const PLAN: &str = "content/plans/new.yaml";
const BOARD: &str = "content/boards/new.yaml";
const LIST: &str = "content/organisations/new.yaml";

const CASES: &[Case] = &[
    ("content/a.md", "See <pri|>.", &["priority", "plan"], &["view"], "See <priority:>."),
    ("content/a.md", "See <priority:kn|>.", &["priority:knife-crime"], &["plan:force"], "See <priority:knife-crime>."),
    (
        "content/a.md",
        "[x](organisation:|)",
        &["organisation:police", "organisation:council"],
        &[],
        "[x](organisation:police)",
    ),
    (
        "content/a.md",
        "[x](document:plan#|)",
        &["document:plan#aims", "document:plan#how", "document:plan#p1"],
        &[],
        "[x](document:plan#aims)",
    ),
    ("content/a.md", "[x](plan:force#|)", &["plan:force#aim"], &[], "[x](plan:force#aim)"),
    ("content/a.md", "# A\n\n## Why us\n\n[x](#|)", &["#why-us"], &[], "# A\n\n## Why us\n\n[x](#why-us)"),
    ("content/a.md", "![x](view:|)", &["view:alignment", "view:members"], &["view:timeline"], "![x](view:alignment)"),
    ("content/a.md", "[x](page:|)", &["page:index", "page:a-to-z"], &["page:timeline"], "[x](page:index)"),
    ("content/a.md", "[x](pri|)", &["priorities/", "priority"], &[], "[x](priorities/)"),
    ("content/a.md", "[x](priorities/|)", &["priorities/knife-crime.md"], &[], "[x](priorities/knife-crime.md)"),
    (
        "content/a.md",
        "[x](priorities/knife-crime.md#|)",
        &["priorities/knife-crime.md#why"],
        &[],
        "[x](priorities/knife-crime.md#why)",
    ),
    ("content/guide/a.md", "![x](../pictures/|)", &["../pictures/board.png"], &[], "![x](../pictures/board.png)"),
    ("content/a.md", "Plain | text", &[], &["priority"], ""),
    (
        KNIVES,
        "---\ntitle: A\now|\n---\n",
        &["owner", "summary", "links"],
        &["title", "tier"],
        "---\ntitle: A\nowner: \n---\n",
    ),
    (KNIVES, "---\ntitle: A\n|", &["owner"], &["title"], "---\ntitle: A\nowner: "),
    (
        KNIVES,
        "---\ntitle: A\nowner: |\n---\n",
        &["board:board", "organisation:police"],
        &["plan:force"],
        "---\ntitle: A\nowner: board:board\n---\n",
    ),
    (KNIVES, "---\ntitle: A\nstatus: |\n---\n", &["current", "draft"], &[], "---\ntitle: A\nstatus: current\n---\n"),
    (
        KNIVES,
        "---\ntitle: A\nlinks:\n  - {to: plan:|}\n---\n",
        &["plan:force"],
        &[],
        "---\ntitle: A\nlinks:\n  - {to: plan:force}\n---\n",
    ),
    (
        KNIVES,
        "---\ntitle: A\nlinks:\n  - to: plan:force#|\n---\n",
        &["plan:force#aim"],
        &[],
        "---\ntitle: A\nlinks:\n  - to: plan:force#aim\n---\n",
    ),
    (
        KNIVES,
        "---\ntitle: A\nlinks:\n  - to: plan:force\n    |\n---\n",
        &["relation", "note"],
        &["to", "owner"],
        "---\ntitle: A\nlinks:\n  - to: plan:force\n    relation: \n---\n",
    ),
    (
        KNIVES,
        "---\ntitle: A\nlinks:\n  - to: plan:force\n    relation: sup|\n---\n",
        &["supports"],
        &[],
        "---\ntitle: A\nlinks:\n  - to: plan:force\n    relation: supports\n---\n",
    ),
    (
        KNIVES,
        "---\ntitle: A\naccept:\n  - code: |\n---\n",
        &["dead-link"],
        &["unresolved-reference"],
        "---\ntitle: A\naccept:\n  - code: dead-link\n---\n",
    ),
    (PLAN, "title: A\ntier: |", &["force", "county"], &[], "title: A\ntier: force"),
    (
        PLAN,
        "title: A\nowner: pol|\n",
        &["organisation:police"],
        &["priority:knife-crime"],
        "title: A\nowner: organisation:police\n",
    ),
    (LIST, "- id: fire\n  |", &["title", "short_name"], &["id", "tier"], "- id: fire\n  title: "),
    (LIST, "- id: fire\n  title: Fire\n  part_of: |", &["police"], &[], "- id: fire\n  title: Fire\n  part_of: police"),
    (BOARD, "title: A\nreports_to: |", &["[board:board]"], &[], "title: A\nreports_to: [board:board]"),
    (BOARD, "title: A\nreports_to: [|]", &["board:board"], &[], "title: A\nreports_to: [board:board]"),
    (LIST, "- |", &["id", "title"], &[], "- id: "),
    ("folkmoot.yaml", "title: A\nurls: |\n", &["files", "directories"], &[], "title: A\nurls: files\n"),
    (
        "folkmoot.yaml",
        "title: A\nnavigation:\n  - page: |\n",
        &["priorities", "a-to-z"],
        &["timeline"],
        "title: A\nnavigation:\n  - page: priorities\n",
    ),
    (
        "folkmoot.yaml",
        "title: A\nchecks:\n  |\n",
        &["dead-link"],
        &["unresolved-reference"],
        "title: A\nchecks:\n  dead-link: \n",
    ),
    (
        "folkmoot.yaml",
        "title: A\nchecks:\n  dead-link: |\n",
        &["warning", "off"],
        &[],
        "title: A\nchecks:\n  dead-link: warning\n",
    ),
];

#[test]
fn what_belongs_there_is_offered_and_stands_there_once_it_is_taken() {
    let site = small().file("content/pictures/board.png", "x");
    let mut faults = Vec::new();
    let mut client = Client::new(&site);
    for (path, marked, wanted, unwanted, taken) in CASES {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        client.open_as(path, &text);
        let asked = json!({"textDocument": {"uri": client.uri(path)}, "position": position(&text, offset)});
        let answer = client.ask("textDocument/completion", &asked).unwrap();
        let items: Vec<Value> = answer["items"].as_array().unwrap().clone();
        let label = |item: &Value| item["label"].as_str().unwrap().to_owned();
        let labels: Vec<String> = items.iter().map(label).collect();
        let has = |word: &&&str| labels.iter().any(|label| label == **word);
        let (missing, extra): (Vec<_>, Vec<_>) =
            (wanted.iter().filter(|word| !has(word)).collect(), unwanted.iter().filter(has).collect());
        if !missing.is_empty() || !extra.is_empty() {
            faults.push(format!(
                "{path}: {marked}\n  not offered: {missing:?}, and should not be: {extra:?}\n  {labels:?}"
            ));
        } else if let Some(first) = wanted.first() {
            let item = items.iter().find(|item| label(item) == **first).unwrap();
            let made = take(&text, &item["textEdit"]);
            if made != *taken {
                faults.push(format!("{path}: {marked}: {made:?}, and not {taken:?}"));
            }
        }
        let closed = json!({"textDocument": {"uri": client.uri(path)}});
        client.tell("textDocument/didClose", &closed);
    }
    client.end();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The text once an offer is taken.
fn take(text: &str, edit: &Value) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let at = |place: &Value| {
        let (line, column) = (place["line"].as_u64().unwrap(), place["character"].as_u64().unwrap());
        let (line, column) = (usize::try_from(line).unwrap(), usize::try_from(column).unwrap());
        lines[..line].iter().map(|line| line.len() + 1).sum::<usize>() + column
    };
    let (start, end) = (at(&edit["range"]["start"]), at(&edit["range"]["end"]));
    format!("{}{}{}", &text[..start], edit["newText"].as_str().unwrap(), &text[end..])
}
