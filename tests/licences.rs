//! Holds the licences and origins of all dependencies against `deny.toml`, without asking the network.
//!
//! `cargo deny check` does the same and more where it is installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn every_dependency_has_a_licence_that_deny_toml_allows() {
    let allowed = allowed(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml")).unwrap());
    assert!(allowed.contains(&"MIT".to_owned()), "{allowed:?}");
    let packages = packages();
    assert!(packages.len() > 20, "only {} packages", packages.len());
    let faults: Vec<String> = packages.iter().filter_map(|package| fault(package, &allowed)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The packages that a build for this machine takes, its tests included: no others need be on it.
fn packages() -> Vec<Value> {
    let version = run("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let args = ["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&run("cargo", &args)).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn run(program: &str, args: &[&str]) -> String {
    let variable = program.to_uppercase();
    let program = std::env::var(variable).unwrap_or_else(|_| program.to_owned());
    let output = Command::new(program).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What is wrong with the licence or the origin of a package.
fn fault(package: &Value, allowed: &[String]) -> Option<String> {
    let name = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
    match package["source"].as_str() {
        None | Some(CRATES_IO) => {}
        Some(source) => return Some(format!("{name} comes from {source}")),
    }
    match package["license"].as_str() {
        None => Some(format!("{name} states no licence")),
        Some(licence) if covers(licence, allowed) => None,
        Some(licence) => Some(format!("{name} has the licence {licence}, which deny.toml does not allow")),
    }
}

/// The words of the list `allow` under `[licenses]`.
fn allowed(deny: &str) -> Vec<String> {
    let lines: Vec<&str> = deny.lines().map(|line| line.split('#').next().unwrap_or_default()).collect();
    let section = lines
        .join("\n")
        .split("[licenses]")
        .nth(1)
        .unwrap_or_default()
        .split("\n[")
        .next()
        .unwrap_or_default()
        .to_owned();
    let list = section.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a licence expression (SPDX 2.1, appendix IV) can be met with allowed licences alone. A `/`, which old
/// manifests use, means OR.
fn covers(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = any_of(&words, &mut at, allowed);
    met && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all_of(words, at, allowed);
    }
    met
}

fn all_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

/// A licence, with its exception where there is one, or an expression in brackets.
fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any_of(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += usize::from(closed);
        return met && closed;
    }
    let mut licence = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        licence = format!("{licence} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    allowed.contains(&licence)
}

#[test]
fn licence_expressions_are_weighed_as_written() {
    let allowed = allowed(
        "[advisories]\n[licenses]\n# a list\nallow = [\n  \"MIT\", # plain\n  \"ISC\",\n]\n[bans]\nx = [\"GPL\"]\n",
    );
    assert_eq!(allowed, ["MIT", "ISC"]);
    for met in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "MIT AND ISC",
        "(GPL-3.0 OR MIT) AND (ISC)",
        "Apache-2.0 WITH LLVM-exception OR MIT",
    ] {
        assert!(covers(met, &allowed), "{met}");
    }
    for unmet in [
        "GPL-3.0",
        "",
        "MIT AND GPL-3.0",
        "(MIT OR ISC) AND GPL-3.0",
        "MIT WITH Some-exception",
        "MIT ISC",
        "(MIT",
        "GPL-3.0 OR",
    ] {
        assert!(!covers(unmet, &allowed), "{unmet}");
    }
}

#[test]
fn packages_of_other_origins_or_without_a_licence_are_told() {
    let package = |source: Option<&str>, license: Option<&str>| serde_json::json!({"name": "a", "version": "1.0.0", "source": source, "license": license});
    let told = |source, license| fault(&package(source, license), &["MIT".to_owned()]).unwrap_or_default();
    assert_eq!(told(Some(CRATES_IO), Some("MIT")), "");
    assert_eq!(told(None, Some("MIT")), "");
    assert!(told(Some("git+https://example.org/a"), Some("MIT")).contains("comes from git"));
    assert!(told(Some(CRATES_IO), None).contains("states no licence"));
    assert!(told(Some(CRATES_IO), Some("GPL-3.0")).contains("GPL-3.0, which"));
}
