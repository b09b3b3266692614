//! A preview that runs until it is dropped, and connections to it that speak HTTP by hand.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use folkmoot::output::{Bytes, Output, OutputPath};
use folkmoot::serve::http::serve;
use folkmoot::serve::preview::{Editor, Hosts, Note, Options, Preview, Shown};
use serde_json::Value;
use tokio::sync::oneshot;

/// A guard against hanging: nothing waits that long unless it is broken.
const PATIENCE: Duration = Duration::from_mins(1);

pub(super) struct Server {
    pub(super) preview: Arc<Preview>,
    pub(super) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// A preview with nothing to show.
    pub(super) fn start() -> Self {
        Self::with(Hosts::default())
    }

    pub(super) fn with(hosts: Hosts) -> Self {
        let root = Path::new("/the site").to_owned();
        let options = Options { root, editor: Editor::default(), hosts };
        let preview = Arc::new(Preview::new(options));
        let served = Arc::clone(&preview);
        let (tell_address, address) = channel();
        let (tell_end, ended) = channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
                tell_address.send(listener.local_addr().unwrap()).unwrap();
                serve(listener, served, async { _ = stopped.await }).await;
            });
            drop(runtime);
            // Whoever started it may have gone.
            let _ = tell_end.send(());
        });
        let address = address.recv_timeout(PATIENCE).unwrap();
        Self { preview, address, stop: Some(stop), ended, thread: Some(thread) }
    }

    /// One with these files.
    pub(super) fn showing(files: &[(&str, &str)]) -> Self {
        let server = Self::start();
        server.preview.show(site(files));
        server
    }

    pub(super) fn connect(&self) -> Connection {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        Connection(BufReader::new(stream))
    }

    /// The answer to a request on a connection of its own, with more lines of headers.
    pub(super) fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut connection = self.connect();
        connection.say(&format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"));
        connection.answer(method)
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// What the preview tells the page at a path.
    pub(super) fn state(&self, path: &str) -> Value {
        let answer = self.get(&format!("/_folkmoot/state?path={path}"));
        assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// Tells it to stop, and sees that it does.
    pub(super) fn stop(mut self) {
        let _ = self.stop.take().unwrap().send(());
        assert!(self.ended.recv_timeout(PATIENCE).is_ok(), "the server goes on");
        self.thread.take().unwrap().join().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Where it was not stopped, it ends when this is gone.
        drop(self.stop.take());
    }
}

pub(super) struct Connection(BufReader<TcpStream>);

#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
    pub(super) body: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) data: Value,
}

impl Connection {
    pub(super) fn say(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line
    }

    fn head(&mut self) -> Answer {
        let mut head = String::new();
        loop {
            let line = self.line();
            assert!(!line.is_empty(), "the connection ended after {head:?}");
            if line == "\r\n" {
                break;
            }
            head.push_str(&line);
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: Vec::new() }
    }

    pub(super) fn answer(&mut self, method: &str) -> Answer {
        let mut answer = self.head();
        if method != "HEAD" && answer.status != 304 {
            answer.body = vec![0; answer.header("content-length").parse().unwrap()];
            self.0.read_exact(&mut answer.body).unwrap();
        }
        answer
    }

    /// Opens a stream of events; `known` is the id of the last event that was heard.
    pub(super) fn listen(&mut self, known: Option<&str>) {
        let known = known.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        self.say(&format!("GET /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\n{known}\r\n"));
    }

    /// Sees that a stream of events begins.
    pub(super) fn begins(&mut self) {
        let answer = self.head();
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/event-stream"), "{}", answer.head);
    }

    /// The next event. The pieces that the stream comes in do not matter: a line of hexadecimal digits is the length of one.
    pub(super) fn event(&mut self) -> Event {
        let (mut name, mut id, mut data) = (String::new(), String::new(), None);
        loop {
            let line = self.line();
            assert!(!line.is_empty(), "the stream ended");
            match line.trim_end().split_once(": ") {
                Some(("event", value)) => value.clone_into(&mut name),
                Some(("id", value)) => value.clone_into(&mut id),
                Some(("data", value)) => data = Some(serde_json::from_str(value).unwrap()),
                _ if line == "\n" && data.is_some() => return Event { name, id, data: data.unwrap() },
                _ => {}
            }
        }
    }

    /// Waits until the other side has ended it.
    pub(super) fn ends(&mut self) {
        let mut rest = Vec::new();
        match self.0.read_to_end(&mut rest) {
            Ok(_) => {}
            Err(fault) => assert_eq!(fault.kind(), std::io::ErrorKind::ConnectionReset, "it goes on"),
        }
    }
}

impl Answer {
    /// The value of a header; nothing where it is not there.
    pub(super) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

pub(super) fn path(path: &str) -> OutputPath {
    OutputPath::new(path).unwrap()
}

/// A site of these files; each page was written in a file of its name.
pub(super) fn site(files: &[(&str, &str)]) -> Shown {
    let output: Output = files.iter().map(|(name, text)| (path(name), Bytes::from(text.as_bytes()))).collect();
    let note = |name: &OutputPath| Note { source: name.as_str().replace(".html", ".md"), is_draft: false };
    let is_page = |name: &&OutputPath| Path::new(name.as_str()).extension().is_some_and(|ending| ending == "html");
    let notes = output.keys().filter(is_page).map(|name| (name.clone(), note(name))).collect();
    let notes = Arc::new(notes);
    Shown { output: Arc::new(output), notes, has_site: true, is_current: true, ..Shown::default() }
}
