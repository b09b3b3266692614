//! Questions on the terminal, each with an answer that the return key gives.

use std::io::{self, BufRead, Write};

/// Who asks, and who answers.
pub(super) struct Asking<'a> {
    pub(super) input: &'a mut dyn BufRead,
    pub(super) output: &'a mut dyn Write,
}

impl Asking<'_> {
    /// Asks until the answer is one that `read` takes; it says what is wrong with any other. Nothing, where nobody answers
    /// any more.
    pub(super) fn ask<T>(
        &mut self,
        question: &str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        loop {
            let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
            write!(self.output, "{question}{shown}: ")?;
            self.output.flush()?;
            let mut line = Vec::new();
            if self.input.read_until(b'\n', &mut line)? == 0 {
                writeln!(self.output)?;
                return Ok(None);
            }
            let line = String::from_utf8_lossy(&line);
            let answer = if line.trim().is_empty() { default } else { line.trim() };
            match read(answer) {
                Ok(value) => return Ok(Some(value)),
                Err(sentence) => writeln!(self.output, "{sentence}")?,
            }
        }
    }
}
