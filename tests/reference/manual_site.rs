//! The manual is a site of its own: it has no finding and can be built.

use std::fs;
use std::path::Path;

use crate::support::Site;

/// A copy of the manual, without what was built of it.
fn manual() -> Site {
    assert!(!super::pages().is_empty(), "the reference has pages");
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/folkmoot.yaml");
    let site = Site::new().folder("docs/content").file("docs/folkmoot.yaml", &fs::read_to_string(settings).unwrap());
    site.rooted_in("docs")
}

#[test]
fn the_manual_has_no_finding() {
    let run = manual().command(&["check", "--strict"]);
    assert_eq!(run.exit_code(), 0, "{}{}", run.stdout(), run.stderr());
    assert!(run.findings().is_empty(), "{}", run.stdout());
}

#[test]
fn the_manual_can_be_built_and_leads_from_a_code_to_its_page() {
    let run = manual().args(&["-o", "built"]).build().expect_exit(0);
    for rule in folkmoot::rules::all() {
        let page = run.output(&format!("reference/findings/{}.html", rule.code));
        assert!(page.contains(&format!("<h1>{}</h1>", rule.code)), "{page}");
    }
}
