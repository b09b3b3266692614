//! Watches the folder of a site and tells what may have changed in it.
//!
//! A false alarm costs a look, a change that is missed costs the author's trust: whatever is not surely the change of a
//! few files is told as a change of everything. Must not know what the files are to the site.

mod batch;
mod gather;
mod ground;
mod lookout;
mod names;
mod survey;
mod watched;

#[cfg(test)]
mod tests;

pub use watched::{Changed, WatchFault, Watched};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use gather::{Message, Woken, wait};
use lookout::{Lookout, Native};

/// Said where the system has too few watches.
const FELL_BACK: &str = "The system has no room left for watching so many folders, so every file is read once a second \
                         instead, which takes more of the machine. On Linux, raise fs.inotify.max_user_watches; or \
                         choose how often to read with --poll.";

/// A folder that is being watched for as long as this lives.
#[derive(Debug)]
pub struct Watching {
    to: Sender<Message>,
    fell_back: Arc<AtomicBool>,
}

impl Watching {
    /// What whoever started this should know of how it is done. It may come up later, as more folders are made.
    pub fn notice(&self) -> Option<&'static str> {
        self.fell_back.load(Ordering::Relaxed).then_some(FELL_BACK)
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Where the thread has ended already, there is nobody to tell it to.
        let _ = self.to.send(Message::End);
    }
}

/// Watches from now on: whatever changes after this has returned is told, so that the first reading belongs after it.
/// `tell` is called on a thread of its own, never twice at a time; while it works, changes gather. It is let go soon after
/// the `Watching` is.
///
/// # Errors
/// Where there is no root yet. One that goes later is waited for.
pub fn watch(watched: Watched, tell: impl FnMut(Changed) + Send + 'static) -> Result<Watching, WatchFault> {
    watch_with(watched, tell, lookout::native)
}

fn watch_with(
    watched: Watched,
    tell: impl FnMut(Changed) + Send + 'static,
    native: Native,
) -> Result<Watching, WatchFault> {
    let (to, messages) = channel();
    let fell_back = Arc::new(AtomicBool::new(false));
    let mut watch =
        Watch { watched, native, to: to.clone(), lookout: Lookout::default(), fell_back: fell_back.clone() };
    if let Err(error) = watch.look_anew() {
        return Err(WatchFault::Root(watch.watched.root, error));
    }
    let thread = std::thread::Builder::new().name("watch".to_owned());
    thread.spawn(move || watch.run(&messages, tell)).map_err(WatchFault::Thread)?;
    Ok(Watching { to, fell_back })
}

/// What the thread works with.
struct Watch {
    watched: Watched,
    native: Native,
    to: Sender<Message>,
    lookout: Lookout,
    fell_back: Arc<AtomicBool>,
}

impl Watch {
    fn run(mut self, messages: &Receiver<Message>, mut tell: impl FnMut(Changed)) {
        let mut is_due = false;
        loop {
            let look_again = is_due || !self.lookout.ground.awaited.is_empty();
            match wait(messages, self.lookout.number, &self.lookout.ground, look_again) {
                Woken::Ended => return,
                Woken::LookAgain => {
                    let has_come = self.lookout.ground.awaited.iter().any(|path| path.exists());
                    if std::mem::take(&mut is_due) || has_come {
                        // While the root is away there is nothing to look at: that it went has been told.
                        if self.look_anew().is_ok() {
                            tell(Changed::Everything);
                        }
                    }
                }
                Woken::Changed(batch) => {
                    let outcome = batch.settle(&self.lookout.ground);
                    is_due |= outcome.survey_later;
                    if outcome.survey {
                        // That the root is away is for whoever looks to find out.
                        let _ = self.look_anew();
                    }
                    if let Some(changed) = outcome.changed {
                        tell(changed);
                    }
                }
            }
        }
    }

    fn look_anew(&mut self) -> std::io::Result<()> {
        let done = self.lookout.set_anew(&self.watched, self.native, &self.to);
        self.fell_back.store(self.lookout.fell_back, Ordering::Relaxed);
        done
    }
}
