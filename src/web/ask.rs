//! The whole of asking: links in, findings and counts out. Each address is asked once, however often and with whatever
//! fragments it is linked to.
//!
//! Must not know how one address is asked.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::address::{self, Address, Read};
use super::anchors::can_be_judged;
use super::answer::{World, step};
use super::follow::Errand;
use super::gate::{Allowed, Gate, is_never_a_host, refusal};
use super::link::{Link, Linked};
use super::memory::Memory;
use super::names::Names;
use super::pace::Pace;
use super::report;
use super::schedule;
use super::skip::Left;
use super::transport::Transport;
use super::verdict::{Unverified, Verdict};
use crate::diagnostic::Diagnostic;
use crate::model::web::Web;

/// What asking takes.
pub struct Asking<'a> {
    /// What the site allows and leaves out.
    pub settings: &'a Web,
    /// How politely.
    pub pace: &'a Pace,
    /// The time now.
    pub now: &'a (dyn Fn() -> Timestamp + Sync),
    /// Who looks up names.
    pub names: &'a dyn Names,
    /// Who asks.
    pub transport: &'a dyn Transport,
    /// Told of how many addresses have a verdict, out of how many.
    pub told: &'a (dyn Fn(usize, usize) + Sync),
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// How many addresses there were to ask about.
    pub addresses: usize,
    /// How many of them were found good not long ago and not asked again.
    pub remembered: usize,
    /// How many the settings leave out.
    pub skipped: usize,
    /// Which gave no clear answer.
    pub unverified: Vec<Unverified>,
    /// How many were not asked, as the time was over.
    pub not_asked: usize,
    /// Whether several hosts were asked and not one answered, so that it says nothing of any of them.
    pub nobody_answered: bool,
}

/// One page that is linked to.
struct Target<'a> {
    url: Url,
    wanted: BTreeSet<String>,
    links: Vec<Linked<'a>>,
}

/// What shows without asking anybody: addresses that give passwords away or are not public, and settings that say nothing.
pub fn look(links: &[Link<'_>], settings: &Web) -> Vec<Diagnostic> {
    let mut findings = report::settings(settings);
    findings.extend(sort(links, settings, &allowed(settings)).2);
    findings
}

/// Asks about every address, and looks at those that cannot be asked.
pub fn ask(links: &[Link<'_>], memory: &mut Memory, asking: &Asking<'_>) -> Outcome {
    let allowed = allowed(asking.settings);
    let (targets, skipped, findings) = sort(links, asking.settings, &allowed);
    let mut outcome = Outcome { addresses: targets.len(), skipped, findings, ..Outcome::default() };
    outcome.findings.extend(report::settings(asking.settings));
    let begun = (asking.now)();
    let keep = days(asking.settings.keep_days.as_ref().map(|days| days.value), 7);
    let is_known =
        |target: &Target<'_>| memory.is_good(target.url.as_str(), &target.wanted, begun, keep, asking.pace.seed);
    let (known, open): (Vec<Target<'_>>, Vec<Target<'_>>) = targets.into_iter().partition(is_known);
    outcome.remembered = known.len();
    let (verdicts, has_answer) = verdicts(&open, Gate::new(asking.names, allowed), asking);
    let silent = open.iter().zip(&verdicts).filter(|(_, verdict)| matches!(verdict, Verdict::Unverified(_)));
    let silent: HashSet<_> = silent.map(|(target, _)| target.url.host_str()).collect();
    // One host may well be down by itself.
    outcome.nobody_answered = !has_answer && silent.len() > 1;
    let rules = Patience {
        runs: u32::try_from(asking.settings.unverified_runs.as_ref().map_or(5, |runs| runs.value)).unwrap_or(1).max(1),
        stretch: days(asking.settings.unverified_days.as_ref().map(|days| days.value), 7),
        now: (asking.now)(),
        counts: !outcome.nobody_answered,
    };
    for (target, verdict) in open.iter().zip(verdicts) {
        settle(target, &verdict, memory, &rules, &mut outcome);
    }
    memory.tidy(rules.now);
    outcome
}

/// How long an address may give no clear answer.
struct Patience {
    runs: u32,
    stretch: SignedDuration,
    now: Timestamp,
    /// Whether this run says anything: where nobody answered, it is the computer that has no network.
    counts: bool,
}

fn days(given: Option<i64>, otherwise: i64) -> SignedDuration {
    SignedDuration::from_hours(given.unwrap_or(otherwise).clamp(0, 3650) * 24)
}

fn allowed(settings: &Web) -> Vec<Allowed> {
    settings.allow.iter().filter_map(|written| Allowed::read(&written.value)).collect()
}

/// The pages to ask about, in the order of the links; how many are left out; and what is wrong with the others.
fn sort<'a>(links: &[Link<'a>], settings: &Web, allowed: &[Allowed]) -> (Vec<Target<'a>>, usize, Vec<Diagnostic>) {
    let mut targets: Vec<Target<'a>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut skipped: BTreeSet<String> = BTreeSet::new();
    let mut findings = Vec::new();
    let left_out: Vec<Left> = settings.skip.iter().filter_map(|entry| Left::read(&entry.address.value)).collect();
    for link in links {
        let Address { url, fragment } = match address::read(link.url) {
            None => continue,
            Some(Read::Credentials(without)) => {
                findings.extend(report::credentials(link, &without));
                continue;
            }
            Some(Read::Address(address)) => address,
        };
        if left_out.iter().any(|left| left.covers(&url)) {
            skipped.insert(url.into());
            continue;
        }
        let linked = Linked { link: *link, fragment };
        if let Some(refused) = refusal(&url, allowed) {
            findings.extend(report::findings(&linked, &url, &Verdict::Refused(refused)));
            continue;
        }
        let at = *known.entry(url.to_string()).or_insert_with(|| {
            targets.push(Target { url: url.clone(), wanted: BTreeSet::new(), links: Vec::new() });
            targets.len() - 1
        });
        if let Some(fragment) = linked.fragment.as_ref().filter(|it| can_be_judged(url.host_str().unwrap_or(""), it)) {
            targets[at].wanted.insert(fragment.clone());
        }
        targets[at].links.push(linked);
    }
    (targets, skipped.len(), findings)
}

