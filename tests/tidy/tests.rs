//! A check that cannot fail is no check: small wrong trees, each with the fault that must be told.

use super::scan::{code, functions, tokens};
use super::{Tree, circles, layers, style};

/// A tree of these files, each opened by a line of documentation.
fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), format!("//! About.\n{text}"))).collect()
}

/// Stops the test unless exactly these faults are told, each by its beginning.
fn told(faults: &[String], expected: &[&str]) {
    let same =
        faults.len() == expected.len() && faults.iter().zip(expected).all(|(fault, start)| fault.starts_with(start));
    assert!(same, "{faults:#?}\nexpected {expected:#?}");
}

#[test]
fn an_import_upwards_or_sideways_is_told() {
    for (from, text) in [
        ("src/model/board.rs", "use crate::parse::yaml::Node;"),
        ("src/model/board.rs", "use crate::{\n    parse::{yaml::Node, markdown},\n};"),
        ("src/model/board.rs", "use super::super::parse::yaml;"),
        ("src/model/board.rs", "fn f() { crate::parse::yaml::read() }"),
        ("src/model/board.rs", "mod inner { use super::super::super::parse::yaml; }"),
        ("src/model/mod.rs", "pub use crate::parse::yaml::Node;"),
        ("src/diagnostic/mod.rs", "type T = Vec<crate::parse::Node>;"),
        ("src/output.rs", "use crate::parse as p;"),
    ] {
        let faults = layers::faults(&tree(&[(from, text), ("src/parse/mod.rs", ""), ("src/parse/yaml.rs", "")]));
        assert!(faults.first().is_some_and(|fault| fault.contains("imports parse (layer 3)")), "{text}: {faults:?}");
    }
    let sideways = [("src/render/mod.rs", "use crate::export::feed;"), ("src/export/mod.rs", "")];
    told(&layers::faults(&tree(&sideways)), &["src/render/mod.rs:2: render (layer 6) imports export (layer 6)"]);
    let root = [("src/model/board.rs", "use crate::Thing;"), ("src/lib.rs", "pub use model::Thing;")];
    told(&layers::faults(&tree(&root)), &["src/model/board.rs:2: model (layer 2) imports lib (layer 11)"]);
}

#[test]
fn imports_downwards_and_words_in_comments_and_tests_are_fine() {
    let files = [
        (
            "src/parse/mod.rs",
            "//! Not `crate::graph`.\nuse crate::model::Kind;\nuse crate::sources::{Span, Spanned};\nmod yaml;",
        ),
        (
            "src/parse/yaml.rs",
            "/* use crate::graph::x; */ const T: &str = \"use crate::graph::x;\"; use granit_parser::Parser;",
        ),
        (
            "src/model/mod.rs",
            "#[cfg(test)]\nmod tests { use crate::graph::Graph; }\n#[cfg(test)]\nuse crate::graph::Graph;",
        ),
        ("src/model/tests/deep.rs", "use crate::graph::Graph;"),
        ("src/graph/mod.rs", "use super::model::Kind; fn f<'a>(x: &'a str) -> char { '\"' } // crate::cli"),
        ("src/sources/mod.rs", ""),
        ("src/cli/mod.rs", "use crate::pipeline; fn f() { println!(\"x\"); std::process::exit(1) }"),
        ("src/pipeline.rs", ""),
        ("src/lib.rs", "pub mod cli;"),
        ("src/main.rs", "fn main() { folkmoot::cli::main() }"),
    ];
    told(&layers::faults(&tree(&files)), &[]);
    told(&circles::faults(&tree(&files)), &[]);
}

