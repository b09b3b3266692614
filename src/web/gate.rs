//! Which computers may be asked: a host goes in, the numbers that it may be reached at come out. Whatever is asked goes
//! through here first, at every redirect again, and is then reached at the very numbers that were looked at.
//!
//! Must not know what is asked.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use url::{Host, Url};

use super::names::{NameFault, Names};
use super::public::not_public;
use super::verdict::Refused;

/// Why a host is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Closed {
    /// It may not be.
    Refused(Refused),
    /// It does not exist.
    NoSuchHost(String),
    /// Nobody could say where it is.
    Undecided,
}

/// What the settings allow beside what is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Allowed {
    /// A name, at this port or at any.
    Name(String, Option<u16>),
    /// Numbers that begin with these bits, at this port or at any.
    Range(IpAddr, u32, Option<u16>),
}

/// Names that only mean something within a house (RFC 6761, RFC 6762, RFC 8375, and what routers and offices made up).
const HOUSE_NAMES: [&str; 9] =
    ["localhost", "local", "localdomain", "internal", "intranet", "home.arpa", "lan", "home", "corp"];

impl Allowed {
    /// Reads `name`, `name:port`, `1.2.3.4`, `10.0.0.0/8`, `1.2.3.4:80`, `[::1]:80`, `::1`, `fc00::/7`.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        if let Ok(ip) = written.trim_matches(['[', ']']).parse::<IpAddr>() {
            return Some(Self::Range(ip, width(ip), None));
        }
        if let Ok(socket) = written.parse::<SocketAddr>() {
            return Some(Self::Range(socket.ip(), width(socket.ip()), Some(socket.port())));
        }
        if let Some((ip, bits)) = written.split_once('/') {
            let (ip, bits) = (ip.parse::<IpAddr>().ok()?, bits.parse::<u32>().ok()?);
            return (bits <= width(ip)).then_some(Self::Range(ip, bits, None));
        }
        let (name, port) = match written.rsplit_once(':') {
            Some((name, port)) => (name, Some(port.parse().ok()?)),
            None => (written, None),
        };
        let url = Url::parse(&format!("http://{name}/")).ok()?;
        let is_name = matches!(url.host(), Some(Host::Domain(_))) && url.path() == "/" && url.port().is_none();
        is_name.then(|| Self::Name(without_dot(url.host_str().unwrap_or_default()).to_owned(), port))
    }

    fn covers_name(&self, name: &str, at: u16) -> bool {
        matches!(self, Self::Name(allowed, port) if allowed == name && port.is_none_or(|port| port == at))
    }

    fn covers(&self, ip: IpAddr, at: u16) -> bool {
        let Self::Range(net, bits, port) = self else { return false };
        let same = match (*net, ip.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(ip)) => begins_alike(net.to_bits().into(), ip.to_bits().into(), 32 - bits),
            (IpAddr::V6(net), IpAddr::V6(ip)) => begins_alike(net.to_bits(), ip.to_bits(), 128 - bits),
            _ => false,
        };
        same && port.is_none_or(|port| port == at)
    }
}

fn width(ip: IpAddr) -> u32 {
    if ip.is_ipv4() { 32 } else { 128 }
}

fn begins_alike(a: u128, b: u128, rest: u32) -> bool {
    (a ^ b).checked_shr(rest).unwrap_or(0) == 0
}

fn without_dot(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

/// Where a host may be reached, or why not.
type Found = Result<Vec<SocketAddr>, Closed>;

/// Looks up each host once a run.
pub(super) struct Gate<'a> {
    names: &'a dyn Names,
    allowed: Vec<Allowed>,
    known: Mutex<HashMap<(String, u16), Found>>,
    has_found: AtomicBool,
}

impl<'a> Gate<'a> {
    pub(super) fn new(names: &'a dyn Names, allowed: Vec<Allowed>) -> Self {
        Self { names, allowed, known: Mutex::default(), has_found: AtomicBool::new(false) }
    }

