//! What is answered: files with their types, parts of them, pages with the preview's script, pages that say why there is none.

use std::sync::Arc;

use folkmoot::diagnostic::report::{RelatedSpot, Spot};
use folkmoot::export::{CONTENT_SECURITY_POLICY, SEARCH_CONTENT_SECURITY_POLICY};
use folkmoot::serve::preview::{Finding, Note, Shown};

use super::server::{Server, path, site};

const HOME: &str = "<!doctype html><html lang=\"en\"><head><title>Home</title></head><body><h1>Home</h1></body></html>";

fn spot(file: &str, line: usize, column: usize) -> Spot {
    Spot { file: file.to_owned(), line, column, end_line: line, end_column: column }
}

fn finding(file: &str) -> Finding {
    let related = RelatedSpot { message: "It is named here".to_owned(), spot: spot("other.md", 7, 1) };
    Finding {
        code: "unresolved-reference",
        severity: "error",
        message: "There is no <priority> & “x\".".to_owned(),
        spot: spot(file, 3, 5),
        help: Some("Write <b>.".to_owned()),
        related: vec![related],
    }
}

#[test]
fn files_come_as_they_are_with_their_type_and_policy() {
    let server = Server::showing(&[
        ("index.html", HOME),
        ("search.html", HOME),
        ("assets/style.css", "h1 {}"),
        ("assets/app.js", "1"),
        ("a b.txt", "caf\u{e9}"),
        ("report.pdf", ""),
    ]);
    let (strict, wide) = (CONTENT_SECURITY_POLICY, SEARCH_CONTENT_SECURITY_POLICY);
    let table = [
        ("/", "text/html; charset=utf-8", strict),
        ("/index.html?x=1", "text/html; charset=utf-8", strict),
        ("/index", "text/html; charset=utf-8", strict),
        ("/search.html?q=x", "text/html; charset=utf-8", wide),
        ("/assets/style.css", "text/css; charset=utf-8", wide),
        ("/assets/app.js", "text/javascript; charset=utf-8", wide),
        ("/a%20b.txt", "text/plain; charset=utf-8", wide),
        ("/report.pdf", "application/pdf", wide),
    ];
    for (path, kind, policy) in table {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("content-security-policy"), policy, "{path}");
        let general = ["cache-control", "x-content-type-options", "accept-ranges"].map(|name| answer.header(name));
        assert_eq!(general, ["no-cache", "nosniff", "bytes"], "{path}");
        let head = server.ask("HEAD", path, "");
        for name in ["content-type", "content-length", "etag"] {
            assert_eq!(head.header(name), answer.header(name), "{path}: {name}");
        }
        assert_eq!(head.status, 200);
    }
    assert_eq!(server.get("/a%20b.txt").text(), "caf\u{e9}");
    assert_eq!(server.get("/report.pdf").body, b"");
}

#[test]
fn a_head_is_followed_by_nothing() {
    let server = Server::showing(&[("index.html", HOME), ("a.txt", "two")]);
    let mut connection = server.connect();
    connection.say("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!(connection.answer("HEAD").status, 200);
    assert_eq!(connection.answer("GET").text(), "two");
}

#[test]
fn folders_and_addresses_without_anything_are_answered_as_hosts_do() {
    let server = Server::showing(&[("a/index.html", HOME), ("b.html", HOME)]);
    let answer = server.get("/a?q=%20x");
    assert_eq!((answer.status, answer.header("location")), (302, "/a/?q=%20x"));
    assert_eq!(server.get("/a/").status, 200);
    assert_eq!(server.get("/b").status, 200);
    let missing = server.get("/c");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("<h1>Page not found</h1>"), "{}", missing.text());
    server.preview.show(site(&[("404.html", "<head></head><h1>Lost</h1>")]));
    let missing = server.get("/c");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("<h1>Lost</h1>") && missing.text().contains("preview.js"), "{}", missing.text());
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let server = Server::showing(&[("index.html", HOME), ("a.txt", "one"), ("b.txt", "one"), ("c.txt", "two")]);
    let tag = |path: &str| server.get(path).header("etag").to_owned();
    let (page, text) = (tag("/"), tag("/a.txt"));
    assert!(text.starts_with('"') && text.ends_with('"') && text.len() > 10, "{text}");
    assert_eq!((tag("/a.txt"), tag("/b.txt")), (text.clone(), text.clone()));
    assert_ne!(tag("/c.txt"), text);
    let table = [
        ("/a.txt", text.clone(), 304),
        ("/a.txt", format!("\"x\", W/{text}"), 304),
        ("/a.txt", "*".to_owned(), 304),
        ("/", page.clone(), 304),
        ("/a.txt", page.clone(), 200),
        ("/a.txt", text.replace('"', ""), 200),
        ("/c.txt", text.clone(), 200),
    ];
    for (path, known, status) in table {
        let answer = server.ask("GET", path, &format!("If-None-Match: {known}\r\n"));
        assert_eq!(answer.status, status, "{path} {known}");
        assert_eq!(answer.header("etag"), tag(path), "{path} {known}");
        assert_ne!(answer.header("content-security-policy"), "", "{path} {known}");
    }
    server.preview.show(site(&[("index.html", HOME), ("a.txt", "other")]));
    assert_eq!(tag("/"), page);
    assert_ne!(tag("/a.txt"), text);
}

