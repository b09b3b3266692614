//! What browsers are told while they show a page: server-sent events (HTML, 9.2).
//!
//! A stream has no queue. It holds the number of the generation that it told last, and when the browser takes more it works
//! out what has happened since: one that never reads holds no memory, however often the site changes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use serde::Serialize;
use tokio::sync::watch;

use super::changes::Changes;
use super::preview::{Preview, Since, Snapshot};
use crate::output::OutputPath;

/// How long a browser waits before it tries again.
const RETRY: Duration = Duration::from_millis(500);

/// How often a stream on which nothing happens shows that it is there, so that one whose browser has gone ends.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

#[derive(Serialize)]
struct Hello<'a> {
    generation: u64,
    run: &'a str,
}

#[derive(Serialize)]
struct Changed<'a> {
    generation: u64,
    pages: Vec<&'a str>,
    many: bool,
    styles: Vec<&'a str>,
    others: bool,
    gone: std::collections::BTreeMap<&'a str, &'a str>,
    open: Option<&'a str>,
    #[serde(rename = "findings_changed")]
    findings: bool,
}

/// A stream and what it has told.
struct Told {
    preview: Arc<Preview>,
    states: watch::Receiver<Arc<Snapshot>>,
    generation: u64,
    /// What the browser knew when it came, where it was here before.
    known: Option<Known>,
    has_greeted: bool,
}

/// Where a browser was: in a run of the program, and how far.
struct Known {
    run: String,
    generation: u64,
}

/// The events for a browser that has heard of everything up to `known`, an id that an earlier stream told.
pub(super) fn events(
    preview: Arc<Preview>,
    known: Option<&str>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + Send + 'static> {
    let events =
        stream::unfold(Told::new(preview, known), |mut told| async move { Some((Ok(told.next().await?), told)) });
    Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

impl Told {
    fn new(preview: Arc<Preview>, known: Option<&str>) -> Self {
        let known = known.and_then(|id| {
            let (run, generation) = id.split_once('-')?;
            Some(Known { run: run.to_owned(), generation: generation.parse().ok()? })
        });
        let states = preview.watch();
        Self { preview, states, generation: 0, known, has_greeted: false }
    }

    async fn next(&mut self) -> Option<Event> {
        if !self.has_greeted {
            self.has_greeted = true;
            return Some(self.greeting());
        }
        if let Some(known) = self.known.take() {
            if known.run != self.preview.run {
                return Some(self.reload());
            }
            self.generation = known.generation;
        }
        loop {
            let now = Arc::clone(&self.states.borrow_and_update());
            if now.generation != self.generation {
                match now.since(self.generation) {
                    Since::Nothing => self.generation = now.generation,
                    Since::TooLongAgo => return Some(self.reload()),
                    Since::Changed(changes) => {
                        self.generation = now.generation;
                        return Some(self.event("changed", &changed(&now, &changes)));
                    }
                }
            }
            drop(now);
            self.states.changed().await.ok()?;
        }
    }

    fn greeting(&mut self) -> Event {
        self.generation = self.states.borrow_and_update().generation;
        // Its id is where the browser already was, or what it missed would be lost if it went away just now.
        let hello = Hello { generation: self.generation, run: &self.preview.run };
        let event = if self.known.is_some() { bare_event("hello", &hello) } else { self.event("hello", &hello) };
        event.retry(RETRY)
    }

    fn reload(&mut self) -> Event {
        self.generation = self.states.borrow_and_update().generation;
        self.event("reload", &Hello { generation: self.generation, run: &self.preview.run })
    }

    fn event(&self, name: &str, data: &impl Serialize) -> Event {
        bare_event(name, data).id(format!("{}-{}", self.preview.run, self.generation))
    }
}

fn bare_event(name: &str, data: &impl Serialize) -> Event {
    Event::default().event(name).data(serde_json::to_string(data).unwrap_or_default())
}

fn changed<'a>(now: &Snapshot, changes: &'a Changes) -> Changed<'a> {
    Changed {
        generation: now.generation,
        pages: changes.pages.iter().map(OutputPath::as_str).collect(),
        many: changes.many,
        styles: changes.styles.iter().map(OutputPath::as_str).collect(),
        others: changes.others,
        gone: changes.gone.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect(),
        open: changes.open.as_ref().map(OutputPath::as_str),
        findings: changes.findings,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use futures_util::FutureExt;

    use super::*;
    use crate::serve::preview::{Editor, Hosts, Options, Shown};

    #[test]
    fn nothing_is_queued_for_a_browser_that_does_not_read() {
        let root = Path::new("/site").to_owned();
        let options = Options { root, editor: Editor::none(), hosts: Hosts::default() };
        let preview = Arc::new(Preview::new(options));
        let show = |text: &str| {
            let page = OutputPath::new("a.html").map(|path| (path, crate::output::Bytes::from(text.as_bytes())));
            let output = Arc::new(page.into_iter().collect());
            preview.show(Shown { output, has_site: true, ..Shown::default() });
        };
        let mut told = Told::new(Arc::clone(&preview), None);
        assert!(told.next().now_or_never().is_some(), "the greeting");
        assert!(told.next().now_or_never().is_none(), "nothing has happened");
        for number in 0..50 {
            show(&number.to_string());
        }
        assert!(told.next().now_or_never().is_some(), "fifty states are one event");
        assert!(told.next().now_or_never().is_none(), "and no more");
        for number in 0..1000 {
            show(&number.to_string());
        }
        assert!(told.next().now_or_never().is_some(), "so are a thousand");
        assert!(told.next().now_or_never().is_none(), "and no more");
        assert_eq!(told.generation, 1050);
    }
}
