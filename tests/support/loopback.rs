//! A server on loopback that misbehaves in each way that servers do. What a path does is its name; each request is noted.
//!
//! Must not know what is made of it.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::answers;

/// A certificate of the server, for `secure.example.org` and `127.0.0.1`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Certificate {
    Valid,
    Expired,
}

/// The certificate of the authority that signed them.
pub(crate) const AUTHORITY: &[u8] = include_bytes!("tls/ca.der");

/// A server that runs until it is dropped.
pub(crate) struct Loopback {
    port: u16,
    noted: Arc<Noted>,
    /// Connections that are never answered hang on the other end of this.
    end: Option<Sender<()>>,
}

/// What the server saw.
#[derive(Default)]
pub(super) struct Noted {
    connections: AtomicUsize,
    requests: Mutex<Vec<String>>,
    heads: Mutex<Vec<String>>,
    ended: AtomicBool,
}

impl Loopback {
    /// A server that speaks plain HTTP.
    pub(crate) fn start() -> Self {
        Self::run(None)
    }

    /// A server with this certificate.
    pub(crate) fn secure(certificate: Certificate) -> Self {
        let certificate: &[u8] = match certificate {
            Certificate::Valid => include_bytes!("tls/valid.der"),
            Certificate::Expired => include_bytes!("tls/expired.der"),
        };
        let key = PrivatePkcs8KeyDer::from(include_bytes!("tls/host.key.der").to_vec());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![CertificateDer::from(certificate.to_vec())], key.into())
            .unwrap();
        Self::run(Some(Arc::new(config)))
    }

    fn run(secure: Option<Arc<ServerConfig>>) -> Self {
        let (listener, port) = listen();
        let noted = Arc::new(Noted::default());
        let (end, hang) = channel();
        let hang = Arc::new(Mutex::new(hang));
        let seen = noted.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                if seen.ended.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                seen.connections.fetch_add(1, Ordering::SeqCst);
                let (seen, secure, hang) = (seen.clone(), secure.clone(), hang.clone());
                thread::spawn(move || {
                    // That a client goes away is no news.
                    let _ = serve(stream, secure, &seen, &hang);
                });
            }
        });
        Self { port, noted, end: Some(end) }
    }

    /// The address of a path, by the number of this computer.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// How many connections were made to it.
    pub(crate) fn connections(&self) -> usize {
        self.noted.connections.load(Ordering::SeqCst)
    }

    /// What was asked, as `GET /path`, in order; forgets it.
    pub(crate) fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.noted.requests.lock().unwrap())
    }

    /// The requests with all their headers.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.noted.heads.lock().unwrap().clone()
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        self.noted.ended.store(true, Ordering::SeqCst);
        self.end = None;
        // Wakes the thread that waits for connections.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// A port of five digits, so that it can stand for five letters.
fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    if port < 10_000 { listen() } else { (listener, port) }
}

/// Holds a connection open until the server ends.
pub(super) fn hang(until: &Mutex<Receiver<()>>) {
    // Whoever has the end waits; the others wait for that one.
    let _ = until.lock().map(|until| until.recv());
}

fn serve(
    stream: TcpStream,
    secure: Option<Arc<ServerConfig>>,
    noted: &Noted,
    until: &Mutex<Receiver<()>>,
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    match secure {
        None => answer(stream, noted, until),
        Some(config) => {
            let connection = ServerConnection::new(config).map_err(io::Error::other)?;
            let mut stream = StreamOwned::new(connection, stream);
            answer(&mut stream, noted, until)?;
            stream.conn.send_close_notify();
            stream.flush()
        }
    }
}

fn answer(mut stream: impl Read + Write, noted: &Noted, until: &Mutex<Receiver<()>>) -> io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte)? == 0 {
            return Ok(());
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let request = format!("{method} {path}");
    let before = {
        let mut requests = noted.requests.lock().unwrap();
        requests.push(request.clone());
        requests.iter().filter(|earlier| **earlier == request).count() - 1
    };
    noted.heads.lock().unwrap().push(head.clone());
    answers::write(&mut stream, method, path, before, until)
}
