//! Questions spread over time: a few at once, fewer at each host and with a pause between them, none to a host that does
//! not answer, and an end to it all.
//!
//! Must not know what a question is about.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use super::answer::{Next, Step};
use super::follow::Errand;
use super::pace::Pace;
use super::verdict::Verdict;

/// A host, and the questions that wait for it.
#[derive(Default)]
struct Host {
    waiting: VecDeque<Errand>,
    /// How many turns it has: in the heap of turns, or taken by a thread that asks.
    turns: usize,
    /// When the next question may begin.
    free_from: Option<Instant>,
    silences: u32,
    retries: u32,
}

/// What the threads share.
struct Work<'a> {
    hosts: HashMap<String, Host>,
    /// When each turn may be taken, earliest first.
    turns: BinaryHeap<Reverse<(Instant, String)>>,
    /// How many errands have no verdict.
    open: usize,
    pace: &'a Pace,
}

/// Runs every errand to its verdict, which `done` is told of. The order is that of the errands, as far as hosts allow.
pub(super) fn run(
    errands: Vec<Errand>,
    pace: &Pace,
    step: &(dyn Fn(Errand) -> Step + Sync),
    done: &(dyn Fn(usize, Verdict) + Sync),
) {
    let begun = now();
    let ends = begun + pace.run;
    let mut work = Work { hosts: HashMap::new(), turns: BinaryHeap::new(), open: errands.len(), pace };
    for errand in errands {
        work.queue(errand, begun, false);
    }
    let threads = pace.at_once.min(work.open).max(1);
    let work = Mutex::new(work);
    let news = Condvar::new();
    thread::scope(|scope| {
        // A thread that cannot be had is one fewer; this one works in any case.
        let asker = || ask(&work, &news, ends, step, done);
        for _ in 1..threads {
            let _ = thread::Builder::new().spawn_scoped(scope, asker);
        }
        asker();
    });
}

/// What each thread does: takes a turn, asks, says what came of it.
fn ask(
    work: &Mutex<Work<'_>>,
    news: &Condvar,
    ends: Instant,
    step: &(dyn Fn(Errand) -> Step + Sync),
    done: &(dyn Fn(usize, Verdict) + Sync),
) {
    let mut open = lock(work);
    while open.open > 0 {
        let time = now();
        if time >= ends {
            for errand in open.drain_all() {
                done(errand.index, Verdict::NotAsked);
            }
            news.notify_all();
            break;
        }
        let (host, errand) = match open.take(time) {
            Taken::Errand(host, errand) => (host, errand),
            Taken::Nothing => continue,
            Taken::Wait(until) => {
                let until = until.unwrap_or(ends).min(ends);
                let waited = news.wait_timeout(open, until.saturating_duration_since(time));
                open = waited.unwrap_or_else(PoisonError::into_inner).0;
                continue;
            }
        };
        drop(open);
        let asked = step(*errand);
        open = lock(work);
        for (index, verdict) in open.settle(&host, asked, now()) {
            done(index, verdict);
        }
        news.notify_all();
    }
}

fn lock<'a, 'b>(work: &'a Mutex<Work<'b>>) -> MutexGuard<'a, Work<'b>> {
    work.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What there is to do.
enum Taken {
    Errand(String, Box<Errand>),
    /// Nothing at this turn, but perhaps at the next.
    Nothing,
    /// Nothing before this moment, or before there is news.
    Wait(Option<Instant>),
}

impl Work<'_> {
    /// Puts an errand before or behind those that wait for the same host.
    fn queue(&mut self, errand: Errand, time: Instant, is_first: bool) {
        let name = errand.host().to_owned();
        let host = self.hosts.entry(name.clone()).or_default();
        if is_first {
            host.waiting.push_front(errand);
        } else {
            host.waiting.push_back(errand);
        }
        if host.turns < self.pace.at_once_per_host.max(1) {
            host.turns += 1;
            self.turns.push(Reverse((host.free_from.unwrap_or(time), name)));
        }
    }

    fn take(&mut self, time: Instant) -> Taken {
        let Some(Reverse((at, _))) = self.turns.peek() else { return Taken::Wait(None) };
        if *at > time {
            return Taken::Wait(Some(*at));
        }
        let Some(Reverse((_, name))) = self.turns.pop() else { return Taken::Nothing };
        let Some(host) = self.hosts.get_mut(&name) else { return Taken::Nothing };
        if host.waiting.is_empty() {
            host.turns -= 1;
            return Taken::Nothing;
        }
        if let Some(free_from) = host.free_from.filter(|free_from| *free_from > time) {
            self.turns.push(Reverse((free_from, name)));
            return Taken::Nothing;
        }
        host.free_from = Some(time + self.pace.spacing);
        match host.waiting.pop_front() {
            Some(errand) => Taken::Errand(name, Box::new(errand)),
            None => Taken::Nothing,
        }
    }

    /// Gives the turn back and says which errands have a verdict now.
    fn settle(&mut self, name: &str, asked: Step, time: Instant) -> Vec<(usize, Verdict)> {
        let mut verdicts = Vec::new();
        let pace = self.pace;
        if let Some(host) = self.hosts.get_mut(name) {
            host.silences = if asked.was_silent { host.silences + 1 } else { 0 };
            match asked.next {
                Next::Done(verdict) => verdicts.push((asked.index, verdict)),
                Next::Ask(errand) => {
                    let next = errand.host().to_owned();
                    self.queue(errand, time, false);
                    self.give_up_if_silent(&next, &mut verdicts);
                }
                Next::Wait(errand, wait, _) if host.retries < pace.retries_per_host => {
                    host.retries += 1;
                    host.free_from = Some(host.free_from.unwrap_or(time).max(time + wait));
                    self.queue(errand, time, true);
                }
                Next::Wait(errand, _, otherwise) => verdicts.push((errand.index, otherwise)),
            }
        }
        self.give_up_if_silent(name, &mut verdicts);
        if let Some(host) = self.hosts.get_mut(name) {
            if host.waiting.is_empty() {
                host.turns -= 1;
            } else {
                self.turns.push(Reverse((host.free_from.unwrap_or(time).max(time), name.to_owned())));
            }
        }
        self.open -= verdicts.len();
        verdicts
    }

    fn give_up_if_silent(&mut self, name: &str, verdicts: &mut Vec<(usize, Verdict)>) {
        let Some(host) = self.hosts.get_mut(name).filter(|host| host.silences >= self.pace.silences) else { return };
        let given_up = host.waiting.drain(..);
        verdicts.extend(given_up.map(|errand| (errand.index, Verdict::Unverified("does not answer".to_owned()))));
    }

    fn drain_all(&mut self) -> Vec<Errand> {
        let left: Vec<Errand> = self.hosts.values_mut().flat_map(|host| host.waiting.drain(..)).collect();
        self.open -= left.len();
        left
    }
}

#[expect(clippy::disallowed_methods, reason = "pauses and limits are kept here; the time reaches no verdict but this")]
fn now() -> Instant {
    Instant::now()
}
