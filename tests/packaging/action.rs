//! The scripts of the action, run on a machine of stand-ins.
#![cfg(unix)]

use std::fs;

use super::machine::Machine;

/// Where `fetch` and `compile` put the program.
const PROGRAM: &str = "temp files/folkmoot/bin/folkmoot";
const LINUX: &str = "folkmoot-x86_64-unknown-linux-musl.tar.gz";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A machine that uses the action at a tag of the repository.
fn at_a_tag(system: &str, architecture: &str) -> Machine {
    Machine::new(system, architecture)
        .with("ACTION_PATH", env!("CARGO_MANIFEST_DIR"))
        .with("ACTION_REPOSITORY", "somebody/folkmoot")
        .with("ACTION_REF", "v0")
}

#[test]
fn the_program_of_the_tag_is_taken_for_each_system() {
    for (system, architecture, archive) in [
        ("Linux", "X64", LINUX),
        ("Linux", "ARM64", "folkmoot-aarch64-unknown-linux-musl.tar.gz"),
        ("macOS", "ARM64", "folkmoot-aarch64-apple-darwin.tar.gz"),
    ] {
        let machine = at_a_tag(system, architecture).released(archive);
        let done = machine.script("fetch");
        assert_eq!((done.code, &done.outputs[..]), (0, &["way=release".to_owned()][..]), "{}", done.said);
        assert_eq!(machine.says(PROGRAM), "released");
        let from = format!("https://forge.example/somebody/folkmoot/releases/download/v{VERSION}");
        assert_eq!(machine.lines("asked"), [format!("{from}/{archive}"), format!("{from}/SHA256SUMS")]);
    }
}

#[test]
fn the_version_that_is_asked_for_is_the_one_that_is_taken() {
    for (version, tag) in [("1.4.0", "v1.4.0"), ("v1.4.0", "v1.4.0"), ("2.0.0-rc.1", "v2.0.0-rc.1")] {
        let machine =
            at_a_tag("Linux", "X64").released(LINUX).with("FOLKMOOT_VERSION", version).with("ACTION_REF", "main");
        assert_eq!(machine.script("fetch").outputs, ["way=release"]);
        assert!(machine.lines("asked")[0].contains(&format!("/download/{tag}/")), "{:?}", machine.lines("asked"));
    }
    for version in ["newest", "1.4", "../../x", "1.0.0/..", "1.0.0 --output x"] {
        let machine = at_a_tag("Linux", "X64").released(LINUX).with("FOLKMOOT_VERSION", version);
        let done = machine.script("fetch");
        assert_eq!(
            (done.code, done.outputs.len(), machine.lines("asked").len()),
            (1, 0, 0),
            "{version}: {}",
            done.said
        );
        assert!(done.said.contains("is no version of Folkmoot"), "{}", done.said);
    }
    let gone = at_a_tag("Linux", "X64").with("FOLKMOOT_VERSION", "1.4.0").script("fetch");
    assert_eq!((gone.code, gone.outputs.len()), (1, 0), "another version was taken instead: {}", gone.said);
}

#[test]
fn the_repository_is_that_of_the_action() {
    let path = |machine: Machine, path: &str| {
        let here = machine.path("").join(path);
        fs::create_dir_all(&here).unwrap();
        fs::write(here.join("Cargo.toml"), "[package]\nversion = \"1.2.3\"\n").unwrap();
        machine.with("ACTION_PATH", here.to_str().unwrap()).with("ACTION_REPOSITORY", "")
    };
    for (place, repository) in [("work/_actions/them/tool/v1", "them/tool"), ("workspace", "council/plan")] {
        let machine = path(at_a_tag("Linux", "X64").released(LINUX), place);
        let done = machine.script("fetch");
        assert_eq!(done.outputs, ["way=release"], "{}", done.said);
        assert!(machine.lines("asked")[0].contains(&format!("example/{repository}/releases/download/v1.2.3/")));
    }
}

#[test]
fn an_archive_that_is_not_what_it_should_be_is_refused() {
    let broken: [(&str, &dyn Fn(String) -> String); 6] = [
        (LINUX, &|_| "something else".to_owned()),
        ("SHA256SUMS", &|sums| sums.replace(|c: char| c.is_ascii_digit(), "0")),
        ("SHA256SUMS", &|sums| sums.replace("x86_64", "x86-64")),
        ("SHA256SUMS", &|_| String::new()),
        ("SHA256SUMS", &|sums| sums.clone() + &sums),
        ("SHA256SUMS", &|_| format!("<html>404</html>  {LINUX}\n")),
    ];
    for (file, change) in broken {
        for version in ["", "1.0.0"] {
            let machine = at_a_tag("Linux", "X64").with("FOLKMOOT_VERSION", version).released(LINUX).web(file, change);
            let done = machine.script("fetch");
            assert_eq!((done.code, done.outputs.len()), (1, 0), "{}", done.said);
            assert!(done.said.contains("checksum"), "{}", done.said);
            assert!(!machine.path(PROGRAM).exists());
        }
    }
    let machine = at_a_tag("Linux", "X64").released(LINUX);
    fs::remove_file(machine.path("web/SHA256SUMS")).unwrap();
    assert_eq!(machine.script("fetch").code, 1);
}

