//! What somebody who waits at a terminal is shown, and how long each station took.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pipeline::Watch;

/// How long a build may take before a bar is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Follows a build.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    wanted: bool,
    stations: Mutex<Vec<(&'static str, Instant)>>,
}

impl Progress {
    /// Begins. A bar is shown only where `wanted`, and only once a second has passed.
    pub(crate) fn new(wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos} of {len} pages")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        Self { bar, begun: now(), wanted, stations: Mutex::new(Vec::new()) }
    }

    /// Since the beginning.
    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Takes the bar away and tells how long each station took, in order.
    pub(crate) fn finish(&self) -> Vec<(&'static str, Duration)> {
        self.bar.finish_and_clear();
        let Ok(stations) = self.stations.lock() else { return Vec::new() };
        let ends = stations.iter().skip(1).map(|(_, begun)| *begun).chain(std::iter::once(now()));
        stations.iter().zip(ends).map(|((name, begun), end)| (*name, end - *begun)).collect()
    }

    /// Shows how many addresses of the web have been asked about.
    pub(super) fn addresses(&self, done: usize, all: usize) {
        if done == 1
            && let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos} of {len} addresses")
        {
            self.bar.set_style(style.progress_chars("=> "));
        }
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
        self.show_when_late();
    }

    fn show_when_late(&self) {
        if self.wanted && self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Watch for Progress {
    fn station(&self, name: &'static str) {
        if let Ok(mut stations) = self.stations.lock() {
            stations.push((name, now()));
        }
        self.bar.set_message(name);
        self.show_when_late();
    }

    fn pages(&self, count: usize) {
        self.bar.set_length(count as u64);
    }

    fn page_done(&self) {
        self.bar.inc(1);
        self.show_when_late();
    }
}

#[expect(clippy::disallowed_methods, reason = "time is measured here, for people to read, and reaches no page")]
fn now() -> Instant {
    Instant::now()
}
