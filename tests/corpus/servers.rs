//! The servers that sites of the corpus link to: five letters in a file stand for their ports.
//!
//! Must not know what they answer.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::support::loopback::{Certificate, Loopback};

/// Stands for the port of the server in the clear, and for that of the one whose certificate has expired.
const MARKS: [&str; 2] = ["127.0.0.1:PPPPP", "127.0.0.1:SSSSS"];

/// The servers that run while a site is checked, in the order of their marks; none where no file names one.
pub(super) struct Servers(Vec<Loopback>);

impl Servers {
    /// Starts the servers that a site needs and puts their ports into its files.
    pub(super) fn for_site(root: &Path) -> Self {
        let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let texts = files.filter_map(|entry| Some((entry.path().to_owned(), fs::read_to_string(entry.path()).ok()?)));
        let named: Vec<_> = texts.filter(|(_, text)| MARKS.iter().any(|mark| text.contains(mark))).collect();
        if named.is_empty() {
            return Self(Vec::new());
        }
        let servers = Self(vec![Loopback::start(), Loopback::secure(Certificate::Expired)]);
        for (path, text) in named {
            fs::write(path, servers.pairs().fold(text, |text, (mark, host)| text.replace(mark, &host))).unwrap();
        }
        servers
    }

    /// A text with the letters again.
    pub(super) fn hide(&self, text: &str) -> String {
        self.pairs().fold(text.to_owned(), |text, (mark, host)| text.replace(&host, mark))
    }

    fn pairs(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        MARKS.into_iter().zip(self.0.iter().map(|server| format!("127.0.0.1:{}", server.port())))
    }
}