#[test]
fn parts_of_a_file_are_what_was_asked_for() {
    let server = Server::showing(&[("a.txt", "0123456789")]);
    let tag = server.get("/a.txt").header("etag").to_owned();
    // Range and more headers; status, `Content-Range`, body.
    let table = [
        ("bytes=2-4", String::new(), 206, "bytes 2-4/10", "234"),
        ("bytes=-3", String::new(), 206, "bytes 7-9/10", "789"),
        ("bytes=8-", String::new(), 206, "bytes 8-9/10", "89"),
        ("bytes=10-", String::new(), 416, "bytes */10", ""),
        ("bytes=0-1,4-5", String::new(), 200, "", "0123456789"),
        ("lines=0-1", String::new(), 200, "", "0123456789"),
        ("bytes=2-4", format!("If-Range: {tag}\r\n"), 206, "bytes 2-4/10", "234"),
        ("bytes=2-4", "If-Range: \"other\"\r\n".to_owned(), 200, "", "0123456789"),
        ("bytes=2-4", format!("If-Range: W/{tag}\r\n"), 200, "", "0123456789"),
        ("bytes=2-4", "If-Range: Thu, 26 Nov 2026 12:00:00 GMT\r\n".to_owned(), 200, "", "0123456789"),
        ("bytes=2-4", format!("If-None-Match: {tag}\r\n"), 304, "", ""),
    ];
    for (range, more, status, content_range, body) in table {
        let answer = server.ask("GET", "/a.txt", &format!("Range: {range}\r\n{more}"));
        let found = (answer.status, answer.header("content-range").to_owned(), answer.text());
        assert_eq!(found, (status, content_range.to_owned(), body.to_owned()), "{range} {more}");
    }
    let head = server.ask("HEAD", "/a.txt", "Range: bytes=2-4\r\n");
    assert_eq!((head.status, head.header("content-length")), (200, "10"));
}

#[test]
fn pages_carry_the_script_and_know_their_bytes() {
    let server = Server::showing(&[("index.html", HOME), ("a.txt", "</head>")]);
    let answer = server.get("/");
    let page = server.state("/")["page"].as_str().unwrap().to_owned();
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"/_folkmoot/preview.css\">\
         <script src=\"/_folkmoot/preview.js\" data-page=\"{page}\" defer></script>\n</head>"
    );
    assert_eq!(answer.text(), HOME.replace("</head>", &tags));
    assert_eq!(server.get("/a.txt").text(), "</head>");
    for (name, kind) in [("preview.js", "text/javascript; charset=utf-8"), ("preview.css", "text/css; charset=utf-8")] {
        let answer = server.get(&format!("/_folkmoot/{name}"));
        assert_eq!((answer.status, answer.header("content-type")), (200, kind));
        assert!(answer.body.len() > 1000);
    }
    // Each way to the page shows one page; another page, and none, are others.
    assert_eq!(server.state("/index.html")["page"], page);
    assert_ne!(server.state("/none")["page"], page);
    let missing = server.get("/none").text();
    assert!(missing.contains(&format!("data-page=\"{}\"", server.state("/none")["page"].as_str().unwrap())));
}

#[test]
fn a_page_hears_what_was_found_and_where_it_was_written() {
    let server = Server::start();
    let shown = site(&[("index.html", HOME), ("a/b c.html", HOME)]);
    let note = Note { source: "content/a/b c.md".to_owned(), is_draft: true };
    server.preview.show(Shown {
        notes: Arc::new([(path("a/b c.html"), note)].into()),
        findings: Arc::new(vec![finding("content/a/b c.md")]),
        is_current: false,
        ..shown
    });
    let state = server.state("%2Fa%2Fb%2520c.html");
    for (name, wanted) in [
        ("generation", serde_json::json!(1)),
        ("has_site", true.into()),
        ("is_current", false.into()),
        ("path", "a/b c.html".into()),
        ("source", "content/a/b c.md".into()),
        ("is_draft", true.into()),
        ("edit", "vscode://file/the%20site/content/a/b%20c.md:1:1".into()),
    ] {
        assert_eq!(state[name], wanted, "{name}");
    }
    let wanted = serde_json::json!([{
        "code": "unresolved-reference", "severity": "error", "message": "There is no <priority> & “x\".",
        "file": "content/a/b c.md", "line": 3, "column": 5, "end_line": 3, "end_column": 5, "help": "Write <b>.",
        "related": [{
            "message": "It is named here", "file": "other.md", "line": 7, "column": 1, "end_line": 7, "end_column": 1,
        }],
        "link": "vscode://file/the%20site/content/a/b%20c.md:3:5",
        "related_links": ["vscode://file/the%20site/other.md:7:1"],
    }]);
    assert_eq!(state["findings"], wanted);
    let home = server.state("/");
    assert_eq!((&home["source"], &home["edit"], &home["is_draft"]), (&().into(), &().into(), &false.into()));
}

#[test]
fn without_a_site_every_address_says_why() {
    let server = Server::start();
    let answer = server.get("/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("<h1>The site is being made</h1>"), "{}", answer.text());
    server.preview.show(Shown { findings: Arc::new(vec![finding("a.md")]), ..Shown::default() });
    for address in ["/", "/a.html", "/assets/style.css"] {
        let answer = server.get(address);
        let text = answer.text();
        assert_eq!((answer.status, answer.header("content-type")), (503, "text/html; charset=utf-8"), "{address}");
        assert!(text.contains("<strong>Error:</strong> There is no &lt;priority&gt; &amp; “x&quot;."), "{text}");
        assert!(text.contains("<a href=\"vscode://file/the%20site/a.md:3:5\">a.md:3:5</a>"), "{text}");
        assert!(text.contains("Write &lt;b&gt;.") && text.contains("It is named here: <a"), "{text}");
        let page = server.state(address)["page"].as_str().unwrap().to_owned();
        assert!(text.contains(&format!("data-page=\"{page}\"")), "{text}");
    }
    let before = server.state("/")["page"].clone();
    server.preview.show(site(&[("index.html", HOME)]));
    assert_ne!(server.state("/")["page"], before);
    assert_eq!(server.get("/").status, 200);
}
