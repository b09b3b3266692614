//! The list of findings that a check lets be: read for a check, and written from one.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::{FAULT, USAGE};
use super::global::{Global, day};
use super::reading::Reading;
use crate::check::baseline::{Fresh, Ground, List, list, may_cover};
use crate::diagnostic::{Checked, Diagnostic, Rule, has_errors};
use crate::model::baseline::Baseline;
use crate::parse::baseline::parse;
use crate::pipeline::Built;
use crate::sources::SourceId;
use crate::{load, write};

/// The list where the command line names no other.
const LIST: &str = "baseline.yaml";

/// How long a new entry is let be where nothing is said, in days.
const DAYS_LET_BE: i64 = 90;

/// Options on the list.
#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// A list of findings that are let be for a time, each with a reason, an owner and a last day
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found now into the list (baseline.yaml where --baseline names no other); entries that are there keep
    /// their reason, owner and day
    #[arg(long)]
    pub(super) write_baseline: bool,
    /// Why new entries of the list are let be
    #[arg(long, value_name = "TEXT", requires = "write_baseline")]
    reason: Option<String>,
    /// Who will see to new entries of the list
    #[arg(long, value_name = "NAME", requires = "write_baseline")]
    owner: Option<String>,
    /// The last day of new entries of the list, as YYYY-MM-DD; 90 days from today where not given
    #[arg(long, value_name = "DATE", value_parser = day, requires = "write_baseline")]
    until: Option<jiff::civil::Date>,
}

/// The list as it is.
pub(super) struct Standing {
    /// The text; nothing where there is none yet.
    id: Option<SourceId>,
    path: PathBuf,
}

impl ListOptions {
    /// Reads the list where one is wanted; the sentence says why it cannot be.
    pub(super) fn read(&self, global: &Global, reading: &mut Reading) -> Result<Option<Standing>, String> {
        if self.baseline.is_none() && !self.write_baseline {
            return Ok(None);
        }
        let beside = global.root.strip_prefix(".").unwrap_or(&global.root).join(LIST);
        let path = self.baseline.clone().unwrap_or(beside);
        // The first list is written where there is none.
        if self.write_baseline && !path.exists() {
            return Ok(Some(Standing { id: None, path }));
        }
        let added = load::add_named(&path, &global.root, &mut reading.sources)?;
        reading.loaded.extend(added.diagnostics);
        Ok(Some(Standing { id: Some(added.value), path }))
    }

    /// Writes the list from what was found, and leaves in `checked` what it cannot cover. Gives what to say, or the exit
    /// code and the sentence that say why nothing was written.
    pub(super) fn write(
        &self,
        standing: &Standing,
        reading: &Reading,
        rules: &[&'static Rule],
        checked: &mut Checked<Built>,
    ) -> Result<String, (u8, String)> {
        let shown = standing.path.display();
        let old = old(standing.id, reading).map_err(|fault| {
            let advice = "Mend it first, or delete the file.";
            (USAGE, format!("\"{shown}\" cannot be read as a list of accepted findings: {fault} {advice}"))
        })?;
        if !checked.value.reach.pages {
            // Whatever looks at pages found nothing, and its entries would be lost.
            return Ok(format!("\"{shown}\" was not written, since no site can be made: mend what is found first."));
        }
        let (covered, left): (Vec<Diagnostic>, Vec<Diagnostic>) =
            std::mem::take(&mut checked.diagnostics).into_iter().partition(may_cover);
        checked.diagnostics = left;
        let today = checked.value.today;
        let until = self.until.unwrap_or_else(|| today.saturating_add(jiff::Span::new().days(DAYS_LET_BE)));
        let fresh = Fresh { reason: self.reason.clone(), owner: self.owner.clone(), until };
        let could_find = |rule: &Rule| checked.value.reach.could_find(rule);
        let ground = Ground { sources: &reading.sources, rules, today, could_find: &could_find };
        let list = list(&covered, &old, &fresh, &ground);
        write::put(&standing.path, list.text.as_bytes())
            .map_err(|error| (FAULT, format!("\"{shown}\" cannot be written: {error}.")))?;
        Ok(said(&list, &standing.path))
    }
}

impl Standing {
    /// The text of the list, where a check is held against it.
    pub(super) fn source(&self) -> Option<SourceId> {
        self.id
    }
}

/// The entries that are there, or the first fault of their file.
fn old(id: Option<SourceId>, reading: &Reading) -> Result<Baseline, String> {
    let Some(id) = id else { return Ok(Baseline { accepted: Vec::new() }) };
    let parsed = parse(reading.sources.get(id), id);
    match parsed.diagnostics.first() {
        Some(fault) if has_errors(&parsed.diagnostics) => Err(fault.message.clone()),
        _ => Ok(parsed.value),
    }
}

fn said(list: &List, path: &Path) -> String {
    let List { entries, incomplete, .. } = *list;
    let noun = if entries == 1 { "finding" } else { "findings" };
    let text = format!("\"{}\" lets {entries} {noun} be.", path.display());
    match incomplete {
        0 => text,
        1 => format!("{text} 1 of them needs a reason and an owner, for you to write."),
        _ => format!("{text} {incomplete} of them need a reason and an owner, for you to write."),
    }
}