/// Asks about each page; says too whether any server answered.
fn verdicts(targets: &[Target<'_>], gate: Gate<'_>, asking: &Asking<'_>) -> (Vec<Verdict>, bool) {
    let errand = |(index, target): (usize, &Target<'_>)| {
        Errand::new(index, target.url.clone(), target.wanted.iter().cloned().collect())
    };
    let errands = targets.iter().enumerate().map(errand).collect();
    let world = World {
        gate,
        transport: asking.transport,
        pace: asking.pace,
        now: asking.now,
        has_answer: AtomicBool::new(false),
    };
    let found = Mutex::new((0, vec![Verdict::NotAsked; targets.len()]));
    if !targets.is_empty() {
        schedule::run(errands, asking.pace, &|errand| step(&world, errand), &|index, verdict| {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.0 += 1;
            if let Some(place) = found.1.get_mut(index) {
                *place = verdict;
            }
            (asking.told)(found.0, targets.len());
        });
    }
    let mut verdicts = found.into_inner().unwrap_or_else(PoisonError::into_inner).1;
    if !world.gate.has_found_a_name() {
        verdicts.iter_mut().for_each(doubt);
    }
    (verdicts, world.has_answer.into_inner())
}

/// Where not one name could be looked up, the computer is more likely to be without a network than every host to be gone.
fn doubt(verdict: &mut Verdict) {
    if let Verdict::NoSuchHost { host, .. } = verdict
        && !is_never_a_host(host)
    {
        *verdict = Verdict::Unverified("could not be looked up, nor could any other name".to_owned());
    }
}

/// Keeps the verdict in memory and tells of it where it is a finding.
fn settle(target: &Target<'_>, verdict: &Verdict, memory: &mut Memory, rules: &Patience, outcome: &mut Outcome) {
    let url = target.url.as_str();
    match verdict {
        Verdict::NotAsked => outcome.not_asked += 1,
        _ if *verdict == Verdict::GOOD => memory.found_good(url, &target.wanted, rules.now),
        Verdict::Reached { .. } => memory.forget(url),
        Verdict::Unverified(why) if !rules.counts => {
            outcome.unverified.push(Unverified { url: url.to_owned(), why: why.clone() });
        }
        Verdict::Unverified(why) => {
            let (runs, first) = memory.count(url, rules.now);
            if runs >= rules.runs && rules.now.duration_since(first) >= rules.stretch {
                let findings =
                    target.links.iter().flat_map(|link| report::for_long(link, &target.url, why, runs, first));
                outcome.findings.extend(findings);
            } else {
                outcome.unverified.push(Unverified { url: url.to_owned(), why: why.clone() });
            }
        }
        _ => {
            memory.count(url, rules.now);
        }
    }
    outcome.findings.extend(target.links.iter().flat_map(|link| report::findings(link, &target.url, verdict)));
}
