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
        .quoted("fact-also-known-as", data.short_name.as_ref().map(|name| &name.value))
        .link("fact-owner", data.owner.as_ref())
        .text("fact-tier", data.tier.map(|tier| site.label(tier.value)))
        .date("fact-published", data.published)
        .period("fact-period", data.period.as_ref())
        .links("fact-takes-the-place-of", &data.supersedes)
        .link("fact-replaced-by", data.superseded_by.as_ref())
        .url("fact-read-it-at", data.url.as_ref())
        .day("fact-last-verified", data.last_verified)
        .finish();
    let content = Content::Record {
        tables: Vec::new(),
        items: items(site, from, index),
        items_title: site.say("title-items"),
        lists: Vec::new(),
    };
    Particulars { template: "plan.html", facts, content }
}
