//! What a site holds, for people at a terminal and for programs: its records in a list, and who refers to what.
//!
//! Must not know terminals, nor how pages look.

mod csv;
mod record;
mod references;

pub use csv::csv;
pub use record::{Answerable, RecordLine, RecordList, lines};
pub use references::{How, Mention, Position, References, Referring, references, referring, referring_in};
