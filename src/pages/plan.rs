//! Plans of other bodies, part by part, with the priorities that link to each.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::plan::Plan;
use crate::pages::content::Content;
use crate::pages::cross_links::items;
use crate::pages::facts::Facts;
use crate::pages::particulars::Particulars;
use crate::pages::site::Site;

/// A plan's facts and items.
pub(super) fn particulars(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Plan) -> Particulars {
    let facts = Facts::new(site, from)
        .text("Also known as", data.short_name.as_ref().map(|name| &name.value))
        .link("Owner", data.owner.as_ref())
        .text("Tier", data.tier.map(|tier| tier.value.label()))
        .date("Published", data.published)
        .period("Period", data.period.as_ref())
        .links("Takes the place of", &data.supersedes)
        .link("Replaced by", data.superseded_by.as_ref())
        .url("Read it at", data.url.as_ref())
        .day("Last verified", data.last_verified)
        .finish();
    let content = Content::Record {
        tables: Vec::new(),
        items: items(site, from, index),
        items_title: "What it sets out",
        lists: Vec::new(),
    };
    Particulars { template: "plan.html", facts, content }
}
