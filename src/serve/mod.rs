//! The preview: the site while it is being written, served from memory. What changes in its folder is seen (`watch/`), looked
//! at (`desk`), shown (`preview`) and told to browsers (`events`).
//!
//! Must not know arguments or terminals, nor how a page is made.

mod changes;
pub mod desk;
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
pub mod session;
mod shown;
mod state;
pub mod watch;
