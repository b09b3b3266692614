//! Who may ask: a page of another site must not read a preview, not by a name of its own that it lets lead here (DNS
//! rebinding) and not across sites.
//!
//! Must not know what is asked for.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri};

/// Under which names a preview may be asked.
#[derive(Debug, Clone)]
pub struct Hosts {
    /// The address that is listened at.
    pub interface: IpAddr,
    /// Names that are allowed besides those of this computer.
    pub names: Vec<String>,
}

/// Why a request is not answered: the status, and a sentence.
pub(super) type Refusal = (StatusCode, &'static str);

const NO_HOST: Refusal = (StatusCode::BAD_REQUEST, "This request names no host, or several.\n");
const OTHER_HOST: Refusal = (
    StatusCode::MISDIRECTED_REQUEST,
    "The preview does not answer under this name. Use localhost, or start it with --allow-host and the name.\n",
);
const OTHER_SITE: Refusal = (StatusCode::FORBIDDEN, "The preview tells other sites nothing.\n");

impl Default for Hosts {
    /// This computer alone.
    fn default() -> Self {
        Self { interface: Ipv4Addr::LOCALHOST.into(), names: Vec::new() }
    }
}

impl Hosts {
    /// Whether a request may be answered.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn admit(&self, headers: &HeaderMap, uri: &Uri) -> Result<(), Refusal> {
        let mut given = headers.get_all(HOST).iter();
        let (Some(host), None) = (given.next(), given.next()) else { return Err(NO_HOST) };
        let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok()).ok_or(NO_HOST)?;
        // An address in full counts more than the header (RFC 9112, 3.2.2).
        if [Some(&host), uri.authority()].into_iter().flatten().all(|authority| self.is_allowed(authority)) {
            Ok(())
        } else {
            Err(OTHER_HOST)
        }
    }

    fn is_allowed(&self, authority: &Authority) -> bool {
        if authority.as_str().contains('@') {
            return false;
        }
        let host = authority.host().to_ascii_lowercase();
        if let Some(address) = literal(&host) {
            return address.is_loopback() || !self.interface.to_canonical().is_loopback();
        }
        let host = host.strip_suffix('.').unwrap_or(&host);
        host == "localhost"
            || host.ends_with(".localhost")
            || self.names.iter().any(|name| name.trim_end_matches('.').eq_ignore_ascii_case(host))
    }
}

/// A host that is an address and no name.
fn literal(host: &str) -> Option<IpAddr> {
    let address = match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?.parse::<Ipv6Addr>().ok()?.into(),
        None => host.parse::<Ipv4Addr>().ok()?.into(),
    };
    Some(IpAddr::to_canonical(&address))
}

/// Whether a request for what the preview tells of itself comes from a page of the preview, or from no page at all.
///
/// # Errors
/// Why it is not answered.
pub(super) fn admit_own_pages(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let is_own_site = text("sec-fetch-site").is_none_or(|site| ["same-origin", "none"].contains(&site));
    let host = text(HOST.as_str()).unwrap_or_default();
    let is_own_origin = text(ORIGIN.as_str()).is_none_or(|origin| origin == format!("http://{host}"));
    if is_own_site && is_own_origin { Ok(()) } else { Err(OTHER_SITE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_admitted(hosts: &Hosts, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        hosts.admit(&headers, &Uri::from_static("/")).is_ok()
    }

    #[test]
    fn names_of_this_computer_alone_are_allowed() {
        let own = Hosts { names: vec!["plan.example.org".to_owned()], ..Hosts::default() };
        let open = Hosts { interface: Ipv4Addr::UNSPECIFIED.into(), ..own.clone() };
        // Host; on loopback; on another interface.
        let table = [
            ("localhost", true, true),
            ("localhost:8000", true, true),
            ("LOCALHOST.", true, true),
            ("site.localhost:1", true, true),
            ("127.0.0.1:8000", true, true),
            ("127.9.9.9", true, true),
            ("[::1]:8000", true, true),
            ("[::ffff:127.0.0.1]", true, true),
            ("plan.example.org", true, true),
            ("Plan.Example.Org:8000", true, true),
            ("192.168.1.4:8000", false, true),
            ("[fe80::1]", false, true),
            ("example.org", false, false),
            ("localhost.example.org", false, false),
            ("notlocalhost", false, false),
            ("127.0.0.1.example.org", false, false),
            ("localhost@example.org", false, false),
            ("x@localhost", false, false),
            ("127.1", false, false),
            ("[::1", false, false),
            ("", false, false),
        ];
        for (host, on_loopback, elsewhere) in table {
            assert_eq!((is_admitted(&own, host), is_admitted(&open, host)), (on_loopback, elsewhere), "{host}");
        }
    }

    #[test]
    fn an_address_in_full_must_be_allowed_too() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, "localhost".parse().unwrap());
        let admitted = |uri| Hosts::default().admit(&headers, &Uri::from_static(uri));
        assert_eq!(admitted("http://localhost/"), Ok(()));
        assert_eq!(admitted("http://example.org/"), Err(OTHER_HOST));
    }
}
