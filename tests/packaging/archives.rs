//! What is released has the names that are asked for.

use std::process::Command;

use super::{root, text, yaml};

/// Runs a script of the repository and gives its exit code and what it said.
fn script(name: &str, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new("bash")
        .arg(root().join(".github/scripts").join(name))
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (output.status.code().unwrap_or(-1), said(&output.stdout), said(&output.stderr))
}

const SYSTEMS: [(&str, &str, &str); 6] = [
    ("Linux", "X64", "folkmoot-x86_64-unknown-linux-musl.tar.gz"),
    ("Linux", "ARM64", "folkmoot-aarch64-unknown-linux-musl.tar.gz"),
    ("macOS", "X64", "folkmoot-x86_64-apple-darwin.tar.gz"),
    ("macOS", "ARM64", "folkmoot-aarch64-apple-darwin.tar.gz"),
    ("Windows", "X64", "folkmoot-x86_64-pc-windows-msvc.zip"),
    ("Windows", "ARM64", "folkmoot-x86_64-pc-windows-msvc.zip"),
];

#[test]
fn each_system_has_its_archive_and_each_archive_is_released() {
    let release = yaml(".github/workflows/release.yml");
    let rows = release["jobs"]["program"]["strategy"]["matrix"]["include"].as_array().unwrap().clone();
    let mut released: Vec<&str> = rows.iter().map(|row| row["target"].as_str().unwrap()).collect();
    released.sort_unstable();
    let mut asked: Vec<String> = Vec::new();
    for (system, architecture, archive) in SYSTEMS {
        let (code, target, _) = script("target", &[system, architecture]);
        assert_eq!(code, 0, "{system} {architecture}");
        assert_eq!(script("archive", &[&target]).1, archive);
        asked.push(target);
    }
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked, released);
}

#[test]
fn a_system_without_a_program_is_told() {
    for (system, architecture) in [("Linux", "X86"), ("Linux", "ARM"), ("Plan9", "X64"), ("", "")] {
        let (code, target, said) = script("target", &[system, architecture]);
        assert_eq!((code, target.as_str()), (1, ""));
        assert!(said.contains(system) && said.contains("no program is released"), "{said}");
    }
}

/// The upload takes the archives alone, and the checksums and the release take what was uploaded.
#[test]
fn the_release_takes_what_was_packed() {
    let release = text(".github/workflows/release.yml");
    for line in ["path: dist/folkmoot-*", "sha256sum folkmoot-* | tee SHA256SUMS", "subject-checksums: dist/SHA256SUMS"]
    {
        assert!(release.contains(line), "{line}");
    }
    for path in [".github/scripts/fetch", "src/scaffold/starter/github.yml", "src/scaffold/starter/gitlab.yml"] {
        assert!(text(path).contains("SHA256SUMS"), "{path}");
    }
}

#[test]
fn a_tag_that_is_not_the_version_is_refused() {
    let version = env!("CARGO_PKG_VERSION");
    for tag in ["v9.9.9", version, "v", ""] {
        let (code, said, fault) = script("release-notes", &[tag]);
        assert_eq!((code, said.as_str()), (1, ""), "{tag}");
        assert!(fault.contains(&format!("v{version}")), "{fault}");
    }
}

#[test]
fn the_notes_are_what_the_changelog_says_of_the_version_alone() {
    let folder = tempfile::TempDir::new().unwrap();
    let place = folder.path().join(".github/scripts");
    std::fs::create_dir_all(&place).unwrap();
    std::fs::copy(root().join(".github/scripts/release-notes"), place.join("release-notes")).unwrap();
    std::fs::write(folder.path().join("Cargo.toml"), "[package]\nversion = \"1.2.0\"\n[x]\nversion = \"3\"\n").unwrap();
    let run = |changelog: &str| {
        std::fs::write(folder.path().join("CHANGELOG.md"), changelog).unwrap();
        let output = Command::new("bash").arg(place.join("release-notes")).arg("v1.2.0").output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let all = "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.0] - 2026-12-01\n\n### Added\n\n- this\n\n## [1.1.0]\n\n- earlier\n";
    assert_eq!(run(all), (Some(0), "\n### Added\n\n- this\n".to_owned()));
    assert_eq!(run("## [Unreleased]\n\n- later\n").0, Some(1));
    assert_eq!(run("## [1.2.0]\n\n## [1.1.0]\n\n- earlier\n").0, Some(1));
    // A dot stands for itself: the notes of another version are not taken.
    assert_eq!(run("## [1x2.0]\n\n- other\n").0, Some(1));
}

/// Packs a program that only leads to the real one, which writes its own manual and completions.
#[cfg(unix)]
#[test]
fn an_archive_has_the_program_its_licences_its_manual_and_completions() {
    use std::os::unix::fs::PermissionsExt;

    let target = "x86_64-unknown-linux-musl";
    let folder = tempfile::TempDir::with_prefix("built ").unwrap();
    let built = folder.path().join(target).join("release");
    std::fs::create_dir_all(&built).unwrap();
    let program = format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_folkmoot"));
    std::fs::write(built.join("folkmoot"), program).unwrap();
    std::fs::set_permissions(built.join("folkmoot"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let packed = folder.path().join("packed here");
    let (code, said, fault) = script("package", &[target, folder.path().to_str().unwrap(), packed.to_str().unwrap()]);
    assert_eq!((code, said.ends_with(&format!("packed here/folkmoot-{target}.tar.gz"))), (0, true), "{said}\n{fault}");
    let listed = Command::new("tar").arg("-tzf").arg(&said).output().unwrap().stdout;
    let listed = String::from_utf8(listed).unwrap();
    let files: Vec<&str> =
        listed.lines().filter_map(|line| line.strip_prefix(&format!("folkmoot-{target}/"))).collect();
    for file in [
        "folkmoot",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "CHANGELOG.md",
        "man/folkmoot.1",
        "man/folkmoot-check.1",
        "completions/folkmoot.bash",
        "completions/_folkmoot",
        "completions/folkmoot.fish",
        "completions/folkmoot.ps1",
        "completions/folkmoot.elvish",
    ] {
        assert!(files.contains(&file), "{file} is not among {files:?}");
    }
    assert_eq!(script("package", &["aarch64-unknown-linux-musl", folder.path().to_str().unwrap()]).0, 1);
}
