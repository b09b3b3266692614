//! What is due for review because nobody has changed it for long, by the days that version control knows.

use super::support::{Site, commit_on, git};

/// A site that was changed on two days: a document and an event on the first, a section of the document on the second.
fn site(settings: &str) -> Site {
    let site = Site::new()
        .file("folkmoot.yaml", &format!("title: A site\n{settings}"))
        .file("content/documents/strategy/index.md", "---\ntitle: The strategy\n---\n\nText.\n")
        .file("content/documents/strategy/01-aims.md", "# Aims\n\nText.\n")
        .file("content/boards/board.yaml", "title: The board\n")
        .file("content/priorities/own.yaml", "title: Own day\nreview_due: 2020-10-01\n")
        .file("content/plans/old.yaml", "title: The old plan\nstatus: withdrawn\n")
        .file("content/events/meeting.yaml", "title: The meeting\ndate: 2019-01-01\n");
    git(&site, &["init", "-q"]);
    commit_on(&site, "2019-03-01");
    let site = site.file("content/documents/strategy/01-aims.md", "# Aims\n\nOther text.\n");
    commit_on(&site, "2019-06-10");
    site
}

fn due(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("Review due <time datetime=\"")?;
    after.split('"').next()
}

#[test]
fn a_record_is_due_so_long_after_its_last_change_unless_it_names_a_day() {
    let run = site("review_after: 6 months\n").build().expect_exit(0);
    assert_eq!(due(&run.output("boards/board.html")), Some("2019-09-01"));
    assert_eq!(due(&run.output("documents/strategy/index.html")), Some("2019-12-10"), "its section was changed later");
    assert_eq!(due(&run.output("priorities/own.html")), Some("2020-10-01"));
    for passes in ["plans/old.html", "events/meeting.html"] {
        assert_eq!(due(&run.output(passes)), None, "{passes}");
    }
}

#[test]
fn the_view_has_what_is_overdue_first_and_says_why() {
    let page = site("review_after: 6 months\n").build().expect_exit(0).output("reviews-due.html");
    assert!(page.contains("1 review is overdue. 1 is due in the next 3 months. 1 is due later."), "{page}");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(at("The board</a>") < at("The strategy</a>") && at("The strategy</a>") < at("Own day</a>"));
    assert!(page.contains("Last changed on 1 March 2019") && page.contains("Last changed on 10 June 2019"), "{page}");
}

#[test]
fn without_the_setting_only_the_named_day_counts() {
    let run = site("").build().expect_exit(0);
    assert_eq!(due(&run.output("boards/board.html")), None);
    assert_eq!(due(&run.output("priorities/own.html")), Some("2020-10-01"));
}

#[test]
fn a_check_tells_what_is_overdue_since_its_last_change() {
    let overdue = |settings: &str| {
        let told = site(settings).command(&["check"]).findings().into_iter();
        told.filter(|found| found.code == "review-overdue")
            .map(|found| found.to_string())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let expected = "warning[review-overdue] content/boards/board.yaml:1:8 “The board” was last changed on 1 March 2019, so \
                    that its review was due on 1 September 2019.\n  help: ";
    let found = overdue("review_after: 6 months\n");
    assert!(found.starts_with(expected) && !found.contains("\nwarning"), "{found}");
    assert_eq!(overdue(""), "");
}
