//! Boards and groups: what each is, what it belongs to, to whom it reports; drawn, as a list, as a table.

mod columns;
mod drawn;
mod grid;
mod layout;
mod order;
mod picture;
mod routes;
#[cfg(test)]
mod tests;
mod tree;

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::facts::text;
use crate::pages::overview::StructureView;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::structure::picture::{Body, near, picture, reports_to};
use crate::pages::tables::{RowView, TableView};

/// Every board and group, and whom they report to; `place` is what ids begin with.
pub(super) fn structure(site: &Site<'_>, from: &Address, caption: &str, place: &str) -> StructureView {
    let picture = picture(site);
    StructureView {
        caption: caption.to_owned(),
        drawing: drawn::drawing(site, &picture, caption, place),
        branches: tree::branches(site, from, &picture),
        table: table(site, from),
    }
}

/// A body with those it reports to and those who report to it; nothing where there are none.
pub(super) fn around(site: &Site<'_>, from: &Address, index: RecordIndex, place: &str) -> Option<StructureView> {
    let picture = near(site, index);
    if picture.bodies.len() < 2 {
        return None;
    }
    let caption = site.say("structure-around");
    Some(StructureView {
        drawing: drawn::drawing(site, &picture, &caption, place),
        branches: tree::branches(site, from, &picture),
        caption,
        table: None,
    })
}

/// A row for every board, then for every group, where the table says what the list does not: what one belongs to.
fn table(site: &Site<'_>, from: &Address) -> Option<TableView> {
    let mut rows = Vec::new();
    let mut says_more = false;
    for (index, record) in site.of_kind(Kind::Board).into_iter().chain(site.of_kind(Kind::Group)) {
        let part_of: Vec<Part> = match &record.data {
            Data::Board(board) => board.organisation.iter().map(|of| site.to_target(from, of)).collect(),
            Data::Group(group) => group.organisation.iter().map(|of| site.to_target(from, of)).collect(),
            _ => continue,
        };
        says_more |= !part_of.is_empty();
        let reports_to = reports_to(&record.data).iter().map(|to| site.to_target(from, to)).collect();
        let sort = Body::new(site, index).sort.map(text).into_iter().collect();
        rows.push(RowView { cells: vec![vec![site.to_record(from, index)], sort, part_of, reports_to] });
    }
    let columns = ["body", "type", "part-of", "reports-to"].map(|name| site.say(&format!("structure-{name}"))).to_vec();
    says_more.then(|| TableView { caption: site.say("structure-table"), columns, rows })
}
