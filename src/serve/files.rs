//! The files of the site as answers.
//!
//! Must not know connections.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE,
    LOCATION, RANGE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::Response;

use super::changes::SEARCH_PAGES;
use super::error_page;
use super::hashes::hash;
use super::inject::injected;
use super::media::{Sort, content_type, sort};
use super::paths::{Found, find};
use super::preview::{Options, Snapshot};
use super::ranges::{Wanted, wanted};
use crate::export;
use crate::output::{self, Output, OutputPath};

/// The page that a site has for addresses where nothing is.
const NOT_FOUND: &str = "404.html";

/// What stands at an address.
pub(super) enum Standing {
    /// This file, whose bytes have this hash.
    File {
        /// Where it lies in the site.
        path: OutputPath,
        /// What it holds.
        bytes: output::Bytes,
        /// The hash of that.
        hash: u64,
    },
    /// A folder, whose address ends with a slash.
    Folder,
    /// A page that says why there is nothing else.
    Excuse(StatusCode, output::Bytes),
}

impl Standing {
    /// What stands at the path of a request.
    pub(super) fn at(path: &str, now: &Snapshot, options: &Options) -> Self {
        let shown = &now.shown;
        if !shown.has_site {
            let page = error_page::no_site(shown, &options.editor, &options.root);
            return Self::Excuse(StatusCode::SERVICE_UNAVAILABLE, page.into_bytes().into());
        }
        match find(path, &shown.output) {
            Found::Folder => Self::Folder,
            Found::File(path) => match shown.output.get(&path) {
                Some(bytes) => Self::File { bytes: Arc::clone(bytes), hash: now.hashes.of(&path, bytes), path },
                None => Self::nothing(&shown.output),
            },
            Found::Nothing => Self::nothing(&shown.output),
        }
    }

    fn nothing(output: &Output) -> Self {
        let own = OutputPath::new(NOT_FOUND).and_then(|path| output.get(&path));
        let page = own.map_or_else(|| error_page::not_found().into_bytes().into(), Arc::clone);
        Self::Excuse(StatusCode::NOT_FOUND, page)
    }

    /// What identifies the page that a browser sees at the address.
    pub(super) fn hash(&self) -> u64 {
        match self {
            Self::File { hash, .. } => *hash,
            Self::Folder => 0,
            Self::Excuse(status, page) => excuse_hash(*status, page),
        }
    }
}

/// The status counts too: a page that a site has for what is not there may be looked at by its own address.
fn excuse_hash(status: StatusCode, page: &[u8]) -> u64 {
    hash(page) ^ u64::from(status.as_u16())
}

/// The answer to a request for what is not the preview's own.
pub(super) fn answer(method: &Method, uri: &Uri, asked: &HeaderMap, now: &Snapshot, options: &Options) -> Response {
    match Standing::at(uri.path(), now, options) {
        Standing::File { path, bytes, hash } => file(method, asked, &path, bytes, hash, &now.shown.output),
        Standing::Folder => folder(uri),
        Standing::Excuse(status, page) => {
            let hash = excuse_hash(status, &page);
            let mut response = Response::new(Body::from(injected(&page, hash)));
            *response.status_mut() = status;
            let headers = response.headers_mut();
            set_policy(headers, export::CONTENT_SECURITY_POLICY);
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
            response
        }
    }
}

/// Leads to the address of a folder. A browser must not keep that: another time there may be a page.
fn folder(uri: &Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut response = Response::default();
    *response.status_mut() = StatusCode::FOUND;
    set(response.headers_mut(), LOCATION, &format!("{}/{query}", uri.path()));
    set_policy(response.headers_mut(), export::CONTENT_SECURITY_POLICY);
    response
}

fn file(
    method: &Method,
    asked: &HeaderMap,
    path: &OutputPath,
    bytes: output::Bytes,
    hash: u64,
    output: &Output,
) -> Response {
    let is_page = sort(path) == Sort::Page;
    let kind = if is_page { concat!("-", env!("CARGO_PKG_VERSION")) } else { "" };
    let tag = format!("\"{hash:016x}{kind}\"");
    let mut response = Response::default();
    let headers = response.headers_mut();
    set(headers, ETAG, &tag);
    set(headers, CONTENT_TYPE, &content_type(path));
    set_policy(headers, policy(path, is_page, output));
    if asked.get_all(IF_NONE_MATCH).iter().any(|known| names(known, &tag)) {
        headers.remove(CONTENT_TYPE);
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // What is sent is the very bytes of the site, not a copy, but for pages.
    let bytes = if is_page { Bytes::from(injected(&bytes, hash)) } else { Bytes::from_owner(bytes) };
    let length = bytes.len();
    // A part of what has changed since would not fit to the part that is there (RFC 9110, 13.1.5). No date is ever told.
    let is_the_same = asked.get(IF_RANGE).is_none_or(|known| known.as_bytes() == tag.as_bytes());
    let range = asked.get(RANGE).filter(|_| *method == Method::GET && is_the_same);
    match range.and_then(|range| range.to_str().ok()).map_or(Wanted::Whole, |range| wanted(range, length)) {
        Wanted::Whole => *response.body_mut() = Body::from(bytes),
        Wanted::Part(part) => {
            set(headers, CONTENT_RANGE, &format!("bytes {}-{}/{length}", part.start, part.end - 1));
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            *response.body_mut() = Body::from(bytes.slice(part));
        }
        Wanted::Beyond => {
            set(headers, CONTENT_RANGE, &format!("bytes */{length}"));
            headers.remove(CONTENT_TYPE);
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        }
    }
    response
}

/// Whether a value of `If-None-Match` names the tag. A weak one counts as well (RFC 9110, 13.1.2).
fn names(known: &HeaderValue, tag: &str) -> bool {
    let known = known.to_str().unwrap_or_default();
    known.split(',').map(str::trim).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// The policy that `_headers` gives the file on a host: a page the strict one, and what the search page loads that page's own.
fn policy(path: &OutputPath, is_page: bool, output: &Output) -> &'static str {
    let is_search = |path: &OutputPath| SEARCH_PAGES.contains(&path.as_str());
    let has_search = || SEARCH_PAGES.into_iter().filter_map(OutputPath::new).any(|page| output.contains_key(&page));
    if is_search(path) || !is_page && has_search() {
        export::SEARCH_CONTENT_SECURITY_POLICY
    } else {
        export::CONTENT_SECURITY_POLICY
    }
}

fn set_policy(headers: &mut HeaderMap, policy: &'static str) {
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
}

/// What goes with every answer.
pub(super) fn set_general(headers: &mut HeaderMap) {
    for (name, value) in export::OF_EVERY_FILE {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    // Kept, and asked about each time.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    // Every value is made here, of signs that a header may hold.
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
