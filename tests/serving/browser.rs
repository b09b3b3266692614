//! The command serving a folder, and a browser of a kind that looks at it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::Site;

/// A guard against hanging: nothing waits that long unless it is broken.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running preview. Ends with the test, however that ends.
pub(super) struct Serving {
    child: Child,
    port: u16,
    events: BufReader<TcpStream>,
}

impl Serving {
    pub(super) fn start(site: &Site, options: &[&str]) -> Self {
        Self::start_at(site.root(), options)
    }

    /// Starts the command on a folder and listens to its events.
    pub(super) fn start_at(root: &Path, options: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        command.args(["serve", "--port", "0", "--today", "2019-11-06", "--root"]).arg(root).args(options);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut text = String::new();
        let port = loop {
            let from = text.len();
            assert!(said.read_line(&mut text).unwrap() > 0, "it ended: {text}");
            if let Some(address) = text[from..].strip_prefix("Serving http://127.0.0.1:") {
                break address.split('/').next().unwrap().parse().unwrap();
            }
        };
        // What it says from here on is read, so that it is never held up.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let mut stream = connect(port);
        write!(stream, "GET /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut serving = Self { child, port, events: BufReader::new(stream) };
        serving.next_event();
        serving
    }

    /// A page with its head, as it is now.
    pub(super) fn get(&self, path: &str) -> String {
        let mut stream = connect(self.port);
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut page = Vec::new();
        stream.read_to_end(&mut page).unwrap();
        String::from_utf8_lossy(&page).into_owned()
    }

    /// A page as soon as it is as wanted: looked at again at each event.
    pub(super) fn wait(&mut self, path: &str, is_wanted: impl Fn(&str) -> bool) -> String {
        loop {
            let page = self.get(path);
            if is_wanted(&page) {
                return page;
            }
            self.next_event();
        }
    }

    fn next_event(&mut self) {
        let mut line = String::new();
        while !line.starts_with("data:") && !line.starts_with(':') {
            line.clear();
            assert!(self.events.read_line(&mut line).unwrap() > 0, "the events ended");
        }
    }

    /// Ends it as Ctrl-C does, with the stream of events still open.
    pub(super) fn end(mut self) {
        let process = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &process]).status().unwrap().success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}
