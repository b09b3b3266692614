//! The `folkmoot` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    folkmoot::cli::run()
}
