//! Every rule is listed, explained, and seen at work in the fault corpus.
//!
//! Must not know what any rule says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folkmoot::diagnostic::Rule;
use folkmoot::rules;
use walkdir::WalkDir;

/// The rules whose fault is that something is not there at all, so that there are no wrong lines to show.
const OF_NOTHING: [&str; 2] = ["settings-missing", "settings-empty"];

#[test]
fn every_rule_that_is_declared_is_listed_once() {
    let declared: Vec<(String, String)> = sources().iter().flat_map(|text| declared(text)).collect();
    let listed: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    let not_listed: Vec<_> = declared.iter().filter(|(_, code)| !listed.contains(&code.as_str())).collect();
    assert!(not_listed.is_empty(), "not in rules::all(): {not_listed:?}");
    let codes: BTreeSet<&str> = declared.iter().map(|(_, code)| code.as_str()).collect();
    let undeclared: Vec<_> = listed.iter().filter(|code| !codes.contains(*code)).collect();
    assert!(undeclared.is_empty(), "no `static …: Rule` in src/ has these codes: {undeclared:?}");
    assert_eq!(codes.len(), declared.len(), "two rules have one code: {declared:?}");
    assert_eq!(codes.len(), listed.len(), "rules::all() lists a rule twice: {listed:?}");
}

#[test]
fn every_rule_has_a_code_and_an_explanation_that_can_be_shown() {
    let faults: Vec<String> = rules::all().into_iter().flat_map(shape).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The corpus itself is held by `tests/corpus.rs`.
#[test]
fn every_rule_has_a_wrong_and_a_right_site() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let is_missing = |code: &str| ["wrong.txt", "place"].iter().any(|name| !corpus.join(code).join(name).exists());
    let missing: Vec<&str> = rules::all().iter().map(|rule| rule.code).filter(|code| is_missing(code)).collect();
    assert!(missing.is_empty(), "without `wrong.txt` or `place` in their folder of tests/check: {missing:?}");
}

/// What is wrong with a rule's own words.
fn shape(rule: &Rule) -> Vec<String> {
    let Rule { code, explanation, wrong, right, .. } = rule;
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_sentence = explanation.ends_with('.')
        && explanation.starts_with(|c: char| c.is_uppercase() || c == '`')
        && explanation.split_whitespace().count() > 3;
    let checks = [
        (code.split('-').all(is_word), "its code is not of small letters and hyphens"),
        (is_sentence, "its explanation is no sentence with a full stop"),
        (!explanation.contains("  "), "its explanation has two spaces in a row"),
        (!right.trim().is_empty(), "nothing shows it right"),
        (!wrong.trim().is_empty() || OF_NOTHING.contains(code), "nothing shows it wrong"),
        (wrong != right, "wrong and right are the same"),
    ];
    checks.into_iter().filter(|(sound, _)| !sound).map(|(_, fault)| format!("{code}: {fault}")).collect()
}

/// The constants and codes of the rules that a file of Rust declares.
fn declared(text: &str) -> Vec<(String, String)> {
    let declaration = |(at, _): (usize, &str)| {
        let name = text[..at].rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next()?;
        let is_static = text[..at - name.len()].trim_end().ends_with("static");
        let (_, rest) = text[at..].split_once("code: \"")?;
        is_static.then(|| Some((name.to_owned(), rest.split_once('"')?.0.to_owned())))?
    };
    text.match_indices(": Rule = Rule {").filter_map(declaration).collect()
}

/// The texts of the source.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let found = WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    let wanted = found.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    wanted.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn declarations_are_read_as_they_are_written() {
    let text = "pub(super) static DEAD_LINK: Rule = Rule {\n    code: \"dead-link\",\n};\nlet rule: Rule = Rule { code: \"x\" };";
    assert_eq!(declared(text), [("DEAD_LINK".to_owned(), "dead-link".to_owned())]);
}

#[test]
fn each_fault_of_a_rule_is_told() {
    let sound = || Rule { code: "a-b", explanation: "It is as it is.", wrong: "a", right: "b", ..*rules::all()[0] };
    let told = |rule: &Rule| shape(rule).join("\n");
    assert_eq!(told(&sound()), "");
    assert!(told(&Rule { code: "A_b", ..sound() }).contains("its code"));
    assert!(told(&Rule { code: "a--b", ..sound() }).contains("its code"));
    assert!(told(&Rule { explanation: "It is as it is", ..sound() }).contains("no sentence"));
    assert!(told(&Rule { explanation: "No.", ..sound() }).contains("no sentence"));
    assert!(told(&Rule { wrong: "", ..sound() }).contains("shows it wrong"));
    assert!(told(&Rule { right: " ", ..sound() }).contains("shows it right"));
    assert!(told(&Rule { right: "a", ..sound() }).contains("the same"));
}
