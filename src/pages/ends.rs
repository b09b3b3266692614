//! The days on which events of their own say that consultations open or close, so that no list tells them twice.
//!
//! Must not know words.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::graph::{Graph, RecordIndex};
use crate::model::consultation::Consultation;
use crate::model::event::EventType;
use crate::model::record::Data;

/// The days on which an event of its own says that a consultation opens or closes, by what the event is about.
pub(super) struct Ends(HashMap<Date, Vec<RecordIndex>>);

impl Ends {
    /// Whether an event of its own says that this consultation, or the one on its document, opens or closes on that day.
    pub(super) fn announce(&self, graph: &Graph, index: RecordIndex, data: &Consultation, day: Date) -> bool {
        let document = data.document.as_ref().and_then(|document| graph.follow(document)).map(|(index, _)| index);
        let is_it = |about: &RecordIndex| *about == index || Some(*about) == document;
        self.0.get(&day).is_some_and(|about| about.iter().any(is_it))
    }
}

/// What the events of a site say of consultations.
pub(super) fn announced_ends(graph: &Graph) -> Ends {
    let mut ends: HashMap<Date, Vec<RecordIndex>> = HashMap::new();
    for (_, record) in graph.records() {
        let Data::Event(event) = &record.data else { continue };
        let is_end = event.event_type.is_some_and(|kind| kind.value == EventType::Consultation);
        let about = event.document.as_ref().and_then(|about| graph.follow(about));
        if let Some((about, _)) = about.filter(|_| is_end) {
            ends.entry(event.date.value).or_default().push(about);
        }
    }
    Ends(ends)
}
