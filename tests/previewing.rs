//! The preview server over real connections: what it answers, refuses, and tells browsers.
//!
//! Must not know how sites are made: they are put together here by hand.

mod answering;
mod events;
mod refusing;
mod server;
