//! Organisations: what they are, where they work, which seats and groups are theirs.

use crate::graph::address::Address;
use crate::graph::{Manner, RecordIndex};
use crate::model::organisation::{Area, Organisation};
use crate::model::record::Data;
use crate::pages::content::{Content, RowView, TableView};
use crate::pages::facts::{Facts, text};
use crate::pages::particulars::Particulars;
use crate::pages::parts::Part;
use crate::pages::site::Site;

/// An organisation's facts and its seats.
pub(super) fn particulars(site: &Site<'_>, from: &Address, index: RecordIndex, data: &Organisation) -> Particulars {
    let authority = data.responsible_authority.then(|| site.say("responsible-authority-yes"));
    let facts = Facts::new(site, from)
        .quoted("fact-also-known-as", data.short_name.as_ref().map(|name| &name.value))
        .text("fact-type", data.organisation_type.map(|kind| site.label(kind.value)))
        .text("fact-responsible-authority", authority)
        .parts("fact-area", areas(&data.areas))
        .link("fact-part-of", data.part_of.as_ref())
        .links("fact-members", &data.members)
        .link("fact-merged-into", data.merged_into.as_ref())
        .url("fact-website", data.website.as_ref())
        .finish();
    let content = Content::Record {
        tables: seats_of(site, from, index).into_iter().collect(),
        items: Vec::new(),
        items_title: String::new(),
        lists: Vec::new(),
    };
    Particulars { template: "organisation.html", facts, content }
}

/// Areas by name and code.
pub(super) fn areas(areas: &[Area]) -> Vec<Part> {
    let in_words = |area: &Area| match &area.code {
        Some(code) => text(format!("{} ({})", area.name, code.value)),
        None => text(area.name.clone()),
    };
    areas.iter().map(in_words).collect()
}

/// The seats that an organisation fills.
fn seats_of(site: &Site<'_>, from: &Address, index: RecordIndex) -> Option<TableView> {
    let mut rows = Vec::new();
    let mut boards: Vec<RecordIndex> = site
        .graph
        .backlinks(index)
        .iter()
        .filter(|back| matches!(back.manner, Manner::Field("organisation")))
        .map(|back| back.from)
        .collect();
    boards.dedup();
    for board_index in boards {
        let record = site.graph.record(board_index);
        let Data::Board(board) = &record.data else { continue };
        for seat in board.seats.iter().map(|seat| &seat.value) {
            let ours = seat.organisation.as_ref().and_then(|organisation| site.graph.follow(organisation));
            if ours.is_some_and(|(organisation, _)| organisation == index) {
                let office = seat.office.iter().map(|office| site.for_facts(record).quoted(office)).collect();
                let tag = seat.vacant.then(|| site.say("members-seat-vacant"));
                let role = Part { tag, ..text(site.label(seat.role.value)) };
                rows.push(RowView { cells: vec![vec![site.to_record(from, board_index)], vec![role], office] });
            }
        }
    }
    site.table("title-seats", &["column-board", "column-role", "column-office"], rows)
}
