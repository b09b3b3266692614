//! The same broken site in each form of the report, to the letter: `tests/formats/`. `FOLKMOOT_UPDATE=1 cargo test formats`
//! writes them anew: read what they say before you keep them.
//!
//! Must not know what any rule says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use folkmoot::rules;
use serde_json::Value;

use super::support::{Run, Site};

/// Each form with the file that its report is kept in.
const FORMATS: [(&str, &str); 5] = [
    ("human", "human.txt"),
    ("json", "report.json"),
    ("sarif", "report.sarif"),
    ("junit", "junit.xml"),
    ("github", "github.txt"),
];

/// A site with a path, a line and words that are hard to write in one form or another.
fn broken() -> Site {
    // One file has a name that Windows cannot keep, for the signs in it.
    Site::new()
        .file("folkmoot.yaml", "title: A site\nchecks: {name-not-for-windows: off}\n")
        .file(
            "content/index.md",
            "# Welcome\n\n😀 ]]> & 100%: see [the old plan](old.md), é\u{301} and [the new plan](new.md).\n",
        )
        .file("content/priorities/café: 50%, now.md", "---\ntitle: Knives\ntitle: Knives\n---\n")
        .file("content/priorities/cars.md", "---\ntitle: Cars\nstatus: \"]]>\\n::error::%0A\\u0001<b>\"\n---\n")
}

/// A site with `count` dead links, a line each.
fn with_dead_links(count: usize) -> Site {
    let lines = (1..=count).map(|number| format!("[Plan {number}|*b*](gone-{number}.md)\n\n"));
    let text = lines.collect::<Vec<_>>().concat();
    Site::new().file("folkmoot.yaml", "title: A site\n").file("content/index.md", &format!("# Welcome\n\n{text}"))
}

fn check(site: &Site, args: &[&str]) -> Run {
    let command: Vec<&str> = ["check"].iter().chain(args).copied().collect();
    site.command(&command)
}