#[test]
fn crates_and_printing_out_of_their_place_are_told() {
    let files = [
        ("src/pages/mod.rs", "use tera::Context;"),
        ("src/graph/mod.rs", "fn f() { pulldown_cmark::Parser::new(x); }"),
        ("src/sources/mod.rs", "use granit_parser as yaml;"),
        ("src/write.rs", "fn f() { eprintln!(\"x\"); std::process::exit(1) }"),
    ];
    let expected = [
        "src/graph/mod.rs:2: only parse imports pulldown_cmark",
        "src/pages/mod.rs:2: only render imports tera",
        "src/sources/mod.rs:2: only parse imports granit_parser",
        "src/write.rs:2: only cli prints or exits, here is eprintln",
        "src/write.rs:2: only cli prints or exits, here is exit",
    ];
    told(&layers::faults(&tree(&files)), &expected);
}

#[test]
fn a_place_without_a_layer_is_told() {
    told(&layers::faults(&tree(&[("src/brand_new/mod.rs", "")])), &["src/brand_new/mod.rs: its place has no layer"]);
}

#[test]
fn folders_that_the_architecture_leaves_out_are_told() {
    let mut files = tree(&[("src/graph/mod.rs", ""), ("src/parse/mod.rs", ""), ("src/write.rs", "")]);
    told(&layers::unnamed_folders(&files), &["ARCHITECTURE.md is missing"]);
    files.insert("ARCHITECTURE.md".to_owned(), "| 3 | `parse/` |\n".to_owned());
    told(&layers::unnamed_folders(&files), &["ARCHITECTURE.md does not name src/graph/"]);
    files.insert("ARCHITECTURE.md".to_owned(), "`parse/`, src/graph/\n".to_owned());
    told(&layers::unnamed_folders(&files), &[]);
}

#[test]
fn circles_of_files_are_told_whatever_their_length() {
    let two = [("src/model/a.rs", "use super::b::B;"), ("src/model/b.rs", "use crate::model::a::A;")];
    told(&circles::faults(&tree(&two)), &["src/model/a.rs -> src/model/b.rs -> src/model/a.rs import"]);
    let three = [
        ("src/model/a.rs", "use super::b::B;"),
        ("src/model/b.rs", "fn f() { super::c::f() }"),
        ("src/model/c.rs", "mod inner { use super::super::a; }"),
    ];
    told(&circles::faults(&tree(&three)), &["src/model/a.rs -> src/model/b.rs -> src/model/c.rs -> src/model/a.rs"]);
    let itself = [("src/model/a.rs", "mod inner { use super::A; } fn f() { crate::model::a::g() }")];
    told(&circles::faults(&tree(&itself)), &[]);
}

#[test]
fn a_module_and_its_child_form_a_circle_only_when_both_use_each_other() {
    let child = ("src/graph/resolve.rs", "use super::Graph;");
    for (text, circle) in [
        ("mod resolve;\npub use resolve::resolve;\npub struct Graph;", false),
        ("mod resolve;\npub(crate) use self::resolve::{resolve, Link as Out};\npub struct Graph;", false),
        ("mod resolve;\nuse resolve::resolve;\npub struct Graph;", true),
        ("mod resolve;\npub struct Graph;\npub fn build() { resolve::resolve() }", true),
        ("mod resolve;\npub use resolve::Link;\npub struct Graph { links: Vec<Link> }", true),
    ] {
        let faults = circles::faults(&tree(&[child, ("src/graph/mod.rs", text)]));
        assert_eq!(!faults.is_empty(), circle, "{text}: {faults:?}");
    }
    // The child means its sibling, whose name its parent only hands on.
    let siblings = [
        ("src/graph/mod.rs", "mod resolve;\nmod types;\npub use types::Graph;\nfn f() { resolve::resolve() }"),
        ("src/graph/types.rs", "pub struct Graph;"),
        child,
    ];
    told(&circles::faults(&tree(&siblings)), &[]);
}

