//! The command line: arguments, printing, exit codes. The only place that prints or ends the program.

mod build;
mod progress;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Clean.
pub(crate) const CLEAN: u8 = 0;
/// Findings.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong usage or settings.
pub(crate) const USAGE: u8 = 2;
/// A fault of the tool's own, or of the machine.
pub(crate) const FAULT: u8 = 3;

/// Publishes a partnership's strategy as a checked, accessible website.
#[derive(Debug, Parser)]
#[command(name = "folkmoot", version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The folder of the site
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The settings file, where it is not folkmoot.yaml in the folder of the site
    #[arg(short, long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print findings only
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Print more on what goes on
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// When to colour what is printed
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    /// The day that the site shows, as YYYY-MM-DD; `as_of` of the settings or today where not given
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<jiff::civil::Date>,
}

/// When to colour what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Command {
    /// Make the website
    Build(build::Options),
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let asked_for = !error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if asked_for { CLEAN } else { USAGE });
        }
    };
    let code = match &cli.command {
        Command::Build(options) => build::run(&cli.global, options),
    };
    ExitCode::from(code)
}