/// The report without the time that it took, without what was counted (how many links the theme makes is no part of it)
/// and, of SARIF, without the version and the rules, which grow.
fn told(run: &Run, format: &str) -> String {
    if format == "sarif" {
        let mut log = json(run);
        for changing in ["rules", "semanticVersion"] {
            log["runs"][0]["tool"]["driver"][changing] = Value::from("…");
        }
        for result in log["runs"][0]["results"].as_array_mut().unwrap() {
            result["ruleIndex"] = Value::from("…");
        }
        return serde_json::to_string_pretty(&log).unwrap() + "\n";
    }
    let lines = run.stdout().lines().filter(|line| !line.starts_with("Checked "));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_same_site_in_every_form() {
    let mut faults = Vec::new();
    for (format, file) in FORMATS {
        let run = check(&broken(), &["--format", format]).expect_exit(1);
        let place = folder().join(file);
        if std::env::var_os("FOLKMOOT_UPDATE").is_some() {
            fs::write(&place, told(&run, format)).unwrap();
        }
        if fs::read_to_string(&place).unwrap_or_default() != told(&run, format) {
            faults.push(format!("{file} differs from\n{}", told(&run, format)));
        }
        let stream = if format == "human" { run.stdout() } else { run.stderr() };
        assert!(stream.contains(" s: 5 errors."), "{format}: {stream}");
        assert_eq!(run.stdout().contains("Checked "), format == "human", "{}", run.stdout());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sarif_is_what_its_schema_says() {
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(schema()).unwrap()).unwrap();
    assert_eq!(schema["title"], "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema");
    // A bracket there is never opened (2.1.0, errata 01), which a strict reader of patterns refuses.
    for part in ["run", "toolComponent"] {
        schema["definitions"][part]["properties"]["language"]["pattern"] = Value::from("^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    }
    let schema = jsonschema::validator_for(&schema).unwrap();
    let faults = |log: &Value| schema.iter_errors(log).map(|fault| fault.to_string()).collect::<Vec<String>>();
    for site in [broken(), with_dead_links(0), with_dead_links(30)] {
        let log = json(&check(&site, &["--format", "sarif"]));
        assert_eq!(faults(&log), Vec::<String>::new());
    }
    let mut log = json(&check(&broken(), &["--format", "sarif"]));
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = Value::from(0);
    let told = faults(&log);
    assert!(told.iter().any(|fault| fault.contains("minimum")), "the schema finds nothing wrong: {told:?}");
}

/// The schema of the standard, out of the crate that ships it.
fn schema() -> PathBuf {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let args = ["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform"];
    let host = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let host = String::from_utf8(host).unwrap().lines().find_map(|line| Some(line.strip_prefix("host: ")?.to_owned()));
    let told = Command::new(cargo).args(args).arg(host.unwrap()).current_dir(root()).output().unwrap();
    let metadata: Value = serde_json::from_slice(&told.stdout).unwrap();
    let of_sarif = metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == "serde-sarif");
    let manifest = of_sarif.unwrap()["manifest_path"].as_str().unwrap();
    Path::new(manifest).with_file_name("src").join("schema.json")
}

#[test]
fn sarif_explains_every_rule_and_names_it_by_its_place() {
    let log = json(&check(&broken(), &["--format", "sarif"]));
    let run = &log["runs"][0];
    let explained = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(explained.len(), rules::all().len());
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(explained[index]["id"], result["ruleId"]);
    }
    assert_eq!(run["invocations"][0]["exitCode"], 1);
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let prints = |site: &Site| -> Vec<Value> {
        let log = json(&check(site, &["--format", "sarif"]));
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|result| result["partialFingerprints"].clone()).collect()
    };
    let before = prints(&with_dead_links(3));
    let text = "# Welcome\n\nNew.\n\n[Plan 3|*b*](gone-3.md)\n\n[Plan 1|*b*](gone-1.md)\n";
    let after = prints(&with_dead_links(0).file("content/index.md", text));
    assert_eq!(after, [before[2].clone(), before[0].clone()]);
}

#[test]
fn junit_parses_and_counts_what_it_holds() {
    for (site, args, failures) in [
        (broken(), [].as_slice(), 5),
        (with_dead_links(0), &[], 0),
        (with_dead_links(2).file("folkmoot.yaml", "title: A site\nchecks:\n  dead-link: warning\n"), &[], 0),
        (with_dead_links(2).file("folkmoot.yaml", "title: A site\nchecks:\n  dead-link: warning\n"), &["--strict"], 2),
    ] {
        let args: Vec<&str> = ["--format", "junit"].iter().chain(args).copied().collect();
        let run = check(&site, &args).expect_exit(i32::from(failures > 0));
        let document = roxmltree::Document::parse(run.stdout()).unwrap();
        let named = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
        let root = document.root_element();
        assert_eq!(root.attribute("failures"), Some(failures.to_string().as_str()), "{}", run.stdout());
        assert_eq!(named("failure"), failures, "{}", run.stdout());
        assert_eq!(root.attribute("tests"), Some(named("testcase").to_string().as_str()), "{}", run.stdout());
        let in_suites = document.descendants().filter(|node| node.has_tag_name("testsuite"));
        let counted: usize = in_suites.map(|suite| suite.attribute("tests").unwrap().parse::<usize>().unwrap()).sum();
        assert_eq!(counted, named("testcase"));
    }
    let run = check(&broken(), &["--format", "junit"]);
    let document = roxmltree::Document::parse(run.stdout()).unwrap();
    let messages: Vec<&str> = document.descendants().filter_map(|node| node.attribute("message")).collect();
    assert!(messages.iter().any(|message| message.contains("]]>\n::error::%0A\u{FFFD}<b>")), "{messages:?}");
}

#[test]
fn github_gets_no_command_out_of_a_message_and_no_more_than_it_shows() {
    let run = check(&broken(), &["--format", "github"]).expect_exit(1);
    assert!(run.stdout().lines().all(|line| line.starts_with("::error file=content/")), "{}", run.stdout());
    let run = check(&with_dead_links(12), &["--format", "github"]).expect_exit(1);
    assert_eq!(run.stdout().lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert!(run.stdout().ends_with("\n2 more findings are not shown.\n"), "{}", run.stdout());
}

#[test]
fn what_github_does_not_show_stands_in_the_summary_of_the_step() {
    let site = with_dead_links(12).file("summary.md", "Before.\n");
    let file = site.root().join("summary.md");
    let run = site.clone().variable("GITHUB_STEP_SUMMARY", &file).command(&["check", "--format", "github"]);
    assert!(run.stdout().ends_with("\n2 more findings are in the summary of this step.\n"), "{}", run.stdout());
    let summary = fs::read_to_string(&file).unwrap();
    assert!(summary.starts_with("Before.\n### folkmoot check: 2 more findings\n"), "{summary}");
    assert!(summary.contains("| error: dead-link | content/index.md:25:15 |"), "{summary}");
    assert!(summary.contains("`gone-12.md`") || summary.contains("gone-12.md"), "{summary}");
    let full = site.file("summary.md", &"x".repeat(1024 * 1024 - 300));
    full.clone().variable("GITHUB_STEP_SUMMARY", &file).command(&["check", "--format", "github"]).expect_exit(1);
    assert!(file.metadata().unwrap().len() <= 1024 * 1024);
    let full = full.file("summary.md", &"x".repeat(1024 * 1024 - 50));
    let run = full.variable("GITHUB_STEP_SUMMARY", &file).command(&["check", "--format", "github"]).expect_exit(1);
    let said = "\n2 more findings are not shown: the summary of this step is full.\n";
    assert!(run.stdout().ends_with(said), "{}", run.stdout());
    assert_eq!(file.metadata().unwrap().len(), 1024 * 1024 - 50);
}

#[test]
fn paths_for_github_begin_at_the_root_of_the_repository() {
    let site = Site::new()
        .file("docs/folkmoot.yaml", "title: A site\n")
        .file("docs/content/index.md", "# Welcome\n\n[Plan](gone.md)\n");
    let root = site.root().to_owned();
    let run = site.variable("GITHUB_WORKSPACE", &root).rooted_in("docs").command(&["check", "--format", "github"]);
    assert!(run.stdout().starts_with("::error file=docs/content/index.md,line=3,"), "{}", run.stdout());
}

#[test]
fn paths_outside_the_site_go_up_from_it_and_for_github_from_the_repository() {
    let entry = "accepted:\n  - code: no-such-check\n    fingerprint: 0-1\n";
    let site = Site::new()
        .file("docs/folkmoot.yaml", "title: A site\n")
        .file("docs/content/index.md", "# Welcome\n\nText.\n")
        .file("ci/baseline.yaml", entry);
    let root = site.root().to_owned();
    let list = root.join("ci/baseline.yaml").to_string_lossy().into_owned();
    let site = site.variable("GITHUB_WORKSPACE", &root).rooted_in("docs");
    let run = site.clone().command(&["check", "--baseline", &list, "--format", "github"]).expect_exit(1);
    assert!(run.stdout().starts_with("::error file=ci/baseline.yaml,line=2,"), "{}", run.stdout());
    let run = site.command(&["check", "--baseline", &list, "--format", "json"]).expect_exit(1);
    assert!(run.stdout().contains("\"file\": \"../ci/baseline.yaml\""), "{}", run.stdout());
}

#[test]
fn a_report_goes_into_a_file_whole_or_not_at_all() {
    let site = with_dead_links(1);
    let run = check(&site, &["--format", "json", "--output-file", "report.json"]).expect_exit(1);
    assert_eq!(run.stdout(), "");
    assert!(run.stderr().contains("1 error"), "{}", run.stderr());
    let written = fs::read_to_string(site.root().join("report.json")).unwrap();
    assert_eq!(written, check(&site, &["--format", "json"]).stdout());
    let run = check(&site, &["--output-file", "report.txt"]).expect_exit(1);
    assert!(run.stderr().starts_with("Checked "), "{}", run.stderr());
    let written = fs::read_to_string(site.root().join("report.txt")).unwrap();
    assert!(written.contains("error[dead-link]") && written.contains("\nChecked "), "{written}");
    let run = check(&site, &["--output-file", "none/report.json"]).expect_exit(3);
    assert!(
        run.stderr().contains("\"none/report.json\" cannot be written")
            || run.stderr().contains("cannot be written to \"none/report.json\""),
        "{}",
        run.stderr()
    );
}

#[test]
fn quiet_leaves_the_report_and_nothing_else() {
    for (format, _) in FORMATS {
        let run = check(&broken(), &["-q", "--format", format]).expect_exit(1);
        assert!(!run.stdout().is_empty() && !run.stdout().contains("Checked "), "{}", run.stdout());
        assert_eq!(run.stderr(), "");
    }
}

#[test]
fn warnings_fail_every_form_where_that_is_asked() {
    let site = with_dead_links(2).file("folkmoot.yaml", "title: A site\nchecks:\n  dead-link: warning\n");
    for (format, _) in FORMATS {
        check(&site, &["--format", format]).expect_exit(0);
        check(&site, &["--format", format, "--strict"]).expect_exit(1);
    }
}

#[test]
fn a_form_that_does_not_exist_is_wrong_usage() {
    let run = check(&broken(), &["--format", "sarf"]).expect_exit(2);
    assert!(run.stderr().contains("sarif"), "{}", run.stderr());
}

#[test]
#[cfg(unix)]
fn a_reader_that_goes_is_no_fault_and_a_full_disk_is_one() {
    use std::process::Stdio;
    let site = with_dead_links(3);
    let command = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        command.args(["check", "-q", "--today", "2019-11-06", "-r"]).arg(site.root()).stderr(Stdio::piped());
        command
    };
    let mut child = command().stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let left = child.wait_with_output().unwrap();
    assert_eq!((left.status.code(), String::from_utf8(left.stderr).unwrap().as_str()), (Some(1), ""));
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let refused = command().stdout(full).output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(3), "{told}");
    assert!(told.starts_with("error: Nothing can be printed: "), "{told}");
}

fn json(run: &Run) -> Value {
    serde_json::from_str(run.stdout()).unwrap_or_else(|error| panic!("{error}: {}", run.stdout()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("tests/formats")
}
