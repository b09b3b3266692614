//! What browsers are told, and that none of them holds the server.

use std::sync::Arc;

use folkmoot::serve::preview::Shown;

use super::server::{Connection, Event, Server, path, site};

/// A stream that has been greeted.
fn listening(server: &Server) -> Connection {
    let mut connection = server.connect();
    connection.listen(None);
    connection.begins();
    let hello = connection.event();
    assert_eq!(hello.name, "hello");
    assert_eq!(hello.data["generation"], server.preview.now().generation);
    connection
}

fn changed(connection: &mut Connection) -> Event {
    let event = connection.event();
    assert_eq!(event.name, "changed", "{event:?}");
    event
}

#[test]
fn a_browser_is_told_what_changed() {
    let server = Server::showing(&[("a.html", "1"), ("b.html", "<h1>B</h1>"), ("s.css", "1")]);
    let mut stream = listening(&server);
    server.preview.show(site(&[("a.html", "2"), ("b.html", "<h1>B</h1>"), ("s.css", "2")]));
    let event = changed(&mut stream);
    let wanted = serde_json::json!({
        "generation": 2, "pages": ["a.html"], "many": false, "styles": ["s.css"], "others": false, "gone": {},
        "open": null, "findings_changed": false,
    });
    assert_eq!(event.data, wanted);

    let moved = site(&[("a.html", "2"), ("c.html", "<h1>B</h1>"), ("s.css", "2"), ("p.svg", "")]);
    server.preview.show(Shown { open: Some(path("c.html")), is_current: false, ..moved });
    let event = changed(&mut stream);
    let wanted = serde_json::json!({
        "generation": 3, "pages": ["c.html"], "many": false, "styles": [], "others": true, "gone": { "b.html": "c.html" },
        "open": "c.html", "findings_changed": true,
    });
    assert_eq!(event.data, wanted);
}

#[test]
fn what_changes_nothing_is_not_told() {
    let server = Server::showing(&[("a.html", "1")]);
    let mut stream = listening(&server);
    server.preview.show(site(&[("a.html", "1"), ("x.json", "1")]));
    server.preview.show(site(&[("a.html", "1"), ("x.json", "2")]));
    server.preview.show(site(&[("a.html", "2"), ("x.json", "2")]));
    assert_eq!(changed(&mut stream).data["generation"], 4);
}

#[test]
fn whoever_comes_back_goes_on_where_it_was() {
    let server = Server::showing(&[("a.html", "1"), ("b.html", "1")]);
    let mut stream = listening(&server);
    server.preview.show(site(&[("a.html", "2"), ("b.html", "1")]));
    let known = changed(&mut stream).id;
    drop(stream);
    server.preview.show(site(&[("a.html", "2"), ("b.html", "2")]));
    server.preview.show(site(&[("a.html", "3"), ("b.html", "2")]));

    let again = |id: &str| {
        let mut stream = server.connect();
        stream.listen(Some(id));
        stream.begins();
        let hello = stream.event();
        assert_eq!((hello.name.as_str(), hello.id.as_str()), ("hello", ""), "it has not heard yet what it missed");
        stream.event()
    };
    let event = again(&known);
    assert_eq!((event.name.as_str(), &event.data["pages"]), ("changed", &serde_json::json!(["a.html", "b.html"])));
    let other_run = format!("0000-{}", known.split_once('-').unwrap().1);
    assert_eq!(again(&other_run).name, "reload");
    for number in 0..100 {
        server.preview.show(site(&[("a.html", &number.to_string())]));
    }
    assert_eq!(again(&known).name, "reload", "it was away for too long");

    let mut stream = server.connect();
    let newest = server.preview.now().generation;
    let run = known.split_once('-').unwrap().0;
    stream.say(&format!("GET /_folkmoot/events?since={run}-{} HTTP/1.1\r\nHost: localhost\r\n\r\n", newest - 1));
    stream.begins();
    assert_eq!((stream.event().name.as_str(), stream.event().name.as_str()), ("hello", "changed"));
}

#[test]
fn a_browser_that_never_reads_holds_nothing_up() {
    let server = Server::showing(&[("a.html", "first")]);
    let mut idle = listening(&server);
    for number in 0..1000 {
        server.preview.show(site(&[("a.html", &number.to_string())]));
    }
    server.preview.show(Shown { findings: Arc::default(), is_current: false, ..site(&[("a.html", "last")]) });
    // Everyone else is served; when the idle one reads at last, it comes to the newest.
    assert!(server.get("/a.html").text().contains("last"));
    let newest = server.preview.now().generation;
    while idle.event().data["generation"] != newest {}
}

#[test]
fn five_hundred_streams_are_told_and_ended() {
    let server = Server::showing(&[("a.html", "1")]);
    let mut streams: Vec<Connection> = (0..500).map(|_| server.connect()).collect();
    for stream in &mut streams {
        stream.listen(None);
    }
    for stream in &mut streams {
        stream.begins();
        assert_eq!(stream.event().name, "hello");
    }
    server.preview.show(site(&[("a.html", "2")]));
    for stream in &mut streams {
        assert_eq!(changed(stream).data["generation"], 2);
    }
    // One that has asked and been answered, one that has asked for half, and one that has said nothing.
    let mut idle = server.connect();
    idle.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    idle.answer("GET");
    let mut slow = server.connect();
    slow.say("GET / HTTP/1.1\r\nHost:");
    let silent = server.connect();
    server.stop();
    for mut connection in streams.into_iter().chain([idle, slow, silent]) {
        connection.ends();
    }
}
