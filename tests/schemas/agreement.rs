//! Values of every shape, right and wrong, given both to the parser and to the schema: what the parser takes without a word, the
//! schema takes; and what is a text to an editor, the schema takes only where the parser does.

use folkmoot::model::kind::Kind;
use folkmoot::parse::draft::parse;
use folkmoot::parse::place::Place;
use folkmoot::schema::Subject;
use folkmoot::sources::{Source, Sources};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use super::reading::read;
use super::{judge, told};

/// A field that stands for its shape: its kind, the lines before the value, and what values of it are made of.
const FIELDS: [(Kind, &str, &str); 13] = [
    (
        Kind::Event,
        "title: A\ndate: ",
        r"[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]|20[0-9]{2}-02-(28|29|30)|[0-9]{1,5}|[0-9-]{0,11}",
    ),
    (
        Kind::Board,
        "title: A\nestablished: ",
        r"[0-9]{3,5}|[0-9]{4}-[01]?[0-9]|[0-9]{4}-(02|04|12)-(28|29|3[0-2])|[0-9]{4}-",
    ),
    (
        Kind::Consultation,
        "title: A\nopens: 2019-11-06\nstated_length: ",
        r" ?[+]?[0-9]{1,3} {0,2}(day|week|month|year|hour)s? ?",
    ),
    (Kind::Consultation, "title: A\nopens: 2019-11-06\nresponses: ", r"£?[+-]?[0-9,]{0,5}|[0-9.]{1,3}|[a-z£]{0,2}"),
    (Kind::Priority, "title: A\nmeasures:\n- title: B\n  target: ", r"[+-]?[0-9]{0,3}[.]?[0-9]{0,2}|1e3|[a-z]"),
    (Kind::Organisation, "title: A\nwebsite: ", r"(https?|ftp|HTTPS)?:?/{0,3}[a-z.:?#é {<]{0,6}"),
    (Kind::Topic, "title: A\ndraft: ", "true|false|yes|no|True|TRUE|1|0|on|off"),
    (Kind::Priority, "title: A\nstatus: ", "draft|current|Current|currant| draft|1|true"),
    (
        Kind::Priority,
        "title: A\nowner: ",
        r" ?(board|group|organisation|topic|bord)? ?:? ?[a-z0-9.]{0,4}:?(#[a-z:#]{0,3})?",
    ),
    (Kind::Topic, "title: A\nbroader: ", r" ?(topic|board)? ?:? ?[a-z0-9.]{0,4}:?(#[a-z:#]{0,3})?"),
    (Kind::Topic, "title: ", "[a-z0-9.\u{200B}\u{AD}\u{2060}\u{A0} \u{2003}\u{FEFF}\u{2028}]{0,3}|true|null|~"),
    (Kind::Topic, "title: A\nsummary: ", "[a-z0-9. ]{0,3}|true|null|~"),
    (Kind::Topic, "title: A\nlanguage: ", "[A-Za-z]{1,4}(-[A-Za-z0-9]{0,9}){0,2}|en_GB|"),
];

/// What the parser says of a file of this kind: nothing where it takes it. A reference without a name is found later.
fn findings(kind: Kind, text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", text));
    let place = Place::Data { kind, slug: "a".to_owned() };
    let parsed = parse(sources.get(id), id, &place);
    let unnamed = parsed.value.records.iter().flat_map(|record| &record.references);
    let unnamed = unnamed.filter(|written| written.reference.slug.is_empty()).map(|_| "no name".to_owned());
    let of_wrong_kind = parsed.value.records.iter().flat_map(|record| &record.references).filter(|written| {
        written.reference.kind.is_some_and(|kind| !written.kinds.is_empty() && !written.kinds.contains(&kind))
    });
    let told = parsed.diagnostics.iter().map(|finding| format!("{}: {}", finding.rule.code, finding.message));
    told.chain(unnamed).chain(of_wrong_kind.map(|_| "wrong kind".to_owned())).collect()
}

/// Whether the schema and the parser come to the same about a value that is written so.
fn agree(judge: &Validator, kind: Kind, text: &str) -> Result<(), TestCaseError> {
    let Some(value) = read(text) else { return Ok(()) };
    let findings = findings(kind, text);
    // What stands after a `#` no editor hands on.
    if findings.iter().any(|finding| finding.starts_with("hidden-by-comment")) {
        return Ok(());
    }
    let is_taken = judge.is_valid(&value);
    if findings.is_empty() {
        prop_assert!(is_taken, "the schema refuses what the parser takes:\n{text}\n{value}");
    } else if is_text(&value) {
        prop_assert!(!is_taken, "the schema takes what the parser refuses: {findings:?}\n{text}\n{value}");
    }
    Ok(())
}

