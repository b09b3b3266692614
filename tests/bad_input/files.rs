//! Files that cannot be read: links astray, pipes, and what vanishes.

#![cfg(unix)]

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{good, spoilt, told};
use crate::support::Site;

#[test]
fn links_astray_are_told_and_nothing_of_theirs_is_published() {
    let outside = Site::new().file("secret.md", "not for the public");
    let run = spoilt(|site| {
        site.symlink("content/out.md", outside.root().join("secret.md"))
            .symlink("content/dangling.md", "nowhere.md")
            .symlink("content/loop", ".")
            .symlink("content/own.md", "own.md")
    });
    let expected = [
        "file-unreadable content/dangling.md:1:1",
        "symlink-loop content/loop:1:1",
        "symlink-outside content/out.md:1:1",
        "symlink-loop content/own.md:1:1",
    ];
    assert_eq!(told(&run.expect_exit(1)), expected);
}

#[test]
fn links_to_folders_of_links_end_somewhere() {
    let run = spoilt(|mut site| {
        site = site.file("content/c/a.md", "# A\n");
        for link in 0..40 {
            site = site.symlink(&format!("content/a/{link}"), "../b").symlink(&format!("content/b/{link}"), "../c");
        }
        site
    });
    let findings = run.expect_exit(1).findings();
    assert_eq!(findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), ["symlink-loop"]);
    assert!(findings[0].message.contains("is one too many"), "{}", findings[0]);
}

#[test]
fn a_pipe_is_never_waited_for() {
    for pipe in ["content/pipe.md", "content/terms/pipe.yaml", "content/pipe.png"] {
        let run = spoilt(|site| {
            fs::create_dir_all(site.root().join("content/terms")).unwrap();
            assert!(Command::new("mkfifo").arg(site.root().join(pipe)).status().unwrap().success());
            site
        });
        assert_eq!(told(&run.expect_exit(1)), [format!("file-unreadable {pipe}:1:1")]);
    }
}

#[test]
fn settings_that_are_a_pipe_or_a_folder_are_no_settings() {
    let run = spoilt(|site| {
        let site = site.without("folkmoot.yaml");
        assert!(Command::new("mkfifo").arg(site.root().join("folkmoot.yaml")).status().unwrap().success());
        site
    });
    assert!(run.findings().iter().any(|finding| finding.code == "file-unreadable"), "{}", run.stderr());
    let run = spoilt(|site| {
        fs::remove_file(site.root().join("folkmoot.yaml")).unwrap();
        fs::create_dir(site.root().join("folkmoot.yaml")).unwrap();
        site
    });
    assert_ne!(run.exit_code(), 0);
    assert!(!run.findings().is_empty(), "{}", run.stderr());
}

#[test]
fn a_file_that_comes_and_goes_is_there_or_not_or_told() {
    let site = good();
    let path = site.root().join("content/fleeting.md");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let _ = fs::write(&path, "# Fleeting\n");
                let _ = fs::remove_file(&path);
            }
        });
        for _ in 0..10 {
            let run = site.build();
            let only_that = told(&run).iter().all(|line| line == "file-unreadable content/fleeting.md:1:1");
            assert!(only_that && [0, 1].contains(&run.exit_code()), "{}", run.stderr());
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_full_disk_leaves_the_site_as_it_was() {
    // A limit on the size of files fails at the same call as a disk without room, and everybody may set one.
    let site = good();
    let before = site.build().expect_exit(0).snapshot();
    let changed = site.clone().file("content/large.png", &"x".repeat(200_000)).file("content/index.md", "# Changed\n");
    let script = format!("trap '' XFSZ; ulimit -f 64; exec {} build", env!("CARGO_BIN_EXE_folkmoot"));
    let output = Command::new("bash").args(["-c", &script]).current_dir(changed.root()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("The site is as it was before."), "{said}");
    let mended = changed
        .without("content/large.png")
        .file("content/index.md", "# Welcome\n\nRead about [knife crime](priority:knife-crime).\n");
    assert!(mended.build().expect_exit(0).untouched_since(&before));
}
