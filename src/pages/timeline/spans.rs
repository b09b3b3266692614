//! What runs from one day to another, as a table.

use crate::graph::address::Address;
use crate::model::date::PartialDate;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::span::Span;
use crate::pages::wording;

/// A row for each; nothing where nothing runs for a time.
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
