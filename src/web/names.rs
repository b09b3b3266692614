//! Names of hosts → numbers of computers.
//!
//! Must not know which of them may be asked.

use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Looks up names.
pub trait Names: Sync {
    /// Every number of the host, at least one.
    ///
    /// # Errors
    /// When it has none, or when nobody could say.
    fn lookup(&self, host: &str) -> Result<Vec<IpAddr>, NameFault>;
}

/// Why a name has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// There is no such host.
    Unknown,
    /// Whoever was asked did not say, so that it may well exist.
    Undecided,
}

/// Asks the system, as browsers do.
#[derive(Debug, Clone, Copy)]
pub struct SystemNames {
    /// How long to wait for it.
    pub patience: Duration,
}

impl Names for SystemNames {
    fn lookup(&self, host: &str) -> Result<Vec<IpAddr>, NameFault> {
        let (send, receive) = mpsc::channel();
        let host = host.to_owned();
        // The system cannot be told to hurry: a look-up that takes too long is left to end by itself.
        let asked = thread::Builder::new().spawn(move || {
            let found = (host.as_str(), 0_u16).to_socket_addrs();
            let _ = send.send(found.map(|found| found.map(|address| address.ip()).collect::<Vec<_>>()));
        });
        if asked.is_err() {
            return Err(NameFault::Undecided);
        }
        match receive.recv_timeout(self.patience) {
            Ok(Ok(found)) if found.is_empty() => Err(NameFault::Unknown),
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) if says_unknown(&error.to_string(), error.raw_os_error()) => Err(NameFault::Unknown),
            _ => Err(NameFault::Undecided),
        }
    }
}

/// Whether these are the words for a name that does not exist, or has no number. The standard library does not hand on
/// the code of `getaddrinfo`, only its words, in English; on Windows the codes are `WSAHOST_NOT_FOUND` and `WSANO_DATA`.
fn says_unknown(words: &str, code: Option<i32>) -> bool {
    const WORDS: [&str; 5] = [
        "Name or service not known",
        "nodename nor servname provided, or not known",
        "No address associated with hostname",
        "Name does not resolve",
        "hostname nor servname provided, or not known",
    ];
    matches!(code, Some(11001 | 11004)) || WORDS.iter().any(|known| words.contains(known))
}

#[cfg(test)]
mod tests {
    use super::says_unknown;

    #[test]
    fn tells_a_name_that_does_not_exist_from_one_that_nobody_could_look_up() {
        assert!(says_unknown("failed to lookup address information: Name or service not known", None));
        assert!(says_unknown("No such host is known.", Some(11001)));
        assert!(!says_unknown("failed to lookup address information: Temporary failure in name resolution", None));
        assert!(!says_unknown("", Some(11002)));
    }
}
