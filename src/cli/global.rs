//! Options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// The folder of the site
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// The settings file, where it is not folkmoot.yaml in the folder of the site
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Print findings only
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Print more on what goes on
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// When to colour what is printed
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Colour,
    /// The day that the site shows, as YYYY-MM-DD; `as_of` of the settings or today where not given
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<jiff::civil::Date>,
}

/// When to colour what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Reads a day from the command line.
pub(super) fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "write the year, the month and the day, such as 2019-11-06".to_owned())
}
