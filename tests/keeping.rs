//! Addresses that last: `folkmoot check --against` an earlier build.

use std::fs;

use super::support::{Run, Site};

/// A small site with a page, a file and a document with numbered paragraphs.
fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file(
            "content/index.md",
            "# Welcome\n\nRead [the report](documents/report/index.md).\n\n## Our aims\n\nTo be safe.\n",
        )
        .file("content/about.md", "# About us\n\nWe are a partnership.\n")
        .file("content/files/report.pdf", "%PDF")
        .file("content/documents/report/index.md", "---\ntitle: The report\nstatus: current\nnumbered: true\n---\n")
        .file("content/documents/report/01-aims.md", &aims(&["One.", "Two.", "Three.", "Four."]))
}

fn aims(paragraphs: &[&str]) -> String {
    format!("# Aims\n\n{}\n", paragraphs.join("\n\n"))
}

const AIMS: &str = "content/documents/report/01-aims.md";

/// The site, once it has been built into `site/`.
fn built(site: Site) -> Site {
    site.build().expect_exit(0);
    site
}

fn against(site: &Site, old: &str) -> Run {
    site.command(&["check", "--against", old])
}

/// What was told of codes that look at an earlier build.
fn told(run: &Run) -> Vec<String> {
    let of_earlier = ["address-gone", "anchor-gone", "paragraph-number-moved"];
    let told = run.findings().into_iter().filter(|finding| of_earlier.contains(&finding.code.as_str()));
    told.map(|finding| format!("{} {} {}", finding.code, finding.place, finding.message)).collect()
}

