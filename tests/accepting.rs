//! Findings that are let be: `--baseline`, `--write-baseline`, and `accept` at records.

use std::fs;

use folkmoot::diagnostic::Family;
use folkmoot::rules;

use super::support::{Run, Site};

const TWO_LINKS: &str = "# Welcome\n\nRead [the old plan](old.md).\n\nRead [the new plan](new.md).\n";

fn site(index: &str) -> Site {
    Site::new().file("folkmoot.yaml", "title: A site\n").file("content/index.md", index)
}

fn check(site: &Site, args: &[&str]) -> Run {
    let command: Vec<&str> = ["check"].iter().chain(args).copied().collect();
    site.command(&command)
}

fn write(site: &Site) -> Run {
    let given = ["--write-baseline", "--reason", "It: is \"so\".", "--owner", "web team", "--until", "2019-12-31"];
    check(site, &given)
}

fn list(site: &Site) -> String {
    fs::read_to_string(site.root().join("baseline.yaml")).unwrap()
}

/// The codes that were told.
fn codes(run: &Run) -> Vec<String> {
    run.findings().into_iter().map(|finding| finding.code).collect()
}

#[test]
fn what_is_written_is_let_be_wherever_its_line_goes_and_nothing_else_is() {
    let site = site(TWO_LINKS);
    check(&site, &[]).expect_exit(1);
    let run = write(&site).expect_exit(0);
    assert!(run.stderr().contains("lets 2 findings be."), "{}", run.stderr());
    check(&site, &["--baseline", "baseline.yaml"]).expect_exit(0);
    let moved =
        site.clone().file("content/index.md", &format!("{TWO_LINKS}\n").replace("# Welcome\n", "# Welcome\n\nNew.\n"));
    check(&moved, &["--baseline", "baseline.yaml", "--strict"]).expect_exit(0);
    let more = moved.file("content/index.md", &format!("{TWO_LINKS}\nRead [a third](third.md).\n"));
    let run = check(&more, &["--baseline", "baseline.yaml"]).expect_exit(1);
    assert_eq!(codes(&run), ["dead-link"]);
    assert!(run.findings()[0].message.contains("third.md"), "{}", run.stdout());
}

#[test]
fn a_list_written_again_keeps_what_people_wrote() {
    let site = site(TWO_LINKS);
    write(&site).expect_exit(0);
    let first = list(&site);
    assert!(
        first.contains("reason: \"It: is \\\"so\\\".\"\n    owner: \"web team\"\n    until: 2019-12-31\n"),
        "{first}"
    );
    let other = ["--write-baseline", "--reason", "Other.", "--owner", "others", "--baseline", "baseline.yaml"];
    check(&site, &other).expect_exit(0);
    assert_eq!(list(&site), first);
    let one = site.file("content/index.md", &TWO_LINKS.replace("[the old plan](old.md)", "nothing"));
    check(&one, &other).expect_exit(0);
    assert_eq!(list(&one).matches("- code:").count(), 1, "{}", list(&one));
    assert!(list(&one).contains("new.md") && list(&one).contains("web team"), "{}", list(&one));
}

#[test]
fn reason_and_owner_are_for_a_person_to_write() {
    let site = site(TWO_LINKS);
    let run = check(&site, &["--write-baseline"]).expect_exit(0);
    assert!(run.stderr().contains("2 of them need a reason and an owner"), "{}", run.stderr());
    assert!(list(&site).contains("    reason:\n    owner:\n    until: 2020-02-04\n"), "{}", list(&site));
    let run = check(&site, &["--baseline", "baseline.yaml"]).expect_exit(1);
    assert_eq!(codes(&run), ["baseline-incomplete", "baseline-incomplete"]);
}

