//! Decisions on a document follow each other: approved for consultation, considered, adopted.

use std::collections::BTreeSet;

use super::consultation_dates_differ::consultations;
use super::outgoing::fields_about;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Manner, Record, RecordIndex};
use crate::model::date::day_in_words;
use crate::model::document::Document;
use crate::model::event::{Event, Outcome};
use crate::model::record::Data;

/// A later step on an earlier day.
pub(super) static DECISIONS_OUT_OF_ORDER: Rule = Rule {
    code: "decisions-out-of-order",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "A draft is approved for consultation, then consulted on, then considered and adopted. Here a later step has an \
                  earlier date than one that comes before it, or the list of `approvals` jumps back and forth in time. That a \
                  body looks at a document again after it was adopted is no fault, unless its `approvals` name that as one of \
                  the decisions on it.",
    wrong: "date: 2019-09-20\noutcome: approved-for-consultation   # the consultation opened on 16 September",
    right: "date: 2019-09-13\noutcome: approved-for-consultation",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records() {
        if let Data::Document(document) = &record.data {
            all.extend(after_opening(graph, index));
            all.extend(steps(graph, index, document));
            all.extend(listed(graph, record, document));
        }
    }
    all
}

/// Leave to consult that came after every consultation had opened.
fn after_opening(graph: &Graph, document: RecordIndex) -> Vec<Diagnostic> {
    let consultations = consultations(graph, document);
    let Some(last) = consultations.iter().map(|consultation| consultation.opens).max_by_key(|opens| opens.value) else {
        return Vec::new();
    };
    let late = events_about(graph, document).into_iter().filter(|event| {
        let for_consultation = event.outcome.is_some_and(|outcome| outcome.value == Outcome::ApprovedForConsultation);
        for_consultation && event.date.value > last.value
    });
    late.map(|event| {
        let (on, opened) = (day_in_words(event.date.value), day_in_words(last.value));
        let message = format!("Leave to consult was given on {on}, but the consultation had opened on {opened}.");
        let finding = Diagnostic::new(&DECISIONS_OUT_OF_ORDER, event.date.span, message);
        finding.help("Correct the date that is wrong.").related(last.span, "The consultation opens on this day.")
    })
    .collect()
}

/// Steps of one document that an earlier step comes after. A step before the last adoption is in order; of what came later
/// only leave to consult is surprising, and whatever the document itself calls a decision on it.
fn steps(graph: &Graph, index: RecordIndex, document: &Document) -> Vec<Diagnostic> {
    let approvals = approvals(graph, document);
    let about = events_about(graph, index);
    let with_outcome = |wanted: Outcome| {
        let events = about.iter().chain(&approvals).copied();
        events.filter(move |event| event.outcome.is_some_and(|outcome| outcome.value == wanted))
    };
    let Some(adopted) = with_outcome(Outcome::Adopted).max_by_key(|event| event.date.value) else { return Vec::new() };
    let is_decision_on_it = |event: &Event| approvals.iter().any(|approval| approval.date.span == event.date.span);
    let early = with_outcome(Outcome::ApprovedForConsultation)
        .chain(with_outcome(Outcome::Considered).filter(|event| is_decision_on_it(event)));
    let late: BTreeSet<_> = early
        .filter(|event| event.date.value > adopted.date.value)
        .map(|event| (event.date.span, event.date.value))
        .collect();
    late.into_iter()
        .map(|(span, value)| {
            let (on, adopted_on) = (day_in_words(value), day_in_words(adopted.date.value));
            let message =
                format!("The document was adopted on {adopted_on}, before this step, on {on}, which leads to it.");
            Diagnostic::new(&DECISIONS_OUT_OF_ORDER, span, message)
                .help("Correct the date or the `outcome:` that is wrong.")
                .related(adopted.date.span, "It was adopted on this day.")
        })
        .collect()
}

/// A list of approvals that runs neither forwards nor backwards.
fn listed(graph: &Graph, record: &Record, document: &Document) -> Option<Diagnostic> {
    let dated = document.approvals.iter().filter_map(|approval| match &graph.follow(approval)?.1.data {
        Data::Event(event) => Some((approval.span, event.date)),
        _ => None,
    });
    let dated: Vec<_> = dated.collect();
    let backwards = dated.is_sorted_by(|(_, one), (_, next)| one.value >= next.value);
    let first = dated.windows(2).find(|pair| pair[0].1.value > pair[1].1.value).filter(|_| !backwards)?;
    let (earlier, later) = (day_in_words(first[1].1.value), day_in_words(first[0].1.value));
    let message =
        format!("The decisions on “{}” are not in the order of their dates: {earlier} after {later}.", record.title);
    let help = "List them in the order in which they were made.";
    Some(Diagnostic::new(&DECISIONS_OUT_OF_ORDER, first[1].0, message).help(help).related(first[0].0, "The later one."))
}

fn approvals<'a>(graph: &'a Graph, document: &Document) -> Vec<&'a Event> {
    let records = document.approvals.iter().filter_map(|approval| graph.follow(approval));
    records.filter_map(|(_, record)| event(record)).collect()
}

/// The events about a document, or about a consultation on it.
fn events_about(graph: &Graph, document: RecordIndex) -> Vec<&Event> {
    let on_it = graph.backlinks(document).iter().filter(|back| matches!(back.manner, Manner::Field(_)));
    let consultations =
        on_it.map(|back| back.from).filter(|from| matches!(graph.record(*from).data, Data::Consultation(_)));
    let about: Vec<RecordIndex> = std::iter::once(document).chain(consultations).collect();
    let mut events: Vec<&Event> =
        about.into_iter().flat_map(|index| fields_about(graph, index)).filter_map(event).collect();
    events.sort_by_key(|event| event.date.span);
    events.dedup_by_key(|event| event.date.span);
    events
}

fn event(record: &Record) -> Option<&Event> {
    match &record.data {
        Data::Event(event) => Some(event),
        _ => None,
    }
}
