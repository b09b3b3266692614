//! Priorities with their measures, and the topics that bring them together.

use crate::graph::address::Address;
use crate::graph::{Manner, RecordIndex};
use crate::model::priority::{Measure, Priority};
use crate::model::topic::Topic;
use crate::pages::content::{Content, RowView, TableView};
use crate::pages::facts::{Facts, text};
use crate::pages::particulars::Particulars;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::wording;

/// A priority's facts and measures.
pub(super) fn priority(site: &Site<'_>, from: &Address, data: &Priority) -> Particulars {
    let facts = Facts::new(site, from)
        .link("fact-owner", data.owner.as_ref())
        .link("fact-lead-group", data.lead_group.as_ref())
        .links("fact-topics", &data.topics)
        .period("fact-period", data.period.as_ref())
        .link("fact-replaced-by", data.superseded_by.as_ref())
        .finish();
    let measures = measures(site, &data.measures.iter().map(|measure| &measure.value).collect::<Vec<_>>());
    let content = Content::Record {
        tables: measures.into_iter().collect(),
        items: Vec::new(),
        items_title: String::new(),
        lists: Vec::new(),
    };
    Particulars { template: "priority.html", facts, content }
}

fn measures(site: &Site<'_>, measures: &[&Measure]) -> Option<TableView> {
    let rows: Vec<RowView> = measures
        .iter()
        .map(|measure| {
            let figure = |number: Option<&crate::model::field::Number>| -> Vec<Part> {
                let unit =
                    measure.unit.as_deref().map(|unit| if unit == "%" { "%".to_owned() } else { format!(" {unit}") });
                number.map(|number| text(format!("{}{}", number.0, unit.unwrap_or_default()))).into_iter().collect()
            };
            let period = measure.period.as_ref().and_then(|period| wording::period(site, &period.value));
            RowView {
                cells: vec![
                    vec![text(measure.title.clone())],
                    figure(measure.baseline.as_ref().map(|number| &number.value)),
                    figure(measure.target.as_ref().map(|number| &number.value)),
                    figure(measure.latest.as_ref().map(|number| &number.value)),
                    period.map(text).into_iter().collect(),
                    measure.source.iter().map(text).collect(),
                ],
            }
        })
        .collect();
    let columns =
        ["column-measure", "column-baseline", "column-target", "column-latest", "column-period", "column-source"];
    site.table("title-measures", &columns, rows)
}

/// A topic and the priorities and topics that belong to it.
pub(super) fn topic(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Topic) -> Particulars {
    let facts = Facts::new(site, from).link("fact-part-of", data.broader.as_ref()).finish();
    let referring = |field: &str| -> Vec<Part> {
        let backlinks = site.graph.backlinks(index).iter();
        let by_field = backlinks.filter(|back| matches!(back.manner, Manner::Field(name) if name == field));
        by_field.map(|back| site.to_record(from, back.from)).collect()
    };
    let lists =
        [("title-topic-priorities", "fm-priorities", "topics"), ("title-narrower-topics", "fm-narrower", "broader")]
            .into_iter()
            .map(|(title, anchor, field)| LinkGroup {
                title: site.say(title),
                anchor: anchor.to_owned(),
                links: referring(field),
            })
            .filter(|list| !list.links.is_empty())
            .collect();
    let content = Content::Record { tables: Vec::new(), items: Vec::new(), items_title: String::new(), lists };
    Particulars { template: "topic.html", facts, content }
}
