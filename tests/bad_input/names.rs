//! Names of files with signs that mean something to addresses, shells and HTML.

use super::{good, spoilt, told};

#[test]
fn signs_of_addresses_in_file_names_are_encoded_in_links() {
    let names = [
        ("a#b", "a%23b"),
        ("a?b", "a%3Fb"),
        ("a%20b", "a%2520b"),
        ("a b", "a%20b"),
        ("a'b", "a&#39;b"),
        ("a\"b", "a%22b"),
        ("a:b", "a:b"),
        ("a&b", "a&amp;b"),
        ("<b>", "%3Cb%3E"),
        ("a|b", "a%7Cb"),
        ("*", "*"),
        ("-", "-"),
        ("a..b", "a..b"),
        ("é", "%C3%A9"),
        ("CON", "CON"),
    ];
    for (name, encoded) in names {
        let run = good().file(&format!("content/terms/{name}.yaml"), "title: The term\n").build().expect_exit(0);
        assert_eq!(told(&run), [""; 0], "{name}");
        assert!(run.files().contains(&format!("terms/{name}.html")), "{:?}", run.files());
        let list = run.output("terms/index.html").replace("&#x27;", "&#39;");
        let href = if name == "a:b" { "./a:b.html".to_owned() } else { format!("{encoded}.html") };
        let is_there = list.contains(&format!("href=\"{href}\""))
            || list.contains(&format!("href=\"{}\"", href.replace("&#39;", "'")));
        assert!(is_there, "{href} in {list}");
    }
}

#[test]
fn a_picture_of_such_a_name_is_found() {
    let site = good().file("content/a#b?c%20d.png", "x").file("content/a.md", "# A\n\n![p](a%23b%3Fc%2520d.png)\n");
    let run = site.build().expect_exit(0);
    assert_eq!(told(&run), [""; 0]);
    assert!(run.output("a.html").contains("src=\"a%23b%3Fc%2520d.png\""), "{}", run.output("a.html"));
}

#[test]
fn signs_that_no_address_can_hold_are_told() {
    let run = spoilt(|site| site.file("content/a\\b.md", "# A\n").file("content/terms/c\nd.yaml", "title: T\n"));
    assert_eq!(
        told(&run.expect_exit(1)),
        ["file-name-not-text content/a\\b.md:1:1", "file-name-not-text content/terms/c\u{FFFD}d.yaml:1:1"]
    );
}

#[test]
fn files_spelt_in_two_forms_of_unicode_are_the_same() {
    let run = spoilt(|site| {
        site.file("content/terms/caf\u{e9}.yaml", "title: A\n").file("content/terms/cafe\u{301}.yaml", "title: B\n")
    });
    assert_eq!(told(&run.expect_exit(1)), ["same-path content/terms/caf\u{e9}.yaml:1:1"]);
}

#[test]
fn a_file_name_may_be_as_long_as_the_disk_allows() {
    let longest = "x".repeat(250);
    let run = good().file(&format!("content/{longest}.md"), "# A\n").build().expect_exit(0);
    assert!(run.maybe_output(&format!("{longest}.html")).is_some());
    let run = spoilt(|site| {
        site.file("folkmoot.yaml", "title: A\n").file(&format!("content/{}.md", "y".repeat(252)), "# A\n")
    });
    assert_eq!(run.expect_exit(1).findings()[0].code, "address-too-long");
}
