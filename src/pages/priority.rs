//! Priorities, and the topics that bring them together.

use crate::graph::address::Address;
use crate::graph::{Manner, RecordIndex};
use crate::model::priority::Priority;
use crate::model::topic::Topic;
use crate::pages::content::Content;
use crate::pages::facts::Facts;
use crate::pages::particulars::Particulars;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;

/// A priority's facts.
pub(super) fn priority(site: &Site<'_>, from: &Address, data: &Priority) -> Particulars {
    let facts = Facts::new(site, from)
        .link("fact-owner", data.owner.as_ref())
        .link("fact-lead-group", data.lead_group.as_ref())
        .links("fact-topics", &data.topics)
        .period("fact-period", data.period.as_ref())
        .link("fact-replaced-by", data.superseded_by.as_ref())
        .finish();
    let content =
        Content::Record { tables: Vec::new(), items: Vec::new(), items_title: String::new(), lists: Vec::new() };
    Particulars { template: "priority.html", facts, content }
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
