//! The harness: sites made on the spot or taken from a folder, the real command run on them, and what it said.
//!
//! Must not know what any rule says.

mod answers;
pub(crate) mod findings;
mod git;
pub(crate) mod literate;
pub(crate) mod loopback;
mod output_links;
mod run;
mod site;
#[cfg(all(unix, feature = "search"))]
pub(crate) mod walk;

pub(crate) use git::{commit_on, git};
pub(crate) use output_links::output_faults;
pub(crate) use run::{Run, Summary};
pub(crate) use site::Site;
