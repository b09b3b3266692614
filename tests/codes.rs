//! Every rule is listed, explained, and seen at work: in a literate case, or, where it is about the files themselves, in a
//! test in Rust.
//!
//! Must not know what any rule says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folkmoot::diagnostic::Rule;
use folkmoot::{load, rules};
use walkdir::WalkDir;

use super::support::literate::read;

/// The rules whose fault is that something is not there at all, so that there are no wrong lines to show.
const OF_NOTHING: [&str; 2] = ["settings-missing", "settings-empty"];

#[test]
fn every_rule_that_is_declared_is_listed_once() {
    let declared: Vec<(String, String)> = files("src", "rs").iter().flat_map(|(_, text)| declared(text)).collect();
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

/// What a literate case can show stands in one. A case is a file of plain text, so that the rules about files that are not
/// (their bytes, names, rights and links) may be shown by a test in Rust instead, which names the code or the constant.
#[test]
fn every_rule_is_seen_at_work() {
    let in_cases: BTreeSet<String> = files("tests/cases", "md").iter().flat_map(|(_, text)| expected(text)).collect();
    let tests = tests_in_rust();
    let constants: Vec<(String, String)> = files("src", "rs").iter().flat_map(|(_, text)| declared(text)).collect();
    let mut unseen = Vec::new();
    for rule in rules::all().into_iter().filter(|rule| !in_cases.contains(rule.code)) {
        let of_files = load::rules::RULES.contains(&rule);
        let constant = constants.iter().find(|(_, code)| code == rule.code).map_or("", |(name, _)| name);
        if !(of_files && tests.iter().any(|text| names(text, rule.code, constant))) {
            let also = if of_files { ", nor in a test in Rust" } else { "" };
            unseen.push(format!("{} stands in no `findings` of tests/cases/*.md{also}", rule.code));
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
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

/// The codes that a file of cases expects.
fn expected(text: &str) -> Vec<String> {
    let cases = read("cases", text).unwrap();
    cases.iter().flat_map(super::support::literate::Case::expected).map(|finding| finding.code.clone()).collect()
}

/// Whether a test names a code at the beginning of a string or in brackets, or a rule by its constant.
fn names(text: &str, code: &str, constant: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let written = [format!("\"{code}\""), format!("\"{code} "), format!("[{code}]")];
    written.iter().any(|written| text.contains(written)) || text.split(|c| !is_part(c)).any(|word| word == constant)
}

/// The tests: this folder without this file, and the parts of the source that are there for tests only.
fn tests_in_rust() -> Vec<String> {
    let mut tests: Vec<String> =
        files("tests", "rs").into_iter().filter(|(path, _)| path != "tests/codes.rs").map(|(_, text)| text).collect();
    for (path, text) in files("src", "rs") {
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            tests.push(text);
        } else if let Some((_, part)) = text.split_once("#[cfg(test)]\nmod ") {
            tests.push(part.to_owned());
        }
    }
    tests
}

/// The files with this ending below a folder, by path and text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().map(Result::unwrap);
    let wanted = found.filter(|entry| {
        entry.path().extension().is_some_and(|extension| extension == ending) && entry.file_name() != "README.md"
    });
    let path = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    wanted.map(|entry| (path(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

#[test]
fn declarations_and_mentions_are_read_as_they_are_written() {
    let text = "pub(super) static DEAD_LINK: Rule = Rule {\n    code: \"dead-link\",\n};\nlet rule: Rule = Rule { code: \"x\" };";
    assert_eq!(declared(text), [("DEAD_LINK".to_owned(), "dead-link".to_owned())]);
    for (text, named) in [
        ("assert_eq!(code, \"dead-link\");", true),
        ("[\"dead-link content/a.md:1:1\"]", true),
        ("starts_with(\"warning[dead-link]\")", true),
        ("finding.rule == &DEAD_LINK", true),
        ("// dead-link", false),
        ("\"dead-links\"", false),
        ("DEAD_LINKS", false),
    ] {
        assert_eq!(names(text, "dead-link", "DEAD_LINK"), named, "{text}");
    }
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
