//! The preview: the site served from memory, and browsers told of what changed.
//!
//! Must not know arguments or terminals, and makes no site: it is handed one.

mod changes;
mod editor;
mod error_page;
mod events;
mod files;
mod hashes;
mod hosts;
pub mod http;
mod inject;
mod media;
mod moved;
mod paths;
pub mod preview;
mod ranges;
mod routes;
mod shown;
mod state;
//! The site while it is being written: what changes in its folder is seen and shown.
//!
//! Must not know how a page is made, nor print.

pub mod watch;
