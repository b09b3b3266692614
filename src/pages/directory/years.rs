//! What is dated, and what runs for a time, by its year.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::graph::{Graph, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::directory::entry::Entry;
use crate::pages::ends::announced_ends;
use crate::pages::span::spans;

/// The events and the ends of consultations of each year in the order of their days, then what runs from that year on; or
/// until it, where nobody says from when.
pub(super) fn years(graph: &Graph, kinds: &HashMap<Kind, Vec<RecordIndex>>) -> BTreeMap<i16, Vec<Entry>> {
    let mut years: BTreeMap<i16, Vec<Entry>> = BTreeMap::new();
    for (day, entry) in dated(graph) {
        years.entry(day.year()).or_default().push(entry);
    }
    let of_kind = |kind: Kind| -> Vec<RecordIndex> {
        let records = kinds.get(&kind).into_iter().flatten().copied();
        records.filter(|index| graph.translated(*index).is_none()).collect()
    };
    for span in spans(graph, of_kind) {
        if let Some(day) = span.first_day().or_else(|| span.last_day()) {
            years.entry(day.year()).or_default().push(Entry::Runs(span.index));
        }
    }
    years
}

/// Every event and the two ends of every consultation that no event announces, in the order of their days.
fn dated(graph: &Graph) -> Vec<(Date, Entry)> {
    let ends = announced_ends(graph);
    let mut dated: Vec<(Date, Entry)> = Vec::new();
    for (index, record) in graph.records() {
        match &record.data {
            Data::Event(event) => dated.push((event.date.value, Entry::Record(index))),
            Data::Consultation(data) => {
                let is_announced = |day| ends.announce(graph, index, data, day);
                let opens = Some(data.opens.value).filter(|day| !is_announced(*day));
                dated.extend(opens.map(|day| (day, Entry::Opens(index))));
                let closes = data.closes.map(|closes| closes.value).filter(|day| !is_announced(*day));
                dated.extend(closes.map(|day| (day, Entry::Closes(index))));
            }
            _ => {}
        }
    }
    dated.sort_by_key(|(day, _)| *day);
    dated
}
