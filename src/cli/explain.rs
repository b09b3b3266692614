//! `folkmoot explain`: what a code means and how to mend what it finds.

use clap::{Args, ValueEnum};

use super::exit::{CLEAN, FAULT, USAGE};
use super::report::print;
use super::say::fail;
use crate::diagnostic::{explanation, nearest};
use crate::rules;

/// Options of `folkmoot explain`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The code, as it stands in brackets at the beginning of a finding; every code in a line where none is given
    #[arg(value_name = "CODE")]
    code: Option<String>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How an explanation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain text.
    Text,
    /// Markdown; without a code, every code in full.
    Markdown,
}

/// Prints what was asked for.
pub(crate) fn run(options: &Options) -> u8 {
    let rules = rules::all();
    let text = match (&options.code, options.format) {
        (None, Format::Text) => explanation::overview(&rules),
        (None, Format::Markdown) => explanation::manual(&rules),
        (Some(code), format) => {
            let Some(rule) = rules.iter().find(|rule| rule.code == code) else {
                let near = nearest(code, rules.iter().map(|rule| rule.code));
                let advice = near.map_or_else(
                    || "`folkmoot explain` lists every code.".to_owned(),
                    |near| format!("Did you mean `{near}`?"),
                );
                return fail(USAGE, &format!("There is no code `{code}`. {advice}"));
            };
            match format {
                Format::Text => rule.plain(),
                Format::Markdown => format!("# {}\n\n{}", rule.code, rule.markdown()),
            }
        }
    };
    match print(&text) {
        Ok(()) => CLEAN,
        Err(sentence) => fail(FAULT, &sentence),
    }
}
