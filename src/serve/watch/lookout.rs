//! The watches on the folder of a site, set with what the system has for it, or by reading all over and over.
//!
//! They are never mended but set anew from nothing, beside the old: a folder that goes, comes again under the same name and
//! goes again leaves no watch that is believed to be there. Must not know what is told.

use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::gather::Message;
use super::ground::Ground;
use super::survey::{Way, survey};
use super::watched::Watched;

/// How often to read everything where the system has no watches left. Reading a site of a thousand files takes some
/// hundredths of a second.
const POLL_INSTEAD: Duration = Duration::from_secs(1);

/// Makes watches of the system's own kind. Tests hand in another.
pub(super) type Native = fn(Teller) -> notify::Result<Box<dyn Watcher + Send>>;

/// What hears of events.
pub(super) type Teller = Box<dyn FnMut(notify::Result<Event>) + Send>;

/// The watches that are set.
#[derive(Default)]
pub(super) struct Lookout {
    /// Which watches these are: each set has a number of its own.
    pub(super) number: u64,
    /// Where they are; empty where there is no root.
    pub(super) ground: Ground,
    /// Held for as long as they are to last.
    watcher: Option<Box<dyn Watcher + Send>>,
    /// Whether the system had too few watches.
    pub(super) fell_back: bool,
}

/// The system's own watches.
pub(super) fn native(tell: Teller) -> notify::Result<Box<dyn Watcher + Send>> {
    // Links are followed by us, since each is to be watched where it leads.
    let config = Config::default().with_follow_symlinks(false);
    Ok(Box::new(RecommendedWatcher::new(tell, config)?))
}

fn polling(tell: Teller, interval: Duration) -> notify::Result<Box<dyn Watcher + Send>> {
    let config = Config::default().with_follow_symlinks(false);
    let config = config.with_poll_interval(interval).with_compare_contents(true);
    Ok(Box::new(PollWatcher::new(tell, config)?))
}

impl Lookout {
    /// Sets all watches anew and only then lets go of the old.
    ///
    /// # Errors
    /// Where there is no root that can be read; there are no watches then.
    pub(super) fn set_anew(&mut self, watched: &Watched, native: Native, to: &Sender<Message>) -> io::Result<()> {
        self.number += 1;
        let done = self.set(watched, native, to);
        if done.is_err() {
            self.watcher = None;
            self.ground = Ground { awaited: vec![watched.root.clone()], ..Ground::default() };
        }
        done
    }

    fn set(&mut self, watched: &Watched, native: Native, to: &Sender<Message>) -> io::Result<()> {
        if watched.poll.is_none() && !self.fell_back {
            match native(self.teller(to))
                .map_err(|_| Stopped::TooFew)
                .and_then(|made| self.put(made, watched, Way::Told))
            {
                Ok(()) => return Ok(()),
                Err(Stopped::NoRoot(error)) => return Err(error),
                Err(Stopped::TooFew) => {
                    self.fell_back = true;
                    // What the first attempt has seen by now is of no interest.
                    self.number += 1;
                }
            }
        }
        let made = polling(self.teller(to), watched.poll.unwrap_or(POLL_INSTEAD)).map_err(io::Error::other)?;
        self.put(made, watched, Way::Compared).map_err(|stopped| match stopped {
            Stopped::NoRoot(error) => error,
            Stopped::TooFew => io::ErrorKind::OutOfMemory.into(),
        })
    }

    fn put(&mut self, mut made: Box<dyn Watcher + Send>, watched: &Watched, way: Way) -> Result<(), Stopped> {
        let mut is_short = false;
        let mut post = |path: &Path, mode: RecursiveMode| match made.watch(path, mode) {
            Err(error) if is_limit(&error) => {
                is_short = true;
                Err(io::ErrorKind::OutOfMemory.into())
            }
            // It is gone again or may not be read; the folder above tells when that changes.
            _ => Ok(()),
        };
        let ground = survey(watched, way, &mut post);
        self.ground = ground.map_err(|error| if is_short { Stopped::TooFew } else { Stopped::NoRoot(error) })?;
        self.watcher = Some(made);
        Ok(())
    }

    fn teller(&self, to: &Sender<Message>) -> Teller {
        let (number, to) = (self.number, to.clone());
        Box::new(move |event: notify::Result<Event>| {
            // Reading the site must not look like a change of it.
            if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
                // Where nobody listens any more, there is nothing to tell.
                let _ = to.send(Message::Event(number, event));
            }
        })
    }
}

/// Why watches could not be set.
enum Stopped {
    NoRoot(io::Error),
    TooFew,
}

/// Whether the system has no watches left.
fn is_limit(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => {
            matches!(
                error.kind(),
                io::ErrorKind::StorageFull | io::ErrorKind::OutOfMemory | io::ErrorKind::QuotaExceeded
            )
        }
        _ => false,
    }
}