#[test]
fn what_stands_in_the_way_of_a_site_is_not_let_be() {
    let broken = site(TWO_LINKS).file("content/priorities/cars.md", "---\ntitle: Cars\nowner: nobody\n---\n");
    let run = write(&broken).expect_exit(1);
    assert!(run.stderr().contains("was not written, since no site can be made"), "{}", run.stderr());
    assert!(!broken.root().join("baseline.yaml").exists());
    let entry = "accepted:\n  - code: unresolved-reference\n    fingerprint: 0-1\n";
    let run = check(&broken.file("baseline.yaml", entry), &["--baseline", "baseline.yaml"]).expect_exit(1);
    let told: Vec<String> = run.findings().iter().map(ToString::to_string).collect();
    assert!(
        told[0].starts_with("error[unknown-setting] baseline.yaml:2:11 A finding of `unresolved-reference` cannot")
    );
    assert!(codes(&run).contains(&"unresolved-reference".to_owned()), "{told:?}");
}

#[test]
fn a_list_with_faults_is_told_at_their_places_and_not_written_over() {
    let faulty = site(TWO_LINKS).file("baseline.yaml", "accepted:\n  - code: dead-link\n    ownner: web team\n");
    let run = check(&faulty, &["--baseline", "baseline.yaml"]).expect_exit(1);
    let told: Vec<String> =
        run.findings().iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect();
    assert_eq!(told[..2], ["missing-field baseline.yaml:2:5", "unknown-field baseline.yaml:3:5"]);
    let before = list(&faulty);
    let run = write(&faulty).expect_exit(2);
    assert!(run.stderr().contains("cannot be read as a list of accepted findings"), "{}", run.stderr());
    assert_eq!(list(&faulty), before);
    let empty = faulty.file("baseline.yaml", "# Nothing yet.\n");
    assert_eq!(codes(&check(&empty, &["--baseline", "baseline.yaml"])), ["dead-link", "dead-link"]);
}

#[test]
fn wrong_usage_is_told() {
    let site = site(TWO_LINKS);
    for (args, told) in [
        (["--baseline", "none.yaml"], "error: \"none.yaml\" cannot be read: it has gone"),
        (["--baseline", "content"], "error: \"content\" cannot be read: it is no ordinary file"),
        (["--reason", "So."], "--write-baseline"),
        (["--until", "soon"], "2019-11-06"),
    ] {
        let run = check(&site, &args).expect_exit(2);
        assert!(run.stderr().contains(told), "{args:?}: {}", run.stderr());
    }
    check(&site, &["--write-baseline", "--baseline", "none/list.yaml"]).expect_exit(3);
}

#[test]
fn entries_of_rules_that_were_not_asked_are_neither_called_needless_nor_lost() {
    let entry = |code: &str| {
        format!(
            "  - code: {code}\n    fingerprint: \"0-1\"\n    reason: \"So.\"\n    owner: \"us\"\n    until: 2019-12-31\n"
        )
    };
    let of_web = rules::all().into_iter().filter(|rule| rule.family == Family::Web);
    let text: String = std::iter::once("accepted:\n".to_owned()).chain(of_web.map(|rule| entry(rule.code))).collect();
    assert!(text.contains("- code:"), "no rule asks the web");
    let site = site("# Welcome\n\nAll is well.\n").file("baseline.yaml", &text);
    check(&site, &["--baseline", "baseline.yaml", "--strict"]).expect_exit(0);
    check(&site, &["--baseline", "baseline.yaml", "--write-baseline"]).expect_exit(0);
    assert!(list(&site).ends_with(&text), "{}", list(&site));
}

#[test]
fn settings_say_how_much_an_entry_without_need_weighs() {
    let page = "---\ntitle: Welcome\naccept:\n  - code: dead-link\n    reason: So.\n---\n\nNothing.\n";
    let of = |level: &str| {
        let site = site(page).file("folkmoot.yaml", &format!("title: A site\nchecks:\n  acceptance-unused: {level}\n"));
        let run = check(&site, &[]);
        (run.exit_code(), codes(&run).len())
    };
    assert_eq!([of("error"), of("warning"), of("off")], [(1, 1), (0, 1), (0, 0)]);
    let run = site(page).build().expect_exit(0);
    assert_eq!(codes(&run).len(), 0, "a build looks for nothing of the kind");
}
