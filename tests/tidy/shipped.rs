//! Which files are part of what is shipped, and which are only there for tests.
//!
//! Must not know the house rules.

use super::Tree;
use super::scan::tokens;

/// The files of `src/` that are shipped: not called `tests.rs`, not in a folder `tests/`, and not declared under
/// `#[cfg(test)]` in the module above.
pub(super) fn shipped(tree: &Tree) -> Tree {
    let declared: Vec<String> = tree.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let is_test = |path: &str| {
        let of = |module: &String| path == format!("{module}.rs") || path.starts_with(&format!("{module}/"));
        path.split('/').any(|part| part == "tests" || part == "tests.rs") || declared.iter().any(of)
    };
    let shipped = tree.iter().filter(|(path, _)| path.starts_with("src/") && !is_test(path));
    shipped.map(|(path, text)| (path.clone(), text.clone())).collect()
}

/// The modules that a file declares under `#[cfg(test)]`, as paths without `.rs`.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let folder = ["mod.rs", "lib.rs", "main.rs"].iter().find_map(|root| path.strip_suffix(&format!("/{root}")));
    let folder = folder.or_else(|| path.strip_suffix(".rs")).unwrap_or(path);
    let mark = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let tokens = tokens(text);
    let declared = tokens
        .windows(mark.len() + 2)
        .filter(|row| mark.iter().zip(*row).all(|(word, token)| token.is(word)) && row[mark.len() + 1].is(";"));
    declared.map(|row| format!("{folder}/{}", row[mark.len()].text)).collect()
}