#[test]
fn checksums_of_windows_and_in_binary_form_are_read() {
    let form = |sums: String| sums.replace("  ", " *").replace('\n', "\r\n");
    let machine = at_a_tag("Linux", "X64").released(LINUX).web("SHA256SUMS", form);
    assert_eq!(machine.script("fetch").outputs, ["way=release"]);
}

#[test]
fn where_nothing_is_released_the_sources_of_the_action_are_built() {
    for machine in [
        at_a_tag("Linux", "X64"),
        at_a_tag("Linux", "RISCV64").released(LINUX),
        at_a_tag("Linux", "X64").released(LINUX).with("ACTION_REF", "main"),
        at_a_tag("Linux", "X64").released(LINUX).with("ACTION_REF", ""),
        at_a_tag("Linux", "X64").released(LINUX).with("FOLKMOOT_VERSION", "source"),
    ] {
        let done = machine.script("fetch");
        assert_eq!((done.code, done.outputs[0].as_str()), (0, "way=source"), "{}", done.said);
        let key = done.outputs[1].strip_prefix("key=").unwrap();
        assert!(key.len() == 16 && key.chars().all(|c| c.is_ascii_hexdigit()), "{key}");
        let compiled = machine.script("compile");
        assert_eq!((compiled.code, machine.says(PROGRAM).as_str()), (0, "built"), "{}", compiled.said);
        let arguments = machine.lines("cargo");
        let manifest = format!("{}/Cargo.toml", env!("CARGO_MANIFEST_DIR"));
        assert!(arguments.contains(&manifest) && arguments.contains(&"--locked".to_owned()), "{arguments:?}");
    }
    let machine = at_a_tag("Linux", "X64").with("PATH", "/nowhere");
    let done = machine.script("compile");
    assert!(done.code != 0, "{}", done.said);
}

/// A machine with the real command on a site, below a folder with a space.
fn with_a_site(text: &str) -> Machine {
    let machine = Machine::new("Linux", "X64")
        .with("SITE_ROOT", "our plans/-site")
        .with("COMMAND", "check-and-build")
        .with("STRICT", "false")
        .with("ANNOTATIONS", "true");
    let machine =
        ["SARIF", "BASELINE", "OUTPUT", "BASE_URL", "TODAY"].iter().fold(machine, |all, name| all.with(name, ""));
    let content = machine.path("our plans/-site/content");
    fs::create_dir_all(&content).unwrap();
    fs::write(content.join("../folkmoot.yaml"), "title: Our plan\n").unwrap();
    fs::write(content.join("index.md"), format!("# Our plan\n\n{text}\n")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_folkmoot"), machine.path("bin/folkmoot")).unwrap();
    machine
}

#[test]
fn a_site_is_checked_and_built_and_its_folder_is_said() {
    let machine =
        with_a_site("Text.").with("SARIF", "reports of mine.sarif").with("BASE_URL", "https://example.org/plan");
    let done = machine.script("look");
    assert_eq!(done.code, 0, "{}", done.said);
    assert_eq!(done.outputs, [format!("version={VERSION}"), "site=our plans/-site/site".to_owned()]);
    assert!(machine.path("our plans/-site/site/index.html").is_file());
    let report: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(machine.path("reports of mine.sarif")).unwrap()).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let machine =
        with_a_site("Text.").with("OUTPUT", "-a place; touch x").with("COMMAND", "build").with("TODAY", "2019-11-06");
    let done = machine.script("look");
    assert_eq!((done.code, done.outputs[1].as_str()), (0, "site=-a place; touch x"), "{}", done.said);
    assert!(machine.path("-a place; touch x/index.html").is_file() && !machine.path("x").exists());
}

#[test]
fn findings_fail_the_step_once_they_are_shown_and_written_down() {
    let faulty = || with_a_site("[gone](gone.md)").with("SARIF", "findings.sarif");
    let machine = faulty();
    let done = machine.script("look");
    assert_eq!((done.code, done.outputs.len()), (1, 1), "{}", done.said);
    assert!(done.said.contains("::error ") && done.said.contains("title=dead-link"), "{}", done.said);
    assert!(fs::read_to_string(machine.path("findings.sarif")).unwrap().contains("dead-link"));
    assert!(!machine.path("our plans/-site/site").exists());
    let done = faulty().with("ANNOTATIONS", "false").with("COMMAND", "check").script("look");
    assert!(
        done.code == 1 && done.said.contains("error[dead-link]") && !done.said.contains("::error"),
        "{}",
        done.said
    );
    let warned = || with_a_site("[click here](index.md)").with("COMMAND", "check");
    assert_eq!(warned().script("look").code, 0);
    assert_eq!(warned().with("STRICT", "true").script("look").code, 1);
}

#[test]
fn wrong_inputs_are_told() {
    for (name, value) in [
        ("COMMAND", "serve"),
        ("STRICT", "yes"),
        ("ANNOTATIONS", ""),
        ("OUTPUT", "a\nsite=b"),
        ("SITE_ROOT", "nowhere"),
        ("BASELINE", "gone.yaml"),
        ("TODAY", "tomorrow"),
    ] {
        let machine = with_a_site("Text.").with(name, value);
        let done = machine.script("look");
        assert_eq!(done.code, 2, "{name}: {}", done.said);
        assert!(!done.outputs.iter().any(|line| line.starts_with("site=")), "{name}");
    }
}
