//! The files say what is true: they are sound, name what there is, and agree with `Cargo.toml`.

use std::process::Command;

use serde_json::Value;

use super::{all_under, root, text, yaml};
use crate::support::Site;

/// The files that GitHub and pre-commit read.
const READ_BY_OTHERS: [&str; 4] =
    ["action.yml", ".pre-commit-hooks.yaml", ".github/workflows/ci.yml", ".github/workflows/release.yml"];

/// The value of a line `name = "…"` of `Cargo.toml`.
fn manifest(name: &str) -> String {
    let manifest = text("Cargo.toml");
    let line = manifest.lines().find_map(|line| line.strip_prefix(&format!("{name} = ")));
    line.unwrap_or_else(|| panic!("Cargo.toml has no {name}")).trim_matches('"').to_owned()
}

/// Whether bash can read a script.
fn bash_reads(name: &str, script: &str) {
    let output = Command::new("bash").args(["-n", "-c", script]).output().unwrap();
    assert!(output.status.success(), "{name}\n{script}\n{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_file_is_sound_and_bash_reads_every_script() {
    let mut scripts = 0;
    for path in READ_BY_OTHERS {
        for run in all_under(&yaml(path), "run").into_iter().filter_map(Value::as_str) {
            bash_reads(path, run);
            // What somebody else wrote (a title, a branch) would become a part of the script.
            assert!(!run.contains("${{"), "{path}: an expression stands in the script itself:\n{run}");
            scripts += 1;
        }
    }
    assert!(scripts > 15, "only {scripts} scripts");
    let script = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    for entry in std::fs::read_dir(root().join(".github/scripts")).unwrap() {
        let path = entry.unwrap().path();
        bash_reads(&path.to_string_lossy(), &script(&path));
        assert!(script(&path).contains("\nset -euo pipefail\n"), "{} goes on after a fault", path.display());
    }
}

/// Each script that a file or another script calls is there and may be run; each that is there is called.
#[test]
fn scripts_that_are_called_are_there() {
    let folder = root().join(".github/scripts");
    let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let there: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    let within = there.iter().map(|name| text(&format!(".github/scripts/{name}")));
    let code = |text: String| {
        text.lines().filter(|line| !line.starts_with('#')).fold(String::new(), |all, line| all + line + "\n")
    };
    let named = |text: String| -> Vec<String> {
        let is_of_a_name = |c: &char| c.is_ascii_lowercase() || *c == '-';
        let after = |mark| text.split(mark).skip(1).map(|rest| rest.chars().take_while(is_of_a_name).collect());
        after(".github/scripts/").chain(after("$scripts/")).collect()
    };
    let called: Vec<String> = READ_BY_OTHERS.map(text).into_iter().chain(within).map(code).flat_map(named).collect();
    for name in &there {
        assert!(called.contains(name), "nothing calls {name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.join(name)).unwrap().permissions().mode();
            assert!(mode & 0o111 == 0o111, "{name} may not be run");
        }
    }
    assert!(called.iter().all(|name| there.contains(name)), "{called:?} of {there:?}");
}

#[test]
fn the_commands_that_hooks_call_are_those_that_there_are() {
    let site = Site::new().file("folkmoot.yaml", "title: A\n").file("content/index.md", "# A\n\nText.\n");
    let hooks = yaml(".pre-commit-hooks.yaml");
    for hook in hooks.as_array().unwrap() {
        let entry: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').collect();
        assert_eq!(entry[0], "folkmoot");
        site.command(&entry[1..]).expect_exit(0);
        // A list of the files that were changed is no argument of the command, and a deleted one starts no hook.
        assert_eq!((hook["pass_filenames"].as_str(), hook["always_run"].as_str()), (Some("false"), Some("true")));
    }
    let ids: Vec<&str> = hooks.as_array().unwrap().iter().filter_map(|hook| hook["id"].as_str()).collect();
    assert_eq!(ids, ["folkmoot-check", "folkmoot-check-system"]);
}

/// An input that no step takes, or a value that no input gives, would be silent.
#[test]
fn every_input_of_the_action_goes_to_a_script_that_reads_it() {
    let action = yaml("action.yml");
    let inputs: Vec<&String> = action["inputs"].as_object().unwrap().keys().collect();
    let text = text("action.yml");
    for input in &inputs {
        assert!(text.contains(&format!("inputs.{input}")), "no step takes {input}");
        assert!(action["inputs"][input.as_str()]["description"].is_string(), "{input} is not explained");
    }
    for step in action["runs"]["steps"].as_array().unwrap() {
        let Some(variables) = step["env"].as_object() else { continue };
        let run = step["run"].as_str().unwrap();
        let name = run.split(".github/scripts/").nth(1).unwrap().trim_end_matches('"');
        let script = super::text(&format!(".github/scripts/{name}"));
        for (variable, value) in variables {
            let is_used = |script: &str| ["$", "${"].iter().any(|sign| script.contains(&format!("{sign}{variable}")));
            assert!(is_used(&script) || is_used(run), "{name} has no use for {variable}");
            let value = value.as_str().unwrap();
            let input = value.trim_start_matches("${{ ").trim_end_matches(" }}").strip_prefix("inputs.");
            assert!(input.is_none_or(|input| inputs.iter().any(|known| *known == input)), "no input {value}");
        }
    }
}

#[test]
fn versions_and_words_agree_with_the_manifest() {
    let image = text("Dockerfile");
    for (label, name) in [("version", "version"), ("licenses", "license"), ("description", "description")] {
        let line = format!("org.opencontainers.image.{label}=\"{}\"", manifest(name));
        assert!(image.contains(&line), "the Dockerfile lacks {line}");
    }
    assert_eq!(manifest("version"), env!("CARGO_PKG_VERSION"));
}

/// What the image copies is let in by `.dockerignore`, and the other way round.
#[test]
fn the_image_is_built_from_what_is_let_in() {
    let ignore = text(".dockerignore");
    let mut let_in: Vec<&str> = ignore.lines().filter_map(|line| line.strip_prefix('!')).collect();
    let image = text("Dockerfile");
    let copied = image.lines().filter_map(|line| line.strip_prefix("COPY ")).filter(|line| !line.starts_with("--from"));
    let mut copied: Vec<&str> = copied
        .flat_map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            words[..words.len() - 1].to_vec()
        })
        .collect();
    let_in.sort_unstable();
    copied.sort_unstable();
    assert_eq!(let_in, copied);
    for path in copied {
        assert!(root().join(path).exists(), "{path} is not there");
    }
    for line in ["USER folkmoot", "WORKDIR /site", "ENTRYPOINT [\"folkmoot\"]"] {
        assert!(image.lines().any(|there| there == line), "the Dockerfile lacks {line}");
    }
    assert!(ignore.lines().any(|line| line == "*"), "everything is let in");
}

/// What Cargo would put into the package: enough to build it, and none of the tests.
#[test]
fn the_package_holds_what_it_is_built_from_and_no_tests() {
    let output = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).unwrap();
    let files: Vec<&str> = listed.lines().collect();
    for needed in ["Cargo.lock", "LICENSE-MIT", "LICENSE-APACHE", "README.md", "themes/civic/templates/base.html"] {
        assert!(files.contains(&needed), "{needed} is not in it");
    }
    let made = [".cargo_vcs_info.json", "Cargo.toml.orig", "Cargo.toml", "Cargo.lock", "CHANGELOG.md"];
    let others: Vec<&&str> = files
        .iter()
        .filter(|path| !path.starts_with("src/") && !path.starts_with("themes/"))
        .filter(|path| !made.contains(path) && !path.starts_with("LICENSE-") && **path != "README.md")
        .collect();
    assert!(others.is_empty(), "{others:?}");
    for name in ["description", "license", "readme", "keywords", "categories", "rust-version"] {
        assert!(!manifest(name).is_empty());
    }
}