#[test]
fn each_breach_of_style_is_told() {
    let long_file = "\n".repeat(400);
    let long_function = format!(
        "fn long(\n    a: [u8; 3],\n) -> u8\nwhere\n    T: X,\n{{\n{}}}\nfn short() {{}}",
        "    x();\n".repeat(64)
    );
    let left_over = format!("// {}: later", concat!("FIX", "ME"));
    for (path, text, expected) in [
        ("src/a.rs", long_file.as_str(), "src/a.rs: 401 lines, at most 400"),
        ("src/a.rs", long_function.as_str(), "src/a.rs:2: long has 71 lines, at most 70"),
        ("src/text/utils.rs", "", "src/text/utils.rs: utils.rs is no subject"),
        ("tests/common/mod.rs", "", "tests/common/mod.rs: common is no subject"),
        ("src/a.rs", "#[ignore = \"later\"]\nfn f() {}", "src/a.rs:2: a test is skipped"),
        ("src/a.rs", "fn f() {\n    todo!()\n}", "src/a.rs:3: something is not done"),
        ("src/a.rs", "fn f() { unimplemented !() }", "src/a.rs:2: something is not done"),
        ("src/a.rs", "mod inner {\n    use super::*;\n}", "src/a.rs:3: use super::* outside tests"),
        ("src/a.rs", left_over.as_str(), "src/a.rs:2: "),
    ] {
        told(&style::faults(&tree(&[(path, text)])), &[expected]);
    }
    let undocumented = Tree::from([("src/a.rs".to_owned(), "fn f() {}\n".to_owned())]);
    told(&style::faults(&undocumented), &["src/a.rs:1: does not open with //!"]);
}

#[test]
fn what_only_looks_like_a_breach_is_fine() {
    let text = "// todo!()\nconst A: &str = \"todo!() } {\";\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\nfn ignore() {}\n";
    told(&style::faults(&tree(&[("src/a.rs", text)])), &[]);
    let full = format!("fn f() {{\n{}}}\n", "    x();\n".repeat(68));
    told(&style::faults(&tree(&[("src/a.rs", &full)])), &[]);
}

#[test]
fn braces_in_strings_comments_and_characters_do_not_count() {
    let text = "fn a() {\n let x = '{'; let y = \"}}\\\"}\"; let z = r#\"}\"}\"#; /* } /* } */ } */ b'}'; // }\n let l: &'a str;\n}\n\
        fn b();\nfn c() -> [u8; { 3 }] {\n}\n";
    let found: Vec<(String, usize, usize)> =
        functions(text).into_iter().map(|function| (function.name, function.line, function.length_lines)).collect();
    assert_eq!(found, [("a".to_owned(), 1, 4), ("c".to_owned(), 6, 2)]);
    assert_eq!(code("a /* \n */ \"b\nc\" d"), "a    \n      \n   d");
    let words: Vec<String> = tokens("r#type b::c x\"s\" br\"t\" 'x' 'y").into_iter().map(|token| token.text).collect();
    assert_eq!(words, ["r", "#", "type", "b", "::", "c", "x", "'", "y"]);
}

#[test]
fn files_that_are_only_there_for_tests_may_reach_further() {
    let glob = "use super::*;\nuse crate::graph::Graph;\nfn f() { println!() }";
    let declared = "#[cfg(test)]\nmod sample;\nmod real;";
    for (path, fine) in [
        ("src/model/tests.rs", true),
        ("src/model/tests/deep.rs", true),
        ("src/model/sample.rs", true),
        ("src/model/sample/deep.rs", true),
        ("src/model/real.rs", false),
    ] {
        let tree = tree(&[("src/model/mod.rs", declared), (path, glob), ("src/graph/mod.rs", "")]);
        assert_eq!(layers::faults(&tree).is_empty(), fine, "{path}");
        assert_eq!(style::faults(&tree).is_empty(), fine, "{path}");
    }
    let beside = [("src/model/a.rs", "#[cfg(test)]\nmod b;"), ("src/model/a/b.rs", glob), ("src/model/b.rs", "")];
    told(&style::faults(&tree(&beside)), &[]);
}
