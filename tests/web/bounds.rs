//! Bounds: a hundred thousand links, hosts that never answer, and how many questions are under way at once.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use folkmoot::web::{Fault, Memory, Pace, Question, Response, Transport};

use super::{Book, NOON, Run, allowing, pace};

/// A web in memory: hosts that begin with `silent` never answer, all others have every page.
#[derive(Default)]
struct Web(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    asked: usize,
    silent: usize,
    under_way: HashMap<String, usize>,
    most: usize,
    most_per_host: usize,
}

impl Transport for Web {
    fn send(&self, question: &Question<'_>) -> Result<Response, Fault> {
        let host = question.url.host_str().unwrap().to_owned();
        let is_silent = host.starts_with("silent");
        {
            let mut seen = self.0.lock().unwrap();
            seen.asked += 1;
            seen.silent += usize::from(is_silent);
            let here = seen.under_way.entry(host.clone()).or_default();
            *here += 1;
            let here = *here;
            seen.most_per_host = seen.most_per_host.max(here);
            seen.most = seen.most.max(seen.under_way.values().sum());
        }
        std::thread::yield_now();
        *self.0.lock().unwrap().under_way.get_mut(&host).unwrap() -= 1;
        if is_silent {
            return Err(Fault::Silence);
        }
        Ok(Response { status: 200, headers: HashMap::new(), body: Box::new(std::io::empty()) })
    }
}

#[test]
fn a_hundred_thousand_links_are_asked_about_a_few_at_a_time() {
    let hosts: Vec<String> = (0..10).map(|host| format!("host{host}.example.org")).collect();
    let names = Book::of(&hosts.iter().map(|host| (host.as_str(), "8.8.8.8")).collect::<Vec<_>>());
    let urls: Vec<String> = (0..100_000).map(|page| format!("http://{}/{page}", hosts[page % 10])).collect();
    let (web, settings, pace) = (Web::default(), allowing(&[]), pace());
    let run = Run { settings: &settings, pace: &pace, names: &names, now: NOON };
    let mut memory = Memory::default();
    let outcome = run.through(&web, &urls, &mut memory);
    assert_eq!((outcome.addresses, outcome.findings.len(), outcome.unverified.len()), (100_000, 0, 0));
    let seen = web.0.into_inner().unwrap();
    assert_eq!(seen.asked, 100_000);
    assert!(
        seen.most <= pace.at_once && seen.most_per_host <= pace.at_once_per_host,
        "{} {}",
        seen.most,
        seen.most_per_host
    );
    assert!(names.asked.lock().unwrap().len() <= 10 * pace.at_once_per_host, "each name is looked up once");
    let mut memory = Memory::read(&memory.text()).unwrap();
    let again = Web::default();
    assert_eq!(run.through(&again, &urls, &mut memory).remembered, 100_000);
    assert_eq!(again.0.into_inner().unwrap().asked, 0);
}

#[test]
fn a_host_that_never_answers_is_given_up_and_the_others_are_not() {
    let names = Book::of(&[("silent.example.org", "8.8.8.8"), ("www.example.org", "8.8.4.4")]);
    let urls: Vec<String> =
        (0..2000).flat_map(|page| ["silent", "www"].map(|host| format!("http://{host}.example.org/{page}"))).collect();
    let (web, settings, pace) = (Web::default(), allowing(&[]), pace());
    let run = Run { settings: &settings, pace: &pace, names: &names, now: NOON };
    let outcome = run.through(&web, &urls, &mut Memory::default());
    assert_eq!((outcome.findings.len(), outcome.unverified.len()), (0, 2000));
    let seen = web.0.into_inner().unwrap();
    assert!(seen.silent <= usize::try_from(pace.silences).unwrap() + pace.at_once_per_host, "{}", seen.silent);
    assert_eq!(seen.asked - seen.silent, 2000);
}

#[test]
fn when_the_time_is_over_nothing_more_is_asked() {
    let names = Book::of(&[("www.example.org", "8.8.4.4")]);
    let urls: Vec<String> = (0..50).map(|page| format!("http://www.example.org/{page}")).collect();
    let (web, settings) = (Web::default(), allowing(&[]));
    let pace = Pace { run: Duration::ZERO, ..pace() };
    let run = Run { settings: &settings, pace: &pace, names: &names, now: NOON };
    let mut memory = Memory::default();
    let outcome = run.through(&web, &urls, &mut memory);
    assert_eq!((outcome.not_asked, outcome.findings.len(), outcome.unverified.len()), (50, 0, 0));
    assert_eq!(memory.text(), Memory::default().text().replace(": 0", ": 1"));
}
