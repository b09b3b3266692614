//! A page for each command, from the declaration that the command itself reads its arguments by.

use clap::{Arg, Command, CommandFactory};
use folkmoot::cli::{Cli, EXIT_CODES};

use super::Pages;
use super::sheet::{Sheet, prose};

pub(super) fn pages() -> Pages {
    let mut all = Cli::command();
    all.build();
    let commands: Vec<&Command> = all.get_subcommands().filter(|command| command.get_name() != "help").collect();
    let mut pages: Pages = commands
        .iter()
        .enumerate()
        .map(|(place, command)| (format!("commands/{}.md", command.get_name()), page(command, place + 1)))
        .collect();
    pages.insert("commands/index.md".to_owned(), index(&all, &commands));
    pages
}

fn page(command: &Command, place: usize) -> String {
    let name = command.get_name();
    let about = sentence(&command.get_about().map(ToString::to_string).unwrap_or_default());
    let mut sheet = Sheet::ordered(
        &format!("folkmoot {name}"),
        &format!("How folkmoot {name} is called: its options, what holds without them, and its exit codes."),
        Some(place),
    );
    sheet.say(&prose(&about));
    let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
    if !long.is_empty() && sentence(&long) != about {
        sheet.say(&prose(&long));
    }
    sheet.code(&usage(command));
    let (positional, named): (Vec<&Arg>, Vec<&Arg>) = own(command).partition(|arg| arg.is_positional());
    if !positional.is_empty() {
        sheet.heading(2, "Arguments");
        for arg in positional {
            describe(&mut sheet, arg);
        }
    }
    if !named.is_empty() {
        sheet.heading(2, "Options");
        for arg in named {
            describe(&mut sheet, arg);
        }
    }
    sheet.heading(2, "Options of every command");
    sheet.say("These stand with [the command itself](index.md#options-of-every-command).");
    sheet.list(command.get_arguments().filter(|arg| arg.is_global_set()).map(|arg| format!("`{}`", written(arg))));
    exit_codes(&mut sheet);
    sheet.finish()
}

fn index(all: &Command, commands: &[&Command]) -> String {
    let summary = "Every command of folkmoot, the options that all of them take, and the exit codes.";
    let mut sheet = Sheet::new("Commands", summary);
    sheet.say(&prose(&sentence(&all.get_about().map(ToString::to_string).unwrap_or_default())));
    sheet.list(commands.iter().map(|command| {
        let (name, about) = (command.get_name(), command.get_about().map(ToString::to_string).unwrap_or_default());
        format!("[folkmoot {name}]({name}.md): {}", prose(&sentence(&about)))
    }));
    sheet.heading(2, "Options of every command");
    all.get_arguments().filter(|arg| arg.is_global_set()).for_each(|arg| describe(&mut sheet, arg));
    exit_codes(&mut sheet);
    sheet.finish()
}

fn exit_codes(sheet: &mut Sheet) {
    sheet.heading(2, "Exit codes");
    let rows: Vec<Vec<String>> =
        EXIT_CODES.iter().map(|(code, meaning)| vec![code.to_string(), prose(meaning)]).collect();
    sheet.table("Exit codes", &["code", "meaning"], &rows);
}

/// The arguments that are this command's own and are shown.
fn own(command: &Command) -> impl Iterator<Item = &Arg> {
    let is_shown = |arg: &&Arg| {
        !arg.is_global_set() && !arg.is_hide_set() && !["help", "version"].contains(&arg.get_id().as_str())
    };
    command.get_arguments().filter(is_shown)
}

/// How the command is called, with its own options.
fn usage(command: &Command) -> String {
    let mut line = format!("folkmoot {}", command.get_name());
    let positional = own(command).filter(|arg| arg.is_positional());
    for arg in positional.chain(own(command).filter(|arg| !arg.is_positional())) {
        let written = if arg.is_positional() { values(arg) } else { longest(arg) };
        line.push(' ');
        line.push_str(if arg.is_required_set() { "" } else { "[" });
        line.push_str(&written);
        line.push_str(if arg.is_required_set() { "" } else { "]" });
    }
    wrapped(&line)
}

/// Lines of at most so many characters, those after the first indented; broken before an option.
fn wrapped(line: &str) -> String {
    const WIDTH: usize = 80;
    let mut lines = vec![String::new()];
    for piece in line.replace("] [", "]\n[").split('\n') {
        let last = lines.last_mut().unwrap();
        if !last.is_empty() && last.chars().count() + 1 + piece.chars().count() > WIDTH {
            lines.push(["    ", piece].concat());
        } else {
            last.push_str(if last.is_empty() { "" } else { " " });
            last.push_str(piece);
        }
    }
    lines.join("\n")
}

/// An argument under a heading, with what it does, what it takes and what holds without it.
fn describe(sheet: &mut Sheet, arg: &Arg) {
    sheet.heading(3, &format!("`{}`", if arg.is_positional() { values(arg) } else { written(arg) }));
    let help = arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string).unwrap_or_default();
    sheet.say(&prose(&sentence(&help)));
    let takes_value = arg.get_action().takes_values();
    let possible: Vec<_> = arg.get_possible_values().into_iter().filter(|_| takes_value).collect();
    if !possible.is_empty() {
        sheet.list(possible.iter().map(|value| {
            let help =
                value.get_help().map(|help| format!(": {}", prose(&sentence(&help.to_string())))).unwrap_or_default();
            format!("`{}`{help}", value.get_name())
        }));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| format!("`{}`", value.to_string_lossy())).collect();
    if takes_value && !defaults.is_empty() {
        sheet.say(&format!("Default: {}.", defaults.join(", ")));
    }
}

/// `-o, --output-dir DIR`.
fn written(arg: &Arg) -> String {
    let short = arg.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
    format!("{short}{}", longest(arg))
}

/// `--output-dir DIR`.
fn longest(arg: &Arg) -> String {
    let name =
        arg.get_long().map_or_else(|| format!("-{}", arg.get_short().unwrap_or('?')), |long| format!("--{long}"));
    let values = values(arg);
    let is_open = arg.get_num_args().is_some_and(|range| range.min_values() == 0);
    match &values[..] {
        "" => name,
        values if is_open => format!("{name} [{values}]"),
        values => format!("{name} {values}"),
    }
}

/// What an argument takes, by its names.
fn values(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    if arg.is_positional() || arg.get_action().takes_values() { names } else { String::new() }
}

/// A text with a full stop, in which options and addresses are code.
fn sentence(text: &str) -> String {
    let coded = |word: &str| match word.trim_end_matches([',', '.', ';']) {
        address if address.starts_with('<') && address.ends_with('>') => {
            word.replace(address, &format!("`{}`", &address[1..address.len() - 1]))
        }
        option if option.starts_with("--") && option.len() > 2 => word.replace(option, &format!("`{option}`")),
        _ => word.to_owned(),
    };
    let text = &text.split_whitespace().map(coded).collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.ends_with('.') { text.to_owned() } else { format!("{text}.") }
}

#[test]
fn a_long_usage_is_broken_before_an_option() {
    let line = format!("folkmoot check{}", " [--option VALUE]".repeat(6));
    let broken = wrapped(&line);
    assert!(broken.lines().count() == 2 && broken.lines().nth(1).unwrap().starts_with("    [--option"), "{broken}");
}
