//! `folkmoot schema`: the fields of records and settings as JSON Schema, printed or written to files.

use std::path::PathBuf;

use clap::Args;

use super::exit::{CLEAN, FAULT, USAGE};
use super::folder::{self, Called};
use super::global::Global;
use super::report::print;
use super::say::fail;
use crate::diagnostic::nearest;
use crate::rules;
use crate::schema::{self, Subject};

/// Options of `folkmoot schema`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// A kind of record, such as `priority`; or `section`, `settings`, `baseline`; all in one where none is given
    #[arg(value_name = "KIND")]
    subject: Option<String>,
    /// Write each schema to a file of its own in this folder, such as `priority.json`
    #[arg(long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
}

/// What its files are called.
const SCHEMAS: Called = Called { one: "schema", several: "schemas", in_full: "schema of Folkmoot" };

/// Prints or writes what was asked for.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let subject = match options.subject.as_deref().map(subject).transpose() {
        Ok(subject) => subject,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    let drawn = match &options.output_dir {
        Some(folder) => files(subject).map(|files| (Some(folder), files)),
        None => printed(subject).map(|text| (None, vec![(String::new(), text)])),
    };
    match drawn {
        Err(error) => fail(FAULT, &format!("The schema cannot be written down: {error}.")),
        Ok((Some(folder), files)) => folder::write(global, folder, &files, schema::is_ours, &SCHEMAS),
        Ok((None, files)) => match files.iter().try_for_each(|(_, text)| print(text)) {
            Ok(()) => CLEAN,
            Err(sentence) => fail(FAULT, &sentence),
        },
    }
}

/// What a name asks for; the sentence says that there is no such thing.
fn subject(name: &str) -> Result<Subject, String> {
    Subject::from_name(name).ok_or_else(|| {
        let names = || Subject::all().map(Subject::name);
        let advice = nearest(name, names()).map_or_else(
            || format!("There are {}.", names().collect::<Vec<_>>().join(", ")),
            |near| format!("Did you mean `{near}`?"),
        );
        format!("There is no schema called `{name}`. {advice}")
    })
}

fn printed(subject: Option<Subject>) -> serde_json::Result<String> {
    let rules = rules::all();
    schema::text(&subject.map_or_else(|| schema::bundle(&rules), |subject| schema::schema(subject, &rules)))
}

/// The name and the text of each file.
fn files(subject: Option<Subject>) -> serde_json::Result<Vec<(String, String)>> {
    let rules = rules::all();
    let wanted = subject.map_or_else(|| Subject::all().collect(), |one| vec![one]);
    let file =
        |subject: Subject| Ok((format!("{}.json", subject.name()), schema::text(&schema::schema(subject, &rules))?));
    wanted.into_iter().map(file).collect()
}
