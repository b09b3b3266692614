//! `folkmoot serve` as it is run: a folder is edited, well and badly, and a browser sees what came of it.
#![cfg(unix)]

mod browser;

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use crate::support::Site;
use browser::Serving;

fn site() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: Safer Shire\n")
        .file("content/index.md", "# Safer Shire\n\nThe plan of the shire, in a few words.\n")
        .file("content/about.md", "# About\n\nWho we are, and [where](index.md) to start.\n\nEdit number 0.\n")
        .file("content/priorities/knives.md", "---\ntitle: Knife crime\n---\n\nFewer knives in the streets.\n")
}

fn write(site: &Site, path: &str, text: &str) {
    let path = site.root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn about(number: usize) -> String {
    format!("# About\n\nWho we are, and [where](index.md) to start.\n\nEdit number {number}.\n")
}

#[test]
fn what_is_saved_is_shown_and_nothing_is_written() {
    let site = site();
    let mut serving = Serving::start(&site, &[]);
    assert!(serving.get("about.html").contains("Edit number 0."));
    write(&site, "content/about.md", &about(1));
    serving.wait("about.html", |page| page.contains("Edit number 1."));
    write(&site, "content/new/deep/page.md", "# Deep\n\nA page in a folder in a folder that was not there.\n");
    serving.wait("new/deep/page.html", |page| page.contains("A page in a folder"));
    fs::remove_dir_all(site.root().join("content/new")).unwrap();
    serving.wait("new/deep/page.html", |page| page.contains("404"));
    fs::rename(site.root().join("content/about.md"), site.root().join("content/us.md")).unwrap();
    serving.wait("us.html", |page| page.contains("Edit number 1."));
    for made in ["site", ".folkmoot"] {
        assert!(!site.root().join(made).exists(), "{made}");
    }
    serving.end();
}

#[test]
fn a_site_with_errors_keeps_its_last_good_pages_and_says_what_is_wrong() {
    let site = site();
    let mut serving = Serving::start(&site, &[]);
    write(&site, "content/about.md", "# About\n\nWe fight <priority:knifes>.\n\nEdit number 2.\n");
    let state = serving.wait("_folkmoot/state?path=/about.html", |state| state.contains("\"is_current\":false"));
    assert!(state.contains("unresolved-reference") && state.contains("content/about.md"), "{state}");
    assert!(state.contains("\"line\":3"), "{state}");
    assert!(serving.get("about.html").contains("Edit number 0."), "the last good page stays");
    write(&site, "content/about.md", &about(3));
    serving.wait("about.html", |page| page.contains("Edit number 3."));
    assert!(serving.get("_folkmoot/state?path=/about.html").contains("\"is_current\":true"));
    serving.end();
}

#[test]
fn a_site_that_never_was_good_says_why_until_it_is() {
    let site = site().file("content/bad.md", "# Bad\n\n<priority:nothing>\n");
    let mut serving = Serving::start(&site, &[]);
    let page = serving.get("index.html");
    assert!(page.starts_with("HTTP/1.1 503") && page.contains("content/bad.md"), "{page}");
    fs::remove_file(site.root().join("content/bad.md")).unwrap();
    serving.wait("index.html", |page| page.starts_with("HTTP/1.1 200"));
    fs::rename(site.root().join("folkmoot.yaml"), site.root().join("away.yaml")).unwrap();
    serving.wait("_folkmoot/state?path=/", |state| state.contains("settings-missing"));
    assert!(serving.get("index.html").contains("in a few words"));
    serving.end();
}

#[test]
fn drafts_are_shown_where_they_are_asked_for() {
    let site =
        site().file("content/plan.md", "---\ntitle: To come\ndraft: true\n---\n\nNobody should read this yet.\n");
    let serving = Serving::start(&site, &[]);
    assert!(serving.get("plan.html").starts_with("HTTP/1.1 404"));
    serving.end();
    let serving = Serving::start(&site, &["--drafts"]);
    assert!(serving.get("plan.html").contains("Nobody should read this yet."));
    assert!(serving.get("_folkmoot/state?path=/plan.html").contains("\"is_draft\":true"));
    serving.end();
}

#[test]
fn storms_of_saves_and_files_that_come_and_go_end_in_what_is_there() {
    let site = site();
    let mut serving = Serving::start(&site, &[]);
    for number in 1..=400 {
        write(&site, "content/about.md", &about(number));
        // Half of it, then all of it.
        fs::write(site.root().join("content/index.md"), "---\ntitle: Saf").unwrap();
        write(&site, "content/index.md", &format!("# Safer Shire\n\nThe plan of the shire, time {number}.\n"));
        write(&site, &format!("content/passing-{number}.md"), "# Passing\n\nA page that is gone at once.\n");
        fs::remove_file(site.root().join(format!("content/passing-{number}.md"))).unwrap();
    }
    serving.wait("about.html", |page| page.contains("Edit number 400."));
    serving.wait("index.html", |page| page.contains("time 400."));
    serving.wait("passing-400.html", |page| page.starts_with("HTTP/1.1 404"));
    serving.end();
}

#[test]
fn a_folder_that_becomes_a_file_and_a_root_that_goes_are_seen() {
    let place = Site::new();
    let root = place.root().join("work");
    let site = site();
    copy(site.root(), &root);
    let mut serving = Serving::start_at(&root, &[]);
    fs::remove_dir_all(root.join("content/priorities")).unwrap();
    fs::write(root.join("content/priorities"), "a file").unwrap();
    serving.wait("priorities/knives.html", |page| page.starts_with("HTTP/1.1 404"));
    fs::remove_file(root.join("content/priorities")).unwrap();
    copy(&site.root().join("content/priorities"), &root.join("content/priorities"));
    serving.wait("priorities/knives.html", |page| page.contains("Fewer knives"));
    fs::remove_dir_all(&root).unwrap();
    let state = serving.wait("_folkmoot/state?path=/", |state| state.contains("\"is_current\":false"));
    assert!(state.contains("There is no folder") && !state.contains("settings"), "{state}");
    assert!(serving.get("about.html").contains("Edit number 0."), "the last good page stays");
    copy(site.root(), &root);
    fs::write(root.join("content/about.md"), about(7)).unwrap();
    serving.wait("about.html", |page| page.contains("Edit number 7."));
    serving.end();
}

#[test]
fn a_template_that_comes_and_goes_while_pages_are_drawn_harms_nothing() {
    let site = site();
    let mut serving = Serving::start(&site, &[]);
    let template = "themes/civic/templates/page.html";
    for number in 1..=60 {
        write(
            &site,
            template,
            "{% extends \"civic/page.html\" %}{% block content %}<p>Ours.</p>{{ body }}{% endblock %}",
        );
        write(&site, "content/about.md", &about(number));
        fs::remove_file(site.root().join(template)).unwrap();
    }
    serving.wait("about.html", |page| page.contains("Edit number 60.") && !page.contains("Ours."));
    write(&site, template, "{% extends \"civic/page.html\" %}{% block content %}{{ oops");
    serving.wait("_folkmoot/state?path=/about.html", |state| state.contains("template-fault"));
    fs::remove_file(site.root().join(template)).unwrap();
    serving.wait("_folkmoot/state?path=/about.html", |state| state.contains("\"is_current\":true"));
    serving.end();
}

#[test]
fn a_root_that_is_a_link_is_followed_to_where_it_leads_now() {
    let (place, site) = (Site::new(), site());
    for (version, number) in [("one", 1), ("two", 2)] {
        copy(site.root(), &place.root().join(version));
        fs::write(place.root().join(version).join("content/about.md"), about(number)).unwrap();
    }
    let link = place.root().join("now");
    std::os::unix::fs::symlink("one", &link).unwrap();
    let mut serving = Serving::start_at(&link, &[]);
    assert!(serving.get("about.html").contains("Edit number 1."));
    std::os::unix::fs::symlink("two", place.root().join("next")).unwrap();
    fs::rename(place.root().join("next"), &link).unwrap();
    serving.wait("about.html", |page| page.contains("Edit number 2."));
    serving.end();
}

#[test]
fn network_drives_are_read_again_and_again() {
    let site = site();
    let mut serving = Serving::start(&site, &["--poll", "0.05"]);
    write(&site, "content/about.md", &about(1));
    serving.wait("about.html", |page| page.contains("Edit number 1."));
    serving.end();
}

#[test]
fn a_port_that_is_taken_is_told_and_wrong_usage_too() {
    let site = site();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = site.command(&["serve", "--port", &port]);
    let run = run.expect_exit(2);
    assert!(run.stderr().contains(&port) && run.stderr().contains("--port"), "{}", run.stderr());
    for wrong in [&["serve", "--editor", "no link"][..], &["serve", "--poll", "x"], &["serve", "-r", "nowhere"]] {
        site.command(wrong).expect_exit(2);
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
