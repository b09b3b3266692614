//! Folders made to be awkward: what a stranger's Markdown may hold, each thing once.

use super::super::support::{Run, Site};
use super::built_with_warnings;

fn site() -> Site {
    Site::new().file("folkmoot.yaml", "title: Notes\n")
}

/// Builds and gives each warning as `code path:line:column`.
fn built(site: &Site) -> (Run, Vec<String>) {
    let (run, findings) = built_with_warnings(site);
    (run, findings.iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect())
}

/// The first heading of a built page as text, and its `<title>`.
fn heading(run: &Run, path: &str) -> String {
    let html = run.output(path);
    let (_, rest) = html.split_once("<h1").unwrap();
    let (heading, _) = rest.split_once('>').unwrap().1.split_once("</h1>").unwrap();
    heading.trim().to_owned()
}

fn assert_holds(run: &Run, path: &str, wanted: &[&str]) {
    let html = run.output(path);
    for text in wanted {
        assert!(html.contains(text), "{path} lacks {text}\n{html}");
    }
}

#[test]
fn every_folder_has_a_page() {
    let site = site()
        .file("notes/deep/down/page.md", "# Deep page\n\nIt lies a long way down.\n")
        .file("README.md", "# Notes\n\nWhat it is about, in a few words.\n")
        .file("both/README.md", "# The readme\n")
        .file("both/index.md", "# The index\n")
        .file("two/README.md", "# Upper\n")
        .file("two/Readme.md", "# Mixed\n")
        .file("other-case/Readme.markdown", "# Other case\n")
        .file("index_only/Index.md", "# Index\n")
        .file("404.md", "# Lost\n")
        .file("accessibility.md", "# Our own statement\n");
    let (run, warnings) = built(&site);
    assert_eq!(warnings, [""; 0]);
    assert!(!run.output("both/index.html").contains("In this folder"), "an index.md speaks for itself");
    for (path, title) in [
        ("index.html", "Notes"),
        ("notes/index.html", "Notes"),
        ("notes/deep/index.html", "Deep"),
        ("notes/deep/down/index.html", "Down"),
        ("notes/deep/down/page.html", "Deep page"),
        ("both/index.html", "The index"),
        ("both/README.html", "The readme"),
        ("two/index.html", "Upper"),
        ("two/Readme.html", "Mixed"),
        ("other-case/index.html", "Other case"),
        ("index_only/index.html", "Index"),
        ("404.html", "Lost"),
        ("accessibility.html", "Our own statement"),
    ] {
        assert_eq!(heading(&run, path), title, "{path}");
    }
    assert_holds(&run, "notes/deep/down/index.html", &["href=\"page.html\"", "It lies a long way down."]);
    assert_holds(
        &run,
        "index.html",
        &["In this folder", "href=\"both/index.html\"", "href=\"notes/index.html\"", "href=\"404.html\""],
    );
}

#[test]
fn links_lead_where_they_lead_on_a_forge() {
    let links = "# Start\n\n[1](<My file.md>) [2](My%20file.md) [3](sub) [4](sub/) [5](sub/..) [6](.) [7](./sub/page.md)\n\
        [8](My%20file.md#the-%C3%A9t%C3%A9) [9](/sub/page.md?plain=1#part) [10](caf%C3%A9.md) [11](sub/page)\n\
        [12][ref], [ref][], [ref] and [undefined][nowhere], [plain] text\n\n\
        ![13](pic.png?raw=true) <img src=\"my%20pic.png\" width=\"20\"> <img src=\"https://a.example/b.png\">\n\n\
        [ref]: sub/page.md \"Title\"\n";
    let site = site()
        .file("README.md", links)
        .file("My file.md", "# My file\n\n## The été\n\n[up](./) [home](README.md)\n")
        .file("sub/page.md", "# Page\n\n## Part\n\n[up](../) [list](.) [home](..) [root](/) [file](<../My file.md>)\n")
        .file("café.md", "# Café\n")
        .bytes_file("pic.png", b"png")
        .bytes_file("my pic.png", b"png");
    let (run, warnings) = built(&site);
    assert_eq!(warnings, ["undefined-label README.md:5:43"]);
    assert_holds(&run, "sub/index.html", &["<h1>Sub</h1>", "href=\"page.html\""]);
    let href = |to: &str, text: &str| format!("<a href=\"{to}\">{text}</a>");
    let wanted = [
        href("My%20file.html", "1"),
        href("My%20file.html", "2"),
        href("sub/index.html", "3"),
        href("sub/index.html", "4"),
        href("index.html", "5"),
        href("index.html", "6"),
        href("sub/page.html", "7"),
        href("My%20file.html#the-%C3%A9t%C3%A9", "8"),
        href("sub/page.html#part", "9"),
        href("caf%C3%A9.html", "10"),
        href("sub/page.html", "11"),
        "[undefined][nowhere], [plain] text".to_owned(),
        "src=\"pic.png\"".to_owned(),
        "src=\"my%20pic.png\"".to_owned(),
        "src=\"https://a.example/b.png\"".to_owned(),
    ];
    assert_holds(&run, "index.html", &wanted.each_ref().map(String::as_str));
    assert_eq!(run.output("index.html").matches("href=\"sub/page.html\" title=\"Title\"").count(), 3);
    // With addresses that end in a slash they lead to the same pages.
    built(&site.file("folkmoot.yaml", "title: Notes\nurls: directories\n"));
}

