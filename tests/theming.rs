//! Themes: overriding one file changes that alone, and a fault of a template is told at its place.

use std::collections::BTreeMap;

use super::support::{Run, Site};

fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A small plan\n")
        .file("content/index.md", "# Welcome\n\nRead about [knife crime](priority:knife-crime).\n")
        .file("content/about.md", "# About us\n\nWe are three.\n")
        .file("content/priorities/knife-crime.md", "---\ntitle: Knife crime\n---\n\nIt is rising.\n")
}

/// Every file of the site with its text. The index of the search page has none, and follows the pages.
fn texts(run: &Run) -> BTreeMap<String, String> {
    let files = run.files().into_iter().filter(|path| !path.starts_with("pagefind/") && path != ".folkmoot-files");
    files.map(|path| (path.clone(), run.output(&path))).collect()
}

/// The paths whose text differs between two builds.
fn changed(before: &Run, after: &Run) -> Vec<String> {
    let (before, after) = (texts(before), texts(after));
    after.into_iter().filter(|(path, text)| before.get(path) != Some(text)).map(|(path, _)| path).collect()
}

#[test]
fn overriding_one_template_changes_the_pages_it_draws_alone() {
    let plain = small().build().expect_exit(0);
    let template =
        "{% extends \"civic/priority.html\" %}\n{% block heading %}<h1>Priority: {{ page.title }}</h1>{% endblock %}\n";
    let run = small().file("themes/civic/templates/priority.html", template).build().expect_exit(0);
    assert_eq!(changed(&plain, &run), ["priorities/knife-crime.html"]);
    assert!(run.output("priorities/knife-crime.html").contains("<h1>Priority: Knife crime</h1>"));
}

#[test]
fn overriding_a_static_file_replaces_it() {
    let plain = small().build().expect_exit(0);
    let run = small().file("themes/civic/static/style.css", "body { color: black }\n").build().expect_exit(0);
    assert_eq!(changed(&plain, &run), ["assets/style.css"]);
    assert_eq!(run.output("assets/style.css"), "body { color: black }\n");
}

/// What a page weighs begins with its style sheet.
#[test]
fn the_style_sheet_is_small() {
    const LIMIT_BYTES: usize = 15_000;
    let bytes = small().build().expect_exit(0).output("assets/style.css").len();
    assert!(bytes < LIMIT_BYTES, "style.css has {bytes} bytes");
}

#[test]
fn a_theme_of_its_own_falls_back_on_the_built_in_one() {
    let site = small()
        .file("folkmoot.yaml", "title: A small plan\ntheme: shire\n")
        .file("themes/shire/templates/page.html", "<!doctype html><title>{{ page.title }}</title>{{ body | safe }}\n");
    let run = site.build().expect_exit(0);
    assert!(run.output("about.html").starts_with("<!doctype html><title>About us</title><p>We are three.</p>"));
    assert!(run.output("priorities/knife-crime.html").contains("<main"));
}

#[test]
fn a_template_that_cannot_be_read_is_told_at_its_line() {
    let site = small();
    let before = site.build().expect_exit(0).snapshot();
    let site = site.file("themes/civic/templates/page.html", "<p>one</p>\n<p>{{ page.title </p>\n");
    let run = site.build().expect_exit(1);
    assert!(run.stderr().contains("error[template-fault]"), "{}", run.stderr());
    assert!(run.stderr().contains("themes/civic/templates/page.html:2:"), "{}", run.stderr());
    assert!(run.untouched_since(&before), "{}", run.stderr());
}

#[test]
fn a_name_that_a_page_does_not_have_is_told_once_at_its_line() {
    let template = "<p>one</p>\n<p>{{ page.titel.first }}</p>\n";
    let site = small().file("content/more.md", "# More\n").file("themes/civic/templates/page.html", template);
    let run = site.build().expect_exit(1);
    assert_eq!(run.stderr().matches("error[template-fault]").count(), 1, "{}", run.stderr());
    assert!(run.stderr().contains("themes/civic/templates/page.html:2:"), "{}", run.stderr());
}

#[test]
fn a_parent_that_is_not_there_is_told() {
    let site = small().file("themes/civic/templates/page.html", "{% extends \"nowhere.html\" %}\n");
    let run = site.build().expect_exit(1);
    assert!(run.stderr().contains("themes/civic/templates/page.html:1:1"), "{}", run.stderr());
    assert!(run.stderr().contains("nowhere.html"), "{}", run.stderr());
}

#[test]
fn a_theme_that_does_not_exist_is_a_fault_of_the_settings() {
    let run = small().file("folkmoot.yaml", "title: A small plan\ntheme: civik\n").build().expect_exit(2);
    assert!(run.stderr().contains("folkmoot.yaml:2:8"), "{}", run.stderr());
}

#[test]
fn the_owners_colour_and_font_come_as_a_style_sheet() {
    let settings = "title: A small plan\nbrand:\n  colour: \"#663399\"\n  font: Georgia, serif\n";
    let run = small().file("folkmoot.yaml", settings).build().expect_exit(0);
    assert_eq!(
        run.output("assets/brand.css"),
        ":root {\n  --brand: #663399;\n  --brand-text: #ffffff;\n  --font: Georgia, serif;\n}\n"
    );
    assert!(run.output("priorities/knife-crime.html").contains(r#"href="../assets/brand.css""#));
    let wrong = "title: A small plan\nbrand:\n  colour: \"red;} body { display: none\"\n";
    assert!(small().file("folkmoot.yaml", wrong).build().expect_exit(2).stderr().contains("folkmoot.yaml:3:11"));
}
