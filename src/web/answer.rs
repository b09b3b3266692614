//! What an answer means: the page is there, is gone, is elsewhere, should be asked again, or nobody can tell.
//!
//! Must not know how questions are spread over time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::Timestamp;

use super::anchors::{Parts, parts};
use super::follow::Errand;
use super::gate::{Closed, Gate};
use super::pace::Pace;
use super::retry::{asked_for, back_off};
use super::transport::{Fault, Method, Question, Response, Transport};
use super::verdict::{Refused, Verdict};

/// What an errand needs.
pub(super) struct World<'a> {
    pub(super) gate: Gate<'a>,
    pub(super) transport: &'a dyn Transport,
    pub(super) pace: &'a Pace,
    /// The time now.
    pub(super) now: &'a (dyn Fn() -> Timestamp + Sync),
    /// Whether any server has answered.
    pub(super) has_answer: AtomicBool,
}

/// What comes after a question.
pub(super) enum Next {
    /// The verdict.
    Done(Verdict),
    /// Another question.
    Ask(Errand),
    /// The same again after this time; the verdict where there is none left.
    Wait(Errand, Duration, Verdict),
}

/// What came of a question.
pub(super) struct Step {
    /// Which errand asked.
    pub(super) index: usize,
    pub(super) next: Next,
    /// Whether the host did not answer at all.
    pub(super) was_silent: bool,
}

/// Asks one question.
pub(super) fn step(world: &World<'_>, errand: Errand) -> Step {
    let index = errand.index;
    let addresses = match world.gate.addresses(&errand.current) {
        Ok(addresses) => addresses,
        Err(closed) => return Step { index, next: Next::Done(verdict_of(closed, &errand)), was_silent: false },
    };
    let method = if errand.only_head { Method::Head } else { Method::Get };
    match world.transport.send(&Question { url: &errand.current, method, addresses: &addresses }) {
        Ok(response) => {
            world.has_answer.store(true, Ordering::Relaxed);
            Step { index, next: judge(world, errand, response), was_silent: false }
        }
        Err(fault) => Step { index, next: failed(world, errand, fault), was_silent: fault == Fault::Silence },
    }
}

fn verdict_of(closed: Closed, errand: &Errand) -> Verdict {
    let via = errand.via();
    match closed {
        Closed::Refused(refused) => Verdict::Refused(Refused { via, ..refused }),
        Closed::NoSuchHost(host) => Verdict::NoSuchHost { host, via },
        Closed::Undecided => Verdict::Unverified("could not be looked up just now".to_owned()),
    }
}

fn failed(world: &World<'_>, errand: Errand, fault: Fault) -> Next {
    let why = match fault {
        Fault::Certificate(why) => {
            return Next::Done(Verdict::BadCertificate { host: errand.host().to_owned(), why });
        }
        Fault::Silence => "does not answer",
        Fault::Other(why) => why,
    };
    // Some servers know nothing but GET, and do not even say so.
    let with_page = Errand { only_head: false, ..errand };
    if errand.only_head && fault != Fault::Silence {
        return Next::Ask(with_page);
    }
    again(world, with_page, None, why.to_owned())
}

fn judge(world: &World<'_>, mut errand: Errand, response: Response) -> Next {
    let header = |name: &str| response.headers.get(name).map(String::as_str);
    let wait = header("retry-after").and_then(|wait| asked_for(wait, (world.now)()));
    let is_challenge = header("cf-mitigated").is_some() || header("x-amzn-waf-action").is_some();
    errand.wants_cookie |= header("set-cookie").is_some();
    match response.status {
        200..=299 => Next::Done(arrived(world, &errand, response)),
        status @ (301..=303 | 307 | 308) if header("location").is_some() => {
            let location = header("location").unwrap_or_default();
            errand.redirected(status, location, world.pace.redirects).map_or_else(Next::Done, Next::Ask)
        }
        429 => again(world, errand, wait, "asks to be left alone for a while (429)".to_owned()),
        503 if wait.is_some() => again(world, errand, wait, words(503)),
        // Only the page itself counts: some servers answer a question for the head as they please.
        _ if errand.only_head => Next::Ask(Errand { only_head: false, ..errand }),
        status @ (404 | 410) if !is_challenge => Next::Done(Verdict::Gone { status, via: errand.via() }),
        status @ (500 | 502..=504) => again(world, errand, wait, words(status)),
        status => Next::Done(Verdict::Unverified(words(status))),
    }
}

/// The page is there; whether its parts are, only HTML tells.
fn arrived(world: &World<'_>, errand: &Errand, response: Response) -> Verdict {
    let header = |name: &str| response.headers.get(name).map_or("", String::as_str);
    let kind = header("content-type").to_ascii_lowercase();
    let is_html = kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml");
    let is_plain = matches!(header("content-encoding"), "" | "identity");
    // Letters beyond ASCII are written in other bytes elsewhere.
    let is_utf_8 = kind.contains("utf-8") || errand.wanted.iter().all(|part| part.is_ascii() && !part.contains('%'));
    if errand.wanted.is_empty() || errand.only_head || !is_html || !is_plain || !is_utf_8 || response.status != 200 {
        return errand.reached(Vec::new());
    }
    match parts(response.body, &errand.wanted, world.pace.page_bytes) {
        Parts::Known(missing) => errand.reached(missing),
        Parts::Unknown => errand.reached(Vec::new()),
    }
}

/// Another try, where there is one left.
fn again(world: &World<'_>, mut errand: Errand, wait: Option<Duration>, why: String) -> Next {
    let otherwise = Verdict::Unverified(why);
    errand.tried += 1;
    let wait = wait.unwrap_or_else(|| back_off(world.pace, errand.current.as_str(), errand.tried));
    if errand.tried >= world.pace.tries || wait > world.pace.longest_wait {
        return Next::Done(otherwise);
    }
    Next::Wait(errand, wait, otherwise)
}

/// A status in words that follow the name of the host.
fn words(status: u16) -> String {
    let meaning = match status {
        401 => "asks for a password",
        402 => "asks for money",
        403 | 999 => "turns programs away",
        451 => "may not show the page for legal reasons",
        500..=599 => "has a fault of its own",
        _ => "gives an answer that says neither yes nor no",
    };
    format!("{meaning} ({status})")
}
