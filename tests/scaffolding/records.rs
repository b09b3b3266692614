//! `folkmoot new`.

use folkmoot::model::field::{Field, Fields};
use folkmoot::model::kind::Kind;
use folkmoot::model::record::{Shared, own_fields};

use super::{empty, everything, read};
use crate::support::Site;

/// A site with nothing but its settings and a first page.
fn bare() -> Site {
    empty().file("folkmoot.yaml", "title: Site\n").file("content/index.md", "# Site\n\nText.\n")
}

/// The same text with every field in use that was only noted.
pub(super) fn with_all_fields(text: &str) -> String {
    let used = |line: &str| {
        let (margin, rest) = line.split_at(line.len() - line.trim_start().len());
        let is_field = rest.strip_prefix('#').is_some_and(|rest| !rest.starts_with(' ') || rest.starts_with("  "));
        if is_field { format!("{margin}{}\n", &rest[1..]) } else { format!("{line}\n") }
    };
    text.lines().map(used).collect()
}

/// What is still to be filled in, filled in.
fn filled(text: &str) -> String {
    text.replace("YYYY-MM-DD", "2019-11-06")
}

#[test]
fn a_record_of_every_kind_goes_to_its_place_and_builds_once_it_is_filled_in() {
    for kind in Kind::ALL {
        let site = bare();
        let run = site.command(&["new", kind.name(), "safer-parks", "--title", "Safer parks: a \"start\""]);
        let path = run.expect_exit(0).stdout().trim_end().to_owned();
        let folder = if kind.folder().is_empty() { String::new() } else { format!("/{}", kind.folder()) };
        let expected = match kind {
            Kind::Document => "content/documents/safer-parks/index.md".to_owned(),
            Kind::Organisation | Kind::Legislation | Kind::Term => format!("content{folder}/safer-parks.yaml"),
            _ => format!("content{folder}/safer-parks.md"),
        };
        assert!(path.ends_with(&expected), "{path}");
        let text = read(&site, &expected);
        let site = site.file(&expected, &filled(&text));
        let run = site.build().expect_exit(0);
        let page = expected.trim_start_matches("content/").replace(".md", ".html").replace(".yaml", ".html");
        let page = run.output(&page);
        assert!(page.contains("Safer parks: a"), "{page}");
    }
}

#[test]
fn as_it_is_made_a_check_says_no_more_than_what_is_to_be_filled_in() {
    for kind in Kind::ALL {
        let site = bare();
        site.command(&["new", kind.name(), "safer-parks", "--title", "Safer parks"]).expect_exit(0);
        let run = site.command(&["check"]);
        let findings = run.findings();
        let required: Vec<&Field> = own_fields(*kind).iter().filter(|field| field.required).collect();
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == "error").collect();
        assert_eq!(errors.len(), required.len(), "{}\n{}", kind.name(), run.stdout());
        for error in errors {
            assert!(error.message.contains("YYYY-MM-DD") && error.help.contains("such as `2019-11-06`"), "{error}");
        }
        for warning in findings.iter().filter(|finding| finding.severity == "warning") {
            let may_be =
                ["document-without-status", "priority-without-owner", "priority-without-plan", "board-without-chair"];
            assert!(may_be.contains(&warning.code.as_str()), "{}: {warning}", kind.name());
        }
    }
}

#[test]
fn every_field_is_laid_out_once_with_what_it_says() {
    for kind in Kind::ALL {
        let site = bare();
        site.command(&["new", kind.name(), "x", "-q"]).expect_exit(0);
        let (_, text) = everything(&site).into_iter().find(|(_, text)| text.contains("take away the #")).unwrap();
        let words = text.lines().map(|line| line.trim_start_matches(['#', ' '])).collect::<Vec<_>>().join(" ");
        for field in Shared::FIELDS.iter().chain(own_fields(*kind)) {
            let is_it = |line: &&str| line.trim_start_matches('#').starts_with(&format!("{}:", field.name));
            assert_eq!(text.lines().filter(is_it).count(), 1, "{} of {}\n{text}", field.name, kind.name());
            let meaning = field.meaning.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&meaning), "{meaning}\n{text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
    }
}

/// Every field that is only noted has the right form: taken into use, it may lead nowhere, but it is read.
#[test]
fn fields_that_are_only_noted_are_read_once_they_are_used() {
    for kind in Kind::ALL {
        let site = bare();
        site.command(&["new", kind.name(), "safer-parks"]).expect_exit(0);
        let (path, text) = everything(&site).into_iter().find(|(_, text)| text.contains("take away the #")).unwrap();
        let used = with_all_fields(&filled(&text)).replace("draft: true", "draft: false");
        let site = site.file(&path, &used);
        let run = site.command(&["check"]).expect_exit(1);
        for finding in run.findings().iter().filter(|finding| finding.severity == "error") {
            let line: usize = finding.place.rsplit(':').nth(1).unwrap().parse().unwrap();
            let at_fault = used.lines().nth(line - 1).unwrap();
            // Only what is still to be written can be wrong.
            let is_form = ["wrong-type", "yaml-syntax", "missing-field"].contains(&finding.code.as_str());
            assert!(!is_form, "{}: {finding}\n{used}", kind.name());
            assert!(at_fault.contains('…') || at_fault.contains("name-of-"), "{}: {finding}\n{used}", kind.name());
        }
    }
}

