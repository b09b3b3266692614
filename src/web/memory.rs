//! What earlier runs found, as far as it saves asking again: verdicts, not answers.
//!
//! Must not know where it is kept: text comes in, text goes out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::pace::jitter;

/// Increased when the form of the file changes; files of another form are forgotten.
const VERSION: u32 = 1;

/// How long an address that nobody links to any more is remembered.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The verdicts of earlier runs, by address without fragment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    version: u32,
    addresses: BTreeMap<String, Entry>,
}

/// What is known of an address: when it was good, or how often in a row it was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Entry {
    /// It was there, with these parts.
    Good {
        good: String,
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        parts: BTreeSet<String>,
    },
    /// It was not reached, or not there.
    Failing { runs: u32, first: String, last: String },
}

impl Memory {
    /// Reads what an earlier run kept; nothing where it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let memory: Self = serde_json::from_str(text).ok()?;
        (memory.version == VERSION).then_some(memory)
    }

    /// What to keep for the next run.
    pub fn text(&self) -> String {
        let memory = Self { version: VERSION, addresses: self.addresses.clone() };
        // Text under names can always be written.
        let text = serde_json::to_string_pretty(&memory).unwrap_or_default();
        format!("{text}\n")
    }

    /// Whether an address was good within `keep`, more or less: a fifth more or fewer, so that not all of them are asked
    /// again on the same day.
    pub(super) fn is_good(
        &self,
        url: &str,
        wanted: &BTreeSet<String>,
        now: Timestamp,
        keep: SignedDuration,
        seed: u64,
    ) -> bool {
        let Some(Entry::Good { good, parts }) = self.addresses.get(url) else { return false };
        let Ok(good) = good.parse::<Timestamp>() else { return false };
        let age = now.duration_since(good);
        let keep = keep.as_secs_f64() * (0.8 + 0.4 * jitter(seed, url, 0));
        wanted.is_subset(parts) && !age.is_negative() && age.as_secs_f64() < keep
    }

    pub(super) fn found_good(&mut self, url: &str, parts: &BTreeSet<String>, now: Timestamp) {
        self.addresses.insert(url.to_owned(), Entry::Good { good: second(now), parts: parts.clone() });
    }

    pub(super) fn forget(&mut self, url: &str) {
        self.addresses.remove(url);
    }

    /// Counts a run in which an address was not good; gives how many in a row there were, and when the first was.
    pub(super) fn count(&mut self, url: &str, now: Timestamp) -> (u32, Timestamp) {
        let (runs, first) = match self.addresses.get(url) {
            Some(Entry::Failing { runs, first, .. }) => (*runs, first.parse().unwrap_or(now).min(now)),
            _ => (0, now),
        };
        let runs = runs.saturating_add(1);
        let entry = Entry::Failing { runs, first: second(first), last: second(now) };
        self.addresses.insert(url.to_owned(), entry);
        (runs, first)
    }

    /// Forgets what nobody asked about for long.
    pub(super) fn tidy(&mut self, now: Timestamp) {
        self.addresses.retain(|_, entry| {
            let (Entry::Good { good: last, .. } | Entry::Failing { last, .. }) = entry;
            last.parse::<Timestamp>().is_ok_and(|last| now.duration_since(last) < FORGOTTEN_AFTER)
        });
    }
}

/// To the second.
fn second(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(time).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://www.example.org/";

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(1_573_000_000 + day * 86_400).expect("a time")
    }

    fn parts(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_was_good_is_good_for_a_while_and_with_its_parts() {
        let mut memory = Memory::default();
        memory.found_good(URL, &parts(&["a"]), day(0));
        let memory = Memory::read(&memory.text()).expect("what was written");
        let week = SignedDuration::from_hours(7 * 24);
        let is_good = |wanted: &[&str], now| memory.is_good(URL, &parts(wanted), now, week, 0);
        assert!(is_good(&[], day(0)) && is_good(&["a"], day(5)));
        assert!(!is_good(&["a", "b"], day(0)) && !is_good(&[], day(9)) && !is_good(&[], day(-1)));
        assert!(!memory.is_good("https://other.example.org/", &parts(&[]), day(0), week, 0));
        assert!(!memory.is_good(URL, &parts(&[]), day(0), SignedDuration::ZERO, 0));
    }

    #[test]
    fn addresses_that_were_good_on_one_day_are_asked_again_on_several() {
        let mut memory = Memory::default();
        let urls: Vec<String> = (0..100).map(|number| format!("{URL}{number}")).collect();
        for url in &urls {
            memory.found_good(url, &parts(&[]), day(0));
        }
        let week = SignedDuration::from_hours(7 * 24);
        let kept = |now| urls.iter().filter(|url| memory.is_good(url, &parts(&[]), now, week, 0)).count();
        assert_eq!((kept(day(5)), kept(day(9))), (100, 0));
        assert!((20..80).contains(&kept(day(7))), "{}", kept(day(7)));
    }

    #[test]
    fn failures_are_counted_until_the_address_is_good() {
        let mut memory = Memory::default();
        assert_eq!(memory.count(URL, day(0)), (1, day(0)));
        let mut memory = Memory::read(&memory.text()).expect("what was written");
        assert_eq!(memory.count(URL, day(3)), (2, day(0)));
        memory.found_good(URL, &parts(&[]), day(4));
        assert_eq!(memory.count(URL, day(5)), (1, day(5)));
        memory.tidy(day(60));
        assert_eq!(memory.count(URL, day(60)).0, 2);
        memory.tidy(day(200));
        assert_eq!(memory.count(URL, day(200)).0, 1);
    }

    #[test]
    fn a_file_of_another_form_is_no_memory() {
        for text in
            ["", "{", "[]", "null", "{\"version\":2,\"addresses\":{}}", "{\"version\":1,\"addresses\":{\"a\":{}}}"]
        {
            assert_eq!(Memory::read(text), None, "{text}");
        }
        let odd = "{\"version\":1,\"addresses\":{\"a\":{\"good\":\"soon\"},\"b\":{\"runs\":4294967295,\"first\":\"x\",\"last\":\"y\"}}}";
        let mut memory = Memory::read(odd).expect("the right form");
        assert!(!memory.is_good("a", &parts(&[]), day(0), SignedDuration::from_hours(1), 0));
        assert_eq!(memory.count("b", day(0)), (u32::MAX, day(0)));
    }
}
