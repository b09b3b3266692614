//! The layers of the crate: who may import whom, and what only one place may do.

use std::collections::BTreeSet;

use super::Tree;
use super::imports::{Imports, read};
use super::scan::shipped_tokens;
use super::shipped::shipped;

/// Each place of `src/` with its layer. A layer imports strictly lower ones.
const LAYERS: &[(&str, u8)] = &[
    ("sources", 0),
    ("output", 0),
    ("fingerprint", 0),
    ("diagnostic", 1),
    ("load", 2),
    ("model", 2),
    ("parse", 3),
    ("words", 3),
    ("graph", 4),
    ("schema", 4),
    ("scaffold", 4),
    ("pages", 5),
    ("render", 6),
    ("export", 6),
    ("check", 7),
    ("inventory", 7),
    ("search", 7),
    ("web", 7),
    ("write", 7),
    ("pipeline", 8),
    ("rules", 8),
    ("recall", 9),
    ("serve", 9),
    ("lsp", 9),
    ("cli", 10),
    ("lib", 11),
    ("main", 12),
];

/// Crates that belong to one place alone.
const CRATES: &[(&str, &str)] = &[
    ("tera", "render"),
    ("granit_parser", "parse"),
    ("notify", "serve"),
    ("pagefind", "search"),
    ("pulldown_cmark", "parse"),
    ("axum", "serve"),
    ("hyper", "serve"),
    ("hyper_util", "serve"),
    ("ureq", "web"),
    ("rustls", "web"),
    ("fluent_bundle", "words"),
    ("fluent_syntax", "words"),
    ("twox_hash", "fingerprint"),
    ("lz4_flex", "sources"),
    ("lsp_types", "lsp"),
];

/// What prints or exits: the command line alone does.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
const STREAMS: &[&str] = &["stdout", "stderr", "exit"];

/// Every import that goes up or sideways, and every crate and word of the command line out of its place.
pub(super) fn faults(tree: &Tree) -> Vec<String> {
    let imports = read(tree);
    let mut faults = unknown_places(tree);
    faults.extend(wrong_imports(&imports));
    faults.extend(wrong_crates(&imports));
    faults.extend(wrong_printing(tree));
    faults
}

/// The folders of `src/` that `ARCHITECTURE.md` does not name.
pub(super) fn unnamed_folders(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.get("ARCHITECTURE.md") else { return vec!["ARCHITECTURE.md is missing".to_owned()] };
    let folders: BTreeSet<&str> =
        tree.keys().filter_map(|path| path.strip_prefix("src/")?.split_once('/').map(|(folder, _)| folder)).collect();
    let named = |folder: &&str| text.contains(&format!("`{folder}/`")) || text.contains(&format!("src/{folder}/"));
    let unnamed = folders.into_iter().filter(|folder| !named(folder));
    unnamed.map(|folder| format!("ARCHITECTURE.md does not name src/{folder}/")).collect()
}

/// The place of a file: `render` for `src/render/body.rs`.
fn place(file: &str) -> &str {
    let path = file.strip_prefix("src/").unwrap_or(file);
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn layer(file: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == place(file)).map(|(_, layer)| *layer)
}

fn unknown_places(tree: &Tree) -> Vec<String> {
    let unknown = tree.keys().filter(|file| file.starts_with("src/") && layer(file).is_none());
    unknown.map(|file| format!("{file}: its place has no layer in tests/tidy/layers.rs")).collect()
}

fn wrong_imports(imports: &Imports) -> Vec<String> {
    let mut faults = Vec::new();
    for import in &imports.inside {
        let (from, to) = (place(&import.from), place(&import.to));
        let (Some(above), Some(below)) = (layer(&import.from), layer(&import.to)) else { continue };
        // `lib.rs` is the map: it names all and may hand on anything.
        if from != to && above <= below && from != "lib" {
            let place = format!("{}:{}", import.from, import.line);
            faults.push(format!("{place}: {from} (layer {above}) imports {to} (layer {below}), in {}", import.to));
        }
    }
    faults
}

fn wrong_crates(imports: &Imports) -> Vec<String> {
    let mut faults = Vec::new();
    for outside in &imports.outside {
        let owner = CRATES.iter().find(|(name, _)| outside.path.first().is_some_and(|first| first == name));
        if let Some((name, owner)) = owner
            && place(&outside.from) != *owner
        {
            faults.push(format!("{}:{}: only {owner} imports {name}", outside.from, outside.line));
        }
    }
    faults
}

fn wrong_printing(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, text) in shipped(tree).iter().filter(|(file, _)| !["cli", "main"].contains(&place(file))) {
        let tokens = shipped_tokens(text);
        for pair in tokens.windows(3) {
            let prints = PRINTING.iter().any(|word| pair[0].is(word)) && pair[1].is("!");
            let streams = pair[0].is("::") && STREAMS.iter().any(|word| pair[1].is(word)) && pair[2].is("(");
            if prints || streams {
                let word = if prints { &pair[0].text } else { &pair[1].text };
                faults.push(format!("{file}:{}: only cli prints or exits, here is {word}", pair[1].line));
            }
        }
    }
    faults
}
