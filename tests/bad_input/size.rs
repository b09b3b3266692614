//! Ten megabytes in one line, and very many of one thing: quick to read, and short to tell.

use std::fmt::Write as _;

use super::{spoilt, told};
use crate::support::Run;

const LONG: usize = 10_000_000;

/// What was said is for people to read.
fn short(run: Run) -> Run {
    assert!(run.stderr().len() < 20_000, "{} bytes were printed", run.stderr().len());
    run
}

#[test]
fn a_long_line_of_markdown() {
    let long = "x".repeat(LONG);
    let run = short(spoilt(|site| site.file("content/a.md", &format!("# A\n\n{long} <priority:q> {long}\n"))));
    assert_eq!(told(&run), ["unresolved-reference content/a.md:3:10000003"]);
}

#[test]
fn a_long_line_of_yaml() {
    let long = "x".repeat(LONG);
    let run = spoilt(|site| {
        site.file("content/events/a.yaml", &format!("title: A\ndate: {long}\n"))
            .file("content/terms/b.yaml", &format!("title: A\nlinks:\n  - {{to: {long}, relation: cites}}\n"))
            .file("content/priorities/c.md", &format!("---\ntitle: C\nstatus: {long}\n---\n"))
    });
    let expected = [
        "invalid-date content/events/a.yaml:2:7",
        "invalid-choice content/priorities/c.md:3:9",
        "unresolved-reference content/terms/b.yaml:3:10",
    ];
    assert_eq!(told(&short(run)), expected);
}

#[test]
fn a_long_name_of_a_field_and_of_a_record() {
    let (name, key) = ("x".repeat(300), "k".repeat(900));
    let run = spoilt(|site| {
        site.file("content/terms/a.yaml", &format!("- id: {name}\n  title: A\n"))
            .file("content/terms/b.md", &format!("---\ntitle: B\naliases: [{name}]\n---\n"))
    });
    assert_eq!(
        told(&short(run).expect_exit(1)),
        ["address-too-long content/terms/a.yaml:1:7", "address-too-long content/terms/b.md:3:11"]
    );
    let run = spoilt(|site| site.file("content/terms/a.yaml", &format!("title: A\n{key}: 1\n")));
    assert_eq!(told(&short(run)), ["unknown-field content/terms/a.yaml:2:1"]);
    let run = spoilt(|site| site.file("content/terms/a.yaml", &format!("{}: 1\n", "k".repeat(LONG))));
    assert_eq!(told(&short(run).expect_exit(1)).len(), 1);
}

#[test]
fn very_many_fields_are_counted_and_the_first_told() {
    let mut text = "title: A\n".to_owned();
    (0..20_000).for_each(|number| writeln!(text, "k{number}: 1").expect("memory"));
    let run = spoilt(|site| site.file("content/terms/a.yaml", &text)).expect_exit(1);
    assert_eq!(told(&run).len(), 1000);
    assert!(run.stderr().contains("\n19000 more findings are not shown.\n"));
    assert!(run.stderr().contains("20000 errors"));
}

#[test]
fn very_many_faults_in_one_line() {
    let text = format!("# A\n\n{}\n", "<priority:q> ".repeat(20_000));
    let run = spoilt(|site| site.file("content/a.md", &text)).expect_exit(1);
    assert_eq!(told(&run)[999], format!("unresolved-reference content/a.md:3:{}", 999 * 13 + 2));
}

#[test]
fn marks_that_open_and_never_close() {
    let backticks = (0..20_000).fold(String::new(), |text, at| text + &"`".repeat(at % 500) + "a");
    let texts =
        ["[".repeat(200_000), "*a ".repeat(100_000), "**a _b ".repeat(50_000), backticks, "<a ".repeat(100_000)];
    for text in texts {
        spoilt(|site| site.file("content/a.md", &format!("# A\n\n{text}\n"))).expect_exit(0);
    }
}

#[test]
fn very_many_records_headings_and_notes() {
    let mut records = String::new();
    let mut notes = "# A\n\n".to_owned();
    for number in 0..2000 {
        writeln!(records, "- id: k{number}\n  title: T{number}\n  aliases: [old/k{number}]").expect("memory");
        write!(notes, "## Same\n\nText[^{number}]\n\n[^{number}]: Note\n\n").expect("memory");
    }
    spoilt(|site| site.file("content/terms/a.yaml", &records).file("content/a.md", &notes)).expect_exit(0);
}
