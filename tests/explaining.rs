//! `folkmoot explain`, seen from outside.

use folkmoot::rules;

use super::support::Site;

#[test]
fn every_code_is_explained() {
    let site = Site::new();
    for rule in rules::all() {
        let run = site.command(&["explain", rule.code]).expect_exit(0);
        for part in [rule.code, rule.family.name(), rule.right.lines().next().unwrap_or_default()] {
            assert!(run.stdout().contains(part), "{}: no {part} in\n{}", rule.code, run.stdout());
        }
        assert_eq!(run.stdout().contains("cannot be switched off"), !rule.may_be_lowered(), "{}", run.stdout());
    }
}

#[test]
fn without_a_code_every_code_is_listed() {
    let site = Site::new();
    let (plain, manual) = (site.command(&["explain"]), site.command(&["explain", "--format", "markdown"]));
    for rule in rules::all() {
        let (line, heading) = (format!("\n  {} ", rule.code), format!("\n### {}\n", rule.code));
        assert!(plain.stdout().contains(&line) && manual.stdout().contains(&heading), "{}", rule.code);
    }
}

#[test]
fn a_code_that_does_not_exist_is_wrong_usage_and_the_nearest_is_offered() {
    let site = Site::new();
    let run = site.command(&["explain", "dead-lnik"]).expect_exit(2);
    assert_eq!(run.stderr(), "error: There is no code `dead-lnik`. Did you mean `dead-link`?\n");
    let run = site.command(&["explain", "colour"]).expect_exit(2);
    assert_eq!(run.stderr(), "error: There is no code `colour`. `folkmoot explain` lists every code.\n");
}
