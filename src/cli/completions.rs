//! `folkmoot completions`: what a shell needs to complete the command while it is typed.

use clap::{Args, Command};
use clap_complete::Shell;

use super::exit::{CLEAN, FAULT};
use super::report::print;
use super::say::fail;

/// Options of `folkmoot completions`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The shell that it is for
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script for a shell, drawn from the declaration of `command`.
pub(crate) fn run(options: &Options, mut command: Command) -> u8 {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, name, &mut script);
    match print(&String::from_utf8_lossy(&script)) {
        Ok(()) => CLEAN,
        Err(sentence) => fail(FAULT, &sentence),
    }
}
