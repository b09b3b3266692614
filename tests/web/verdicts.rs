//! Every way in which a server answers or fails to, and the verdict on it.

use std::time::Duration;

use folkmoot::web::{Memory, Pace};

use super::super::support::loopback::{Certificate, Loopback};
use super::{Book, NOON, Run, allowing, pace, told, told_of};

/// The path, and the beginning of all that is said about it; nothing where the page is there.
const VERDICTS: &[(&str, &str)] = &[
    ("/ok", ""),
    ("/status/200", ""),
    ("/status/204", ""),
    ("/status/404", "web-not-found There is no page at http://127.0.0.1:PORT/status/404: its server answers 404."),
    ("/status/410", "web-not-found There is no page at http://127.0.0.1:PORT/status/410: its server answers 410."),
    ("/status/400", "unverified http://127.0.0.1:PORT/status/400 gives an answer that says neither"),
    ("/status/401", "unverified http://127.0.0.1:PORT/status/401 asks for a password (401)"),
    ("/status/403", "unverified http://127.0.0.1:PORT/status/403 turns programs away (403)"),
    ("/status/405", "unverified http://127.0.0.1:PORT/status/405 gives an answer"),
    ("/status/429", "unverified http://127.0.0.1:PORT/status/429 asks to be left alone for a while (429)"),
    ("/status/500", "unverified http://127.0.0.1:PORT/status/500 has a fault of its own (500)"),
    ("/status/501", "unverified http://127.0.0.1:PORT/status/501 has a fault of its own (501)"),
    ("/status/503", "unverified http://127.0.0.1:PORT/status/503 has a fault of its own (503)"),
    ("/status/999", "unverified http://127.0.0.1:PORT/status/999 turns programs away (999)"),
    ("/status/304", "unverified"),
    ("/wall", "unverified http://127.0.0.1:PORT/wall turns programs away (403)"),
    ("/wall-404", "unverified"),
    // Servers that know nothing but GET.
    ("/head/405/x", ""),
    ("/head/501/x", ""),
    ("/head/404/x", ""),
    ("/head/403/x", ""),
    ("/head/500/x", ""),
    ("/head-drop", ""),
    // Servers that ask for patience.
    ("/wait/0", ""),
    ("/wait/Wed,%2006%20Nov", ""),
    ("/wait-past", ""),
    ("/wait-long", "unverified http://127.0.0.1:PORT/wait-long asks to be left alone"),
    ("/wait-long-date", "unverified"),
    ("/flaky", ""),
    // Redirects.
    ("/redirect/302/ok", ""),
    ("/redirect/303/ok", ""),
    ("/redirect/307/redirect/302/ok", ""),
    (
        "/redirect/301/ok",
        "web-moved http://127.0.0.1:PORT/redirect/301/ok has moved for good. Write `http://127.0.0.1:PORT/ok`.",
    ),
    (
        "/redirect/308/page#aims",
        "web-moved http://127.0.0.1:PORT/redirect/308/page#aims has moved for good. Write `http://127.0.0.1:PORT/page#aims`.",
    ),
    (
        "/redirect/301/redirect/302/ok",
        "web-moved http://127.0.0.1:PORT/redirect/301/redirect/302/ok has moved for good. Write `http://127.0.0.1:PORT/redirect/302/ok`.",
    ),
    ("/redirect/302/redirect/301/ok", ""),
    (
        "/redirect/301/status/404",
        "web-not-found There is no page at http://127.0.0.1:PORT/redirect/301/status/404: it leads on to http://127.0.0.1:PORT/status/404, where the server answers 404.",
    ),
    ("/redirect/301/status/503", "unverified"),
    ("/redirect/302/?/", "web-to-front-page"),
    (
        "/redirect/302/x?http://no-such-host.invalid/",
        "web-no-such-host http://127.0.0.1:PORT/redirect/302/x?http://no-such-host.invalid/ leads on to no-such-host.invalid, and",
    ),
    ("/redirect/302/x?ftp://example.org/", "unverified"),
    ("/redirect/302/x?http://a:b@[/", "unverified"),
    ("/no-location", "unverified"),
    ("/empty-location", "web-redirect-loop"),
    ("/odd-location", "unverified"),
    ("/endless/0", "web-redirect-loop http://127.0.0.1:PORT/endless/0 leads on 11 times and still no page opens."),
    (
        "/loop/a",
        "web-redirect-loop http://127.0.0.1:PORT/loop/a leads in a circle and no page opens: it comes back to http://127.0.0.1:PORT/loop/a.",
    ),
    ("/cookie-loop", "unverified http://127.0.0.1:PORT/cookie-loop redirects in a circle until a cookie is kept"),
    // Parts of pages.
    ("/page#aims", ""),
    ("/page#old", ""),
    ("/page#caf%C3%A9", ""),
    ("/page#top", ""),
    ("/page#:~:text=aims", ""),
    ("/page#L10", ""),
    (
        "/page#amis",
        "web-anchor-missing The page http://127.0.0.1:PORT/page has no part called `amis`. Write `#aims`, or leave `#amis` out to link to the whole page.",
    ),
    ("/redirect/302/page#none", "web-anchor-missing"),
    ("/redirect/302/x?/page%23aims", ""),
    ("/page-by-script#none", ""),
    ("/compressed-page#none", ""),
    ("/invalid-utf-8#aims", ""),
    ("/pdf#page", ""),
    // Servers that break off, lie or talk nonsense.
    ("/drop", "unverified http://127.0.0.1:PORT/drop"),
    ("/garbage", "unverified"),
    ("/not-http", "unverified"),
    ("/bad-status", "unverified"),
    ("/huge-headers", "unverified"),
    ("/two-lengths", "unverified"),
    ("/short-body", ""),
    ("/short-body#b", ""),
    ("/bad-chunks#b", ""),
    ("/huge-chunk#b", ""),
    ("/long-body", ""),
    ("/long-body#b", ""),
    ("/bomb", ""),
    ("/bomb#b", ""),
    ("/endless-tag#b", ""),
];

