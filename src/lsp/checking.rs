//! Checks sites behind the editor, so that nobody who types waits for it: the whole way of `folkmoot check`.
//!
//! Must not know the protocol.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::site::{Nobody, Options};
use crate::check::output::Overview;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::settings::Settings;
use crate::model::web::Web;
use crate::pipeline::{self, Asked, Depth, Inputs, Memory};
use crate::sources::Sources;
use crate::sources::history::History;
use crate::web::{self, Link};

/// A site to be checked.
pub(super) struct Job {
    /// Its folder.
    pub(super) root: PathBuf,
    /// The change after which it is checked.
    pub(super) revision: u64,
    pub(super) sources: Sources,
    pub(super) loaded: Vec<Diagnostic>,
    pub(super) history: Arc<History>,
    pub(super) options: Options,
    /// The day on which it is checked.
    pub(super) day: jiff::civil::Date,
}

/// What was found.
pub(super) struct Checked {
    pub(super) root: PathBuf,
    pub(super) revision: u64,
    /// The texts that it was found in.
    pub(super) sources: Sources,
    pub(super) findings: Vec<Diagnostic>,
}

/// Starts checking. What is handed in is checked in order; it ends when nobody can hand in more.
///
/// # Errors
/// Where the system has no thread left.
pub(super) fn start(rules: Vec<&'static Rule>) -> std::io::Result<(Sender<Job>, Receiver<Checked>)> {
    let ((jobs, work), (done, results)) = (unbounded::<Job>(), unbounded());
    std::thread::Builder::new().name("check".to_owned()).spawn(move || {
        let mut memories: HashMap<PathBuf, Memory> = HashMap::new();
        for job in work {
            let (root, revision) = (job.root.clone(), job.revision);
            let memory = memories.entry(root.clone()).or_default();
            // The panic has told where it happened; the next change is checked from the beginning.
            let checked = catch_unwind(AssertUnwindSafe(|| check(job, &rules, memory))).unwrap_or_else(|_| {
                memories.remove(&root);
                Checked { root, revision, sources: Sources::default(), findings: Vec::new() }
            });
            if done.send(checked).is_err() {
                break;
            }
        }
    })?;
    Ok((jobs, results))
}

fn check(job: Job, rules: &[&'static Rule], memory: &mut Memory) -> Checked {
    let inputs = Inputs {
        today: job.options.today,
        with_drafts: job.options.with_drafts,
        depth: Depth::Check,
        loaded: job.loaded,
        // No page is shown, so nobody waits for the index of the search page.
        searches_later: true,
        ask_the_web: Some(&ask_nobody),
        ..Inputs::new(&job.sources, &job.history, job.day, rules, &Nobody)
    };
    let findings = pipeline::build(inputs, memory).diagnostics;
    Checked { root: job.root, revision: job.revision, sources: job.sources, findings }
}

/// What can be told of the links out of the site without asking the web, which nobody does while somebody types.
fn ask_nobody(overview: &Overview, settings: &Settings) -> Asked {
    let none = Web::default();
    let links: Vec<Link<'_>> =
        overview.outward.iter().map(|outward| Link { url: &outward.url, places: &outward.places }).collect();
    Asked { findings: web::look(&links, settings.web.as_ref().unwrap_or(&none)), is_complete: false }
}
