//! Which file uses which: the `use` lines and written-out paths of every file in `src/`, resolved to files and crates.
//!
//! Must not know the layers.

use std::collections::{BTreeMap, BTreeSet};

use super::Tree;
use super::scan::{Token, closing, shipped_tokens};
use super::shipped::shipped;

/// That a file uses something of another file of the crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Import {
    pub(super) from: String,
    pub(super) to: String,
    /// Where it is written in `from`.
    pub(super) line: usize,
}

/// That a file names another crate, or a module of the standard library: `tera`, `std::process::exit`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Outside {
    pub(super) from: String,
    pub(super) path: Vec<String>,
    pub(super) line: usize,
}

/// What the files of `src/` use.
#[derive(Debug, Default)]
pub(super) struct Imports {
    pub(super) inside: BTreeSet<Import>,
    pub(super) outside: BTreeSet<Outside>,
}

/// A path of code: its parts from the root of the crate, or from that of another crate.
#[derive(Debug, Clone)]
struct Written {
    parts: Vec<String>,
    /// The name under which a `use` brings it in.
    name: Option<String>,
    /// Whether it is only handed on by `pub use`.
    handed_on: bool,
    line: usize,
}

/// A file of `src/` as a module.
struct Module {
    file: String,
    /// Its path from the root: `["sources", "span"]`.
    path: Vec<String>,
    written: Vec<Written>,
    /// Words that stand outside `use` and `mod`, to see which of the names that are handed on the file uses itself.
    words: BTreeSet<String>,
}

/// Reads every file of `src/`, tests within them left out.
pub(super) fn read(tree: &Tree) -> Imports {
    let tree = shipped(tree);
    let files: BTreeMap<Vec<String>, String> =
        tree.keys().filter_map(|file| Some((module_path(file)?, file.clone()))).collect();
    let modules: Vec<Module> = files.iter().map(|(path, file)| read_module(path, file, &tree[file], &files)).collect();
    let handed_on = handed_on(&modules);
    let mut imports = Imports::default();
    for module in &modules {
        for written in &module.written {
            let own_use = written.name.as_ref().is_some_and(|name| module.words.contains(name));
            if written.handed_on && !own_use && is_own_child(module, &written.parts) {
                continue;
            }
            add(module, written, &files, &handed_on, &mut imports);
        }
    }
    imports
}

/// `src/sources/span.rs` is `["sources", "span"]`; `mod.rs` is its folder. Nothing for files elsewhere, `main.rs`
/// excepted, which is called `main`.
fn module_path(file: &str) -> Option<Vec<String>> {
    let path = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") || path == "lib" {
        parts.pop();
    }
    Some(parts)
}

fn is_own_child(module: &Module, parts: &[String]) -> bool {
    parts.split_first().is_some_and(|(_, way)| way.len() > module.path.len() && way.starts_with(&module.path))
}

type Files = BTreeMap<Vec<String>, String>;
/// Where a name leads that a module hands on: module and name to a path.
type HandedOn = BTreeMap<(Vec<String>, String), Vec<String>>;

fn handed_on(modules: &[Module]) -> HandedOn {
    let mut found = HandedOn::new();
    for module in modules {
        for written in module.written.iter().filter(|written| written.handed_on) {
            if let Some(name) = &written.name {
                found.insert((module.path.clone(), name.clone()), written.parts.clone());
            }
        }
    }
    found
}

/// Adds what one path leads to.
fn add(module: &Module, written: &Written, files: &Files, handed_on: &HandedOn, imports: &mut Imports) {
    let first = written.parts.first().map_or("", String::as_str);
    if first == "crate" {
        let to = file_of(&written.parts[1..], files, handed_on, 0);
        if to != module.file {
            imports.inside.insert(Import { from: module.file.clone(), to, line: written.line });
        }
    } else {
        imports.outside.insert(Outside { from: module.file.clone(), path: written.parts.clone(), line: written.line });
    }
}

/// The file that a path of the crate leads to, followed through the names that modules hand on.
fn file_of(parts: &[String], files: &Files, handed_on: &HandedOn, depth: usize) -> String {
    let length = (0..=parts.len()).rev().find(|length| files.contains_key(&parts[..*length])).unwrap_or(0);
    let module = &parts[..length];
    if let Some(name) = parts.get(length)
        && let Some(next) = handed_on.get(&(module.to_vec(), name.clone()))
        && next.first().is_some_and(|first| first == "crate")
        && depth < 8
    {
        let further: Vec<String> = next[1..].iter().chain(&parts[length + 1..]).cloned().collect();
        return file_of(&further, files, handed_on, depth + 1);
    }
    files.get(module).cloned().unwrap_or_else(|| "src/lib.rs".to_owned())
}

fn read_module(path: &[String], file: &str, text: &str, files: &Files) -> Module {
    let tokens = shipped_tokens(text);
    let mut module = Module { file: file.to_owned(), path: path.to_vec(), written: Vec::new(), words: BTreeSet::new() };
    // `main.rs` is the root of its own crate, beside the library.
    let own = if file == "src/main.rs" { Vec::new() } else { path.to_vec() };
    read_tokens(&tokens, &Scope { own: &own, nested: 0, files }, &mut module);
    module
}

/// Where in the crate some tokens stand.
struct Scope<'a> {
    /// The path of the file's module.
    own: &'a [String],
    /// How many `mod name { … }` of the file they stand in.
    nested: usize,
    files: &'a Files,
}

