//! What is asked for → what answers it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use url::form_urlencoded;

use super::events::events;
use super::files;
use super::hosts::admit_own_pages;
use super::preview::Preview;
use super::state;

const SCRIPT: &str = include_str!("assets/preview.js");
const STYLE: &str = include_str!("assets/preview.css");

/// Every address: a few of the preview's own, and the site.
pub(super) fn router(preview: Arc<Preview>) -> Router {
    Router::new()
        .route("/_folkmoot/preview.js", get(async || typed("text/javascript; charset=utf-8", SCRIPT)))
        .route("/_folkmoot/preview.css", get(async || typed("text/css; charset=utf-8", STYLE)))
        .route("/_folkmoot/events", get(answer_events))
        .route("/_folkmoot/state", get(answer_state))
        .fallback(answer_file)
        .layer(middleware::from_fn_with_state(Arc::clone(&preview), guarded))
        .with_state(preview)
}

/// Sees that the request is one that a preview answers, and gives the answer what goes with every answer.
async fn guarded(State(preview): State<Arc<Preview>>, request: Request, next: Next) -> Response {
    let mut response = match preview.options.hosts.admit(request.headers(), request.uri()) {
        Err(refusal) => refusal.into_response(),
        Ok(()) if matches!(*request.method(), Method::GET | Method::HEAD) => next.run(request).await,
        Ok(()) => {
            let allow = [(ALLOW, "GET, HEAD")];
            (StatusCode::METHOD_NOT_ALLOWED, allow, "The preview only shows the site.\n").into_response()
        }
    };
    files::set_general(response.headers_mut());
    response
}

async fn answer_file(State(preview): State<Arc<Preview>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    files::answer(&method, &uri, &headers, &preview.now(), &preview.options)
}

async fn answer_events(State(preview): State<Arc<Preview>>, uri: Uri, headers: HeaderMap) -> Response {
    if let Err(refusal) = admit_own_pages(&headers) {
        return refusal.into_response();
    }
    // A browser that connects again by itself sends the header; one whose page had closed the stream says it in the address.
    let header = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let known = header.or_else(|| field(&uri, "since"));
    events(preview, known.as_deref()).into_response()
}

async fn answer_state(State(preview): State<Arc<Preview>>, uri: Uri, headers: HeaderMap) -> Response {
    if let Err(refusal) = admit_own_pages(&headers) {
        return refusal.into_response();
    }
    let path = field(&uri, "path").unwrap_or_else(|| "/".to_owned());
    typed("application/json", state::json(&path, &preview.now(), &preview))
}

/// A field of the query.
fn field(uri: &Uri, name: &str) -> Option<String> {
    let mut fields = form_urlencoded::parse(uri.query()?.as_bytes());
    fields.find(|(field, _)| field == name).map(|(_, value)| value.into_owned())
}

fn typed(content_type: &'static str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    // No other site may take it in.
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}
