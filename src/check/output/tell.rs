//! Faults as findings: each at the source that made it, one that a template makes on every page told once.
//!
//! Must not know how a fault is found.

use std::collections::HashMap;

use super::fault::{Fault, Wrong};
use super::files::FileId;
use super::links::Ground;
use super::trace::{Tracer, heading};
use super::wording::{Words, words};
use crate::diagnostic::{Diagnostic, Place, Severity};

/// Most faults for which what was meant is looked for: each is held against many files, and nobody reads more.
const MOST_ADVISED: usize = 1000;

/// Faults that have one cause.
struct Group {
    fault: Fault,
    source: Option<Place>,
    /// The files on which it shows: how many, and the last that was counted.
    files: usize,
    last: FileId,
}

/// What tells faults of one cause from others: the rule, and the place in the sources, or what is wrong.
type Cause = (&'static str, Option<Place>, Option<Wrong>);

/// Tells every fault; they come in the order of their files.
pub(super) fn tell(faults: Vec<Fault>, ground: &Ground<'_>, tracer: &mut Tracer<'_>) -> Vec<Diagnostic> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: HashMap<Cause, usize> = HashMap::new();
    for fault in faults {
        let source = tracer.source(&fault);
        let cause = match &source {
            Some(place) => (fault.rule.code, Some(place.clone()), None),
            None => (fault.rule.code, None, Some(without_way(&fault.wrong, tracer))),
        };
        let file = fault.file;
        let at = *known.entry(cause).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) if group.last == file => {}
            Some(group) => {
                group.files += 1;
                group.last = file;
            }
            None => groups.push(Group { fault, source, files: 1, last: file }),
        }
    }
    groups.iter().enumerate().map(|(index, group)| finding(group, index < MOST_ADVISED, ground, tracer)).collect()
}

/// The same fault without what differs from page to page: the way up to the root of the site, and places.
fn without_way(wrong: &Wrong, tracer: &Tracer<'_>) -> Wrong {
    match wrong {
        Wrong::Address { written, role, what } => {
            Wrong::Address { written: tracer.tail(written).to_owned(), role: *role, what: what.clone() }
        }
        Wrong::DuplicateId { name, .. } => Wrong::DuplicateId { name: name.clone(), first: 0 },
        other => other.clone(),
    }
}

fn finding(group: &Group, is_advised: bool, ground: &Ground<'_>, tracer: &mut Tracer<'_>) -> Diagnostic {
    let Group { fault, source, files, .. } = group;
    let Words { message, help, is_mild } = words(fault, is_advised, ground);
    let elsewhere = match files - 1 {
        0 => String::new(),
        1 => ", here and on 1 other page".to_owned(),
        many => format!(", here and on {many} other pages"),
    };
    let place = source.clone().unwrap_or_else(|| tracer.at(fault.file, fault.range.start));
    let finding = Diagnostic::new(fault.rule, place.clone(), format!("{message}{elsewhere}.")).maybe_help(help);
    let finding = if is_mild { finding.severity(Severity::Warning) } else { finding };
    let Wrong::DuplicateId { name, first } = &fault.wrong else { return finding };
    let page = tracer.made[fault.file.index()];
    let source = page.and_then(|page| heading(page, name)).map(Place::Span).filter(|first| *first != place);
    let first = source.unwrap_or_else(|| tracer.at(fault.file, *first));
    finding.related(first, "The other stands here.")
}
