//! Links out of the site, asked about against a server on loopback that misbehaves in each way. No test asks anybody else.

mod bounds;
mod command;
mod refusals;
mod verdicts;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::time::Duration;

use folkmoot::diagnostic::Place;
use folkmoot::model::field::Fields;
use folkmoot::model::web::Web;
use folkmoot::sources::{SourceId, Sources, Span, Spanned};
use folkmoot::web::{Asking, Link, Memory, NameFault, Names, Outcome, Pace, Transport, UreqTransport, ask};

use super::support::loopback::{AUTHORITY, Loopback};

/// Names of the tests; all others do not exist, but for those that begin with `perhaps`.
#[derive(Default)]
struct Book {
    names: HashMap<String, Vec<IpAddr>>,
    asked: Mutex<Vec<String>>,
}

impl Book {
    fn of(names: &[(&str, &str)]) -> Self {
        let mut book = Self::default();
        for (name, ip) in names {
            book.names.entry((*name).to_owned()).or_default().push(ip.parse().unwrap());
        }
        book
    }
}

impl Names for Book {
    fn lookup(&self, host: &str) -> Result<Vec<IpAddr>, NameFault> {
        self.asked.lock().unwrap().push(host.to_owned());
        let unknown = if host.starts_with("perhaps") { NameFault::Undecided } else { NameFault::Unknown };
        self.names.get(host).cloned().ok_or(unknown)
    }
}

/// A pace at which nobody waits.
fn pace() -> Pace {
    Pace {
        spacing: Duration::ZERO,
        back_off: Duration::from_millis(1),
        longest_wait: Duration::from_millis(20),
        connect: Duration::from_secs(20),
        silence: Duration::from_secs(20),
        question: Duration::from_secs(40),
        page_bytes: 200_000,
        ..Pace::default()
    }
}

/// Settings that allow these hosts.
fn allowing(hosts: &[&str]) -> Web {
    let settings = Web { allow: hosts.iter().map(|host| spanned(host)).collect(), ..Web::default() };
    assert!(!Web::FIELDS.is_empty());
    settings
}

fn spanned(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), Span::new(source(), 0..0))
}

fn source() -> SourceId {
    Sources::default().add(folkmoot::sources::Source::new("folkmoot.yaml", ""))
}

/// A run over some addresses, each standing in a file of its own.
#[derive(Clone, Copy)]
struct Run<'a> {
    settings: &'a Web,
    pace: &'a Pace,
    names: &'a Book,
    now: &'a str,
}

impl Run<'_> {
    fn ask(&self, urls: &[String], memory: &mut Memory) -> Outcome {
        self.through(&UreqTransport::trusting(self.pace, [AUTHORITY]), urls, memory)
    }

    fn through(&self, transport: &dyn Transport, urls: &[String], memory: &mut Memory) -> Outcome {
        let now = self.now.parse().unwrap();
        let places: Vec<Place> = urls.iter().map(Place::file).collect();
        let links: Vec<Link<'_>> =
            urls.iter().zip(&places).map(|(url, place)| Link { url, places: std::slice::from_ref(place) }).collect();
        let asking = Asking {
            settings: self.settings,
            pace: self.pace,
            now: &move || now,
            names: self.names,
            transport,
            told: &|_, _| {},
        };
        ask(&links, memory, &asking)
    }
}

const NOON: &str = "2019-11-06T12:00:00Z";

/// What is said of each address: codes with messages and help, or that it was not verified and why.
fn told(outcome: &Outcome) -> Vec<String> {
    let finding = |finding: &folkmoot::diagnostic::Diagnostic| {
        let help = finding.help.as_deref().unwrap_or_default();
        format!("{} {} {}", finding.rule.code, finding.message, help)
    };
    let mut told: Vec<String> = outcome.findings.iter().map(finding).collect();
    told.extend(outcome.unverified.iter().map(|it| format!("unverified {} {}", it.url, it.why)));
    told.sort();
    told
}

/// What is said about one path of a server.
fn told_of(server: &Loopback, path: &str, pace: &Pace) -> String {
    let settings = allowing(&["127.0.0.1"]);
    let run = Run { settings: &settings, pace, names: &Book::default(), now: NOON };
    let told = told(&run.ask(&[server.url(path)], &mut Memory::default())).join("; ");
    told.replace(&server.port().to_string(), "PORT").trim().to_owned()
}
