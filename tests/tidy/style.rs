//! The house rules on a single file: how long, how it opens, what it is called, what may not stand in it.

use super::Tree;
use super::scan::{Token, functions, shipped_tokens, tokens};
use super::shipped::shipped;

const FILE_LIMIT_LINES: usize = 400;
const FUNCTION_LIMIT_LINES: usize = 70;
const EMPTY_NAMES: &[&str] = &["utils", "util", "common", "helpers", "helper", "misc", "manager"];

/// A mark for work left over, put together here so that this file does not hold it.
const LEFT_OVER: &str = concat!("FIX", "ME");

/// Every breach of the rules, file by file.
pub(super) fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let shipped = shipped(tree);
    for (path, text) in tree.iter().filter(|(path, _)| is_rust(path)) {
        faults.extend(shape(path, text));
        faults.extend(content(path, text));
        if shipped.contains_key(path) {
            faults.extend(globs(path, text));
        }
    }
    faults
}

fn is_rust(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "rs")
}

fn shape(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let length = text.lines().count();
    if length > FILE_LIMIT_LINES {
        faults.push(format!("{path}: {length} lines, at most {FILE_LIMIT_LINES}"));
    }
    for function in functions(text).iter().filter(|function| function.length_lines > FUNCTION_LIMIT_LINES) {
        let (line, name, length) = (function.line, &function.name, function.length_lines);
        faults.push(format!("{path}:{line}: {name} has {length} lines, at most {FUNCTION_LIMIT_LINES}"));
    }
    if !text.starts_with("//!") {
        faults.push(format!("{path}:1: does not open with //!, which says what it does"));
    }
    for part in path.split('/').filter(|part| EMPTY_NAMES.contains(&part.trim_end_matches(".rs"))) {
        faults.push(format!("{path}: {part} is no subject"));
    }
    faults
}

fn content(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, _) in text.match_indices(LEFT_OVER) {
        faults.push(format!("{path}:{}: {LEFT_OVER}", text[..at].lines().count().max(1)));
    }
    let all = tokens(text);
    for (words, message) in [
        (&["#", "[", "ignore"][..], "a test is skipped"),
        (&["todo", "!"], "something is not done"),
        (&["unimplemented", "!"], "something is not done"),
    ] {
        faults.extend(lines_of(&all, words).map(|line| format!("{path}:{line}: {message}")));
    }
    faults
}

fn globs(path: &str, text: &str) -> Vec<String> {
    let tokens = shipped_tokens(text);
    let lines = lines_of(&tokens, &["use", "super", "::", "*"]);
    lines.map(|line| format!("{path}:{line}: use super::* outside tests")).collect()
}

/// The lines on which these tokens stand in a row.
fn lines_of<'a>(tokens: &'a [Token], words: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
    let stands = move |row: &&[Token]| row.iter().zip(words).all(|(token, word)| token.is(word));
    tokens.windows(words.len()).filter(stands).map(|row| row[0].line)
}
