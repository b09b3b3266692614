//! The events at which a consultation opens and closes fall on the days that the consultation names.

use super::outgoing::fields_about;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, RecordIndex};
use crate::model::consultation::Consultation;
use crate::model::date::day_in_words;
use crate::model::event::EventType;
use crate::model::record::Data;

/// An event and a consultation that disagree.
pub(super) static CONSULTATION_DATES_DIFFER: Rule = Rule {
    code: "consultation-dates-differ",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "An event of the type `consultation` is the day on which a consultation opens or closes, but the consultation \
                  that it is about names other days. What happens in between, such as a public meeting, is of the type \
                  `meeting` or `other`.",
    wrong: "type: consultation\ndate: 2019-09-17   # the consultation opens on 16 September",
    right: "type: consultation\ndate: 2019-09-16",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Event(event) = &record.data else { continue };
        let is_consultation = event.event_type.is_some_and(|kind| kind.value == EventType::Consultation);
        let about = event.document.as_ref().filter(|_| is_consultation).and_then(|about| graph.follow(about));
        let Some((about, _)) = about else { continue };
        let consultations = consultations(graph, about);
        let mut days = Vec::new();
        for consultation in &consultations {
            days.push((consultation.opens, "opens"));
            days.extend(consultation.closes.map(|closes| (closes, "closes")));
        }
        let distance =
            |day: jiff::civil::Date| event.date.value.until(day).map_or(i32::MAX, |span| span.get_days().abs());
        let Some((nearest, verb)) = days.iter().min_by_key(|(day, _)| distance(day.value)) else { continue };
        // Without a last day, nobody can say that it does not close on this one.
        let is_open_ended = consultations.iter().any(|consultation| consultation.closes.is_none());
        let may_close = is_open_ended && event.date.value > nearest.value;
        if nearest.value == event.date.value || may_close {
            continue;
        }
        let day = day_in_words(nearest.value);
        let on = day_in_words(event.date.value);
        let message = format!("No consultation opens or closes on {on}; the one that this is about {verb} on {day}.");
        let help = format!(
            "Write `date: {}`, correct the consultation, or give the event another type, such as `meeting`.",
            nearest.value
        );
        let finding = Diagnostic::new(&CONSULTATION_DATES_DIFFER, event.date.span, message).help(help);
        all.push(finding.related(nearest.span, format!("It {verb} on the day that stands here.")));
    }
    all
}

/// The consultation, or those on the document.
pub(super) fn consultations(graph: &Graph, about: RecordIndex) -> Vec<&Consultation> {
    if let Data::Consultation(consultation) = &graph.record(about).data {
        return vec![consultation];
    }
    let on_it = fields_about(graph, about).filter_map(|record| match &record.data {
        Data::Consultation(consultation) => Some(&**consultation),
        _ => None,
    });
    on_it.collect()
}