fn read_tokens(tokens: &[Token], scope: &Scope, module: &mut Module) {
    let mut at = 0;
    while at < tokens.len() {
        let next_is = |text: &str| tokens.get(at + 1).is_some_and(|token| token.is(text));
        let after_path = at > 0 && (tokens[at - 1].is("::") || tokens[at - 1].is("."));
        if tokens[at].is("mod") && tokens.get(at + 2).is_some_and(|token| token.is("{")) {
            let end = closing(tokens, at + 2);
            let inner = Scope { nested: scope.nested + 1, own: scope.own, files: scope.files };
            read_tokens(&tokens[at + 3..end], &inner, module);
            at = end + 1;
        } else if tokens[at].is("mod") {
            at += 2;
        } else if tokens[at].is("use") && !next_is("<") {
            let end = (at..tokens.len()).find(|at| tokens[*at].is(";")).unwrap_or(tokens.len());
            let public = is_public(tokens, at);
            for (parts, name) in use_tree(&tokens[at + 1..end]) {
                let written = Written { parts, name: Some(name), handed_on: public, line: tokens[at].line };
                push(written, scope, true, module);
            }
            at = end + 1;
        } else if tokens[at].is_word() && next_is("::") && !after_path {
            let parts = plain_path(&tokens[at..]);
            module.words.insert(parts[0].clone());
            push(Written { parts, name: None, handed_on: false, line: tokens[at].line }, scope, false, module);
            at += 1;
        } else {
            let declared = at > 0 && tokens[at - 1].is("fn");
            if !after_path && !declared {
                module.words.insert(tokens[at].text.clone());
            }
            at += 1;
        }
    }
}

/// Whether the `use` at `at` follows `pub` or `pub(…)`.
fn is_public(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(4)..at];
    before.last().is_some_and(|token| token.is("pub") || (token.is(")") && before.iter().any(|token| token.is("pub"))))
}

/// `crate :: a :: b` as its parts.
fn plain_path(tokens: &[Token]) -> Vec<String> {
    let mut parts = vec![tokens[0].text.clone()];
    let mut at = 1;
    while at + 1 < tokens.len() && tokens[at].is("::") && tokens[at + 1].is_word() {
        parts.push(tokens[at + 1].text.clone());
        at += 2;
    }
    parts
}

/// Every path of a `use`, each with the name that it brings in.
fn use_tree(tokens: &[Token]) -> Vec<(Vec<String>, String)> {
    let mut paths = Vec::new();
    let mut starts: Vec<Vec<String>> = vec![Vec::new()];
    let mut path: Vec<String> = Vec::new();
    let mut alias = None;
    let mut at = 0;
    let mut finish = |path: &mut Vec<String>, alias: &mut Option<String>| {
        if let Some(last) = path.last().cloned() {
            if last == "self" {
                path.pop();
            }
            let name = alias.take().or_else(|| path.last().cloned()).unwrap_or_default();
            paths.push((path.clone(), name));
        }
    };
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "{" => starts.push(path.clone()),
            "}" | "," => {
                if path.len() > starts.last().map_or(0, Vec::len) {
                    finish(&mut path, &mut alias);
                }
                if tokens[at].is("}") {
                    starts.pop();
                    path = Vec::new();
                } else {
                    path = starts.last().cloned().unwrap_or_default();
                }
            }
            "as" => {
                alias = tokens.get(at + 1).map(|token| token.text.clone());
                at += 1;
            }
            "::" => {}
            word => path.push(word.to_owned()),
        }
        at += 1;
    }
    finish(&mut path, &mut alias);
    paths
}

/// Adds a path to its module with its beginning made plain: `crate` and the way from the root, or the name of a crate.
fn push(mut written: Written, scope: &Scope, is_use: bool, module: &mut Module) {
    let Some(parts) = from_root(&written.parts, scope, is_use) else { return };
    written.parts = parts;
    module.written.push(written);
}

fn from_root(parts: &[String], scope: &Scope, is_use: bool) -> Option<Vec<String>> {
    let root = || vec!["crate".to_owned()];
    let mut rest = parts;
    let first = parts.first()?.as_str();
    if first == "crate" {
        return Some(parts.to_vec());
    }
    if first == "folkmoot" {
        return Some(root().into_iter().chain(parts[1..].iter().cloned()).collect());
    }
    if first == "super" || first == "self" {
        let mut way = scope.own.to_vec();
        let mut nested = scope.nested;
        while let Some(step) = rest.first().filter(|step| *step == "super" || *step == "self") {
            if step == "super" {
                if nested > 0 { nested -= 1 } else { way.pop().map(drop)? }
            }
            rest = &rest[1..];
        }
        return Some(root().into_iter().chain(way).chain(rest.iter().cloned()).collect());
    }
    let child: Vec<String> = scope.own.iter().cloned().chain([first.to_owned()]).collect();
    if scope.files.contains_key(&child) && scope.nested == 0 {
        return Some(root().into_iter().chain(child).chain(parts[1..].iter().cloned()).collect());
    }
    // A name in lower case that no `use` explains is a crate: `tera::Tera`; in upper case, a type: `Kind::ALL`.
    let is_crate = first.starts_with(|c: char| c.is_lowercase());
    (is_crate && (is_use || parts.len() > 1)).then(|| parts.to_vec())
}
