//! How far the priorities are being met: each measure with its figures, in words and drawn.

mod chart;
mod comparison;
mod figures;

use crate::graph::address::Address;
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::priority::Measure;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::measures::chart::chart;
use crate::pages::measures::comparison::comparison;
use crate::pages::measures::figures::figure;
use crate::pages::overview::{Chart, MeasuresView};
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::wording;

/// A measure with its priority.
type Measured<'a> = (RecordIndex, &'a Measure);

/// The measures of all priorities; `place` is what ids begin with.
pub(super) fn measures(site: &Site<'_>, from: &Address, caption: &str, place: &str) -> MeasuresView {
    let priorities = site.of_kind(Kind::Priority);
    let all: Vec<Measured<'_>> = priorities.into_iter().flat_map(|(index, record)| of(index, record)).collect();
    view(site, from, &all, caption, place)
}

/// The measures of one priority; nothing where it has none.
pub(super) fn of_priority(site: &Site<'_>, from: &Address, index: RecordIndex, place: &str) -> Option<MeasuresView> {
    let own = of(index, site.graph.record(index));
    (!own.is_empty()).then(|| view(site, from, &own, &site.say("measures-of-priority"), place))
}

fn of(index: RecordIndex, record: &Record) -> Vec<Measured<'_>> {
    match &record.data {
        Data::Priority(priority) => priority.measures.iter().map(|measure| (index, &measure.value)).collect(),
        _ => Vec::new(),
    }
}

fn view(site: &Site<'_>, from: &Address, measures: &[Measured<'_>], caption: &str, place: &str) -> MeasuresView {
    let charts = measures.iter().enumerate().filter_map(|(number, (_, measure))| {
        let drawing = chart(site, measure, &format!("{place}-{}", number + 1))?;
        Some(Chart { caption: measure.title.clone(), drawing })
    });
    MeasuresView { table: table(site, from, measures, caption), charts: charts.collect() }
}

/// Every figure; on the page of a priority without its name. A column that would be empty is left out.
fn table(site: &Site<'_>, from: &Address, measures: &[Measured<'_>], caption: &str) -> TableView {
    let own_page = measures.iter().any(|(index, _)| site.is_about(from, *index));
    let mut columns = vec![site.say("measures-measure")];
    columns.extend((!own_page).then(|| site.say("measures-priority")));
    let names = ["baseline", "target", "latest", "comparison", "period", "source"];
    columns.extend(names.iter().map(|name| site.say(&format!("measures-{name}"))));
    let row = |(index, measure): &Measured<'_>| {
        let site = &site.for_facts(site.graph.record(*index));
        let period = measure.period.as_ref().and_then(|period| wording::period(site, &period.value));
        let figures = [&measure.baseline, &measure.target, &measure.latest];
        let mut cells = vec![vec![site.quoted(&measure.title)]];
        cells.extend((!own_page).then(|| vec![site.to_record(from, *index)]));
        cells.extend(figures.map(|number| {
            figure(measure, number.as_ref()).map(|figure| site.quoted(figure)).into_iter().collect::<Vec<Part>>()
        }));
        cells.push(comparison(measure).map(|how| text(site.say(how.message()))).into_iter().collect());
        cells.push(period.map(text).into_iter().collect());
        cells.push(measure.source.iter().map(|source| site.quoted(source)).collect());
        RowView { cells }
    };
    TableView { caption: caption.to_owned(), columns, rows: measures.iter().map(row).collect() }
}
