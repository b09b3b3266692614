//! Links lead to what applies now.

use std::collections::HashMap;

use super::outgoing::{Outgoing, outgoing, pairs};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Record, RecordIndex};
use crate::model::status::Status;
use crate::sources::Sources;

/// A link to what has been replaced.
pub(super) static SUPERSEDED_TARGET: Rule = Rule {
    code: "superseded-target",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A link leads to a plan, document or priority that has been replaced, and the page that it stands on does not \
                  lead to what took its place. Lead readers there, or to both. Events, consultations and records that have \
                  themselves been replaced may speak of their own time.",
    wrong: "[the plan](plan:plan-2014)   # which says `superseded_by: plan-2018`",
    right: "[the plan](plan:plan-2018)",
};

pub(super) fn check(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let places = outgoing(graph);
    let pairs = pairs(&places);
    let mut chains: HashMap<RecordIndex, Vec<RecordIndex>> = HashMap::new();
    let mut all = Vec::new();
    for place in &places {
        let chain = chains.entry(place.to).or_insert_with(|| chain(graph, place.to));
        let Some(last) = chain.last() else { continue };
        let leads_on = pairs.contains(&(place.from, *last)) || chain.iter().any(|next| place.from == Some(*next));
        if !leads_on {
            all.push(fault(graph, sources, place, graph.record(*last)));
        }
    }
    all
}

fn fault(graph: &Graph, sources: &Sources, place: &Outgoing<'_>, heir: &Record) -> Diagnostic {
    let replaced = graph.record(place.to);
    let part = place.part.filter(|part| heir.data.items().iter().any(|item| item.value.id.value == *part));
    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
    let name = if place.is_bare { heir.id.slug.clone() } else { heir.id.to_string() };
    let message = format!("“{}” has been replaced by “{}”.", replaced.title, heir.title);
    // Where a link is defined elsewhere, the whole of it is its place, and more than the name is to be written.
    let is_whole_link = sources.slice(place.span).starts_with('[');
    let help = match place.may_have_company {
        _ if is_whole_link => format!("Lead it to `{name}{part}`."),
        true => format!("Write `{name}{part}`, or add a link to it on the same page."),
        false => format!("Write `{name}{part}`."),
    };
    let finding = Diagnostic::new(&SUPERSEDED_TARGET, place.span, message).help(help);
    finding.related(replaced.span, "This is what has been replaced.")
}

/// What took the place of a superseded record, and of that, until what applies now; empty where it applies itself, where
/// nothing is named, or where the chain leads back.
fn chain(graph: &Graph, start: RecordIndex) -> Vec<RecordIndex> {
    let mut chain: Vec<RecordIndex> = Vec::new();
    let mut last = start;
    while graph.record(last).data.status() == Some(Status::Superseded) {
        let Some(next) = graph.successor(last) else { break };
        if next == start || chain.contains(&next) {
            return Vec::new();
        }
        chain.push(next);
        last = next;
    }
    chain
}
