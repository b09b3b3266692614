//! `folkmoot man`: the manual of the command in pages for `man`.

use std::io;
use std::path::PathBuf;

use clap::{Args, Command};
use clap_mangen::Man;

use super::exit::{CLEAN, EXIT_CODES, FAULT};
use super::folder::{self, Called};
use super::global::Global;
use super::report::print;
use super::say::fail;

/// Options of `folkmoot man`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Write a page for the command and one for each of its subcommands into this folder, such as `folkmoot-build.1`
    #[arg(long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
}

/// What its pages are called.
const PAGES: Called = Called { one: "page", several: "pages", in_full: "page of this manual" };

/// Prints the page of the command itself, or writes all pages; they are drawn from the declaration of `command`.
pub(crate) fn run(global: &Global, options: &Options, command: Command) -> u8 {
    let drawn = match &options.output_dir {
        None => page(&command).map(|text| (None, vec![(String::new(), text)])),
        Some(folder) => pages(command).map(|pages| (Some(folder), pages)),
    };
    match drawn {
        Err(error) => fail(FAULT, &format!("The manual cannot be written down: {error}.")),
        Ok((Some(folder), pages)) => folder::write(global, folder, &pages, is_ours, &PAGES),
        Ok((None, pages)) => match pages.iter().try_for_each(|(_, text)| print(text)) {
            Ok(()) => CLEAN,
            Err(sentence) => fail(FAULT, &sentence),
        },
    }
}

/// The name and the text of the page of the command and of each subcommand.
fn pages(mut command: Command) -> io::Result<Vec<(String, String)>> {
    command.build();
    let subcommands = command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help");
    let named = |command: &Command| {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name());
        Ok((format!("{name}.1"), page(command)?))
    };
    std::iter::once(&command).chain(subcommands).map(named).collect()
}

fn page(command: &Command) -> io::Result<String> {
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned() + &exit_status())
}

/// What every page says of how the command ends.
fn exit_status() -> String {
    let codes = EXIT_CODES.iter().map(|(code, meaning)| format!(".TP\n{code}\n{meaning}\n"));
    format!(".SH \"EXIT STATUS\"\n{}", codes.collect::<String>())
}

/// Whether a text is a page of this manual, of whichever version.
fn is_ours(text: &str) -> bool {
    text.lines().any(|line| line.starts_with(".TH folkmoot"))
}