#[test]
fn without_a_title_the_name_gives_one() {
    let site = bare();
    site.command(&["new", "page", "guide/how-to-apply"]).expect_exit(0);
    site.command(&["new", "terms", "ardal-tŷ"]).expect_exit(0);
    assert!(read(&site, "content/guide/how-to-apply.md").contains("\ntitle: How to apply\n"));
    assert!(read(&site, "content/terms/ardal-tŷ.yaml").contains("\ntitle: Ardal tŷ\n"));
    site.command(&["check"]).expect_exit(0);
}

#[test]
fn a_record_of_the_name_in_any_file_is_never_overwritten() {
    let begun = || {
        bare()
            .file("content/priorities/parks.md", "---\ntitle: Parks\n---\n")
            .file("content/priorities/plain.md", "# Plain\n")
            .file("content/priorities/lists.yaml", "- id: one\n  title: One\n- id: two\n  title: Two\n")
            .file("content/terms/single.yaml", "title: Single\n")
            .file("content/documents/report/index.md", "---\ntitle: Report\n---\n")
            .file("content/documents/notes/index.md", "# No fields\n")
            .file("content/topics/caf\u{e9}.md", "---\ntitle: Café\n---\n")
            .file("content/topics/Upper.md", "---\ntitle: Upper\n---\n")
            .file("content/plans/broken.yaml", "title: [\n")
    };
    for (kind, name, place) in [
        ("priority", "parks", "content/priorities/parks.md"),
        ("priority", "plain", "content/priorities/plain.md"),
        ("priority", "two", "content/priorities/lists.yaml, line 3"),
        ("term", "single", "content/terms/single.yaml"),
        ("document", "report", "content/documents/report/index.md"),
        ("document", "notes", "content/documents/notes/index.md"),
        ("topic", "cafe\u{301}", "content/topics/caf\u{e9}.md"),
        ("topic", "upper", "content/topics/Upper.md"),
        ("page", "index", "content/index.md"),
        ("plan", "broken", "content/plans/broken.yaml"),
    ] {
        let site = begun();
        let before = everything(&site);
        let run = site.command(&["new", kind, name]).expect_exit(2);
        assert!(run.stderr().contains(place), "{place}\n{}", run.stderr());
        assert_eq!(everything(&site), before);
    }
}

#[test]
fn a_name_or_kind_that_cannot_be_is_told_with_what_to_write() {
    for (kind, name, said) in [
        ("priority", "../x", "Write `x`."),
        ("priority", "a b", "Write `a-b`."),
        ("priority", "", "Write one such as `safer-parks`"),
        ("priority", "CON", "Write `con-priority`."),
        ("priority", "index", "Write `index-priority`."),
        ("prioirty", "parks", "Did you mean `priority`?"),
        ("zebra", "parks", "The kinds are: document, organisation"),
        ("page", "priorities/parks", "folkmoot new priority parks"),
    ] {
        let site = bare();
        let before = everything(&site);
        let run = site.command(&["new", kind, name]).expect_exit(2);
        assert!(run.stderr().contains(said), "{said}\n{}", run.stderr());
        assert_eq!(everything(&site), before);
    }
    let run = bare().command(&["new", "priority", "parks", "--title", " "]).expect_exit(2);
    assert!(run.stderr().contains("The title is empty"), "{}", run.stderr());
}

#[test]
fn only_a_site_gets_a_record_and_one_without_a_folder_for_its_content_too() {
    let run = empty().command(&["new", "priority", "parks"]).expect_exit(2);
    assert!(run.stderr().contains("folkmoot init"), "{}", run.stderr());
    let site = empty().file("folkmoot.yaml", "title: Site\n");
    site.command(&["new", "priority", "parks"]).expect_exit(0);
    assert!(read(&site, "priorities/parks.md").starts_with("---\n"));
    for folder in ["site", "themes"] {
        let run = site.command(&["new", "page", &format!("{folder}/x")]).expect_exit(2);
        assert!(run.stderr().contains("no part of the content"), "{}", run.stderr());
    }
    let elsewhere = empty().file("other.yaml", "title: Site\n").file("content/index.md", "# X\n");
    elsewhere.command(&["new", "priority", "parks", "--config", "other.yaml"]).expect_exit(0);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let site = bare().file("elsewhere/x", "mine").symlink("content/priorities", "../elsewhere");
    let before = everything(&site);
    let run = site.command(&["new", "priority", "parks"]).expect_exit(2);
    assert!(run.stderr().contains("is a link"), "{}", run.stderr());
    assert_eq!(everything(&site), before);
}
