//! The written parts of the manual, carried out: every command of the tutorial and of the guides is typed, every file that
//! they name is written, and what they say will come is compared with what comes. `tests/support/walk.rs` says how blocks are
//! marked; `FOLKMOOT_MANUAL=write cargo test tutorial` writes into the pages what came.

use std::fs;
use std::path::Path;

use super::manual::{options, subcommands};
use super::support::Site;
use super::support::walk::{Ground, Walk};

/// Pages of the manual that are walked through, each in a site that was just begun.
fn guides() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in ["docs/content/how-to", "docs/content/explanation"] {
        let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        paths.extend(names.map(|name| format!("{folder}/{name}")));
    }
    paths.sort();
    paths
}

#[test]
fn the_tutorial_does_what_it_says() {
    let walk = Walk::read("docs/content/tutorial/index.md").unwrap_or_else(|fault| panic!("{fault}"));
    assert!(walk.commands() >= 12, "{} commands", walk.commands());
    let ground = Ground::new();
    let faults = walk.faults(&ground, "");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    let (said, code) = ground.shell(&ground.below("my-plan"), "folkmoot check --strict", 0, "2026-03-02");
    assert_eq!(code, 0, "{said}");
}

#[test]
fn every_guide_does_what_it_says() {
    let (mut commands, mut faults) = (0, Vec::new());
    for path in guides() {
        let walk = match Walk::read(&path) {
            Ok(walk) => walk,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        commands += walk.commands();
        let ground = Ground::new();
        let (said, code) = ground.shell(&ground.below("plan"), "folkmoot init --yes", 0, "2026-03-02");
        assert_eq!(code, 0, "{said}");
        faults.extend(walk.faults(&ground, "plan"));
        let (said, code) = ground.shell(&ground.below("plan"), "folkmoot check", 0, "2026-03-02");
        if code != 0 {
            faults.push(format!("{path}: what it leaves has errors\n{said}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(commands > 30, "{commands} commands in the guides");
}

/// What stands in the text between backticks, or on an indented line, as a command that a reader may type elsewhere.
fn commands_in_text(text: &str) -> Vec<String> {
    let mut fenced = false;
    let outside = text.lines().filter(|line| {
        let is_fence = line.starts_with("```");
        fenced ^= is_fence;
        !fenced && !is_fence
    });
    let spans = outside.flat_map(|line| match line.strip_prefix("    ") {
        Some(typed) => vec![typed],
        None => line.split('`').skip(1).step_by(2).collect(),
    });
    spans.filter(|span| span.starts_with("folkmoot ")).map(str::to_owned).collect()
}

#[test]
fn commands_that_the_text_names_are_there_with_their_options() {
    assert_eq!(
        commands_in_text("a `folkmoot list` b `folkmoot.yaml`\n```\n`folkmoot x`\n```\n    folkmoot refs\n"),
        ["folkmoot list", "folkmoot refs"]
    );
    let (subcommands, mut seen) = (subcommands(), 0);
    for path in guides().into_iter().chain(["docs/content/tutorial/index.md".to_owned(), "README.md".to_owned()]) {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        for command in commands_in_text(&text) {
            let words: Vec<&str> = command.split_whitespace().collect();
            assert!(subcommands.iter().any(|name| name == words[1]), "{path}: there is no command for `{command}`");
            let known = options(words[1]);
            let unknown = words.iter().find(|word| word.starts_with("--") && !known.contains(**word));
            assert_eq!(unknown, None, "{path}: `{command}` has no such option");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} commands");
}

#[test]
fn the_manual_has_no_findings() {
    let site = Site::from_folder("docs");
    let run = site.command(&["check", "--strict"]).expect_exit(0);
    assert!(run.stdout().contains("no findings"), "{}", run.stdout());
}
