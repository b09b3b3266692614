//! The preview over HTTP, until it is told to stop; then it ends at once, whoever is still connected.
//!
//! Must not know what a site is.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::preview::Preview;
use super::routes::router;

/// How long a connection may take to say what it wants, and how long one that wants nothing is kept.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// Most bytes of a request's head, and of an answer that waits to be taken.
const BUFFER_BYTES: usize = 64 * 1024;

/// How long to wait where no connection can be taken, such as when too many files are open.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves the preview on `listener` until `stop` is done.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>, stop: impl Future<Output = ()>) {
    let service = TowerToHyperService::new(router(preview));
    let mut connections = JoinSet::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            taken = listener.accept() => match taken {
                Ok((stream, _)) => _ = connections.spawn(connection(stream, service.clone())),
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    // Every connection ends where it stands: a stream of events would never end by itself.
    connections.shutdown().await;
}

async fn connection(stream: TcpStream, service: TowerToHyperService<axum::Router>) {
    // Small answers go out as they are made.
    let _ = stream.set_nodelay(true);
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT).max_buf_size(BUFFER_BYTES);
    // That a browser goes away, or says what is no HTTP and was told so, is no news.
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}
