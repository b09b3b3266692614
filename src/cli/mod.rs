//! The command line: arguments, printing, exit codes. The only place that prints or ends the program.

mod against;
mod asking;
mod baseline;
mod build;
mod check;
mod completions;
mod exit;
mod explain;
mod external;
mod folder;
mod global;
mod init;
mod list;
mod lsp;
mod man;
mod new;
mod progress;
mod reading;
mod recalling;
mod refs;
mod report;
mod say;
mod schema;
mod serve;
mod shelving;
mod surveying;

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, Parser, Subcommand};

pub use exit::EXIT_CODES;
use exit::{CLEAN, FAULT, USAGE};
use global::Global;

use crate::diagnostic::nearest;

/// Publishes a partnership's strategy as a checked, accessible website.
#[derive(Debug, Parser)]
#[command(name = "folkmoot", version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a website: one that builds, with example text to write over
    Init(init::Options),
    /// Begin a record, with its fields laid out
    New(new::Options),
    /// Make the website
    Build(build::Options),
    /// Tell everything that can be wrong, from the sources to the pages
    Check(check::Options),
    /// Show the website in the browser while it is written
    Serve(serve::Options),
    /// Tell what a code means and how to mend what it finds
    Explain(explain::Options),
    /// List the records, with where they stand, their dates and who answers for them
    List(list::Options),
    /// Tell who refers to a record or a page, and what it refers to
    Refs(refs::Options),
    /// Print the fields of records and settings as JSON Schema, for editors
    Schema(schema::Options),
    /// Serve an editor: underline what is wrong, offer, explain, follow and rename (language server protocol)
    Lsp(lsp::Options),
    /// Print what a shell needs to complete this command
    Completions(completions::Options),
    /// Print the manual, or write its pages for `man`
    Man(man::Options),
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let error = with_nearest(error);
            let asked_for = !error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if asked_for { CLEAN } else { USAGE });
        }
    };
    let outcome = std::panic::catch_unwind(|| match &cli.command {
        Command::Init(options) => init::run(&cli.global, options),
        Command::New(options) => new::run(&cli.global, options),
        Command::Build(options) => build::run(&cli.global, options),
        Command::Check(options) => check::run(&cli.global, options),
        Command::Serve(options) => serve::run(&cli.global, options),
        Command::Explain(options) => explain::run(options),
        Command::List(options) => list::run(&cli.global, options),
        Command::Refs(options) => refs::run(&cli.global, options),
        Command::Schema(options) => schema::run(&cli.global, options),
        Command::Lsp(options) => lsp::run(&cli.global, options),
        Command::Completions(options) => completions::run(options, Cli::command()),
        Command::Man(options) => man::run(&cli.global, options, Cli::command()),
    });
    // The panic has told where it happened; the last good site is as it was.
    ExitCode::from(outcome.unwrap_or(FAULT))
}

/// The same error, with the one command that was most likely meant where it is no command: the parser would offer all that
/// are a little alike, the likest last.
fn with_nearest(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else { return error };
    let command = Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name).chain(["help"]);
    if let Some(near) = nearest(typed, names) {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![near.to_owned()]));
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_command_is_offered_the_nearest_alone() {
        for (typed, near) in
            [("chek", "check"), ("biuld", "build"), ("serv", "serve"), ("lst", "list"), ("shema", "schema")]
        {
            let error = with_nearest(Cli::try_parse_from(["folkmoot", typed]).unwrap_err()).to_string();
            let tip = error.lines().find(|line| line.contains("tip:")).unwrap_or_default();
            assert!(tip.contains(&format!("'{near}'")) && !tip.contains(','), "{error}");
        }
        let error = with_nearest(Cli::try_parse_from(["folkmoot", "publish"]).unwrap_err()).to_string();
        assert!(!error.contains("tip:"), "{error}");
    }
}