#[test]
fn links_that_lead_nowhere_are_warnings_at_their_place() {
    let text = "# A\n\n[a](src/lib.rs) [b](LICENSE) [c](src/)\n\n[d](B.MD)\n\n[e](gone.md) ![f](gone.png)\n\n\
        [g](../outside.md)\n\n[h](.github/help.md)\n\n[i](b.md#gone) [j](#gone)\n\n[k](irc://irc.example/x)\n\n\
        [l](ftp://ftp.example/x)\n\n![m](ftp://a.example/m.png) ![n](data:image/png,x) [o](std::vec::Vec)\n\n\
        [p](mailto:a@b.example) [q](tel:+44) <a@b.example>\n\n[r]()\n";
    let site = site()
        .file("README.md", text)
        .file("b.md", "# B\n")
        .file("src/lib.rs", "fn main() {}\n")
        .file("LICENSE", "Free\n")
        .file(".github/help.md", "# Help\n");
    let (run, warnings) = built(&site);
    let places = [
        "dead-link README.md:3:5",
        "dead-link README.md:3:21",
        "dead-link README.md:3:34",
        "file-name-case README.md:5:5",
        "dead-link README.md:7:5",
        "dead-link README.md:7:19",
        "dead-link README.md:9:5",
        "dead-link README.md:11:5",
        "dead-anchor README.md:13:5",
        "dead-anchor README.md:13:20",
        "unknown-scheme README.md:15:5",
        "unknown-scheme README.md:17:5",
        "unknown-scheme README.md:19:6",
        "unknown-scheme README.md:19:34",
        "dead-link README.md:19:56",
        "dead-link README.md:23:5",
    ];
    assert_eq!(warnings, places, "{}", run.stderr());
    let told = run.findings();
    let message = |at: usize| told[at].message.as_str();
    for at in [0, 1, 2, 7] {
        assert!(message(at).contains("is no part of the site"), "{}", told[at]);
    }
    assert!(told[3].help.contains("`b.md`"), "{}", told[3]);
    assert_holds(&run, "index.html", &["href=\"mailto:a@b.example\"", "href=\"tel:+44\"", "href=\"b.html\""]);
    assert!(!run.files().iter().any(|file| file == "src/lib.rs" || file == "LICENSE"));
}

#[test]
fn headings_are_found_by_the_names_that_forges_give_them() {
    let text = "# The [Unreleased] notes ![badge](https://a.example/b.svg)\n\n## Foo & bar\n\n## 1.0.0\n\n## C++ API\n\n\
        ## Twice\n\n## Twice\n\n## 🚀 Launch -- now\n\n## `code_here` *and*\n\nSetext\n------\n\n<a name=\"Old\"></a>\n\n\
        [a](#foo--bar) [b](#100) [c](#c-api) [d](#twice-1) [e](#-launch----now) [f](#code_here-and) [g](#Setext)\n\
        [h](#the-unreleased-notes) [i](#Old) [j](#user-content-Old) [k](other.md#foo--bar) [l](#foo-bar) [m](#foo---bar)\n";
    let site = site()
        .file("README.md", text)
        .file("other.md", "# Other\n\n## Foo & bar\n\n[up](README.md#user-content-Old)\n");
    let (run, warnings) = built(&site);
    assert_eq!(warnings, ["dead-anchor README.md:23:102"], "{}", run.stderr());
    let wanted = [
        "#foo-bar\">a<",
        "#1-0-0\">b<",
        "#c-api\">c<",
        "#twice-2\">d<",
        "#launch-now\">e<",
        "#code-here-and\">f<",
        "#setext\">g<",
        "#\">h<",
        "#Old\">i<",
        "other.html#foo-bar\">k<",
        "#foo-bar\">l<",
    ];
    assert_holds(&run, "index.html", &wanted);
    assert_eq!(heading(&run, "index.html"), "The [Unreleased] notes");
    assert_holds(&run, "index.html", &["src=\"https://a.example/b.svg\""]);
}

