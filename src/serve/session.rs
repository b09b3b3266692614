//! A preview as it goes on: changes are looked at as they come, and the index of the search page is made behind them.
//!
//! Must not know HTTP, nor print: whoever started it is told.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::desk::{Desk, DeskOptions, Looked, ToIndex};
use super::preview::Preview;
use super::watch::{Changed, WatchFault, Watched, Watching, watch};
use crate::diagnostic::Rule;

/// How long nothing changes before the index of the search page is made again.
const QUIET: Duration = Duration::from_secs(1);

/// Tells the day; asked at each look, because a preview may stay open over midnight.
pub type Day = dyn Fn() -> jiff::civil::Date + Send + Sync;

/// Is told what came of each look.
pub type Told = dyn FnMut(&Looked) + Send;

/// A preview that goes on for as long as this lives.
pub struct Session {
    watching: Watching,
}

/// What is looked at with.
struct Table {
    desk: Arc<Mutex<Desk>>,
    preview: Arc<Preview>,
    day: Box<Day>,
    rules: Vec<&'static Rule>,
    told: Box<Told>,
    indexer: Sender<ToIndex>,
}

impl Session {
    /// Looks at the site for the first time, shows it, and goes on looking whenever something changes.
    ///
    /// # Errors
    /// Where there is no folder to watch.
    pub fn start(
        options: DeskOptions,
        watched: Watched,
        preview: Arc<Preview>,
        (day, rules, told): (Box<Day>, Vec<&'static Rule>, Box<Told>),
    ) -> Result<Self, WatchFault> {
        let desk = Arc::new(Mutex::new(Desk::new(options)));
        let (indexer, jobs) = channel();
        let behind = (Arc::clone(&desk), Arc::clone(&preview));
        let thread = std::thread::Builder::new().name("search index".to_owned());
        thread.spawn(move || make_indexes(&jobs, &behind.0, &behind.1)).map_err(WatchFault::Thread)?;
        let table = Arc::new(Mutex::new(Table { desk, preview, day, rules, told, indexer }));
        let at_table = Arc::clone(&table);
        // Watched before the first look, so that nothing that is saved meanwhile is missed.
        let watching = watch(watched, move |changed| look(&at_table, &changed))?;
        look(&table, &Changed::Everything);
        Ok(Self { watching })
    }

    /// What whoever started this should know of how changes are noticed.
    pub fn notice(&self) -> Option<&'static str> {
        self.watching.notice()
    }
}

fn look(table: &Mutex<Table>, changed: &Changed) {
    let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
    let day = (table.day)();
    let looked = {
        let mut desk = table.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let looked = desk.look(changed, day, &table.rules);
        table.preview.show(looked.shown.clone());
        looked
    };
    if let Some(job) = &looked.to_index {
        // The thread ends only with the program.
        let _ = table.indexer.send(job.clone());
    }
    (table.told)(&looked);
}

/// Makes the index whenever nothing has changed for a while, so that it takes no time from whoever saves again and again.
fn make_indexes(jobs: &Receiver<ToIndex>, desk: &Mutex<Desk>, preview: &Preview) {
    while let Ok(mut job) = jobs.recv() {
        while let Ok(newer) = jobs.recv_timeout(QUIET) {
            job = newer;
        }
        // Where no index can be made the search page says so itself: its program is an empty file.
        let Ok(index) = job.make() else { continue };
        let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
        let before = preview.now();
        preview.show(desk.with_index(index, &before.shown));
    }
}