#[test]
fn every_answer_has_its_verdict_twice_in_a_row() {
    let server = Loopback::start();
    let mut faults = Vec::new();
    for (path, expected) in VERDICTS {
        for _ in 0..2 {
            server.take_requests();
            let found = told_of(&server, path, &pace());
            let same = if expected.is_empty() { found.is_empty() } else { found.starts_with(expected) };
            if !same {
                faults.push(format!("{path}\n  expected {expected}\n  found    {found}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {} verdicts\n{}", faults.len(), 2 * VERDICTS.len(), faults.join("\n"));
}

#[test]
fn servers_that_do_not_answer_hold_nobody_up() {
    let server = Loopback::start();
    let short = Duration::from_millis(30);
    let pace = Pace { silence: short, question: 2 * short, ..pace() };
    for path in ["/never", "/slow-headers"] {
        let expected = format!("unverified http://127.0.0.1:PORT{path} does not answer");
        assert_eq!(told_of(&server, path, &pace), expected);
    }
    let requests = server.take_requests();
    assert_eq!(
        requests,
        ["HEAD /never", "GET /never", "GET /never", "HEAD /slow-headers", "GET /slow-headers", "GET /slow-headers"]
    );
    // The page is there; its parts cannot be judged.
    assert_eq!(told_of(&server, "/slow-body#b", &Pace { silence: Duration::from_secs(20), ..pace }), "");
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = allowing(&["127.0.0.1"]);
    let run = Run { settings: &settings, pace: &pace, names: &Book::default(), now: NOON };
    let url = format!("http://127.0.0.1:{closed}/");
    assert_eq!(
        told(&run.ask(std::slice::from_ref(&url), &mut Memory::default())),
        [format!("unverified {url} refuses connections")]
    );
}

#[test]
fn certificates_are_held_against_the_authorities_that_are_trusted() {
    let (valid, expired) = (Loopback::secure(Certificate::Valid), Loopback::secure(Certificate::Expired));
    let names = Book::of(&[("secure.example.org", "127.0.0.1"), ("other.example.org", "127.0.0.1")]);
    let settings = allowing(&["127.0.0.1"]);
    let pace = pace();
    let run = Run { settings: &settings, pace: &pace, names: &names, now: NOON };
    let ask = |host: &str, server: &Loopback| {
        told(&run.ask(&[format!("https://{host}:{}/page#aims", server.port())], &mut Memory::default())).join(" ")
    };
    assert_eq!(ask("secure.example.org", &valid), "");
    let other = ask("other.example.org", &valid);
    assert!(
        other.starts_with("web-certificate The certificate of other.example.org is for another website"),
        "{other}"
    );
    let old = ask("secure.example.org", &expired);
    assert!(old.starts_with("web-certificate The certificate of secure.example.org has expired"), "{old}");
    // A server that waits for words in the clear, while it is offered a secure connection.
    let (clear, hasty) = (Loopback::start(), Pace { connect: Duration::from_millis(30), ..pace.clone() });
    let url = format!("https://secure.example.org:{}/ok", clear.port());
    let not_secure =
        told(&Run { pace: &hasty, ..run }.ask(std::slice::from_ref(&url), &mut Memory::default())).join(" ");
    assert!(not_secure.starts_with("unverified"), "{not_secure}");
    let nobody = folkmoot::web::UreqTransport::trusting(&pace, [include_bytes!("../support/tls/valid.der").as_slice()]);
    let url = format!("https://secure.example.org:{}/ok", valid.port());
    let unknown = told(&run.through(&nobody, &[url], &mut Memory::default())).join(" ");
    assert!(unknown.contains("whose issuer this computer does not know"), "{unknown}");
}

#[test]
fn a_question_is_honest_and_says_no_more_than_it_must() {
    let server = Loopback::start();
    told_of(&server, "/cookie-loop", &pace());
    told_of(&server, "/page#aims", &pace());
    let heads = server.heads().join("").to_ascii_lowercase();
    assert!(
        heads.contains(concat!("user-agent: folkmoot/", env!("CARGO_PKG_VERSION"), " (+link check)\r\n")),
        "{heads}"
    );
    assert!(heads.contains("accept-encoding: identity\r\n"), "{heads}");
    for word in ["cookie:", "referer:", "authorization:", "from:"] {
        assert!(!heads.contains(word), "{word} in {heads}");
    }
    assert_eq!(server.take_requests(), ["HEAD /cookie-loop", "GET /page"]);
}

#[test]
fn an_address_is_asked_once_however_often_it_is_linked_to() {
    let server = Loopback::start();
    let settings = allowing(&["127.0.0.1"]);
    let pace = pace();
    let run = Run { settings: &settings, pace: &pace, names: &Book::default(), now: NOON };
    let urls: Vec<String> =
        ["/page#aims", "/page", "/page#none", "/page#old", "/page#none"].map(|path| server.url(path)).to_vec();
    let outcome = run.ask(&urls, &mut Memory::default());
    assert_eq!(server.take_requests(), ["GET /page"]);
    assert_eq!((outcome.addresses, outcome.findings.len()), (1, 2), "{:?}", told(&outcome));
}

#[test]
fn a_second_run_asks_again_only_for_what_was_not_good() {
    let server = Loopback::start();
    let settings = allowing(&["127.0.0.1"]);
    let pace = Pace { at_once: 1, ..pace() };
    let names = Book::default();
    let run = |now| Run { settings: &settings, pace: &pace, names: &names, now };
    let paths =
        ["/ok", "/page#aims", "/redirect/302/ok", "/redirect/301/ok", "/status/404", "/status/403", "/page#none"];
    let urls = paths.map(|path| server.url(path)).to_vec();
    let mut memory = Memory::default();
    let first = told(&run(NOON).ask(&urls, &mut memory));
    server.take_requests();
    let mut memory = Memory::read(&memory.text()).unwrap();
    let second = run("2019-11-08T12:00:00Z").ask(&urls, &mut memory);
    assert_eq!(told(&second), first);
    assert_eq!(second.remembered, 2);
    let mut requests = server.take_requests();
    requests.sort();
    let expected = ["GET /page", "GET /status/403", "GET /status/404", "HEAD /ok", "HEAD /redirect/301/ok"];
    assert_eq!(requests, [&expected[..], &["HEAD /status/403", "HEAD /status/404"]].concat());
    // A page is not good for a part that nobody asked about before; and not for ever.
    run(NOON).ask(&[server.url("/ok#here")], &mut memory);
    assert_eq!(server.take_requests(), ["GET /ok"]);
    run("2019-12-06T12:00:00Z").ask(&[server.url("/redirect/302/ok")], &mut memory);
    assert_eq!(server.take_requests(), ["HEAD /redirect/302/ok", "HEAD /ok"]);
}

#[test]
fn a_run_in_which_nobody_answers_counts_for_nothing() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = Loopback::start();
    let (settings, pace, names) = (allowing(&["127.0.0.1"]), pace(), Book::default());
    let ask = |urls: &[String], day: u8, memory: &mut Memory| {
        let now = format!("2019-11-{day:02}T12:00:00Z");
        Run { settings: &settings, pace: &pace, names: &names, now: &now }.ask(urls, memory)
    };
    let gone = [format!("http://127.0.0.1:{closed}/"), "http://nowhere.example.org/".to_owned()];
    let mut memory = Memory::default();
    for day in 1..=28 {
        let outcome = ask(&gone, day, &mut memory);
        assert!(outcome.nobody_answered && outcome.findings.is_empty() && outcome.unverified.len() == 2);
    }
    // With a third address that is there it does count, but on most days that one is remembered and not asked.
    let with_another = [&gone[..], &[server.url("/ok")]].concat();
    for day in 1..=20 {
        let outcome = ask(&with_another, day, &mut memory);
        assert!(outcome.nobody_answered == (outcome.remembered == 1) && outcome.findings.is_empty());
    }
    // One host may well be down by itself.
    let mut alone = Memory::default();
    let found: Vec<usize> = (1..=10).map(|day| ask(&gone[..1], day, &mut alone).findings.len()).collect();
    assert_eq!(found, [0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
}

#[test]
fn what_could_not_be_verified_is_a_finding_only_after_many_runs_over_many_days() {
    let server = Loopback::start();
    let settings = allowing(&["127.0.0.1"]);
    let pace = pace();
    let urls = [server.url("/status/403")];
    let mut memory = Memory::default();
    let mut ask = |now| {
        let run = Run { settings: &settings, pace: &pace, names: &Book::default(), now };
        told(&run.ask(&urls, &mut memory)).join(" ").replace(&server.port().to_string(), "PORT")
    };
    for _ in 0..6 {
        assert!(ask(NOON).starts_with("unverified"));
    }
    assert!(ask("2019-11-13T11:59:59Z").starts_with("unverified"));
    let found = ask("2019-11-13T12:00:00Z");
    let expected = "web-unreachable-for-long http://127.0.0.1:PORT/status/403 could not be verified in 8 runs since \
                    6 November 2019: 127.0.0.1 turns programs away (403).";
    assert!(found.starts_with(expected), "{found}");
}
