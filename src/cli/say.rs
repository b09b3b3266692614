//! What is said on the terminal.

use std::io::{IsTerminal, Write};

use super::global::{Colour, Global};

/// Says a line on standard error.
pub(super) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Says why the command ends, and gives the exit code.
pub(super) fn fail(code: u8, sentence: &str) -> u8 {
    tell(&format!("error: {sentence}"));
    code
}

/// Whether what goes to `stream` is coloured.
pub(super) fn coloured(global: &Global, stream: &impl IsTerminal) -> bool {
    match global.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => stream.is_terminal() && !no_color(),
    }
}

/// Whether the reader asked for no colours (no-color.org).
fn no_color() -> bool {
    variable("NO_COLOR").is_some()
}

/// A variable of the environment, where it is set to something.
#[expect(clippy::disallowed_methods, reason = "the environment belongs to the command line")]
pub(super) fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
