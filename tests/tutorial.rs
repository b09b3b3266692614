//! The written parts of the manual, carried out: every command of the tutorial and of the guides is typed, every file that
//! they name is written, and what they say will come is compared with what comes. `tests/support/walk.rs` says how blocks are
//! marked; `FOLKMOOT_MANUAL=write cargo test tutorial` writes into the pages what came.

use std::fs;
use std::path::Path;

use super::support::Site;
use super::support::walk::{Ground, Walk};

/// Pages of the manual that are walked through, each in a site that was just begun.
fn guides() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content/how-to");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut paths: Vec<String> = names.map(|name| format!("docs/content/how-to/{name}")).collect();
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

#[test]
fn the_manual_has_no_findings() {
    let site = Site::from_folder("docs");
    let run = site.command(&["check", "--strict"]).expect_exit(0);
    assert!(run.stdout().contains("no findings"), "{}", run.stdout());
}