#[test]
fn an_address_removed_from_the_example_is_told_until_an_alias_leads_on() {
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/folkmoot.yaml")).unwrap();
    let site = built(Site::new().folder("content").folder("themes").file("folkmoot.yaml", &settings));
    against(&site, "site").expect_exit(0);
    let read = |path: &str| fs::read_to_string(site.root().join(path)).unwrap();
    let (page, home) = (read("content/contact.md"), read("content/index.md"));
    let moved = site
        .clone()
        .without("content/contact.md")
        .file("content/contact-us.md", &page)
        .file("content/index.md", &home.replace("(contact.md)", "(contact-us.md)"))
        .file("folkmoot.yaml", &settings.replace("page:contact", "page:contact-us"));
    let run = against(&moved, "site").expect_exit(1);
    let gone = "address-gone content/contact-us.md:2:8 The page `contact.html` (“Contact”) was served by the earlier build, \
                and now nothing is at its address.";
    assert_eq!(told(&run), [gone]);
    assert!(run.findings()[0].help.contains("`aliases: [contact]`"), "{}", run.stdout());
    let kept = moved.file("content/contact-us.md", &page.replacen("title:", "aliases: [contact]\ntitle:", 1));
    assert_eq!(told(&against(&kept, "site").expect_exit(0)), [""; 0]);
    let leads_on = kept.clone().args(&["-o", "new"]).build().output("contact.html");
    assert!(leads_on.contains(r#"<meta http-equiv="refresh" content="0; url=contact-us.html">"#), "{leads_on}");
    assert!(leads_on.contains(r#"<a href="contact-us.html">"#) && !leads_on.contains("<script"), "{leads_on}");
    assert!(!leads_on.contains("canonical"), "an address that is not full: {leads_on}");
}

#[test]
fn the_folder_and_its_list_say_the_same_and_nothing_is_told_of_what_is_there() {
    let site = built(small());
    for old in ["site", "site/addresses.json"] {
        assert_eq!(told(&against(&site, old).expect_exit(0)), [""; 0]);
    }
    let less = site.without("content/about.md").without("content/files/report.pdf");
    assert_eq!(told(&against(&less, "site").expect_exit(1)), told(&against(&less, "site/addresses.json")));
}

#[test]
fn files_that_are_no_pages_are_kept_too() {
    let site = built(small()).without("content/files/report.pdf").file("content/reports/Report.pdf", "%PDF");
    let run = against(&site, "site").expect_exit(1);
    let gone = "address-gone site/addresses.json:1:1 The file `files/report.pdf` was served by the earlier build, and now \
                nothing is at its address.";
    assert_eq!(told(&run), [gone]);
    assert!(run.findings()[0].help.contains("`reports/Report.pdf`"), "{}", run.stdout());
}

#[test]
fn a_page_without_a_likely_successor_is_told_at_the_list() {
    let run = against(&built(small()).without("content/about.md"), "site").expect_exit(1);
    assert!(told(&run)[0].starts_with("address-gone site/addresses.json:1:1 The page `about.html` (“About us”)"));
    assert!(run.findings()[0].help.starts_with("Write `aliases: [about]` among"), "{}", run.stdout());
}

#[test]
fn a_page_is_known_again_by_its_paragraphs_its_title_its_name_or_its_path() {
    let texts = aims(&["One.", "Two.", "Three.", "Four."]);
    for (gone, new, text) in [
        (AIMS, "content/documents/report/01-ends.md", texts.replace("# Aims", "# Ends")),
        ("content/about.md", "content/who.md", "# About us\n".to_owned()),
        ("content/about.md", "content/partnership/about.md", "# Who we are\n".to_owned()),
        ("content/about.md", "content/about-us.md", "# Who we are\n".to_owned()),
    ] {
        let run = against(&built(small()).without(gone).file(new, &text), "site").expect_exit(1);
        assert!(told(&run).iter().any(|told| told.starts_with(&format!("address-gone {new}:"))), "{}", run.stdout());
    }
}

#[test]
fn paragraph_numbers_may_not_move_but_words_may_change() {
    let site = built(small());
    let path = "documents/report/aims.html";
    for (paragraphs, expected) in [
        (vec!["One.", "Two, mended.", "Three.", "Four."], vec![]),
        (vec!["One.", "Two.", "Three.", "Four.", "Five."], vec![]),
        (
            vec!["One.", "New.", "Two.", "Three.", "Four."],
            vec![format!(
                "paragraph-number-moved {AIMS}:5:1 What was paragraph 2 of `{path}` is now paragraph 3. 2 more numbers stand for \
             other texts, too."
            )],
        ),
        (
            vec!["One.", "Three.", "Four."],
            vec![
                format!(
                    "anchor-gone {AIMS}:1:1 The paragraph `{path}#p4` was served by the earlier build, and now none has its number."
                ),
                format!(
                    "paragraph-number-moved {AIMS}:5:1 Paragraph 2 of `{path}` is now what was another paragraph. One more number \
                 stands for another text, too."
                ),
            ],
        ),
    ] {
        let run = against(&site.clone().file(AIMS, &aims(&paragraphs)), "site");
        assert_eq!(told(&run), expected, "{paragraphs:?}");
    }
    let moved = format!("---\naliases: [documents/report/aims]\n---\n\n{}", aims(&["New.", "One.", "Two."]));
    let run = against(&site.without(AIMS).file("content/documents/report/01-ends.md", &moved), "site").expect_exit(1);
    let told = told(&run);
    assert!(
        told.len() == 1 && told[0].starts_with("paragraph-number-moved content/documents/report/01-ends.md:7:1"),
        "{told:?}"
    );
}

#[test]
fn addresses_of_folders_are_kept_as_folders() {
    let settings = "title: A site\nurls: directories\n";
    let site = built(small().file("folkmoot.yaml", settings)).without("content/about.md");
    let moved = site.file("content/who.md", "# About us\n");
    let run = against(&moved, "site").expect_exit(1);
    assert!(run.findings()[0].help.contains("`aliases: [about/]`"), "{}", run.stdout());
    let kept = moved.file("content/who.md", "---\naliases: [about/]\n---\n\n# About us\n");
    assert_eq!(told(&against(&kept, "site").expect_exit(0)), [""; 0]);
}

#[test]
fn what_is_told_can_be_accepted_and_is_called_needless_only_where_it_was_looked_for() {
    let page = "---\naccept:\n  - code: address-gone\n    reason: Nobody ever linked to it.\n---\n\n# About us\n";
    let site = built(small()).without("content/about.md").file("content/who.md", page);
    against(&site, "site").expect_exit(0);
    let codes = |run: Run| run.findings().into_iter().map(|finding| finding.code).collect::<Vec<_>>();
    assert_eq!(codes(site.command(&["check"])), [""; 0]);
    assert_eq!(codes(against(&built(site), "site")), ["acceptance-unused"]);
}

#[test]
fn an_old_build_that_is_none_is_wrong_usage() {
    let site = small().file("bad/addresses.json", "[1").file("empty/index.html", "");
    for (text, expected) in [
        ("[1", "is not JSON (line 1, column 2)"),
        ("[]", "is not a list of addresses"),
        (r#"{"version": 99, "pages": []}"#, "has the version 99, which this folkmoot does not know"),
        (r#"{"version": 2, "pages": [{"path": 1}]}"#, "is not a list of addresses"),
        (r#"{"version": 2, "pages": [{"path": "../x", "title": ""}]}"#, "holds a path that no site has"),
    ] {
        let run = against(&site.clone().file("bad/addresses.json", text), "bad").expect_exit(2);
        assert!(run.stderr().contains(expected), "{text}: {}", run.stderr());
    }
    for (old, expected) in [("empty", "holds no addresses.json"), ("none", "\"none\" cannot be read")] {
        let run = against(&site, old).expect_exit(2);
        assert!(run.stderr().contains(expected), "{}", run.stderr());
    }
    let of_before = format!("\u{FEFF}{}", r#"{"version": 1, "pages": [{"path": "gone.html", "title": ""}]}"#);
    assert_eq!(told(&against(&site.file("bad/addresses.json", &of_before), "bad").expect_exit(1)).len(), 1);
}
