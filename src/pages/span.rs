//! What runs from one day to another: consultations, and the periods of documents, priorities and plans.
//!
//! Must not know words.

use jiff::civil::Date;

use crate::graph::{Graph, Record, RecordIndex};
use crate::model::date::PartialDate;
use crate::model::kind::Kind;
use crate::model::period::Period;
use crate::model::record::Data;

/// Something that runs for a time, either end of which may be unknown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) index: RecordIndex,
    pub(super) from: Option<PartialDate>,
    pub(super) until: Option<PartialDate>,
}

impl Span {
    /// Its first day.
    pub(super) fn first_day(self) -> Option<Date> {
        self.from.map(PartialDate::first_day)
    }

    /// Its last day.
    pub(super) fn last_day(self) -> Option<Date> {
        self.until.map(PartialDate::last_day)
    }
}

/// Everything that runs for a time, by kind and then by its beginning; `of_kind` gives the records of a kind in order.
pub(super) fn spans(graph: &Graph, of_kind: impl Fn(Kind) -> Vec<RecordIndex>) -> Vec<Span> {
    let kinds = [Kind::Consultation, Kind::Document, Kind::Priority, Kind::Plan];
    let mut spans = Vec::new();
    for kind in kinds {
        let mut of_kind: Vec<Span> =
            of_kind(kind).into_iter().filter_map(|index| span(index, graph.record(index))).collect();
        of_kind.sort_by_key(|span| (span.first_day(), span.last_day()));
        spans.extend(of_kind);
    }
    spans
}

/// The time for which a record runs, where it says one.
pub(super) fn span(index: RecordIndex, record: &Record) -> Option<Span> {
    let of = |period: &Period| Span {
        index,
        from: period.from.map(|from| from.value),
        until: period.until.map(|until| until.value),
    };
    let period = match &record.data {
        Data::Consultation(data) => {
            let until = data.closes.map(|closes| PartialDate::Day(closes.value));
            return Some(Span { index, from: Some(PartialDate::Day(data.opens.value)), until });
        }
        data => data.period(),
    };
    period.map(|period| of(&period.value)).filter(|span| span.from.is_some() || span.until.is_some())
}
