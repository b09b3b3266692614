//! `folkmoot list`: the records of a site, with where they stand, their dates and who answers for them.

mod table;

use std::io::IsTerminal;

use clap::{Args, ValueEnum};

use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::report::print;
use super::say::{fail, tell, variable};
use super::surveying::{self, Survey};
use crate::diagnostic::nearest;
use crate::inventory::{self, RecordLine, RecordList};
use crate::model::kind::Kind;
use crate::pipeline::Depth;

/// Options of `folkmoot list`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// A kind of record, such as `priority`; every kind where none is given
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Columns for people, as wide as the terminal.
    Table,
    /// Comma-separated values for spreadsheets; a cell that could be a formula begins with an apostrophe.
    Csv,
    /// JSON of a stable shape.
    Json,
}

/// Prints what was asked for.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let kind = match options.kind.as_deref().map(kind).transpose() {
        Ok(kind) => kind,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    let Survey { reading, graph, left_out, .. } = match surveying::survey(global, Depth::Build) {
        Ok(survey) => survey,
        Err(code) => return code,
    };
    let lines = inventory::lines(&graph, &reading.sources, kind);
    let text = match options.format {
        Format::Table if lines.is_empty() => Ok(String::new()),
        Format::Table => Ok(table::table(&rows(&lines), width())),
        Format::Csv => Ok(inventory::csv(&lines)),
        Format::Json => serde_json::to_string_pretty(&RecordList::new(&lines, left_out)).map(|text| text + "\n"),
    };
    if lines.is_empty() && !global.quiet {
        let wanted = kind.map_or_else(|| "record".to_owned(), |kind| format!("record of the kind `{}`", kind.name()));
        tell(&format!("The site has no {wanted}."));
    }
    let printed =
        text.map_err(|error| format!("The list cannot be written down: {error}.")).and_then(|text| print(&text));
    match printed {
        Ok(()) => CLEAN,
        Err(sentence) => fail(FAULT, &sentence),
    }
}

/// The kind of this name, or of this folder; the sentence says that there is none.
fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).or_else(|| Kind::from_folder(name)).ok_or_else(|| {
        let names = || Kind::ALL.iter().map(|kind| kind.name());
        let advice = nearest(name, names().chain(Kind::folders())).map_or_else(
            || format!("The kinds are: {}.", names().collect::<Vec<_>>().join(", ")),
            |near| format!("Did you mean `{near}`?"),
        );
        format!("There is no kind of record called `{name}`. {advice}")
    })
}

/// How many letters a line has: what `COLUMNS` says, else what the terminal does; nothing where none is there.
fn width() -> Option<usize> {
    let said = variable("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || {
        let is_there = std::io::stdout().is_terminal();
        terminal_size::terminal_size().filter(|_| is_there).map(|(width, _)| usize::from(width.0))
    };
    said.or_else(terminal)
}

fn rows(lines: &[RecordLine]) -> Vec<Vec<String>> {
    let names = ["Name", "Title", "Status", "Dates", "Owner", "Written in", "Page"];
    let row = |line: &RecordLine| {
        let owner = line.owner.as_ref().map(|owner| owner.title.clone().unwrap_or_else(|| owner.id.clone()));
        vec![
            line.id.clone(),
            line.title.clone(),
            status(line),
            dates(line),
            owner.unwrap_or_default(),
            format!("{}:{}", line.file, line.line),
            line.path.clone(),
        ]
    };
    std::iter::once(names.map(str::to_owned).to_vec()).chain(lines.iter().map(row)).collect()
}

/// Where a record stands, drafts marked whatever their status.
fn status(line: &RecordLine) -> String {
    match (line.status, line.draft) {
        (Some("draft") | None, true) => "draft".to_owned(),
        (Some(status), true) => format!("{status}, draft"),
        (status, false) => status.unwrap_or_default().to_owned(),
    }
}

/// `2019 to 2021-03`, `from 2022` of what has no end, or the one day.
fn dates(line: &RecordLine) -> String {
    match line.span() {
        (Some(from), Some(until)) if from == until => from.to_owned(),
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) if line.is_open() => format!("from {from}"),
        (Some(from), None) => from.to_owned(),
        (None, Some(until)) => format!("to {until}"),
        (None, None) => String::new(),
    }
}
