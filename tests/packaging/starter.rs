//! The files that `folkmoot init` writes for GitHub and GitLab install what was released, or build it.
#![cfg(unix)]

use super::machine::Machine;
use super::{all_under, parsed};
use crate::support::Site;

const ARCHIVE: &str = "folkmoot-x86_64-unknown-linux-musl.tar.gz";

/// The script of a new site that installs Folkmoot, and where it puts it.
fn scripts() -> [(String, &'static str); 2] {
    let site = Site::new();
    site.command(&["init", "--yes"]).expect_exit(0);
    let read = |path: &str| parsed(path, &std::fs::read_to_string(site.root().join(path)).unwrap());
    let (github, gitlab) = (read(".github/workflows/site.yml"), read(".gitlab-ci.yml"));
    let steps = all_under(&github, "run");
    let github = steps.iter().filter_map(|run| run.as_str()).find(|run| run.contains("cargo install")).unwrap();
    let gitlab = all_under(&gitlab, "before_script")[0].as_array().unwrap()[0].as_str().unwrap();
    [(github.to_owned(), "home/folkmoot/bin/folkmoot"), (gitlab.to_owned(), ".folkmoot-installed/bin/folkmoot")]
}

/// A machine of the service, with the variables that its users set.
fn machine(repository: &str, revision: &str) -> Machine {
    Machine::new("Linux", "X64").with("FOLKMOOT_REPOSITORY", repository).with("FOLKMOOT_REVISION", revision)
}

#[test]
fn a_released_program_is_taken_where_the_revision_is_its_tag() {
    for (script, place) in scripts() {
        for repository in ["https://forge.example/them/folkmoot", "https://forge.example/them/folkmoot.git"] {
            let machine = machine(repository, "v0.1.0").released(ARCHIVE);
            let done = machine.run(&script);
            assert_eq!((done.code, machine.says(place).as_str()), (0, "released"), "{}", done.said);
            let from = "https://forge.example/them/folkmoot/releases/download/v0.1.0";
            assert_eq!(machine.lines("asked"), [format!("{from}/{ARCHIVE}"), format!("{from}/SHA256SUMS")]);
        }
    }
}

#[test]
fn a_wrong_checksum_installs_nothing() {
    for (script, place) in scripts() {
        for (file, with) in [(ARCHIVE, "else"), ("SHA256SUMS", ""), ("SHA256SUMS", "0000  another\n")] {
            let machine =
                machine("https://forge.example/a/b", "v0.1.0").released(ARCHIVE).web(file, |_| with.to_owned());
            let done = machine.run(&script);
            assert!(done.code != 0 && !machine.path(place).exists(), "{file}: {}", done.said);
            assert!(machine.lines("cargo").is_empty());
        }
    }
}

#[test]
fn else_it_is_built_from_the_repository() {
    for (script, place) in scripts() {
        for (revision, asked) in [("", 0), ("0a1b2c3", 1)] {
            let machine = machine("https://forge.example/a b", revision);
            let done = machine.run(&script);
            assert_eq!((done.code, machine.says(place).as_str()), (0, "built"), "{}", done.said);
            assert_eq!(machine.lines("asked").len(), asked);
            let arguments = machine.lines("cargo").join("\n");
            assert!(arguments.contains("\n--git\nhttps://forge.example/a b\n"), "{arguments}");
            assert_eq!(arguments.contains("--rev\n0a1b2c3\nfolkmoot"), !revision.is_empty(), "{arguments}");
        }
        let done = machine("", "").run(&script);
        assert!(done.code == 1 && done.said.contains("FOLKMOOT_REPOSITORY"), "{}", done.said);
    }
}
