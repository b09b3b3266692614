//! What a build does with files, seen from outside.

use super::support::{Run, Site, Summary};

fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A small plan\n")
        .file("content/index.md", "# Welcome\n\nRead about [knife crime](priority:knife-crime).\n")
        .file("content/priorities/knife-crime.md", "---\ntitle: Knife crime\n---\n\nIt is rising.\n")
}

fn summary(run: &Run) -> Summary {
    run.summary().unwrap_or_else(|| panic!("no summary line in\n{}", run.stderr()))
}

#[test]
fn every_page_is_built_under_the_path_of_its_source() {
    let run = small().build().expect_exit(0);
    assert_eq!(run.stdout(), "");
    assert!(run.output("priorities/knife-crime.html").contains("It is rising."));
    assert!(run.output("index.html").contains(r#"href="priorities/knife-crime.html""#));
    assert!(summary(&run).pages >= 3, "{}", run.stderr());
}

#[test]
fn the_second_build_writes_nothing() {
    let site = small();
    let first = site.build().expect_exit(0);
    let before = first.snapshot();
    let second = site.build().expect_exit(0);
    assert!(second.untouched_since(&before), "{}", second.stderr());
    let told = summary(&second);
    assert_eq!((told.written, told.removed, told.unchanged), (0, 0, summary(&first).written), "{}", second.stderr());
}

#[test]
fn a_page_whose_source_is_gone_is_removed() {
    let site = small().file("content/about.md", "# About us\n");
    assert!(site.build().expect_exit(0).files().contains(&"about.html".to_owned()));
    let run = site.without("content/about.md").build().expect_exit(0);
    assert_eq!(run.maybe_output("about.html"), None);
    assert!(summary(&run).removed >= 1, "{}", run.stderr());
}

#[test]
fn a_build_with_errors_leaves_the_last_good_site() {
    let site = small();
    let before = site.build().expect_exit(0).snapshot();
    let failed = site.file("content/index.md", "# Changed\n\n<priority:knife-crimes>\n").build().expect_exit(1);
    assert!(failed.unchanged_since(&before), "{}", failed.stderr());
}

/// A site whose pages go to the disk one by one as they are drawn.
fn without_search() -> Site {
    small().file("folkmoot.yaml", "title: A small plan\nsearch: off\n")
}

#[test]
fn what_is_refused_after_pages_were_drawn_leaves_the_last_good_site() {
    let site = without_search();
    let before = site.build().expect_exit(0).snapshot();
    let warned = site.clone().file("content/late.md", "# Late\n\nA [dead](nowhere.md) link.\n");
    let refused = warned.clone().args(&["--strict"]).build().expect_exit(1);
    assert!(refused.unchanged_since(&before), "{}", refused.stderr());
    let as_error = "title: A small plan\nsearch: off\nchecks:\n  dead-link: error\n";
    let refused = warned.file("folkmoot.yaml", as_error).build().expect_exit(1);
    assert!(refused.unchanged_since(&before), "{}", refused.stderr());
    let faulty = "{% extends \"civic/a-to-z.html\" %}{% block content %}{{ page.nothing }}{% endblock content %}";
    let faulty = site
        .without("content/late.md")
        .file("folkmoot.yaml", "title: A small plan\nsearch: off\n")
        .file("themes/civic/templates/a-to-z.html", faulty);
    let failed = faulty.build().expect_exit(1);
    assert!(failed.stderr().contains("template-fault"), "{}", failed.stderr());
    assert!(failed.unchanged_since(&before), "{}", failed.stderr());
}

#[test]
fn a_refused_first_build_leaves_no_folder() {
    let site = without_search().file("content/late.md", "# Late\n\nA [dead](nowhere.md) link.\n");
    site.clone().args(&["--strict", "-o", "new/deep/site"]).build().expect_exit(1);
    assert!(!site.root().join("new").exists());
}

#[test]
fn a_build_after_one_that_was_cut_short_finishes_that_one_first() {
    let site = (0..60).fold(without_search(), |site, number| {
        site.file(&format!("content/pages/page-{number}.md"), &format!("# Page {number}\n\nWords.\n"))
    });
    let whole = site.build().expect_exit(0).snapshot();
    let folder = site.root().join("site");
    let stage = folder.join(".folkmoot-stage");
    std::fs::create_dir(&stage).unwrap();
    let mut journal = "folkmoot-journal 1\n".to_owned();
    for number in 0..60 {
        std::fs::write(stage.join(number.to_string()), "of the build before").unwrap();
        journal.extend(["place ", &number.to_string(), " pages/page-", &number.to_string(), ".html\n"]);
    }
    std::fs::write(folder.join(".folkmoot-journal"), journal + "end 60\n").unwrap();
    let again = site.build().expect_exit(0);
    let now = again.snapshot();
    assert!(now.keys().eq(whole.keys()), "{}", again.stderr());
    assert!(now.iter().all(|(file, (bytes, _))| *bytes == whole[file].0), "{}", again.stderr());
}

#[test]
fn two_folders_get_the_same_bytes() {
    let first = small().build().expect_exit(0);
    assert!(first.files().contains(&"index.html".to_owned()), "{}", first.stderr());
    let second = small().args(&["-o", "elsewhere/public"]).build().expect_exit(0);
    assert!(second.unchanged_since(&first.snapshot()));
}

#[test]
fn files_that_are_no_text_pass_through_unchanged() {
    let bytes = [0, 159, 146, 150, b'\r', b'\n', 0xff];
    let run = small().bytes_file("content/files/data.bin", &bytes).build().expect_exit(0);
    assert_eq!(run.snapshot()["files/data.bin"].0, bytes);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_publishes_nothing_from_outside_the_site() {
    let outside = Site::new().file("secret.txt", "not for the public");
    let run = small().symlink("content/files/secret.txt", outside.root().join("secret.txt")).build().expect_exit(1);
    assert!(run.stderr().contains("error[symlink-outside]"), "{}", run.stderr());
    assert_eq!(run.maybe_output("files/secret.txt"), None, "{}", run.stderr());
}

#[test]
fn a_harness_copies_a_folder_of_the_repository() {
    let site = Site::from_folder("tests/support");
    assert!(site.root().join("mod.rs").is_file());
}
