//! Reviews that nobody has done, of records that name no day themselves: so long after the last change that version control
//! knows of.
//!
//! Must not know how version control is asked.

use crate::diagnostic::Diagnostic;
use crate::graph::rules::review_overdue::REVIEW_OVERDUE;
use crate::model::date::day_in_words;
use crate::pages::{Site, since_change};

/// What has not been changed for longer than the settings allow.
pub fn overdue(site: &Site<'_>) -> Vec<Diagnostic> {
    let due = site.graph.records().filter_map(|(_, record)| {
        let (changed, due) = since_change(site, record).filter(|(_, due)| *due < site.today)?;
        let message = format!(
            "“{}” was last changed on {}, so that its review was due on {}.",
            record.title,
            day_in_words(changed),
            day_in_words(due)
        );
        let help = "Look through it, correct what has changed, or write under `review_due` when to look again.";
        Some(Diagnostic::new(&REVIEW_OVERDUE, record.span, message).help(help))
    });
    due.collect()
}
