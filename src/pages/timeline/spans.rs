//! What runs from one day to another: consultations, and the periods of documents, priorities and plans.

use jiff::civil::Date;

use crate::graph::address::Address;
use crate::graph::{Record, RecordIndex};
use crate::model::date::PartialDate;
use crate::model::kind::Kind;
use crate::model::period::Period;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::wording;

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

/// Everything that runs for a time, by kind and then by its beginning.
pub(super) fn spans(site: &Site<'_>) -> Vec<Span> {
    let kinds = [Kind::Consultation, Kind::Document, Kind::Priority, Kind::Plan];
    let mut spans = Vec::new();
    for kind in kinds {
        let mut of_kind: Vec<Span> =
            site.of_kind(kind).into_iter().filter_map(|(index, record)| span(index, record)).collect();
        of_kind.sort_by_key(|span| (span.first_day(), span.last_day()));
        spans.extend(of_kind);
    }
    spans
}

fn span(index: RecordIndex, record: &Record) -> Option<Span> {
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

/// The same as a table; nothing where nothing runs for a time.
pub(super) fn table(site: &Site<'_>, from: &Address, spans: &[Span]) -> Option<TableView> {
    let end = |date: Option<PartialDate>| -> Vec<Part> {
        vec![date.map_or_else(
            || text(site.say("timeline-not-given")),
            |date| wording::date_part(wording::partial(site, date)),
        )]
    };
    let row = |span: &Span| RowView {
        cells: vec![
            vec![site.to_record(from, span.index)],
            vec![text(site.label(site.graph.record(span.index).id.kind))],
            end(span.from),
            end(span.until),
        ],
    };
    let rows: Vec<RowView> = spans.iter().map(row).collect();
    let columns = ["name", "kind", "from", "until"].map(|name| site.say(&format!("timeline-{name}"))).to_vec();
    (!rows.is_empty()).then(|| TableView { caption: site.say("timeline-periods"), columns, rows })
}
