//! Input that no site should have: whatever it is, the command ends with a finding or a defined result, never stops with a
//! fault of its own, and leaves the last good site as it was.

mod bytes;
mod depth;
mod files;
mod folders;
mod mutations;
mod names;
mod size;

use super::support::{Run, Site};

/// A small site that builds.
fn good() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A small plan\n")
        .file("content/index.md", "# Welcome\n\nRead about [knife crime](priority:knife-crime).\n")
        .file("content/priorities/knife-crime.md", "---\ntitle: Knife crime\n---\n\nIt is rising.\n")
}

/// Builds the good site, spoils it, builds it again, and returns what that run said. Stops the test where the command broke
/// down, or where it failed and the built site is not as it was.
fn spoilt(spoil: impl FnOnce(Site) -> Site) -> Run {
    let site = good();
    let before = site.build().expect_exit(0).snapshot();
    let run = spoil(site).build();
    assert!(!run.stderr().contains("panicked"), "{}", run.stderr());
    assert!([0, 1, 2].contains(&run.exit_code()), "{} {}", run.exit_code(), run.stderr());
    if run.exit_code() != 0 {
        assert!(run.untouched_since(&before), "{}", run.stderr());
    }
    run
}

/// `code place` of each finding.
fn told(run: &Run) -> Vec<String> {
    run.findings().iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect()
}
