//! Computers that are not public: no connection is ever made to them, however a link or a redirect leads there.

use folkmoot::web::{Link, Memory, look};

use super::super::support::loopback::Loopback;
use super::{Book, NOON, Run, allowing, pace, told};

/// What is said about addresses, with names that lead to loopback.
fn ask(allowed: &[&str], urls: &[String]) -> Vec<String> {
    let names = Book::of(&[
        ("public.example.org", "127.0.0.1"),
        ("inside.example.org", "127.0.0.1"),
        ("mixed.example.org", "93.184.216.34"),
        ("mixed.example.org", "::ffff:127.0.0.1"),
    ]);
    let (settings, pace) = (allowing(allowed), pace());
    let run = Run { settings: &settings, pace: &pace, names: &names, now: NOON };
    told(&run.ask(urls, &mut Memory::default()))
}

#[test]
fn what_is_not_public_is_refused_without_a_connection() {
    let server = Loopback::start();
    let port = server.port();
    let hosts = ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "0.0.0.0", "[::1]", "[::]"]
        .into_iter()
        .chain([
            "[::ffff:127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[::127.0.0.1]",
            "localhost",
            "a.localhost",
            "LOCALHOST.",
        ])
        .chain(["printer", "nas.local", "\u{ff11}27.0.0.1", "inside.example.org", "mixed.example.org"]);
    for host in hosts {
        let told = ask(&[], &[format!("http://{host}:{port}/ok")]);
        assert!(told.len() == 1 && told[0].starts_with("web-refused-address"), "{host}: {told:?}");
    }
    for to in ["127.0.0.1", "inside.example.org", "localhost", "[::1]", "2130706433"] {
        let front = Loopback::start();
        let url = format!("http://public.example.org:{}/redirect/302/x?http://{to}:{port}/ok", front.port());
        let told = ask(&["public.example.org"], std::slice::from_ref(&url));
        assert!(told.len() == 1 && told[0].starts_with(&format!("web-refused-address {url} leads on to ")), "{told:?}");
        assert_eq!(front.take_requests().len(), 1);
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn settings_allow_what_they_name_and_no_more() {
    let server = Loopback::start();
    let port = server.port();
    let at_port = format!("127.0.0.1:{port}");
    let other_port = format!("127.0.0.1:{}", port ^ 1);
    let name_at_port = format!("inside.example.org:{port}");
    for (allowed, host, is_asked) in [
        ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.0/8", "127.0.0.1", true),
        ("127.0.0.0/8", "inside.example.org", true),
        ("127.0.0.1", "[::ffff:127.0.0.1]", true),
        (&at_port, "127.0.0.1", true),
        ("inside.example.org", "inside.example.org", true),
        ("Inside.Example.org.", "inside.example.org", true),
        (&name_at_port, "inside.example.org", true),
        (&other_port, "127.0.0.1", false),
        ("inside.example.org:1", "inside.example.org", false),
        ("inside.example.org", "127.0.0.1", false),
        ("example.org", "inside.example.org", false),
        ("10.0.0.0/8", "127.0.0.1", false),
        ("127.0.0.0/99", "127.0.0.1", false),
        ("::/0", "127.0.0.1", false),
        ("", "127.0.0.1", false),
        ("*", "127.0.0.1", false),
    ] {
        let told = ask(&[allowed], &[format!("http://{host}:{port}/ok")]);
        assert_eq!(told.is_empty(), is_asked, "{allowed} for {host}: {told:?}");
        assert_eq!(!server.take_requests().is_empty(), is_asked, "{allowed} for {host}");
    }
}

#[test]
fn names_that_do_not_exist_are_told_from_those_that_nobody_could_look_up() {
    for (host, expected) in [
        ("nowhere.example.org", "web-no-such-host There is no website called nowhere.example.org."),
        ("www.nowhere.invalid", "web-no-such-host There is no website called www.nowhere.invalid."),
        ("b\u{fc}cher.example.org", "web-no-such-host There is no website called xn--bcher-kva.example.org."),
        ("perhaps.example.org", "unverified http://perhaps.example.org/ could not be looked up just now"),
    ] {
        // A host that exists says that names can be looked up at all.
        let exists = "http://inside.example.org/".to_owned();
        let told = ask(&[], &[format!("http://{host}/"), exists]);
        assert!(told.iter().any(|told| told.starts_with(expected)), "{told:?}");
    }
    let offline = ask(&[], &["http://nowhere.example.org/".to_owned(), "http://nowhere.invalid/".to_owned()]);
    assert!(offline[0].starts_with("unverified") || offline[1].starts_with("unverified"), "{offline:?}");
    assert!(offline[1].starts_with("web-no-such-host") || offline[0].starts_with("web-no-such-host"), "{offline:?}");
}

#[test]
fn what_shows_without_asking_is_told_without_asking() {
    for (url, expected) in [
        ("https://www.example.org:99999/", ""),
        ("https://", ""),
        ("http://[::1/", ""),
        ("https://jo:secret@example.org/a", "web-credentials The link to https://example.org/a holds"),
        (
            "http://10.0.0.1/",
            "web-refused-address The public cannot reach http://10.0.0.1/: 10.0.0.1 lies in a private network.",
        ),
        ("http://nowhere.example.org:25/", "web-refused-address"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("mailto:jo@example.org", ""),
        ("tel:+44", ""),
        ("", ""),
        ("#", ""),
    ] {
        let told = ask(&[], &[url.to_owned()]);
        assert!(told.len() == usize::from(!expected.is_empty()), "{url}: {told:?}");
        assert!(told.iter().all(|told| told.starts_with(expected) && !told.contains("secret")), "{url}: {told:?}");
        let place = folkmoot::diagnostic::Place::file("a.md");
        let link = Link { url, places: std::slice::from_ref(&place) };
        assert_eq!(look(&[link], &allowing(&[])).len(), told.len(), "{url}");
    }
}
