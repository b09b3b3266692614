//! Waits until something happens in the folder of the site, and then until it is over.
//!
//! Must not know what is done about it.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::batch::Batch;
use super::ground::Ground;

/// Once nothing has happened for so long, the saving of a file is over: editors take a millisecond or two between the
/// steps of it. The author waits this long for every page, and people do not notice it.
const QUIET: Duration = Duration::from_millis(8);

/// After so long it is told what has happened until then, though more is happening: whoever checks out another branch sees
/// something move while it lasts, and a program that writes without end does not keep the page from ever changing.
const LONGEST: Duration = Duration::from_millis(120);

/// How often to look for what should be there and is not, such as the root itself. Nothing else is ever looked for.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// What comes in.
pub(super) enum Message {
    /// Something happened, as seen by the watches that were set for the time of this number.
    Event(u64, notify::Result<notify::Event>),
    /// Nobody wants to know any more.
    End,
}

/// Why the wait is over.
pub(super) enum Woken {
    /// Something happened that is of interest.
    Changed(Batch),
    /// It is time to look for what should be there.
    LookAgain,
    /// Nobody wants to know any more.
    Ended,
}

/// Waits. Events of watches of another number are of no interest: all was looked at again since.
#[expect(clippy::disallowed_methods, reason = "how long a wait lasts is part of no page")]
pub(super) fn wait(messages: &Receiver<Message>, number: u64, ground: &Ground, look_again: bool) -> Woken {
    let mut batch = Batch::default();
    let mut until = look_again.then(|| Instant::now() + LOOK_AGAIN);
    let mut longest: Option<Instant> = None;
    loop {
        let message = match until {
            Some(until) => messages.recv_timeout(until.saturating_duration_since(Instant::now())),
            None => messages.recv().map_err(RecvTimeoutError::from),
        };
        match message {
            Ok(Message::Event(of, event)) if of == number => {
                if batch.add(event, ground) {
                    let now = Instant::now();
                    let longest = *longest.get_or_insert(now + LONGEST);
                    until = Some(longest.min(now + QUIET));
                }
            }
            Ok(Message::Event(..)) => {}
            Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => return Woken::Ended,
            Err(RecvTimeoutError::Timeout) if longest.is_some() => return Woken::Changed(batch),
            Err(RecvTimeoutError::Timeout) => return Woken::LookAgain,
        }
    }
}
