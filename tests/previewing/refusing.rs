//! What is refused: other methods, other hosts and sites, ways out of the site, heads that are too large.

use std::net::Ipv4Addr;

use folkmoot::serve::preview::Hosts;

use super::server::{Server, site};

#[test]
fn nothing_leads_out_of_the_site() {
    let server = Server::showing(&[("index.html", ""), ("a/index.html", "")]);
    let ways = [
        "/../../etc/passwd",
        "/a/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/.%2e/.%2e/etc/passwd",
        "/%252e%252e/%252e%252e/etc/passwd",
        "/..%5c..%5cetc%5cpasswd",
        "/..\\..\\etc\\passwd",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/a//../etc/passwd",
        "/etc/passwd%00.html",
        "/%c0%ae%c0%ae/etc/passwd",
        "/././etc/passwd",
        "/a/%2e%2e/index.html",
        "//localhost/a",
    ];
    for way in ways {
        let status = server.get(way).status;
        // What is not even an address is answered before anything looks for it.
        assert!(status == 404 || way.contains('\\') && status == 400, "{way}: {status}");
    }
}

#[test]
fn it_only_shows() {
    let server = Server::showing(&[("index.html", "")]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        for path in ["/", "/_folkmoot/state", "/_folkmoot/events"] {
            let answer = server.ask(method, path, "Content-Length: 0\r\n");
            assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method} {path}");
        }
    }
}

#[test]
fn it_answers_under_its_own_names_alone() {
    let own = Server::start();
    let open =
        Server::with(Hosts { interface: Ipv4Addr::UNSPECIFIED.into(), names: vec!["plan.example.org".to_owned()] });
    // Lines of the head; the status on loopback, and on another interface with a name that is allowed.
    let table = [
        ("Host: localhost:8000\r\n", 200, 200),
        ("Host: 127.0.0.1\r\n", 200, 200),
        ("Host: [::1]:80\r\n", 200, 200),
        ("Host: 192.168.1.4:8000\r\n", 421, 200),
        ("Host: plan.example.org\r\n", 421, 200),
        ("Host: rebound.example.org\r\n", 421, 421),
        ("Host: localhost.example.org\r\n", 421, 421),
        ("Host: \r\n", 400, 400),
        ("", 400, 400),
        ("Host: localhost\r\nHost: localhost\r\n", 400, 400),
        ("Host: localhost\r\nHost: example.org\r\n", 400, 400),
    ];
    for (server, is_open) in [(&own, false), (&open, true)] {
        server.preview.show(site(&[("index.html", "")]));
        for (head, on_loopback, elsewhere) in table {
            for path in ["/", "/_folkmoot/state", "/_folkmoot/preview.js"] {
                let mut connection = server.connect();
                connection.say(&format!("GET {path} HTTP/1.1\r\n{head}\r\n"));
                let wanted = if is_open { elsewhere } else { on_loopback };
                assert_eq!(connection.answer("GET").status, wanted, "{path} {head}");
            }
        }
    }
}

#[test]
fn other_sites_hear_nothing() {
    let server = Server::showing(&[("index.html", "")]);
    let table = [
        ("", 200),
        ("Sec-Fetch-Site: same-origin\r\n", 200),
        ("Sec-Fetch-Site: none\r\n", 200),
        ("Origin: http://localhost\r\n", 200),
        ("Sec-Fetch-Site: cross-site\r\n", 403),
        ("Sec-Fetch-Site: same-site\r\n", 403),
        ("Origin: http://localhost:81\r\n", 403),
        ("Origin: https://example.org\r\n", 403),
        ("Origin: null\r\n", 403),
    ];
    for (headers, status) in table {
        assert_eq!(server.ask("GET", "/_folkmoot/state?path=/", headers).status, status, "{headers}");
        let events = server.ask("HEAD", "/_folkmoot/events", headers);
        assert_eq!(events.status, status, "{headers}");
        assert_eq!(server.ask("GET", "/", headers).status, 200, "{headers}");
    }
}

#[test]
fn a_head_that_is_too_large_is_told_so() {
    let server = Server::showing(&[("index.html", "")]);
    let mut connection = server.connect();
    // As much as there is room for, and not yet at its end: were there more, it could be cut off with the answer unread.
    let head = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: ";
    connection.say(&format!("{head}{}", "x".repeat(64 * 1024 - head.len())));
    assert_eq!(connection.answer("GET").status, 431);
    let mut connection = server.connect();
    connection.say(&format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(500)));
    assert_eq!(connection.answer("GET").status, 431);
    assert_eq!(server.get("/").status, 200);
}