/// Whether nothing in a record became a number or a truth value, in which what was written is lost.
fn is_text(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.values().all(is_text),
        Value::Array(items) => items.iter().all(is_text),
        Value::String(_) | Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[test]
fn the_schema_takes_what_the_parser_takes() {
    for (kind, before, pattern) in FIELDS {
        let judge = judge(Subject::Record(kind), "");
        let strategy = (proptest::string::string_regex(pattern).unwrap(), any::<bool>());
        let mut runner = TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
        let outcome = runner.run(&strategy, |(word, is_quoted)| {
            let word = if is_quoted { Value::from(word).to_string() } else { word };
            agree(&judge, kind, &format!("{before}{word}\n"))
        });
        assert!(outcome.is_ok(), "{before}{}", outcome.unwrap_err());
    }
}

#[test]
fn names_of_entries_are_those_that_the_parser_takes() {
    let judge = judge(Subject::Record(Kind::Topic), "");
    let names =
        ["a", "safer-melton", "2019", "é", "e\u{301}", "١", "a_b.c", ".a", "a b", "a/b", "a#b", "", "ℵ", "Ⅳ", "½"];
    for name in names {
        agree(&judge, Kind::Topic, &format!("- id: \"{name}\"\n  title: A\n")).unwrap();
        agree(&judge, Kind::Topic, &format!("- id: {name}\n  title: A\n")).unwrap();
    }
}

/// Records of which a part is missing, given twice or unknown.
#[test]
fn records_are_whole_to_both_or_to_neither() {
    let records = [
        (Kind::Topic, "title: A\n"),
        (Kind::Topic, "name: A\n"),
        (Kind::Topic, "title: A\nname: A\n"),
        (Kind::Topic, "title:\n"),
        (Kind::Topic, "title: ~\nname: A\n"),
        (Kind::Topic, "summary: A\n"),
        (Kind::Topic, ""),
        (Kind::Topic, "[]\n"),
        (Kind::Topic, "- a\n"),
        (Kind::Topic, "- id: a\n"),
        (Kind::Topic, "- title: A\n"),
        (Kind::Topic, "- id: [a]\n  title: A\n"),
        (Kind::Topic, "id: a\ntitle: A\n"),
        (Kind::Topic, "title: [A]\n"),
        (Kind::Topic, "title: A\naliases:\n"),
        (Kind::Topic, "title: A\naliases: [a,]\n"),
        (Kind::Topic, "title: A\naliases: [a, ~]\n"),
        (Kind::Topic, "title: A\nlinks:\n- {to: topic:b, relation: supports}\n"),
        (Kind::Topic, "title: A\nlinks:\n- {to: topic:b}\n"),
        (Kind::Topic, "title: A\nlinks:\n- {to: topic:b, relation: ~}\n"),
        (Kind::Topic, "title: A\nlinks: {to: topic:b, relation: supports}\n"),
        (Kind::Topic, "title: A\nlinks:\n- {to: topic:b, relation: supports, why: x}\n"),
        (Kind::Event, "title: A\n"),
        (Kind::Event, "title: A\ndate:\n"),
        (Kind::Document, "published: 2019\n"),
        (Kind::Document, "title:\n"),
        (Kind::Document, "title: \"\"\n"),
        (Kind::Document, "title: A\nname: A\n"),
        (Kind::Document, "title: A\nfirst_number: 0\n"),
        (Kind::Document, "title: A\nperiod: {from: 2019, until: ~}\n"),
        (Kind::Document, "title: A\nperiod:\n"),
        (Kind::Document, "title: A\nperiod: 2019\n"),
    ];
    for (kind, text) in records {
        let faults = told(&judge(Subject::Record(kind), ""), &read(text).unwrap());
        let findings = findings(kind, text);
        assert_eq!(faults.is_empty(), findings.is_empty(), "{text}{faults:?} {findings:?}");
    }
    let judge = judge(Subject::Record(Kind::Document), "");
    assert!(!judge.is_valid(&serde_json::json!({ "first_number": 100_000 })));
}