    /// Where the host of an address may be reached.
    pub(super) fn addresses(&self, url: &Url) -> Found {
        let key = (url.host_str().unwrap_or_default().to_owned(), port(url));
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let found =
            refusal(url, &self.allowed).map_or_else(|| self.look_up(url), |refused| Err(Closed::Refused(refused)));
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found.clone());
        found
    }

    /// Whether any name could be looked up.
    pub(super) fn has_found_a_name(&self) -> bool {
        self.has_found.load(Ordering::Relaxed)
    }

    fn look_up(&self, url: &Url) -> Found {
        let port = port(url);
        let name = match url.host() {
            Some(Host::Ipv4(ip)) => return Ok(vec![SocketAddr::new(ip.into(), port)]),
            Some(Host::Ipv6(ip)) => return Ok(vec![SocketAddr::new(ip.into(), port)]),
            Some(Host::Domain(name)) => without_dot(name),
            None => "",
        };
        if is_never_a_host(name) {
            return Err(Closed::NoSuchHost(name.to_owned()));
        }
        let found = self.names.lookup(name).map_err(|fault| match fault {
            NameFault::Unknown => Closed::NoSuchHost(name.to_owned()),
            NameFault::Undecided => Closed::Undecided,
        })?;
        self.has_found.store(true, Ordering::Relaxed);
        let by_name = self.allowed.iter().any(|allowed| allowed.covers_name(name, port));
        // One number that is not public is enough: which of them is taken is not for the page that links to choose.
        for ip in &found {
            if let Some(why) = not_public(*ip).filter(|_| !by_name && !self.covers(*ip, port)) {
                let why = format!("is reached at {ip}, which {why}");
                return Err(Closed::Refused(Refused { host: name.to_owned(), why, by_name: true, via: None }));
            }
        }
        Ok(found.into_iter().map(|ip| SocketAddr::new(ip, port)).collect())
    }

    fn covers(&self, ip: IpAddr, port: u16) -> bool {
        self.allowed.iter().any(|allowed| allowed.covers(ip, port))
    }
}

/// Whether no host ever has this name, so that it need not be looked up (RFC 6761, 6.4).
pub(super) fn is_never_a_host(name: &str) -> bool {
    name == "invalid" || name.ends_with(".invalid")
}

/// Why an address may not be asked, as far as it shows without looking up a name.
pub(super) fn refusal(url: &Url, allowed: &[Allowed]) -> Option<Refused> {
    let port = port(url);
    let refused = |host: &str, why: String| Some(Refused { host: host.to_owned(), why, by_name: false, via: None });
    let why = match url.host()? {
        Host::Domain(name) => {
            let name = without_dot(name);
            if allowed.iter().any(|allowed| allowed.covers_name(name, port)) {
                return None;
            }
            let in_house =
                |house: &&str| name.strip_suffix(*house).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            (HOUSE_NAMES.iter().any(in_house) || (!name.contains('.') && name != "invalid"))
                .then_some("is a name that only means something within one house or office")
        }
        Host::Ipv4(ip) => {
            if allowed.iter().any(|allowed| allowed.covers(ip.into(), port)) {
                return None;
            }
            not_public(ip.into())
        }
        Host::Ipv6(ip) => {
            if allowed.iter().any(|allowed| allowed.covers(ip.into(), port)) {
                return None;
            }
            not_public(ip.into())
        }
    };
    if let Some(why) = why {
        return refused(url.host_str()?, why.to_owned());
    }
    // Below 1024 every other port is kept for something that is no website: mail, files, printers.
    let is_of_the_web = matches!(port, 80 | 443 | 1024..);
    if is_of_the_web {
        None
    } else {
        refused(&format!("{}:{port}", url.host_str()?), "has a port that is not for websites".to_owned())
    }
}

fn port(url: &Url) -> u16 {
    url.port_or_known_default().unwrap_or(80)
}
