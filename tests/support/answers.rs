//! What each path of the server on loopback answers.
//!
//! Must not know who asks.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::mpsc::Receiver;

use super::loopback::hang;

/// A page with parts, one of them named with a letter beyond ASCII.
const PAGE: &str =
    "<!doctype html><title>A page</title><h1 id=aims>Aims</h1><a name=old></a><h2 id='caf\u{e9}'>Caf\u{e9}</h2>";

/// Answers a request that was made `before` times before.
pub(super) fn write(
    stream: &mut impl Write,
    method: &str,
    path: &str,
    before: usize,
    until: &Mutex<Receiver<()>>,
) -> io::Result<()> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let is_head = method == "HEAD";
    match parts.as_slice() {
        ["status", status] => plain(stream, status, "", is_head),
        ["status", status, rest @ ..] if !rest.is_empty() => plain(stream, status, "", is_head),
        ["redirect", status, rest @ ..] => {
            let to = if query.is_empty() { format!("/{}", rest.join("/")) } else { query.to_owned() };
            plain(stream, status, &format!("Location: {to}\r\n"), is_head)
        }
        ["no-location"] => plain(stream, "302", "", is_head),
        ["endless", number] => {
            let next = number.parse::<u64>().unwrap_or(0) + 1;
            plain(stream, "302", &format!("Location: /endless/{next}\r\n"), is_head)
        }
        ["loop", "a"] => plain(stream, "301", "Location: /loop/b\r\n", is_head),
        ["loop", "b"] => plain(stream, "302", "Location: /loop/a\r\n", is_head),
        ["cookie-loop"] => plain(stream, "302", "Set-Cookie: seen=1\r\nLocation: /cookie-loop\r\n", is_head),
        ["head", status, ..] if is_head => plain(stream, status, "", true),
        ["head-drop"] if is_head => Ok(()),
        ["wait", what, ..] if before == 0 => plain(stream, "429", &format!("Retry-After: {what}\r\n"), is_head),
        ["wait-past"] if before == 0 => plain(stream, "503", "Retry-After: Wed, 06 Nov 2019 11:59:00 GMT\r\n", is_head),
        ["wait-long"] => plain(stream, "429", "Retry-After: 999999999999999999999\r\n", is_head),
        ["wait-long-date"] => plain(stream, "503", "Retry-After: Fri, 06 Nov 2099 12:00:00 GMT\r\n", is_head),
        ["flaky"] if before == 0 => plain(stream, "503", "", is_head),
        ["wall"] => plain(stream, "403", "Server: cloudflare\r\ncf-mitigated: challenge\r\n", is_head),
        ["wall-404"] => plain(stream, "404", "cf-mitigated: challenge\r\n", is_head),
        ["page"] => html(stream, PAGE.as_bytes(), "", is_head),
        ["page-by-script"] => html(stream, b"<div id=root></div><script src=app.js></script>", "", is_head),
        ["invalid-utf-8"] => html(stream, b"<h1 id=\xff\xfe>\xc3\x28</h1><p id=aims>", "", is_head),
        ["compressed-page"] => html(stream, b"\x1f\x8b\x08\x00not really", "Content-Encoding: gzip\r\n", is_head),
        ["pdf"] => with_type(stream, "application/pdf", b"%PDF-1.7", "", is_head),
        _ => ill(stream, &parts, is_head, until),
    }
}

/// The paths that break off, hang, lie or never end; any other is a page without parts.
fn ill(stream: &mut impl Write, parts: &[&str], is_head: bool, until: &Mutex<Receiver<()>>) -> io::Result<()> {
    match parts {
        ["never", ..] => {
            hang(until);
            Ok(())
        }
        ["slow-headers"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Ty")?;
            stream.flush()?;
            hang(until);
            Ok(())
        }
        ["slow-body"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p id=a>")?;
            stream.flush()?;
            hang(until);
            Ok(())
        }
        ["drop", ..] => Ok(()),
        ["short-body"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<p id=a>")
        }
        ["bad-length"] => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"),
        ["two-lengths"] => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nx"),
        ["bad-chunks"] => stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p id=a>\r\n",
        ),
        ["huge-chunk"] => stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p id=a>",
        ),
        ["long-body"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1073741824\r\n\r\n")?;
            endlessly(stream, b"<p>word word word word word word word word</p>\n", is_head)
        }
        ["bomb"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n")?;
            endlessly(stream, &[0; 4096], is_head)
        }
        ["endless-tag"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>x</h1><p id=")?;
            endlessly(stream, &[b'a'; 4096], is_head)
        }
        ["huge-headers"] => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            endlessly(stream, b"X-Word: word word word word word word word word\r\n", false)
        }
        ["garbage"] => stream.write_all(b"\x00\xff\x16\x03 what?\r\n\r\n"),
        ["not-http"] => stream.write_all(b"220 mail.example.org ESMTP ready\r\n"),
        ["bad-status"] => stream.write_all(b"HTTP/1.1 2xx Fine\r\n\r\n"),
        ["empty-location"] => stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n"),
        ["odd-location"] => {
            stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: http://[\xff\r\nContent-Length: 0\r\n\r\n")
        }
        _ => html(stream, b"<h1>Here</h1>", "", is_head),
    }
}

fn plain(stream: &mut impl Write, status: &str, headers: &str, is_head: bool) -> io::Result<()> {
    let body = if is_head || status == "204" { "" } else { "x" };
    let length = body.len();
    write!(stream, "HTTP/1.1 {status} Said\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}

fn html(stream: &mut impl Write, body: &[u8], headers: &str, is_head: bool) -> io::Result<()> {
    with_type(stream, "text/html; charset=utf-8", body, headers, is_head)
}

fn with_type(stream: &mut impl Write, kind: &str, body: &[u8], headers: &str, is_head: bool) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    if is_head { Ok(()) } else { stream.write_all(body) }
}

/// Writes up to a gigabyte, as long as somebody reads.
fn endlessly(stream: &mut impl Write, bytes: &[u8], is_head: bool) -> io::Result<()> {
    let times = if is_head { 0 } else { (1 << 30) / bytes.len() };
    (0..times).try_for_each(|_| stream.write_all(bytes))
}
