//! Boards and groups: what they are for, who sits on them, to whom they report, what they decide.

use crate::graph::address::Address;
use crate::graph::{Manner, RecordIndex};
use crate::model::board::Board;
use crate::model::group::Group;
use crate::pages::content::{Content, RowView, TableView};
use crate::pages::facts::{Facts, text};
use crate::pages::particulars::Particulars;
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::site::Site;
use crate::pages::{members, organisation, timeline, wording};

/// A board's facts, seats and events.
pub(super) fn board(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Board) -> Particulars {
    let facts = Facts::new(site, from)
        .quoted("fact-also-known-as", data.short_name.as_ref().map(|name| &name.value))
        .text("fact-type", data.board_type.map(|kind| site.label(kind.value)))
        .quoted("fact-purpose", data.purpose.as_ref())
        .link("fact-part-of", data.organisation.as_ref())
        .parts("fact-area", organisation::areas(&data.areas))
        .date("fact-set-up", data.established)
        .links("fact-reports-to", &data.reports_to)
        .parts("fact-reports-to-it", reporting(site, from, index))
        .link("fact-terms-of-reference", data.terms_of_reference.as_ref())
        .finish();
    let mut tables = Vec::new();
    if !data.seats.is_empty() {
        tables.push(members::seats(site, from, data, site.say("title-members")));
    }
    tables.extend(timeline::table(site, from, &site.say("title-meetings"), |event| {
        event.body.as_ref().and_then(|body| site.graph.follow(body)).is_some_and(|(body, _)| body == index)
    }));
    let content = Content::Record { tables, items: Vec::new(), items_title: String::new(), lists: Vec::new() };
    Particulars { template: "board.html", facts, content }
}

/// The bodies that report to this one.
fn reporting(site: &Site<'_>, from: &Address, index: RecordIndex) -> Vec<Part> {
    let backlinks = site.graph.backlinks(index).iter();
    backlinks
        .filter(|back| matches!(back.manner, Manner::Field("reports_to")))
        .map(|back| site.to_record(from, back.from))
        .collect()
}

/// A group's facts, aims and money.
pub(super) fn group(site: &Site<'_>, from: &Address, data: &Group) -> Particulars {
    let facts = Facts::new(site, from)
        .quoted("fact-also-known-as", data.short_name.as_ref().map(|name| &name.value))
        .text("fact-type", data.group_type.map(|kind| site.label(kind.value)))
        .link("fact-part-of", data.organisation.as_ref())
        .date("fact-set-up", data.established)
        .link("fact-chair", data.chair.as_ref())
        .links("fact-members", &data.members)
        .links("fact-reports-to", &data.reports_to)
        .finish();
    let mut lists = Vec::new();
    if !data.aims.is_empty() {
        let links = data.aims.iter().map(|aim| site.quoted(aim)).collect();
        lists.push(LinkGroup { title: site.say("title-aims"), anchor: "fm-aims".to_owned(), links });
    }
    let content = Content::Record {
        tables: funding(site, from, data).into_iter().collect(),
        items: Vec::new(),
        items_title: String::new(),
        lists,
    };
    Particulars { template: "group.html", facts, content }
}

fn funding(site: &Site<'_>, from: &Address, data: &Group) -> Option<TableView> {
    let rows: Vec<RowView> = data
        .funding
        .iter()
        .map(|funding| {
            let funding = &funding.value;
            let period = funding.period.as_ref().and_then(|period| wording::period(site, &period.value));
            RowView {
                cells: vec![
                    vec![text(wording::pounds(funding.amount.value))],
                    funding.source.iter().map(|source| site.to_target(from, source)).collect(),
                    funding.recipient.iter().map(|recipient| site.to_target(from, recipient)).collect(),
                    period.map(text).into_iter().collect(),
                    funding.purpose.iter().map(|purpose| site.quoted(purpose)).collect(),
                ],
            }
        })
        .collect();
    let columns = ["column-amount", "column-from", "column-to", "column-period", "column-purpose"];
    site.table("title-funding", &columns, rows)
}
