//! `--external`: who asks the web for a check, where its verdicts are kept, and which links are asked about.

use std::cell::OnceCell;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::global::Global;
use super::progress::Progress;
use super::say::tell;
use crate::check::output::{Outward, Overview};
use crate::diagnostic::Place;
use crate::model::settings::Settings;
use crate::model::web::Web;
use crate::pipeline::Asked;
use crate::sources::Sources;
use crate::sources::changes::{self, Changes, ChangesError};
use crate::web::{self, Asking, Link, Memory, Outcome, Pace, SystemNames, UreqTransport};
use crate::write;

/// Where verdicts are kept unless the command line says otherwise: in a hidden folder, which is no content, beside the site.
const MEMORY: &str = ".folkmoot/web.json";

/// How many of the addresses that could not be verified are named.
const NAMED: usize = 10;

/// Options of `folkmoot check` about links out of the site.
#[derive(Debug, Args)]
pub(super) struct ExternalOptions {
    /// Ask the web about links out of the site
    #[arg(long)]
    external: bool,
    /// With --external, ask only about links on lines changed since this revision of git, such as origin/main
    #[arg(long, value_name = "REV", requires = "external")]
    only_changed: Option<String>,
    /// With --external, keep what was found good in this file instead of .folkmoot/web.json
    #[arg(long, value_name = "FILE", requires = "external")]
    cache: Option<PathBuf>,
}

/// Asks about the links out of a site.
pub(super) struct External<'a> {
    options: &'a ExternalOptions,
    changes: Option<Changes>,
    memory: PathBuf,
    said: OnceCell<String>,
}

impl<'a> External<'a> {
    /// Ready to ask; the sentence says what is wrong with the options.
    pub(super) fn new(global: &Global, options: &'a ExternalOptions) -> Result<Self, String> {
        let changes = options.only_changed.as_deref().map(|revision| changed(&global.root, revision)).transpose()?;
        let memory = options.cache.clone().unwrap_or_else(|| global.root.join(MEMORY));
        Ok(Self { options, changes, memory, said: OnceCell::new() })
    }

    /// What there is to say about the links out of a site.
    pub(super) fn ask(
        &self,
        overview: &Overview,
        settings: &Settings,
        sources: &Sources,
        progress: &Progress,
    ) -> Asked {
        let none = Web::default();
        let settings = settings.web.as_ref().unwrap_or(&none);
        let all: Vec<Link<'_>> = overview.outward.iter().map(link).collect();
        if !self.options.external {
            return Asked { findings: web::look(&all, settings), is_complete: false };
        }
        let places: Vec<Vec<Place>> = overview.outward.iter().map(|outward| self.wanted(outward, sources)).collect();
        let wanted = overview.outward.iter().zip(&places).filter(|(_, places)| !places.is_empty());
        let links: Vec<Link<'_>> = wanted.map(|(outward, places)| Link { url: &outward.url, places }).collect();
        let mut memory = self.remembered();
        let pace = pace(settings);
        let asking = Asking {
            settings,
            pace: &pace,
            now: &now,
            names: &SystemNames { patience: pace.connect },
            transport: &UreqTransport::new(&pace),
            told: &|done, all| progress.addresses(done, all),
        };
        let mut outcome = web::ask(&links, &mut memory, &asking);
        let mut said = in_words(&outcome);
        if let Err(error) = self.keep(&memory) {
            let _ = write!(said, "\nWhat was found cannot be kept in {}: {error}.", self.memory.display());
        }
        if self.changes.is_some() {
            // What needs no asking is told of every link.
            outcome.findings.extend(web::look(&all, settings));
        }
        let is_complete = self.changes.is_none() && outcome.unverified.is_empty() && outcome.not_asked == 0;
        let _ = self.said.set(said);
        Asked { findings: outcome.findings, is_complete }
    }

    /// Says what was asked, where something was.
    pub(super) fn tell(&self) {
        if let Some(said) = self.said.get() {
            tell(said);
        }
    }