#[test]
fn pages_are_called_by_their_heading_or_their_file() {
    let badge = "[![Build](https://a.example/b.svg)](https://a.example)";
    let site = site()
        .file("emphasis.md", "# A *b* `c` [d](https://a.example) 🎉\n")
        .file("badges.md", &format!("# Name {badge} {badge}\n\nText.\n"))
        .file("only-badge.md", &format!("# {badge}\n\nText.\n"))
        .file("setext.md", "The title\n=========\n\nText.\n")
        .file("my-first_note.md", "No heading at all.\n")
        .file("empty.md", "")
        .file("parts.md", "Before.\n\n## Usage\n\nText.\n\n## Licence\n")
        .file("one-part.md", "## The only one\n\n### Below\n")
        .file("linked.md", "<div>\n<a href=\"https://a.example\"><h1>Linked</h1></a>\n</div>\n\nText.\n")
        .file("windows.md", "# Windows\r\n\r\nOne\r\nline.\r\n\r\n* a\r\n* b\r\n")
        .file(
            "centred.md",
            "<div align=\"center\">\n  <h1>In <code>the</code> middle</h1>\n  <p>Yes</p>\n</div>\n\n## Usage\n",
        );
    let (run, warnings) = built(&site);
    assert_eq!(warnings, ["html-dropped centred.md:1:1"]);
    for (path, title) in [
        ("emphasis.html", "A b c d 🎉"),
        ("badges.html", "Name"),
        ("only-badge.html", "Build"),
        ("setext.html", "The title"),
        ("my-first_note.html", "My first note"),
        ("empty.html", "Empty"),
        ("parts.html", "Parts"),
        ("one-part.html", "The only one"),
        ("windows.html", "Windows"),
        ("linked.html", "Linked"),
        ("centred.html", "In the middle"),
    ] {
        assert_eq!(heading(&run, path), title, "{path}");
    }
    assert_eq!(run.output("badges.html").matches("<img").count(), 2);
    assert_eq!(run.output("only-badge.html").matches("<img").count(), 1);
}

#[test]
fn raw_html_and_the_marks_of_other_tools_stay_or_fall_quietly() {
    let text = "# A\n\n<p align=\"center\"><img src=\"logo.png\" width=200></p>\n\n<p align=\"center\">b</p>\n\n\
        <details><summary>More</summary>\n\nHidden *text*.\n\n</details>\n\na<br/>b <a name=\"x\"></a> [to x](#x)\n\n\
        <!-- a comment -->\n\n[toc]\n\n[[Wiki link]] and [[Wiki|text]] :tada:\n\n- [x] done\n- [ ] open\n\n\
        Note.[^1]\n\n[^1]: The note.\n";
    let site = site().file("README.md", text).bytes_file("logo.png", b"png");
    let (run, warnings) = built(&site);
    assert_eq!(warnings, ["html-dropped README.md:3:1"], "{}", run.stderr());
    assert!(run.findings()[0].message.contains("once more in this file"), "{}", run.stderr());
    let wanted = [
        "src=\"logo.png\"",
        "<details>",
        "<summary>More</summary>",
        "<em>text</em>",
        "<br>",
        "id=\"x\"",
        "href=\"#x\"",
        "[toc]",
        "[[Wiki link]]",
        "[[Wiki|text]]",
        ":tada:",
        "Done: </span>done",
        "The note.",
    ];
    assert_holds(&run, "index.html", &wanted);
    assert!(!run.output("index.html").contains("a comment"));
}

#[test]
fn fields_of_other_tools_are_warnings() {
    let jekyll = "---\nlayout: post\ntitle: \"Hello: world\"\ndate: 2020-01-02 10:00:00 +0100\ntags: [a, b]\n\
        categories: news\naliases: /old\n---\n\n[x](irc://a.example)\n";
    let site = site()
        .file("_posts/2020-01-02-hello.md", jekyll)
        .file("hugo.md", "+++\ntitle = \"From TOML\"\ndate = 2020-01-01\n[params]\nx = 1\n+++\n\nText.\n")
        .file("odd-hugo.md", "+++\ntitle = \"\"\"\nlong\"\"\"\n+++\n\nText.\n")
        .file("draft.md", "+++\ntitle = 'Not yet'\ndraft = true\n+++\n")
        .file("mkdocs.md", "---\ntitle: Guide\ndescription: How to\nhide:\n  - toc\n---\n\n# Guide\n")
        .file("ruled.md", "---\n\nNo fields, only rules\n\n---\n\n# Ruled\n")
        .file("windows.md", "---\r\ntitle: Windows\r\nlayout: a\r\n---\r\n\r\nText.\r\n");
    let (run, warnings) = built(&site);
    let places = [
        "unknown-field _posts/2020-01-02-hello.md:2:1",
        "wrong-type _posts/2020-01-02-hello.md:7:10",
        "unknown-scheme _posts/2020-01-02-hello.md:10:5",
        "toml-fields draft.md:1:1",
        "toml-fields hugo.md:1:1",
        "unknown-field mkdocs.md:3:1",
        "toml-fields odd-hugo.md:1:1",
        "unknown-field windows.md:3:1",
    ];
    assert_eq!(warnings, places, "{}", run.stderr());
    for (path, title) in [
        ("_posts/2020-01-02-hello.html", "Hello: world"),
        ("hugo.html", "From TOML"),
        ("odd-hugo.html", "Odd hugo"),
        ("mkdocs.html", "Guide"),
        ("ruled.html", "Ruled"),
        ("windows.html", "Windows"),
    ] {
        assert_eq!(heading(&run, path), title, "{path}");
    }
    assert_eq!(run.maybe_output("draft.html"), None);
}
