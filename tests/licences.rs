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
    let deny = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml")).unwrap();
    let terms = Terms { allowed: allowed(&deny), exceptions: exceptions(&deny) };
    assert!(terms.allowed.contains(&"MIT".to_owned()), "{:?}", terms.allowed);
    let packages = packages();
    assert!(packages.len() > 20, "only {} packages", packages.len());
    let faults: Vec<String> = packages.iter().filter_map(|package| fault(package, &terms)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let is_there = |name: &String| packages.iter().any(|package| package["name"] == *name);
    let idle: Vec<&String> = terms.exceptions.iter().map(|(name, _)| name).filter(|name| !is_there(name)).collect();
    assert!(idle.is_empty(), "deny.toml makes exceptions for crates that are not taken: {idle:?}");
}

/// What `deny.toml` allows: licences of all crates, and those of single ones.
struct Terms {
    allowed: Vec<String>,
    exceptions: Vec<(String, Vec<String>)>,
}

/// The packages that a build for this machine takes, its tests included: no others need be on it.
pub(crate) fn packages() -> Vec<Value> {
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
fn fault(package: &Value, terms: &Terms) -> Option<String> {
    let name = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
    match package["source"].as_str() {
        None | Some(CRATES_IO) => {}
        Some(source) => return Some(format!("{name} comes from {source}")),
    }
    let of_its_own = terms.exceptions.iter().filter(|(known, _)| package["name"] == *known);
    let allowed: Vec<String> = of_its_own.flat_map(|(_, own)| own).chain(&terms.allowed).cloned().collect();
    match package["license"].as_str() {
        None => Some(format!("{name} states no licence")),
        Some(licence) if covers(licence, &allowed) => None,
        Some(licence) => Some(format!("{name} has the licence {licence}, which deny.toml does not allow")),
    }
}

/// What stands under `[licenses]`, without comments.
fn section(deny: &str) -> String {
    let lines: Vec<&str> = deny.lines().map(|line| line.split('#').next().unwrap_or_default()).collect();
    let text = lines.join("\n");
    let section = text.split("[licenses]").nth(1).unwrap_or_default();
    section.split("\n[").next().unwrap_or_default().to_owned()
}

/// The words in quotes in a text.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned)
}

/// The words of the list `allow` under `[licenses]`.
fn allowed(deny: &str) -> Vec<String> {
    let section = section(deny);
    let list =
        section.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    quoted(list).collect()
}

/// The entries of the list `exceptions` under `[licenses]`: a crate, and licences that it may have.
fn exceptions(deny: &str) -> Vec<(String, Vec<String>)> {
    let section = section(deny);
    let list = section.split_once("\nexceptions = [").map_or("", |(_, rest)| rest);
    let entries = list.lines().filter(|line| line.trim_start().starts_with("{ crate = ")).map(quoted);
    entries.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
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
    // A `+` allows later versions too (SPDX 2.1, appendix IV): the one that is named is among them.
    allowed.iter().any(|allowed| allowed == licence.strip_suffix('+').unwrap_or(&licence))
}

#[test]
fn licence_expressions_are_weighed_as_written() {
    let allowed = allowed(
        "[advisories]\n[licenses]\n# a list\nallow = [\n  \"MIT\", # plain\n  \"ISC\",\n]\n[bans]\nx = [\"GPL\"]\n",
    );
    assert_eq!(allowed, ["MIT", "ISC"]);
    let list = "[licenses]\nallow = []\nexceptions = [\n  # why\n  { crate = \"b\", allow = [\"ISC\", \"MIT\"] },\n]\n";
    assert_eq!(exceptions(list), [("b".to_owned(), vec!["ISC".to_owned(), "MIT".to_owned()])]);
    for met in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "MIT AND ISC",
        "ISC+",
        "(GPL-3.0 OR MIT) AND (ISC)",
        "Apache-2.0 WITH LLVM-exception OR MIT",
    ] {
        assert!(covers(met, &allowed), "{met}");
    }
    for unmet in [
        "GPL-3.0",
        "GPL-3.0+",
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
    let terms = Terms { allowed: vec!["MIT".to_owned()], exceptions: vec![("b".to_owned(), vec!["ISC".to_owned()])] };
    let told = |source, license| fault(&package(source, license), &terms).unwrap_or_default();
    assert_eq!(told(Some(CRATES_IO), Some("MIT")), "");
    assert_eq!(told(None, Some("MIT")), "");
    assert!(told(Some("git+https://example.org/a"), Some("MIT")).contains("comes from git"));
    assert!(told(Some(CRATES_IO), None).contains("states no licence"));
    assert!(told(Some(CRATES_IO), Some("GPL-3.0")).contains("GPL-3.0, which"));
    assert!(told(Some(CRATES_IO), Some("ISC")).contains("ISC, which"));
    let excepted = serde_json::json!({"name": "b", "version": "1.0.0", "source": CRATES_IO, "license": "ISC"});
    assert_eq!(fault(&excepted, &terms), None);
}
