//! A site read as far as its graph, for commands that ask what there is and make no pages.

use std::io::{IsTerminal, Write};

use super::exit::USAGE;
use super::global::Global;
use super::progress::Progress;
use super::reading::{Reading, Wanted, read};
use super::say::{coloured, fail, tell};
use crate::diagnostic;
use crate::graph::Graph;
use crate::pipeline::{self, Depth, Memory};
use crate::rules;

/// A site as far as it was read.
pub(super) struct Survey {
    /// Its files.
    pub(super) reading: Reading,
    /// Every record that could be read, drafts among them.
    pub(super) graph: Graph,
    /// How many records could not.
    pub(super) left_out: usize,
    /// The files as they were parsed, for a build that follows.
    pub(super) memory: Memory,
}

/// Reads the site. That it has findings is told in a line, and stands in the way of nothing.
///
/// # Errors
/// The exit code, where the settings cannot be read; all that is to be said has been said.
pub(super) fn survey(global: &Global, depth: Depth) -> Result<Survey, u8> {
    let progress = Progress::new(!global.quiet && std::io::stderr().is_terminal());
    let reading = read(global, global.root.join("site"), &progress).map_err(|error| fail(USAGE, &error.to_string()))?;
    let wanted = Wanted { base_url: None, drafts: true, depth };
    let rules = rules::all();
    let mut memory = Memory::default();
    let surveyed = pipeline::survey(reading.inputs(global, &wanted, &progress, &rules), &mut memory);
    progress.finish();
    let findings = surveyed.diagnostics;
    let left_out = surveyed.value.left_out;
    let Some(graph) = surveyed.value.graph else {
        let stderr = std::io::stderr();
        let text = diagnostic::human(&findings, &reading.sources, coloured(global, &stderr));
        let _ = write!(stderr.lock(), "{text}");
        return Err(fail(USAGE, "Nothing can be told of a site whose settings cannot be read."));
    };
    if let Some(counted) = diagnostic::summary_line(&findings).filter(|_| !global.quiet) {
        let lost = match left_out {
            0 => String::new(),
            1 => " 1 record could not be read and is left out.".to_owned(),
            many => format!(" {many} records could not be read and are left out."),
        };
        tell(&format!("This site has {counted}, which `folkmoot check` tells.{lost}"));
    }
    Ok(Survey { reading, graph, left_out, memory })
}
