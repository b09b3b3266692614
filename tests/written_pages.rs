//! The pages as they are written: every way in which a theme, or a file that is published as it is, can lead nowhere is told
//! at its own line, and nothing that leads somewhere is.
//!
//! Must not know how a page is read.

use super::support::{Run, Site};

/// A line of a template, the code that it is told for, and the words at which each fault stands.
type Row = (&'static str, &'static str, &'static [&'static str]);

const DEAD: &str = "page-dead-link";
const ANCHOR: &str = "page-dead-anchor";

const HOSTILE: &[Row] = &[
    (r#"<a href="no-a.html">x</a>"#, DEAD, &["no-a.html"]),
    (r#"<map name="m"><area href="no-area.html" alt="x"></map>"#, DEAD, &["no-area.html"]),
    (r#"<img src="no-1.png" srcset="no-2.png 1x, no-3.png 2x" alt="">"#, DEAD, &["no-1.png", "no-2.png", "no-3.png"]),
    (r#"<picture><source srcset="no-4.png, assets/favicon.svg 2x"></picture>"#, DEAD, &["no-4.png"]),
    (r#"<script src="no.js"></script>"#, DEAD, &["no.js"]),
    (r#"<link rel="stylesheet" href="no.css">"#, DEAD, &["no.css"]),
    (r#"<link rel="icon" href="no.ico">"#, DEAD, &["no.ico"]),
    (r#"<link rel="next" href="no-next.html">"#, DEAD, &["no-next.html"]),
    (r#"<iframe src="no-frame.html" title="x"></iframe>"#, DEAD, &["no-frame.html"]),
    (r#"<form action="no-form"><button formaction="no-button">x</button></form>"#, DEAD, &["no-form", "no-button"]),
    (r#"<object data="no.pdf"></object><embed src="no.swf">"#, DEAD, &["no.pdf", "no.swf"]),
    (
        r#"<video src="no.mp4" poster="no-poster.png"><track src="no.vtt"></video>"#,
        DEAD,
        &["no.mp4", "no-poster.png", "no.vtt"],
    ),
    (r#"<audio><source src="no.ogg"></audio>"#, DEAD, &["no.ogg"]),
    (r#"<svg><use href="no-sprite.svg#x"/><image href="no-5.png"/></svg>"#, DEAD, &["no-sprite.svg#x", "no-5.png"]),
    (r##"<svg><title/><use xlink:href="#no-shape"/></svg>"##, ANCHOR, &["#no-shape"]),
    (r#"<meta property="og:image" content="no-card.png">"#, DEAD, &["no-card.png"]),
    (r#"<meta name="twitter:image" content="no-bird.png">"#, DEAD, &["no-bird.png"]),
    (r#"<meta http-equiv="refresh" content="0; url=no-redirect.html">"#, DEAD, &["no-redirect.html"]),
    (r#"<noscript><a href="no-noscript.html">x</a></noscript>"#, DEAD, &["no-noscript.html"]),
    ("<a HREF='no-quote.html'>x</a><A href=no-bare.html>x</A>", DEAD, &["no-quote.html", "no-bare.html"]),
    (r#"<a href="no&amp;entity.html">x</a>"#, DEAD, &["no&amp;entity.html"]),
    (r##"<a href="#NOWHERE">x</a><a href="index.html#nowhere">x</a>"##, ANCHOR, &["#NOWHERE", "index.html#nowhere"]),
    (r##"<a href="#caf%C3%A9">x</a>"##, ANCHOR, &["#caf%C3%A9"]),
    (r#"<a href="index.html/">x</a>"#, "page-trailing-slash", &["index.html/"]),
    (r#"<a href="assets">x</a><a href="./assets/">x</a>"#, "page-link-to-folder", &["assets", "./assets/"]),
    (r#"<a href="./">x</a>"#, "page-link-to-folder", &["./"]),
    (r#"<a href="INDEX.html">x</a>"#, "page-other-case", &["INDEX.html"]),
    (r#"<a href="../above.html">x</a>"#, "page-leaves-site", &["../above.html"]),
    (r#"<a href="/rooted.html">x</a>"#, "page-rooted-address", &["/rooted.html"]),
    (r#"<a href="//www.example.org/x">x</a>"#, "page-rooted-address", &["//www.example.org/x"]),
    (r#"<a href="https://">x</a>"#, "page-malformed-address", &["https://"]),
    (r#"<a href="http://[::1">x</a>"#, "page-malformed-address", &["http://[::1"]),
    (r#"<a href="100%.html">x</a>"#, "page-malformed-address", &["100%.html"]),
    (r#"<a href="JavaScript:void(0)">x</a>"#, "page-forbidden-scheme", &["JavaScript:void(0)"]),
    (r#"<a href="file:///etc/passwd">x</a>"#, "page-forbidden-scheme", &["file:///etc/passwd"]),
    (r#"<iframe src="data:text/html,x" title="x"></iframe>"#, "page-forbidden-scheme", &["data:text/html,x"]),
    (
        r#"<script src="https://cdn.example.org/x.js"></script>"#,
        "page-loads-elsewhere",
        &["https://cdn.example.org/x.js"],
    ),
    (
        r#"<link rel="preconnect" href="https://fonts.example.org">"#,
        "page-loads-elsewhere",
        &["https://fonts.example.org"],
    ),
    (r#"<p onclick="go()">x</p>"#, "page-inline-code", &["go()"]),
    (r#"<p style="color:red">x</p>"#, "page-inline-code", &["color:red"]),
    (r"<script>go()</script>", "page-inline-code", &["<script>"]),
    (r#"<i id="fm-main"></i>"#, "page-duplicate-id", &[r#"id="fm-main""#]),
];

/// What no browser stumbles over.
const SOUND: &[&str] = &[
    r##"<a href="#">x</a><a href="#TOP">x</a><a href="#fm-main">x</a><a href="">x</a><a href="?q=1">x</a>"##,
    r##"<a href="#:~:text=We%20are">x</a><a href="index.html#fm-main:~:text=x">x</a>"##,
    r##"<a id="café"></a><a href="#caf%C3%A9">x</a><a href="#café">x</a><a name="old"></a><a href="#old">x</a>"##,
    r##"<i id="a%20b"></i><a href="#a%20b">x</a><a href=" index.html?x#fm-main ">x</a>"##,
    r#"<a href="./x/../index.html">x</a><a href="%69ndex.html">x</a><a href=".\index.html">x</a>"#,
    r#"<a href="mailto:a@example.org">x</a><a href="tel:+44">x</a><a href="https://www.example.org/?a&amp;b#c">x</a>"#,
    r#"<template><a href="no.html">x</a></template><!-- <a href="no.html">x</a> -->"#,
    r#"<img src="data:image/gif;base64,AA==" alt=""><a>x</a><a name="x">x</a><textarea><a href="no.html"></textarea>"#,
    r#"<script type="application/ld+json">{"a": "<a href='no.html'>"}</script>"#,
    r##"<svg><defs><path id="p"/></defs><use href="#p"/><title>x</title></svg><object data="assets/favicon.svg"></object>"##,
    r#"<form method="post" action="https://www.example.org/send"></form><link rel="license" href="urn:x">"#,
];

fn site(lines: &str) -> Site {
    let template = format!("{{% extends \"civic/base.html\" %}}\n{{% block content %}}\n{lines}\n{{% endblock %}}\n");
    Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file("content/index.md", "# Home\n\nRead [about us](about.md).\n")
        .file("content/about.md", "# About us\n\nWe are three.\n")
        .file("themes/civic/templates/page.html", &template)
}

fn check(site: &Site) -> Run {
    site.command(&["check"])
}

/// What was found, as `code place`.
fn told(run: &Run) -> Vec<String> {
    let mut told: Vec<String> = run.findings().iter().map(|found| format!("{} {}", found.code, found.place)).collect();
    told.sort();
    told
}

#[test]
fn every_fault_of_a_hostile_theme_is_told_at_its_line() {
    let lines: Vec<&str> = HOSTILE.iter().map(|(line, ..)| *line).collect();
    let mut expected = Vec::new();
    for (index, (line, code, words)) in HOSTILE.iter().enumerate() {
        for word in *words {
            let column = line.find(&format!("\"{word}")).map_or_else(|| line.find(word).unwrap(), |quote| quote + 1);
            expected.push(format!("{code} themes/civic/templates/page.html:{}:{}", index + 3, column + 1));
        }
    }
    expected.sort();
    assert_eq!(told(&check(&site(&lines.join("\n")))), expected);
}

#[test]
fn nothing_that_leads_somewhere_is_told() {
    let run = check(&site(&SOUND.join("\n")));
    assert_eq!(told(&run), Vec::<String>::new(), "{}", run.stdout());
}

#[test]
fn a_base_changes_where_links_lead_and_is_told() {
    let head = "{% extends \"civic/base.html\" %}\n{% block head %}<base href=\"sub/\">{% endblock %}\n";
    let run = check(&site("").file("themes/civic/templates/page.html", head));
    let codes: Vec<String> = run.findings().into_iter().map(|found| found.code).collect();
    assert!(codes.iter().any(|code| code == "page-base"), "{}", run.stdout());
    assert!(run.stdout().contains("page-dead-link"), "{}", run.stdout());
}

#[test]
fn a_fault_of_a_template_is_told_once_for_all_pages() {
    let mut site = site("<a href=\"{{ page.root }}nowhere.html\">x</a>");
    for page in 0..20 {
        site = site.file(&format!("content/more/page-{page}.md"), "# More\n");
    }
    let run = check(&site);
    assert_eq!(told(&run), ["page-dead-link themes/civic/templates/page.html:3:25"]);
    assert!(run.stdout().contains("here and on 20 other pages."), "{}", run.stdout());
}

#[test]
fn files_that_are_published_as_they_are_are_told_at_their_own_line() {
    let site = site("<link rel=\"manifest\" href=\"{{ page.root }}site.webmanifest\">")
        .file("themes/civic/static/extra.css", "@import 'no.css';\n/* url(no) */ p { background: url(no.png) }\n")
        .file("content/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<use href=\"#no\"/></svg>\n")
        .file("content/site.webmanifest", "{\"start_url\": \"index.html\",\n\"icons\": [{\"src\": \"no.png\"}]}\n")
        .bytes_file(
            "content/old.html",
            b"<p id=caf\xe9>caf\xe9</p>\n<p>\xe9 <a href=#caf%C3%A9>x</a> <a href='no.html'>x</a>\n",
        );
    let expected = [
        "page-dead-anchor content/icon.svg:2:12",
        "page-dead-link content/old.html:2:40",
        "page-dead-link content/site.webmanifest:2:20",
        "page-dead-link themes/civic/static/extra.css:1:10",
        "page-dead-link themes/civic/static/extra.css:2:35",
    ];
    assert_eq!(told(&check(&site)), expected);
}

#[test]
fn the_sites_own_full_addresses_are_followed() {
    let lines = "<a href=\"https://www.example.org/plan/index.html\">x</a><a href=\"/plan/index.html\">x</a>\n\
                 <a href=\"https://www.example.org/plan/no.html\">x</a>\n<a href=\"/council/\">x</a>\n\
                 <a href=\"https://www.example.org/council/\">x</a><a href=\"https://www.example.org/plan/\">x</a>";
    let run = check(&site(lines).args(&["--base-url", "https://www.example.org/plan/"]));
    let template = "themes/civic/templates/page.html";
    let expected = [format!("page-dead-link {template}:4:10"), format!("page-rooted-address {template}:5:10")];
    assert_eq!(told(&run), expected, "{}", run.stdout());
}

#[test]
fn folders_may_be_named_where_pages_are_folders() {
    let site = site("<a href=\"../\">x</a><a href=\"../about/\">x</a>\n<a href=\"../about\">x</a>")
        .file("folkmoot.yaml", "title: A site\nurls: directories\n");
    assert_eq!(told(&check(&site)), ["page-link-to-folder themes/civic/templates/page.html:4:10"]);
}

#[test]
fn redirects_lost_pages_and_names_of_any_script_are_sound() {
    let site = site("")
        .file(
            "content/Größe/ähnlich %1.md",
            "---\ntitle: Ähnlich\naliases: [alt/früher.html, alt/]\n---\n\n## Größe\n\n[oben](#größe)\n",
        )
        .file("content/about.md", "# About us\n\n[x](Größe/%C3%A4hnlich%20%251.md#größe)\n");
    for args in [&[][..], &["--base-url", "https://www.example.org/plan"]] {
        let run = check(&site.clone().args(args));
        let pages: Vec<String> = told(&run).into_iter().filter(|told| told.starts_with("page-")).collect();
        assert_eq!(pages, Vec::<String>::new(), "{}", run.stdout());
    }
}