    /// The places of a link that are asked about.
    fn wanted(&self, outward: &Outward, sources: &Sources) -> Vec<Place> {
        let Some(changes) = &self.changes else { return outward.places.clone() };
        let is_changed = |place: &&Place| {
            let (path, lines) = lines(place, sources);
            changes.touch(path, &lines)
        };
        outward.places.iter().filter(is_changed).cloned().collect()
    }

    #[expect(clippy::disallowed_methods, reason = "what earlier runs found is no part of the site")]
    fn remembered(&self) -> Memory {
        fs::read_to_string(&self.memory).ok().and_then(|text| Memory::read(&text)).unwrap_or_default()
    }

    /// Keeps what was found for the next run.
    #[expect(clippy::disallowed_methods, reason = "what this run found is no part of the site")]
    fn keep(&self, memory: &Memory) -> io::Result<()> {
        if let Some(folder) = self.memory.parent().filter(|_| self.options.cache.is_none()) {
            fs::create_dir_all(folder)?;
            let ignore = folder.join(".gitignore");
            if !ignore.exists() {
                fs::write(ignore, "# What folkmoot keeps for itself on this computer.\n*\n")?;
            }
        }
        write::put(&self.memory, memory.text().as_bytes())
    }
}

fn link(outward: &Outward) -> Link<'_> {
    Link { url: &outward.url, places: &outward.places }
}

fn changed(root: &Path, revision: &str) -> Result<Changes, String> {
    changes::since(root, revision).map_err(|error| match error {
        ChangesError::NoRepository => {
            "--only-changed needs a site under version control with git, and this folder is not.".to_owned()
        }
        ChangesError::NoRevision => {
            format!("There is no revision `{revision}` in this repository; see `git log`, or fetch it first.")
        }
        ChangesError::NothingInCommon => format!(
            "This repository does not reach back to where it and `{revision}` went apart; fetch its whole history first."
        ),
    })
}

/// The file and the lines of a place.
fn lines<'a>(place: &'a Place, sources: &'a Sources) -> (&'a str, RangeInclusive<usize>) {
    match place {
        Place::Span(span) => {
            let (start, end) = (sources.start(*span).line, sources.end(*span).line);
            (&sources.get(span.source).path, start..=end)
        }
        Place::File { path, line, .. } => (path, *line..=*line),
    }
}

fn pace(settings: &Web) -> Pace {
    let pace = Pace::default();
    match settings.minutes.as_ref().map(|minutes| minutes.value.clamp(1, 24 * 60)) {
        Some(minutes) => Pace { run: Duration::from_mins(minutes.unsigned_abs()), ..pace },
        None => pace,
    }
}

/// What was asked, and what nobody could verify.
fn in_words(outcome: &Outcome) -> String {
    let Outcome { addresses, remembered, skipped, unverified, not_asked, nobody_answered, .. } = outcome;
    let plural = |count: usize| if count == 1 { "1 address".to_owned() } else { format!("{count} addresses") };
    let mut said = format!("Asked the web about {}", plural(addresses - remembered - not_asked));
    let more = [
        (*remembered, "found good not long ago and not asked again"),
        (*skipped, "left out by the settings"),
        (*not_asked, "not asked, as the time was over"),
        (unverified.len(), "could not be verified, which is no finding"),
    ];
    for (count, words) in more.into_iter().filter(|(count, _)| *count > 0) {
        let _ = write!(said, "; {count} {words}");
    }
    said.push('.');
    if *nobody_answered {
        said.push_str("\nNot one server answered: this computer may not be connected.");
    }
    for unverified in unverified.iter().take(NAMED) {
        let _ = write!(said, "\n  not verified: {} ({})", unverified.url, unverified.why);
    }
    if unverified.len() > NAMED {
        let _ = write!(said, "\n  and {} more", unverified.len() - NAMED);
    }
    said
}

fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}
