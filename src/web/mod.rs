//! Addresses out of the site → what the web says of them. The only place that asks the web.
//!
//! Must not know records or pages, nor the clock on the wall or where verdicts are kept: both are handed in.

mod address;
mod anchors;
mod answer;
mod ask;
mod follow;
mod gate;
mod link;
mod memory;
mod names;
mod pace;
mod public;
mod report;
mod retry;
mod rules;
mod schedule;
mod skip;
mod transport;
mod verdict;

pub use ask::{Asking, Outcome, ask, look};
pub use link::Link;
pub use memory::Memory;
pub use names::{NameFault, Names, SystemNames};
pub use pace::Pace;
pub use rules::RULES;
pub use transport::{Fault, Method, Question, Response, Transport, UreqTransport};
pub use verdict::Unverified;
