//! The report of a check, handed to whoever asked for it.

use std::io::{self, Write};

use super::global::Global;
use super::say::coloured;
use crate::diagnostic::{self, Diagnostic};
use crate::sources::Sources;

/// What a check has to say.
pub(super) struct Report<'a> {
    /// What was found.
    pub(super) findings: &'a [Diagnostic],
    /// The texts that it was found in.
    pub(super) sources: &'a Sources,
    /// What was looked at and what came of it, in a line.
    pub(super) looked_at: String,
}

impl Report<'_> {
    /// Puts it on standard output; the sentence says why it could not be.
    pub(super) fn hand_over(&self, global: &Global) -> Result<(), String> {
        let stdout = io::stdout();
        let mut text = diagnostic::human(self.findings, self.sources, coloured(global, &stdout));
        if !global.quiet {
            text.push_str(&self.looked_at);
            text.push('\n');
        }
        print(&text)
    }
}

/// Prints to standard output. A reader that has gone, as `head` does, wanted no more.
fn print(text: &str) -> Result<(), String> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("The report cannot be printed: {error}."))
        }
        _ => Ok(()),
    }
}
