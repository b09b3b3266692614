//! Seats, groups and priorities are held by organisations that still exist.

use super::seats::seats;
use super::standing::is_over;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Record, RecordIndex};
use crate::model::record::Data;
use crate::model::target::{Ref, Target};

/// Held by a body that is no more.
pub(super) static ORGANISATION_GONE: Rule = Rule {
    code: "organisation-gone",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A seat, a place in a group or a priority belongs to an organisation that merged into another, or that another \
                  has replaced, so that nobody answers for it any more. Name the organisation that took its place.",
    wrong: "organisation: probation-trust   # which says `merged_into: national-probation-service`",
    right: "organisation: national-probation-service",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (board, seat) in seats(graph) {
        let seated = seat.value.organisation.as_ref();
        all.extend(seated.and_then(|seated| fault(graph, seated, &format!("A seat of “{}” is held by", board.title))));
    }
    for (_, record) in graph.records() {
        match &record.data {
            Data::Group(group) => {
                let chair = group.chair.as_ref();
                all.extend(chair.and_then(|chair| fault(graph, chair, &format!("“{}” is chaired by", record.title))));
                let about = format!("One of the members of “{}” is", record.title);
                all.extend(group.members.iter().filter_map(|member| fault(graph, member, &about)));
            }
            Data::Priority(priority) if !is_over(record) => {
                let owner = priority.owner.as_ref();
                all.extend(owner.and_then(|owner| fault(graph, owner, &format!("“{}” is owned by", record.title))));
            }
            _ => {}
        }
    }
    all
}

fn fault<T: Target>(graph: &Graph, held_by: &Ref<T>, about: &str) -> Option<Diagnostic> {
    let (index, gone) = graph.follow(held_by)?;
    let heir = heir(graph, index)?;
    let message = format!("{about} “{}”, which has become part of “{}”.", gone.title, heir.title);
    // The name is written as it was: bare where the field says the kind.
    let name = if held_by.reference.kind.is_some() { heir.id.to_string() } else { heir.id.slug.clone() };
    let finding = Diagnostic::new(&ORGANISATION_GONE, held_by.span, message).help(format!("Write `{name}`."));
    Some(match &gone.data {
        Data::Organisation(organisation) if organisation.merged_into.is_some() => {
            let place = organisation.merged_into.as_ref().map_or(gone.span, |into| into.span);
            finding.related(place, "It says here what it merged into.")
        }
        _ => finding.related(heir.span, "This organisation says that it took its place."),
    })
}

/// The organisation that took the place of this one, at the end of the chain; nothing where it still exists or the chain
/// leads back.
fn heir(graph: &Graph, start: RecordIndex) -> Option<&Record> {
    const LONGEST_CHAIN: usize = 32;
    let mut last = start;
    for _ in 0..LONGEST_CHAIN {
        let Data::Organisation(organisation) = &graph.record(last).data else { return None };
        let into = organisation.merged_into.as_ref().and_then(|into| graph.follow(into)).map(|(into, _)| into);
        match into.or_else(|| graph.successor(last)) {
            Some(next) => last = next,
            None => return (last != start).then(|| graph.record(last)),
        }
    }
    None
}
