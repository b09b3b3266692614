//! One question over the network, and its answer: no redirect is followed here, no cookie kept, nothing decompressed.
//!
//! Must not know which addresses may be asked, nor what an answer means.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use rustls::CertificateError;
use ureq::http::{HeaderMap, Uri};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body};
use url::Url;

use super::pace::Pace;

/// How something is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Only whether it is there.
    Head,
    /// The page itself.
    Get,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The address, without its fragment.
    pub url: &'a Url,
    /// How.
    pub method: Method,
    /// Where its host is reached, and nowhere else.
    pub addresses: &'a [SocketAddr],
}

/// What a server answers.
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers that matter, by name in lower case.
    pub headers: HashMap<&'static str, String>,
    /// The page, read as far as somebody wants it.
    pub body: Box<dyn Read>,
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response").field("status", &self.status).field("headers", &self.headers).finish_non_exhaustive()
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// None came in time.
    Silence,
    /// The certificate is not in order; the words follow "its certificate".
    Certificate(&'static str),
    /// Something else; the words follow the name of the host.
    Other(&'static str),
}

/// Asks.
pub trait Transport: Sync {
    /// Asks one question.
    ///
    /// # Errors
    /// When there is no answer that can be read.
    fn send(&self, question: &Question<'_>) -> Result<Response, Fault>;
}

/// The headers that matter.
const HEADERS: [&str; 7] =
    ["location", "retry-after", "content-type", "content-encoding", "set-cookie", "cf-mitigated", "x-amzn-waf-action"];

/// Asks over the network, with the certificate authorities of the system. No proxy of the environment is used: through one
/// nobody could say which computer is reached.
pub struct UreqTransport {
    agent: Agent,
    checked: Checked,
    has_authorities: bool,
}

impl UreqTransport {
    /// Ready to ask at this pace, trusting whom the system trusts.
    pub fn new(pace: &Pace) -> Self {
        let authorities = rustls_native_certs::load_native_certs().certs;
        Self::trusting(pace, authorities.iter().map(AsRef::as_ref))
    }

    /// Ready to ask at this pace, trusting the authorities with these certificates (DER, X.509).
    pub fn trusting<'a>(pace: &Pace, authorities: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let authorities: Vec<Certificate<'static>> =
            authorities.into_iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
        let has_authorities = !authorities.is_empty();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::new_with_certs(&authorities))
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("folkmoot/", env!("CARGO_PKG_VERSION"), " (+link check)"))
            .accept("text/html, application/xhtml+xml;q=0.9, */*;q=0.8")
            // Not compressed: a small answer could become an endless one.
            .accept_encoding("identity")
            // A connection that was kept may be gone when it is wanted again, which would look like a fault of the page.
            .max_idle_connections(0)
            .max_idle_connections_per_host(0)
            .timeout_connect(Some(pace.connect))
            .timeout_recv_response(Some(pace.silence))
            .timeout_global(Some(pace.question))
            .build();
        let checked = Checked::default();
        let agent = Agent::with_parts(config, DefaultConnector::new(), checked.clone());
        Self { agent, checked, has_authorities }
    }
}

impl fmt::Debug for UreqTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransport").finish_non_exhaustive()
    }
}

impl Transport for UreqTransport {
    fn send(&self, question: &Question<'_>) -> Result<Response, Fault> {
        let uri: Uri = question.url.as_str().parse().map_err(|_| Fault::Other("has an address that cannot be sent"))?;
        self.checked.put(&uri, question.addresses);
        let request = match question.method {
            Method::Head => self.agent.head(uri),
            Method::Get => self.agent.get(uri),
        };
        let response = request.call().map_err(|error| self.fault(&error))?;
        let (parts, body) = response.into_parts();
        Ok(Response { status: parts.status.as_u16(), headers: headers(&parts.headers), body: reader(body) })
    }
}

impl UreqTransport {
    fn fault(&self, error: &ureq::Error) -> Fault {
        match fault(error) {
            UNKNOWN_ISSUER if !self.has_authorities => Fault::Other(
                "has a certificate that this computer cannot check, as it knows no certificate authorities",
            ),
            fault => fault,
        }
    }
}

fn reader(body: Body) -> Box<dyn Read> {
    Box::new(body.into_reader())
}

fn headers(all: &HeaderMap) -> HashMap<&'static str, String> {
    let text = |name: &'static str| Some((name, String::from_utf8_lossy(all.get(name)?.as_bytes()).into_owned()));
    HEADERS.into_iter().filter_map(text).collect()
}

/// The numbers that were looked at, by host and port: the only ones that a connection is ever made to.
#[derive(Debug, Default, Clone)]
struct Checked(Arc<Mutex<HashMap<String, Vec<SocketAddr>>>>);

impl Checked {
    fn put(&self, uri: &Uri, addresses: &[SocketAddr]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key(uri)).or_insert_with(|| addresses.to_vec());
    }
}

fn key(uri: &Uri) -> String {
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    format!("{}:{port}", uri.host().unwrap_or_default())
}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        _config: &ureq::config::Config,
        _timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = self.empty();
        // More than sixteen the library does not take.
        for address in known.get(&key(uri)).into_iter().flatten().take(16) {
            found.push(*address);
        }
        if found.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(found) }
    }
}

const UNKNOWN_ISSUER: Fault = Fault::Other("has a certificate whose issuer this computer does not know");
const NOT_A_WEB_SERVER: &str = "does not answer as a web server should";

fn fault(error: &ureq::Error) -> Fault {
    match error {
        ureq::Error::Timeout(_) => Fault::Silence,
        ureq::Error::Io(error) => io_fault(error),
        ureq::Error::Rustls(error) => tls_fault(error),
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => Fault::Other("cannot be reached"),
        _ => Fault::Other(NOT_A_WEB_SERVER),
    }
}

fn io_fault(error: &io::Error) -> Fault {
    use io::ErrorKind as Kind;
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return tls_fault(error);
    }
    match error.kind() {
        Kind::TimedOut | Kind::WouldBlock => Fault::Silence,
        Kind::ConnectionRefused => Fault::Other("refuses connections"),
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof => {
            Fault::Other("breaks the connection off")
        }
        Kind::InvalidData | Kind::InvalidInput => Fault::Other(NOT_A_WEB_SERVER),
        _ => Fault::Other("cannot be reached"),
    }
}

/// What browsers refuse as well is a fault of the host. A signer that is not known here may be known to others, and a
/// missing link of the chain is fetched by browsers.
fn tls_fault(error: &rustls::Error) -> Fault {
    use CertificateError as Wrong;
    let rustls::Error::InvalidCertificate(wrong) = error else {
        return Fault::Other("does not agree on a secure connection");
    };
    match wrong {
        Wrong::Expired | Wrong::ExpiredContext { .. } => Fault::Certificate("has expired"),
        Wrong::NotValidYet | Wrong::NotValidYetContext { .. } => Fault::Certificate("is not valid yet"),
        Wrong::NotValidForName | Wrong::NotValidForNameContext { .. } => Fault::Certificate("is for another website"),
        Wrong::Revoked => Fault::Certificate("was withdrawn by its issuer"),
        Wrong::UnknownIssuer => UNKNOWN_ISSUER,
        _ => Fault::Other("has a certificate that this computer cannot check"),
    }
}
